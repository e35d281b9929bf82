"""What is seen of a month: six weeks, a few lines for each day."""

from calendar import monthrange
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime

from PySide6.QtCore import QEvent, QPointF, QRect, QSize
from PySide6.QtGui import QHelpEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from hgkm_desktop import clock
from hgkm_desktop.rules.day_words import months
from hgkm_desktop.ui.calendar.block import Block, as_tip
from hgkm_desktop.ui.calendar.month_paint import paint_cell, paint_head
from hgkm_desktop.ui.calendar.month_places import MonthPlaces, pieces_in
from hgkm_desktop.ui.calendar.wall import Piece
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.painting import is_rtl, start

_INSIDE = 4


class MonthSheet(QWidget):
    """Paints a month; `day` is where the keyboard stands."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._now = now
        self.day = self.today()
        self._first = self.day.replace(day=1)
        self._holidays: dict[date, str] = {}
        self._pieces: tuple[tuple[Piece, ...], ...] = pieces_in((), self._first)
        self.setMinimumSize(px(420), px(380))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.lay_out()

    def show_month(
        self, first: date, blocks: Sequence[Block], holidays: Mapping[date, str]
    ) -> None:
        """Show the month of this day; the same day of the month stays under the keyboard."""
        self._first, self._holidays = first.replace(day=1), dict(holidays)
        self._pieces = pieces_in(blocks, self._first)
        if self.months_away(self.day):
            last = monthrange(first.year, first.month)[1]
            self.day = self._first.replace(day=min(self.day.day, last))
        self.setAccessibleName(f"{months()[first.month - 1]} {first.year}")
        self.lay_out()
        self.setAccessibleDescription(self.places.words(self.day))

    def lay_out(self) -> None:
        """Count where everything stands."""
        size = float(self.width()), float(self.height())
        self.places = MonthPlaces(self._first, self._pieces, self._holidays, size, is_rtl(self))
        self.ring()
        self.update()

    def ring(self) -> None:
        """Let the focus ring surround the day the keyboard stands on."""
        cell = self.places.of(self.day)
        ringed = QRect() if cell is None else cell.box.toAlignedRect()
        self.setProperty("ringed", ringed.adjusted(_INSIDE, _INSIDE, -_INSIDE, -_INSIDE))

    def months_away(self, day: date) -> int:
        """Return how many months a day is after the one shown."""
        return (day.year - self._first.year) * 12 + day.month - self._first.month

    def today(self) -> date:
        """Return which day it is."""
        return clock.local(self._now()).date()

    def sizeHint(self) -> QSize:
        """Be as large as the week."""
        return QSize(px(800), px(700))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out again."""
        super().resizeEvent(event)
        self.lay_out()

    def event(self, event: QEvent) -> bool:
        """Say everything of the day under the mouse."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            cell = self.places.at(QPointF(event.pos()))
            words = as_tip(self.places.tip(cell.day)) if cell is not None else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the days of the week, and the days of the month."""
        painter, today = start(self), self.today()
        for cell in self.places.cells:
            paint_cell(painter, cell, cell.day == today, self.places.rtl)
        paint_head(painter, self.places, self.width(), self.height())
