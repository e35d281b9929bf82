"""The clock of the lock: large, light, and nothing that counts by the second (LOOK.md 7)."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QFont, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hgkm_desktop.ui.dates import day_in_full
from hgkm_desktop.ui.style import font, px
from hgkm_desktop.ui.widgets.painting import draw_centred, start

_TIME, _DATE = "#F4EFE4", "#B9D0CA"


class ClockFace(QWidget):
    """Shows the time and the day; `now` gives the local moment. It looks again each minute."""

    def __init__(self, now: Callable[[], datetime], large: bool = True) -> None:
        super().__init__()
        self._now, self._large = now, large
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        self.look()

    def look(self) -> None:
        """Show this minute, and come back when it is over."""
        moment = self._now()
        self._time, self._day = moment.strftime("%H:%M"), day_in_full(moment.date())
        self.setAccessibleName(f"{self._time}, {self._day}")
        self._timer.start((60 - moment.second) * 1000)
        self.update()

    def set_large(self, large: bool) -> None:
        """Be large while locked, smaller above the passphrase."""
        self._large = large
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Make room for the time and the day."""
        tall, gap, day = self._sizes()
        return QSize(px(tall * 3), px(tall) + px(gap) + px(day * 1.5))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the time and the day; figures never mirror."""
        tall, gap, day = self._sizes()
        painter = start(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        letters = font(tall, light=True)
        letters.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, -2 if self._large else -1)
        upper = QRectF(0, 0, self.width(), px(tall))
        lower = QRectF(0, px(tall) + px(gap), self.width(), px(day * 1.5))
        draw_centred(painter, upper, self._time, letters, _TIME)
        draw_centred(painter, lower, self._day, font(day), _DATE)

    def _sizes(self) -> tuple[int, int, int]:
        return (148, 14, 22) if self._large else (92, 10, 18)
