"""The bar, the calendar and the panel at its side, which stay at the same appointment."""

from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.errors import UserError
from hgkm_desktop.models import Member
from hgkm_desktop.models.codes import Role
from hgkm_desktop.services import appointment_list, members
from hgkm_desktop.services.appointment_list import Days, Seen
from hgkm_desktop.services.search import fold
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_of
from hgkm_desktop.ui.names import shown
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.appointments.bar import WEEK, Bar
from hgkm_desktop.ui.views.appointments.blocks import Around, Wanted
from hgkm_desktop.ui.views.appointments.legend import Person, only_words
from hgkm_desktop.ui.views.appointments.panel import VisitPanel
from hgkm_desktop.ui.views.appointments.spans import Spans

GAP, NARROW = 14, 1150


class Page(QWidget):
    """Reads the days that are seen, and shows one of their appointments at the side."""

    retitled = Signal()

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.ctx = ctx
        self.bar, self.spans = Bar(may_plan=ctx.may(Role.CONFIDANT)), Spans(ctx)
        self.panel = VisitPanel(ctx)
        self.days = Days((), (), (), (), {})
        self.wanted = Wanted()
        self._found = 0
        self._lay_out()
        self._connect()

    def name(self) -> str:
        """Return which days are seen, whose alone, and that nothing is found in them."""
        only = self.bar.legend.only
        said = [self.spans.here.name()]
        if only is not None:
            said.append(only_words(only))
        if self.wanted.text and not self._found:
            said.append(tr("nothing found"))
        return " · ".join(said)

    def refresh(self) -> None:
        """Read these days again; what is selected and where one looks stay."""
        now, here = self.ctx.now(), self.spans.here
        self.days = self.ctx.call(appointment_list.between, *here.days, now=now)
        names = self.ctx.call(members.names)
        self.bar.show_people(_people(names, self.days, veiled=self.ctx.veiled))
        only = self.bar.legend.only
        self.wanted = replace(self.wanted, only=only.id if only is not None else None)
        around = Around(now, names, self.ctx.veiled)
        self._found = here.show_days(self.days, around, self.wanted)
        self.retitled.emit()

    def look_for(self, text: str) -> None:
        """Show only where this text stands in."""
        self.wanted = replace(self.wanted, text=fold(text))
        self.refresh()

    def seen(self, visit_id: UUID) -> Seen | None:
        """Return an appointment as it stands in the calendar."""
        return next((each for each in self.days.seen if each.visit.id == visit_id), None)

    def show_visit(self, visit_id: UUID, *, with_keyboard: bool = False) -> None:
        """Show an appointment in its week, and what there is to know beside it."""
        try:
            known = self.seen(visit_id) or self.ctx.call(appointment_list.one, visit_id)
        except UserError as error:
            self.ctx.warn(error.title, error.hint)
            return
        self.panel.show_visit(visit_id)
        visit = self.panel.visit
        if visit is None:
            return
        day, (first, last) = day_of(visit.starts), self.spans.week.days
        if self.spans.span != WEEK or not first <= day <= last:
            self.spans.turn_to(WEEK, day)
        elif visit.version != known.visit.version:
            self.refresh()  # the days in sight were read before somebody changed it elsewhere
        self.spans.week.select(visit_id)
        if with_keyboard:
            self.panel.take_focus()

    def close_panel(self) -> None:
        """Give the calendar all the room; the keyboard goes there."""
        self.panel.show_visit(None)
        self.spans.week.select(None)
        self.spans.here.take_focus()

    def next_pane(self) -> None:
        """Bring the keyboard from calendar to panel, and back (F6)."""
        here = QApplication.focusWidget()
        in_calendar = here is not None and self.spans.isAncestorOf(here)
        if in_calendar and self.panel.isVisible():
            self.panel.take_focus()
        else:
            self.spans.here.take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the panel less on a small screen (LOOK.md 3)."""
        super().resizeEvent(event)
        self.panel.fit(event.size().width() < px(NARROW))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(px(16))
        row.addWidget(self.spans, 1)
        row.addWidget(self.panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(GAP))
        column.addWidget(self.bar)
        column.addLayout(row, 1)

    def _connect(self) -> None:
        bar, spans, panel = self.bar, self.spans, self.panel
        bar.stepped.connect(spans.step)
        bar.today_asked.connect(spans.go_to_today)
        bar.span_chosen.connect(spans.show_span)
        bar.legend.filtered.connect(self.refresh)
        spans.turned.connect(self._on_turned)
        spans.week.chosen.connect(panel.show_visit)
        spans.week.opened.connect(partial(self.show_visit, with_keyboard=True))
        panel.closed.connect(self.close_panel)

    def _on_turned(self) -> None:
        self.bar.show_span(self.spans.span)
        self.refresh()


def _people(names: dict[UUID, Member], days: Days, *, veiled: bool) -> list[Person]:
    """Return who can go along, and whoever does in these days."""
    going = {each.visit.first for each in days.seen} | {each.member_id for each in days.busy}
    wanted = [
        each
        for each in names.values()
        if each.id in going or (each.left_at is None and Role.CONFIDANT in each.roles)
    ]
    return [
        Person(each.id, shown(each.name, veiled), each.color)
        for each in sorted(wanted, key=_by_name)
    ]


def _by_name(member: Member) -> str:
    return member.name
