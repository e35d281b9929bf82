"""The cap of a key that is drawn instead of written: an arrow, or Enter."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hgkm_desktop.ui.icons import paint_icon
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.painting import middle, round_box, start

ENTER = "arrow-elbow-down-left"
_SIDE, _ICON = 22, 13


def paint_icon_cap(painter: QPainter, rect: QRectF, icon: str) -> None:
    """Paint a cap with an icon in the middle of a rectangle."""
    box = middle(rect, px(_SIDE), px(_SIDE))
    round_box(painter, box, px(5), "sunk", "line2")
    paint_icon(painter, middle(box, px(_ICON)), icon, "mut")


class IconCap(QWidget):
    """A drawn cap standing by itself, beside a label; `name` is read aloud."""

    def __init__(self, icon: str, name: str) -> None:
        super().__init__()
        self._icon = icon
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Be a square."""
        return QSize(px(_SIDE), px(_SIDE))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cap."""
        paint_icon_cap(start(self), QRectF(self.rect()), self._icon)
