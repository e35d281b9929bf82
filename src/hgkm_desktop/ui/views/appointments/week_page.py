"""A week of the calendar: its days, its name, and what pressing in it means."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop import clock
from hgkm_desktop.services.appointment_list import Days
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.calendar.week_grid import WeekGrid
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.views.appointments.blocks import Around, Wanted, away, blocks

DAYS, HOUR, DAY = 7, 60, 24 * 60


class WeekPage(QWidget):
    """Shows seven days. Pressing the weekly programme or a session is told apart from a visit."""

    chosen = Signal(object)
    """The id of an appointment the member may see."""
    opened = Signal(object)
    fixed_opened = Signal(object)
    session_opened = Signal(object)
    empty_chosen = Signal(object)
    moved = Signal(object, object)
    stepped = Signal(int)

    def __init__(self, ctx: Context, first: date) -> None:
        super().__init__()
        self.monday = _monday_of(first)
        self.grid = WeekGrid(ctx.now)
        self._fixed: frozenset[UUID] = frozenset()
        self._sessions: frozenset[UUID] = frozenset()
        self.setProperty("ring", False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.grid)
        self.grid.chosen.connect(self._on_chosen)
        self.grid.opened.connect(self._on_opened)
        self.grid.empty_chosen.connect(self.empty_chosen)
        self.grid.moved.connect(self.moved)
        self.grid.week_wanted.connect(self.stepped)

    @property
    def days(self) -> tuple[date, date]:
        """The first day and the last."""
        return self.monday, self.monday + timedelta(days=DAYS - 1)

    def name(self) -> str:
        """Return "week 47"."""
        return tr("week {number}").format(number=self.monday.isocalendar().week)

    def go_to(self, day: date) -> None:
        """Show the week of a day from the next time on."""
        self.monday = _monday_of(day)

    def step(self, count: int) -> None:
        """Show a week some weeks on from the next time on."""
        self.monday += timedelta(days=DAYS * count)

    def chosen_hour(self) -> datetime | None:
        """Return the hour the keyboard stands at, or the first after what stands there."""
        stop = self.grid.week.walk.at
        minute = stop.minute if stop.piece is None else stop.piece.ends + HOUR - 1
        if minute >= DAY:
            return None
        return clock.at(self.monday + timedelta(days=stop.day), time(minute // HOUR))

    def show_days(self, days: Days, around: Around, wanted: Wanted) -> int:
        """Show what is wanted, and return how much; what is selected and scrolled to stays."""
        self._fixed = frozenset(each.id for each in days.fixed)
        self._sessions = frozenset(each.row.id for each in days.sessions)
        found = blocks(days, around, wanted)
        self.grid.show_week(self.monday, found, days.holidays, away(days, around))
        return len(found)

    def select(self, visit_id: UUID | None) -> None:
        """Mark an appointment, or none."""
        self.grid.select(visit_id)

    def take_focus(self) -> None:
        """Bring the keyboard into the week."""
        self.grid.setFocus()

    def _on_chosen(self, key: UUID) -> None:
        if key not in self._fixed | self._sessions:
            self.chosen.emit(key)

    def _on_opened(self, key: UUID) -> None:
        if key in self._sessions:
            self.session_opened.emit(key)
        else:
            (self.fixed_opened if key in self._fixed else self.opened).emit(key)


def _monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())
