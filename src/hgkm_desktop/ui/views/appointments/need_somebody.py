"""Appointments of who is away: the reserve is proposed, whom she knows, and no stranger (R-254)."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.errors import UserError
from hgkm_desktop.models import Absence, Appointment, Record
from hgkm_desktop.models.codes import Role
from hgkm_desktop.services import absences, appointment_list, appointments, members
from hgkm_desktop.services.appointment_list import Seen
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_of
from hgkm_desktop.ui.forms.asking import Asking
from hgkm_desktop.ui.forms.fold_card import empty
from hgkm_desktop.ui.names import inside, shown
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.appointments.prepare_words import called, partner_of, span_text
from hgkm_desktop.ui.widgets.buttons import Button, make_button
from hgkm_desktop.ui.widgets.labels import bold, explain, hairline, muted

Read = Callable[[], Sequence[Seen]]


def of_absence(ctx: Context, absence: Absence) -> Sequence[Seen]:
    """Return what lies ahead in these days where she would go along, as far as I may see it."""
    if not ctx.may(Role.CONFIDANT):
        return []
    now = ctx.now()
    first = max(absence.first_day, day_of(now))
    days = ctx.call(appointment_list.between, first, absence.last_day, now=now)
    return [each for each in days.seen if _is_left(ctx, each, absence.member_id)]


def for_me(ctx: Context) -> Sequence[Seen]:
    """Return what lies ahead where I am the reserve of who is away."""
    if not ctx.may(Role.CONFIDANT):
        return []
    return ctx.call(appointment_list.to_hand_over, now=ctx.now())


class NeedSomebody(Asking):
    """One line for each; a button lets the reserve go along. It closes when none is left."""

    show_asked = Signal(object)
    """The id of an appointment to look at."""

    def __init__(self, ctx: Context, read: Read) -> None:
        body = QWidget()
        told = tr("Choose who goes along, and tell her who comes.")
        title = tr("These appointments need somebody")
        super().__init__(title, body, text=told, cancel=tr("Back"), width=620)
        self._ctx, self._read = ctx, read
        self.goes: list[Button] = []
        self.looks: list[Button] = []
        self._lines = QVBoxLayout(body)
        self._lines.setContentsMargins(0, px(4), 0, 0)
        self._lines.setSpacing(px(10))
        ctx.changed.connect(self._on_changed)
        self.refresh()

    def refresh(self) -> int:
        """Show what still needs somebody; return how many there are."""
        empty(self._lines)
        self.goes, self.looks = [], []
        found = self._read()
        for place, seen in enumerate(found):
            if place:
                self._lines.addWidget(hairline())
            self._lines.addWidget(self._line(seen))
        self.in_order(())
        return len(found)

    def _line(self, seen: Seen) -> QWidget:
        visit, veiled = seen.visit, self._ctx.veiled
        who = called(seen, veiled=veiled)
        when = span_text(visit.starts, visit.ends, day_of(self._ctx.now()))
        words = QVBoxLayout()
        words.setSpacing(px(1))
        words.addWidget(
            bold(tr(", ").join((inside(who), partner_of(seen, veiled=veiled))), wrap=True)
        )
        words.addWidget(explain(when, wrap=True))
        may_go, said = self._reserve(seen)
        words.addWidget(muted(said, wrap=True))
        button = self._go(seen, who) if may_go else self._look(seen, who)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(12))
        row.addLayout(words, 1)
        row.addWidget(button)
        return holder

    def _reserve(self, seen: Seen) -> tuple[bool, str]:
        """Return whether the reserve can go, and what to know of her."""
        reserve = seen.visit.reserve
        if reserve is None:
            return False, tr("There is no reserve. Ask her whether to move it.")
        name = self._name(reserve)
        if _is_away(self._ctx, reserve, day_of(seen.visit.starts)):
            return False, tr("{name} is not there either. Ask her what she wants.").format(
                name=name
            )
        if reserve in seen.visit.details.introduced:
            return True, tr("{name} is the reserve. They know each other.").format(name=name)
        return True, tr("{name} is the reserve. They never met.").format(name=name)

    def _go(self, seen: Seen, who: str) -> Button:
        reserve = seen.visit.reserve
        is_me = reserve == self._ctx.member.id
        name = self._name(reserve) if reserve is not None else ""
        made = make_button(tr("I go along") if is_me else tr("{name} goes along").format(name=name))
        made.setAccessibleName(f"{made.text()}: {who}")
        made.clicked.connect(partial(self._on_goes, seen))
        self.goes.append(made)
        return made

    def _look(self, seen: Seen, who: str) -> Button:
        made = make_button(tr("Look at it"))
        made.setAccessibleName(f"{made.text()}: {who}")
        made.clicked.connect(partial(self._on_look, seen.visit.id))
        self.looks.append(made)
        return made

    def _name(self, member_id: UUID) -> str:
        member = self._ctx.call(members.names).get(member_id)
        return inside(shown(member.name, self._ctx.veiled)) if member is not None else ""

    def _on_goes(self, seen: Seen) -> None:
        self.cancel_button.setFocus()
        visit, ctx = seen.visit, self._ctx
        try:
            ctx.call(appointments.let_reserve_go, visit.id, visit.version, now=ctx.now())
        except UserError as error:
            ctx.warn(error.title, error.hint)
            self.refresh()
            return
        name = self._name(visit.reserve) if visit.reserve is not None else ""
        ctx.notify(tr("{name} goes along now. Tell her.").format(name=name))

    def _on_look(self, visit_id: UUID) -> None:
        self.close_overlay()
        self.show_asked.emit(visit_id)

    def _on_changed(self, kinds: frozenset[type[Record]]) -> None:
        if self.isVisible() and Appointment in kinds and not self.refresh():
            self.close_overlay()


def _is_left(ctx: Context, seen: Seen, away: UUID) -> bool:
    visit = seen.visit
    return visit.first == away and visit.state.is_ahead and visit.starts > ctx.now()


def _is_away(ctx: Context, member_id: UUID, day: date) -> bool:
    found = ctx.call(absences.of_days, day, day)
    return any(each.member_id == member_id for each in found)
