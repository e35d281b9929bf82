"""The keyboard and the mouse in a month: arrows walk from day to day, Enter chooses the day."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
)

from hgkm_desktop.ui.calendar.month_places import DAYS
from hgkm_desktop.ui.calendar.month_sheet import MonthSheet
from hgkm_desktop.ui.calendar.week_keys import arrow, is_enter, page
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.painting import is_rtl


class MonthBody(MonthSheet):
    """A month under the hands, one Tab stop."""

    day_chosen = Signal(object)
    month_wanted = Signal(int)

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__(now)
        self.ring_radius = px(4)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk from day to day, to another month, to today; Enter chooses the day."""
        way, months = arrow(event, is_rtl(self)), page(event)
        if way is not None:
            self._go_to(self.day + timedelta(days=way[0] + DAYS * way[1]))
        elif is_enter(event):
            self.day_chosen.emit(self.day)
        elif months:
            self.month_wanted.emit(months)
        elif event.key() == Qt.Key.Key_Home:
            self._go_to(self.today())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say on which day the keyboard stands."""
        super().focusInEvent(event)
        self._say()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Stand on the day under the mouse; the words for more choose it at once."""
        super().mousePressEvent(event)
        cell = self.places.at(event.position())
        if cell is None or event.button() != Qt.MouseButton.LeftButton:
            return
        self.day = cell.day
        self.ring()
        self._say()
        if cell.more is not None and cell.more.box.contains(event.position()):
            self.day_chosen.emit(cell.day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Choose the day under the mouse."""
        cell = self.places.at(event.position())
        if cell is not None and event.button() == Qt.MouseButton.LeftButton:
            self.day_chosen.emit(cell.day)

    def _go_to(self, day: date) -> None:
        self.day = day
        self.ring()
        self._say()
        away = self.months_away(day)
        if away:
            self.month_wanted.emit(away)

    def _say(self) -> None:
        words = self.places.words(self.day)
        self.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
