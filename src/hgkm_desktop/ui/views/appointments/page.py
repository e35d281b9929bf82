"""The bar, the calendar and the panel at its side, and going from one day to another."""

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

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
from hgkm_desktop.ui.views.appointments.month_page import MonthPage
from hgkm_desktop.ui.views.appointments.panel import VisitPanel
from hgkm_desktop.ui.views.appointments.week_page import WeekPage

GAP, NARROW = 14, 1150


class Page(QWidget):
    """Reads the days that are seen, and keeps panel and calendar at the same appointment."""

    retitled = Signal()

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.ctx = ctx
        today = day_of(ctx.now())
        self.bar = Bar(may_plan=ctx.may(Role.CONFIDANT))
        self.week, self.month = WeekPage(ctx, today), MonthPage(ctx, today)
        self.panel = VisitPanel(ctx)
        self.days = Days((), (), (), (), {})
        self.wanted = Wanted()
        self._found = 0
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()

    @property
    def here(self) -> WeekPage | MonthPage:
        """The week or the month, whichever is seen."""
        return self.month if self._pages.currentWidget() is self.month else self.week

    def name(self) -> str:
        """Return which days are seen, whose alone, and that nothing is found in them."""
        only = self.bar.legend.only
        said = [self.here.name()]
        if only is not None:
            said.append(only_words(only))
        if self.wanted.text and not self._found:
            said.append(tr("nothing found"))
        return " · ".join(said)

    def refresh(self) -> None:
        """Read these days again; what is selected and where one looks stay."""
        now = self.ctx.now()
        self.days = self.ctx.call(appointment_list.between, *self.here.days, now=now)
        names = self.ctx.call(members.names)
        self.bar.show_people(_people(names, self.days, veiled=self.ctx.veiled))
        only = self.bar.legend.only
        self.wanted = replace(self.wanted, only=only.id if only is not None else None)
        around = Around(now, names, self.ctx.veiled)
        self._found = self.here.show_days(self.days, around, self.wanted)
        self.retitled.emit()

    def look_for(self, text: str) -> None:
        """Show only where this text stands in."""
        self.wanted = replace(self.wanted, text=fold(text))
        self.refresh()

    def show_span(self, span: str) -> None:
        """Show a week or a month, around the same day."""
        before = self.here.days
        wanted = self.week if span == WEEK else self.month
        if wanted is not self.here:
            today = day_of(self.ctx.now())
            day = today if before[0] <= today <= before[1] else _inside(self.here)
            self._turn_to(wanted, day)

    def go_to(self, day: date) -> None:
        """Show the week or month of a day."""
        self.here.go_to(day)
        self.refresh()

    def go_to_today(self) -> None:
        """Show this week or month again."""
        self.go_to(day_of(self.ctx.now()))

    def step(self, count: int) -> None:
        """Show some weeks or months on."""
        self.here.step(count)
        self.refresh()

    def show_visit(self, visit_id: UUID, *, with_keyboard: bool = False) -> None:
        """Show an appointment in its week, and what there is to know beside it."""
        try:
            starts = self._starts_of(visit_id)
        except UserError as error:
            self.ctx.warn(error.title, error.hint)
            return
        first, last = self.week.days
        if self.here is not self.week or not first <= day_of(starts) <= last:
            self._turn_to(self.week, day_of(starts))
        self.week.select(visit_id)
        self.panel.show_visit(visit_id)
        if with_keyboard:
            self.panel.take_focus()

    def close_panel(self) -> None:
        """Give the calendar all the room; the keyboard goes there."""
        self.panel.show_visit(None)
        self.week.select(None)
        self.here.take_focus()

    def next_pane(self) -> None:
        """Bring the keyboard from calendar to panel, and back (F6)."""
        here = QApplication.focusWidget()
        in_calendar = here is not None and self._pages.isAncestorOf(here)
        if in_calendar and self.panel.isVisible():
            self.panel.take_focus()
        else:
            self.here.take_focus()

    def seen(self, visit_id: UUID) -> Seen | None:
        """Return an appointment as it stands in the calendar."""
        return next((each for each in self.days.seen if each.visit.id == visit_id), None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the panel less on a small screen (LOOK.md 3)."""
        super().resizeEvent(event)
        self.panel.fit(event.size().width() < px(NARROW))

    def _turn_to(self, page: WeekPage | MonthPage, day: date) -> None:
        self._pages.setCurrentWidget(page)
        self.bar.show_span(WEEK if page is self.week else "month")
        self.go_to(day)

    def _starts_of(self, visit_id: UUID) -> datetime:
        known = self.seen(visit_id) or self.ctx.call(appointment_list.one, visit_id)
        return known.visit.starts

    def _lay_out(self) -> None:
        self._pages.addWidget(self.week)
        self._pages.addWidget(self.month)
        row = QHBoxLayout()
        row.setSpacing(px(16))
        row.addWidget(self._pages, 1)
        row.addWidget(self.panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(GAP))
        column.addWidget(self.bar)
        column.addLayout(row, 1)

    def _connect(self) -> None:
        self.bar.stepped.connect(self.step)
        self.bar.today_asked.connect(self.go_to_today)
        self.bar.span_chosen.connect(self.show_span)
        self.bar.legend.filtered.connect(self._on_filtered)
        self.week.stepped.connect(self.step)
        self.month.stepped.connect(self.step)
        self.month.day_chosen.connect(self._on_day_chosen)
        self.week.chosen.connect(self.panel.show_visit)
        self.week.opened.connect(self._on_opened)
        self.panel.closed.connect(self.close_panel)

    def _on_filtered(self, _only: UUID | None) -> None:
        self.refresh()

    def _on_day_chosen(self, day: date) -> None:
        self._turn_to(self.week, day)
        self.week.take_focus()

    def _on_opened(self, visit_id: UUID) -> None:
        self.show_visit(visit_id, with_keyboard=True)


def _inside(page: WeekPage | MonthPage) -> date:
    return page.first if isinstance(page, MonthPage) else page.monday


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
