"""The leading part of the sign-in page: the book, a greeting, the day, the neighbourhood (02a)."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from hgkm_desktop.ui.entrance import words
from hgkm_desktop.ui.style import font, px, theme
from hgkm_desktop.ui.widgets.painting import draw_text, inside, is_rtl, start
from hgkm_desktop.ui.widgets.rail_ends import Brand
from hgkm_desktop.ui.widgets.skyline import Skyline

SIDE, TOP = 48, 40
LOOK_AGAIN = 10_000
"""So often the clock is read; the page changes once a minute and never by second."""


class Morning(QWidget):
    """Says good morning, and nothing about what the program is for."""

    def __init__(self, title: str, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._brand = Brand(title, large=True, hues=("pri", "ink"))
        self.greeting = Greeting(now)
        self._street = Skyline("day")
        for part in (self._street, self.greeting, self._brand):
            part.setParent(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the book at the top and let the neighbourhood stand on the bottom."""
        super().resizeEvent(event)
        wide = self.width()
        self._street.setGeometry(self.rect())
        self.greeting.setGeometry(0, 0, wide, px(210))
        self._brand.setGeometry(px(SIDE), px(TOP), max(wide - 2 * px(SIDE), 0), px(36))


class Greeting(QWidget):
    """The greeting of the hour, the day and the time."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._now = now
        self._hello, self._day = "", ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_time_passed)
        self._timer.start(LOOK_AGAIN)
        self._on_time_passed()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the two lines."""
        painter, rtl = start(self), is_rtl(self)
        words_at = inside(QRectF(self.rect()), px(SIDE), px(20), rtl)
        upper = QRectF(words_at.left(), px(112), words_at.width(), px(48))
        lower = QRectF(words_at.left(), px(160), words_at.width(), px(26))
        dark = theme.dark or theme.high_contrast
        hues = ("ink", "mut") if dark else ("bind", "#35524D")
        draw_text(painter, upper, self._hello, font(34, bold=True), hues[0], rtl)
        draw_text(painter, lower, self._day, font(16), hues[1], rtl)

    def _on_time_passed(self) -> None:
        now = self._now()
        hello, day = words.greeting(now), words.day_and_time(now)
        if (hello, day) != (self._hello, self._day):
            self._hello, self._day = hello, day
            self.setAccessibleName(f"{hello} {day}")
            self.update()
