"""The little cap that says which key does the same."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hgkm_desktop.ui.style import font, px
from hgkm_desktop.ui.widgets.painting import draw_centred, middle, round_box, start, text_width

_LEFT_TO_RIGHT, _POP = "\u2066", "\u2069"


def cap_width(key: str) -> float:
    """Return how wide the cap of a key is."""
    return max(px(22), text_width(font(13), key) + px(12))


def paint_cap(painter: QPainter, rect: QRectF, key: str) -> None:
    """Paint a cap in the middle of a rectangle; keys read from left to right everywhere."""
    box = middle(rect, cap_width(key), px(22))
    round_box(painter, box, px(5), "sunk", "line2")
    draw_centred(painter, box, f"{_LEFT_TO_RIGHT}{key}{_POP}", font(13), "mut")


class KeyCap(QWidget):
    """A cap standing by itself, beside a label."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self._key = key
        self.setAccessibleName(key)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Be as wide as the name of the key."""
        return QSize(round(cap_width(self._key)), px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cap."""
        paint_cap(start(self), QRectF(self.rect()), self._key)
