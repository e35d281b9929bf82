"""A month of the calendar: the weeks it touches, its name, and the way to one of its days."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop import clock
from hgkm_desktop.rules.day_words import months
from hgkm_desktop.services.appointment_list import Days
from hgkm_desktop.ui.calendar.month_grid import MonthGrid
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.views.appointments.blocks import Around, Wanted, blocks

MONTHS = 12
ROWS, MORNING = 6, time(10)
"""A month touches six weeks at most."""


class MonthPage(QWidget):
    """Shows a month; opening a day leads to its week."""

    day_chosen = Signal(object)
    stepped = Signal(int)

    def __init__(self, ctx: Context, day: date) -> None:
        super().__init__()
        self.first = day.replace(day=1)
        self.grid = MonthGrid(ctx.now)
        self.setProperty("ring", False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.grid)
        self.grid.day_chosen.connect(self.day_chosen)
        self.grid.month_wanted.connect(self.stepped)

    @property
    def days(self) -> tuple[date, date]:
        """The first day and the last that are seen, of the months beside it too."""
        first = self.first - timedelta(days=self.first.weekday())
        return first, first + timedelta(days=7 * ROWS - 1)

    def name(self) -> str:
        """Return "november 2026"."""
        return f"{months()[self.first.month - 1]} {self.first.year}"

    def go_to(self, day: date) -> None:
        """Show the month of a day from the next time on, with that day marked."""
        self.first = day.replace(day=1)
        self.grid.select(day)

    def step(self, count: int) -> None:
        """Show a month some months on from the next time on."""
        number = self.first.year * MONTHS + self.first.month - 1 + count
        self.first = date(number // MONTHS, number % MONTHS + 1, 1)

    def chosen_hour(self) -> datetime:
        """Return the morning of the day the keyboard stands on."""
        return clock.at(self.grid.current(), MORNING)

    def show_days(self, days: Days, around: Around, wanted: Wanted) -> int:
        """Show what is wanted, and return how much."""
        found = blocks(days, around, wanted)
        self.grid.show_month(self.first, found, days.holidays)
        return len(found)

    def select(self, _visit_id: UUID | None) -> None:
        """Mark nothing: in a month days are marked, not appointments."""

    def take_focus(self) -> None:
        """Bring the keyboard into the month."""
        self.grid.setFocus()
