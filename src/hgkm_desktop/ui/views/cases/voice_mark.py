"""A person's shape beside her name, and her number in her colour: as in the chart (06b)."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hgkm_desktop.ui.style import font, px
from hgkm_desktop.ui.widgets.chart_marks import paint_marker
from hgkm_desktop.ui.widgets.painting import draw_centred, start

_MARK, _NUMBER = 16, 20


class VoiceMark(QWidget):
    """The shape of somebody's line."""

    def __init__(self, marker: str, color: int) -> None:
        super().__init__()
        self._marker, self._color = marker, color
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Be as large as the shape."""
        return QSize(px(_MARK), px(_MARK))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the shape."""
        centre = QRectF(self.rect()).center()
        paint_marker(start(self), centre, self._marker, f"c{self._color}", edge="")


class VoiceNumber(QWidget):
    """A number from 0 to 10, large."""

    def __init__(self, number: int, color: int) -> None:
        super().__init__()
        self._number, self._color = str(number), color
        self.setAccessibleName(self._number)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Make room for a ten."""
        return QSize(px(30), px(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the number."""
        whole, letters = QRectF(self.rect()), font(_NUMBER, bold=True)
        draw_centred(start(self), whole, self._number, letters, f"c{self._color}")
