"""Forms for clocks: a new one or another start, its length, and what happens on its last day."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hgkm_desktop import clock
from hgkm_desktop.errors import Invalid
from hgkm_desktop.rules import clocks
from hgkm_desktop.rules.all_clocks import Running
from hgkm_desktop.rules.clocks import MOST, Clock, Kind
from hgkm_desktop.rules.words import word
from hgkm_desktop.services import around_her
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.forms.few_lines import FewLines
from hgkm_desktop.ui.forms.form_overlay import FormOverlay
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.cases import clock_words
from hgkm_desktop.ui.views.cases.clock_words import moment_text
from hgkm_desktop.ui.widgets.fields import (
    DateField,
    Field,
    TimeField,
    line_edit,
)
from hgkm_desktop.ui.widgets.segmented import Segmented

_LONGEST_WHO, _LONGEST_DAYS = 120, 4


class LastDayForm(FormOverlay):
    """What happens on the last day and who is there: asked of every clock."""

    def __init__(self, ctx: Context, case_id: UUID, title: str, text: str = "") -> None:
        super().__init__(title, text=text, accept=tr("Save"), cancel=tr("Cancel"), width=660)
        self.ctx, self.case_id = ctx, case_id
        self.then, self.who = FewLines(), line_edit()
        self.who.setMaxLength(_LONGEST_WHO)

    def ask_last_day(self, kind: Kind, running: Running | None) -> None:
        """Put the two questions under what is there already."""
        asked_then, asked_who = clock_words.questions(kind)
        self.add_field("then", Field(asked_then, self.then, tr("May stay empty")))
        hint = tr("Her confidant, or somebody else. Empty: nobody yet.")
        self.add_field("who", Field(asked_who, self.who, hint))
        if running is not None:
            self.then.setPlainText(running.then or clock_words.then(running))
            self.who.setText(running.who)

    def keep(self, clock_id: UUID | None, running: Clock) -> None:
        """Save a clock under its id, or begin it; the service judges it."""
        now = self.ctx.now()
        self.ctx.call(around_her.clock_set, self.case_id, clock_id, running, now=now)
        self.ctx.notify(tr("The clock is saved."))


class FollowingForm(LastDayForm):
    """The last day of what follows from something else: a yes, an agreement, a promise."""

    def __init__(self, ctx: Context, case_id: UUID, running: Running) -> None:
        super().__init__(ctx, case_id, clock_words.title(running, veiled=False))
        self._running = running
        self.ask_last_day(running.kind, running)
        self.keep_at(ctx, case_id, f"last_day/{running.source}")

    def act(self) -> None:
        """Keep what happens and who is there, under the id that follows from what ends."""
        told = self._running.clock
        days = min(told.days, around_her.MOST_DAYS)
        kept = Clock(told.kind, told.starts, days, self.then.toPlainText(), self.who.text())
        self.keep(self._running.source, kept)


class ClockForm(LastDayForm):
    """A restraining order or a time-out place; `running` is None for a new one."""

    def __init__(self, ctx: Context, case_id: UUID, running: Running | None = None) -> None:
        title = tr("New clock") if running is None else clock_words.title(running, veiled=False)
        super().__init__(ctx, case_id, title)
        self._running = running
        local = clock.local(running.clock.starts if running is not None else ctx.now())
        self.kind = Segmented([(kind, word(kind)) for kind in MOST], tr("Which clock?"))
        self.day, self.time = DateField(local.date()), TimeField(local.time())
        self.days = line_edit(left_to_right=True)
        self.expert = Segmented(
            [("yes", tr("Yes")), ("no", tr("No")), ("", tr("Not known"))],
            tr("Is there a child expert?"),
        )
        self._lay_out()
        self._connect()
        self._on_kind_chosen()
        name = "clock" if running is None else f"clock/{running.source}"
        self.keep_at(ctx, case_id, name, hour=self.time)

    def act(self) -> None:
        """Save it; raise Invalid for a length the law does not allow."""
        made = self._typed(self.then.toPlainText(), self.who.text())
        self.keep(self._running.source if self._running is not None else None, made)

    def _lay_out(self) -> None:
        running = self._running
        kind = running.kind if running is not None else Kind.RESTRAINING_ORDER
        self.kind.set_value(kind)
        if running is None:
            self.add_field("kind", Field(tr("Which clock?"), self.kind))
        self.days.setMaxLength(_LONGEST_DAYS)
        self.fields["starts"] = Field(tr("Since which day?"), self.day)
        hour = Field(tr("From what time?"), self.time)
        days = self.fields["days"] = Field(tr("How many days?"), self.days)
        self.add(_beside(self.fields["starts"], hour, days))
        self.ask_last_day(kind, running)
        expert = running.clock.child_expert if running is not None else None
        self.expert.set_value({True: "yes", False: "no", None: ""}[expert])
        self.add_field("child_expert", Field(tr("Is there a child expert?"), self.expert))

    def _connect(self) -> None:
        self.kind.changed.connect(self._on_kind_chosen)
        self.day.dateChanged.connect(self._on_changed)
        self.time.timeChanged.connect(self._on_changed)
        self.days.textChanged.connect(self._on_changed)

    def _chosen_kind(self) -> Kind:
        kind = self.kind.value()
        assert isinstance(kind, Kind)
        return kind

    def _begun(self) -> Clock:
        """Return the clock from the start in the form; moving the start moves its end."""
        starts = clock.at(self.day.value(), self.time.value())
        if self._running is None:
            return clocks.begin(self._chosen_kind(), starts)
        return self._running.clock.moved(starts)

    def _typed(self, then: str, who: str) -> Clock:
        """Return the clock as it stands in the form; raise Invalid when it cannot be."""
        made = self._begun().extended(number_of(self.days.text()))
        expert = {"yes": True, "no": False}.get(str(self.expert.value()))
        if made.kind is not Kind.RESTRAINING_ORDER:
            expert = None
        return replace(made, then=then, who=who, child_expert=expert)

    def _on_kind_chosen(self) -> None:
        begun = self._begun()
        self.days.setText(str(begun.days))
        self.fields["child_expert"].setVisible(begun.kind is Kind.RESTRAINING_ORDER)
        at_a_place = begun.kind is Kind.TIME_OUT
        hint = tr("Never write down where the place is.") if at_a_place else ""
        self.fields["then"].set_hint(hint)
        self._on_changed()

    def _on_changed(self) -> None:
        told = told_end(self._begun(), self.days.text(), self.ctx.now())
        self.fields["days"].set_hint(told)


class LongerForm(FormOverlay):
    """It became longer: how many days from its start, and which day that is."""

    def __init__(self, ctx: Context, case_id: UUID, running: Running) -> None:
        super().__init__(
            tr("Did it become longer?"),
            text=tr("Count from the first day."),
            accept=tr("Save"),
            cancel=tr("Cancel"),
        )
        self._ctx, self._case_id, self._running = ctx, case_id, running
        self.days = line_edit(left_to_right=True)
        self.days.setMaxLength(_LONGEST_DAYS)
        self.add_field("days", Field(tr("How many days in all?"), self.days))
        self.days.textChanged.connect(self._on_changed)
        self.days.setText(str(MOST[running.kind]))
        self.keep_at(ctx, case_id, f"longer/{running.source}")

    def act(self) -> None:
        """Save its new length; raise Invalid beyond what the law allows."""
        longer = self._running.clock.extended(number_of(self.days.text()))
        now, source = self._ctx.now(), self._running.source
        self._ctx.call(around_her.clock_set, self._case_id, source, longer, now=now)
        self._ctx.notify(tr("The clock is saved."))

    def _on_changed(self) -> None:
        told = told_end(self._running.clock, self.days.text(), self._ctx.now())
        self.fields["days"].set_hint(told)


def number_of(typed: str) -> int:
    """Return how many days were typed; raise Invalid for anything else."""
    plain = typed.strip()
    if not plain.isdecimal():
        raise Invalid({"days": tr("Type a number of days.")})
    return int(plain)


def told_end(begun: Clock, typed: str, now: datetime) -> str:
    """Return when it stops with so many days, and which moment is the last the law allows."""
    most = begun.extended(MOST[begun.kind]).ends
    last = tr("At the latest it stops {moment}.").format(moment=moment_text(most, now))
    try:
        ends = begun.extended(number_of(typed)).ends
    except Invalid:
        return last
    told = tr("It stops {moment}.").format(moment=moment_text(ends, now))
    return told if ends == most else f"{told} {last}"


def _beside(*fields: Field) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(px(16))
    for field in fields:
        row.addWidget(field, 1 if field is fields[-1] else 0, Qt.AlignmentFlag.AlignTop)
    return made
