"""Planning to go along with her, in three calm parts, or changing what was agreed (R-043)."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from hgkm_desktop.errors import Invalid
from hgkm_desktop.rules.appointment import Visit
from hgkm_desktop.services import appointments
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_of
from hgkm_desktop.ui.forms.form_overlay import FormOverlay
from hgkm_desktop.ui.views.appointments.call_off import draft_place
from hgkm_desktop.ui.views.appointments.prepare_words import when_text
from hgkm_desktop.ui.views.appointments.visit_fields_all import VisitFields
from hgkm_desktop.ui.views.appointments.visit_form_save import plan_both, problems_here
from hgkm_desktop.ui.views.appointments.visit_form_steps import Steps

Saved = Callable[[UUID], object]
WIDTH = 940
HOUR = timedelta(hours=1)


def open_visit_form(
    ctx: Context,
    window: QWidget,
    *,
    visit: Visit | None = None,
    starts: datetime | None = None,
    case_id: UUID | None = None,
    saved: Saved | None = None,
) -> "VisitForm":
    """Open the form over a window: of a visit, or of a new one at a time and for somebody."""
    if visit is None:
        begins = starts or _next_hour(ctx.now())
        fresh = ctx.call(appointments.blank, begins, case_id, now=ctx.now())
        form = VisitForm(ctx, fresh, is_new=True)
    else:
        form = VisitForm(ctx, visit, is_new=False)
    if saved is not None:
        form.accepted.connect(partial(saved, form.visit.id))
    form.open(window)
    return form


class VisitForm(FormOverlay):
    """Three parts of two columns; everything of them is saved at once."""

    def __init__(self, ctx: Context, visit: Visit, *, is_new: bool) -> None:
        title = tr("New appointment") if is_new else tr("Change the appointment")
        super().__init__(title, accept=tr("Save"), cancel=tr("Cancel"), width=WIDTH)
        self.ctx, self.visit, self.is_new = ctx, visit, is_new
        self.all = VisitFields(ctx)
        self.who, self.when, self.along = self.all.who, self.all.when, self.all.along
        self.steps = Steps(self.all.parts())
        self.add(self.steps)
        self.fields |= self.all.fields()
        self._show(visit)
        self._connect()
        self._keep()

    def open(self, window: QWidget) -> None:
        """Show it, the keyboard in the first question."""
        super().open(window)
        (self.who.woman if self.is_new else self.who.kind).setFocus()

    def act(self) -> None:
        """Keep it; a meeting to get to know each other is planned in one go with it."""
        visit, now = self.typed(), self.ctx.now()
        first = self._introduction(visit)
        self.ctx.call(plan_both, visit, first, is_new=self.is_new, now=now)
        when = when_text(visit, day_of(now))
        self.ctx.notify(tr("Appointment saved. {when}.").format(when=when))

    def typed(self) -> Visit:
        """Return the visit as it stands in the form; raise Invalid for what cannot be read."""
        told = self.all.put(self.visit.details)
        first, reserve = self.along.companions()
        if first is None:
            raise Invalid({"first": tr("Choose who goes along.")})
        case_id = self.who.case_id if self.is_new else self.visit.case_id
        starts, ends = self.when.times() if self.is_new else self._times()
        return replace(
            self.visit,
            case_id=case_id,
            starts=starts,
            ends=ends,
            first=first,
            reserve=reserve,
            details=told,
        )

    def complain(self, problems: Mapping[str, str]) -> None:
        """Say it at the fields, and show the part with the first of them."""
        known = problems_here(problems)
        first = next((key for key in self.fields if key in known), None)
        if first is not None:
            self.steps.show_field(first)
        super().complain(known)

    def _times(self) -> tuple[datetime, datetime]:
        return self.visit.starts, self.visit.ends

    def _show(self, visit: Visit) -> None:
        self.all.show_visit(visit)
        if not self.is_new:
            self.who.fix_woman()
            self.when.fix_time(visit)
        self._look()

    def _connect(self) -> None:
        self.who.woman_chosen.connect(self._on_woman_chosen)
        self.who.kind_chosen.connect(self._on_kind_chosen)
        self.when.changed.connect(self._look)
        self.along.changed.connect(self._look)

    def _keep(self) -> None:
        if not self.is_new:
            self.keep_in(self.ctx, draft_place(self.visit, "change"), **self.all.more())
        elif self.visit.case_id is None:
            self.keep_in(self.ctx, "appointments/new", **self.all.more())
        else:
            self.keep_at(self.ctx, self.visit.case_id, "appointment", **self.all.more())

    def _introduction(self, visit: Visit) -> Visit | None:
        if not (self.who.has_person() and self.who.met.wants_introduction()):
            return None
        now = self.ctx.now()
        blank = self.ctx.call(appointments.blank, visit.starts, visit.case_id, now=now)
        first = self.who.met.introduction(blank, visit)
        if first.starts >= visit.starts:
            raise Invalid({"introduction": tr("Let them meet before the appointment.")})
        return first

    def _look(self) -> None:
        """Look what else there is at that time for those who go along."""
        try:
            starts, ends = self.when.times() if self.is_new else self._times()
        except (Invalid, OverflowError):
            return
        companions = [each for each in self.along.companions() if each is not None]
        self.when.clashes.look(companions, starts, ends, self.visit.id)

    def _on_kind_chosen(self) -> None:
        self.all.talk.advise(self.who.kind.value())

    def _on_woman_chosen(self) -> None:
        """Offer her confidants, and keep what is half typed in a place that is wiped with her."""
        if self.visit.case_id == self.who.case_id:
            return
        typed = self.all.values() if self.all.are_typed() else None
        self.forget_half_typed()
        self._show(self._of_her(self.who.case_id))
        self._keep()
        if typed is not None:
            self.all.take_over(typed)

    def _of_her(self, case_id: UUID | None) -> Visit:
        """Return the new visit with those who stand beside her, and nothing else of another."""
        now = self.ctx.now()
        fresh = self.ctx.call(appointments.blank, self.visit.starts, case_id, now=now)
        self.visit = replace(fresh, id=self.visit.id)
        return self.visit


def _next_hour(now: datetime) -> datetime:
    return now.replace(minute=0, second=0, microsecond=0) + HOUR
