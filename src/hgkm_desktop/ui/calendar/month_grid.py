"""A month of appointments: six weeks from a Monday, up to three lines for each day."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime

from PySide6.QtCore import Signal

from hgkm_desktop import clock
from hgkm_desktop.ui.calendar.block import Block
from hgkm_desktop.ui.calendar.month_body import MonthBody
from hgkm_desktop.ui.widgets.card import Card


class MonthGrid(Card):
    """The month in its card; it says which day is chosen, and which month is wanted."""

    day_chosen = Signal(object)
    month_wanted = Signal(int)

    def __init__(self, now: Callable[[], datetime] = clock.now) -> None:
        super().__init__(clip=True)
        self.month = MonthBody(now)
        self.add(self.month, 1)
        self.setFocusProxy(self.month)
        self.month.day_chosen.connect(self.day_chosen)
        self.month.month_wanted.connect(self.month_wanted)

    def show_month(
        self, first: date, blocks: Sequence[Block], holidays: Mapping[date, str] | None = None
    ) -> None:
        """Show the month of this day; the keyboard stays on the same day of the month."""
        self.month.show_month(first, blocks, holidays or {})

    def select(self, day: date) -> None:
        """Let the keyboard stand on a day; nothing is emitted."""
        self.month.day = day
        self.month.ring()

    def current(self) -> date:
        """Return the day the keyboard stands on."""
        return self.month.day
