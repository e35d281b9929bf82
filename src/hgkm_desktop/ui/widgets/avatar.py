"""A person: the first letter of a name on her own colour."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hgkm_desktop.ui.style import font, px
from hgkm_desktop.ui.widgets.painting import draw_centred, middle, round_box, start

_LETTERS = {24: 12, 30: 13, 44: 17}


def paint_avatar(
    painter: QPainter, rect: QRectF, name: str, color: int, size: int = 30, gone: bool = False
) -> None:
    """Paint a person in the middle of a rectangle; colour 1 to 6, grey when she has gone."""
    box = middle(rect, px(size))
    round_box(painter, box, box.height() / 2, "line2" if gone else f"c{color}")
    letter = name.strip()[:1].upper()
    letters = font(_LETTERS.get(size, 13), bold=True)
    draw_centred(painter, box, letter, letters, "ink" if gone else "onc")


class Avatar(QWidget):
    """The circle of a person (size 24, 30 or 44)."""

    def __init__(self, name: str, color: int, size: int = 30, gone: bool = False) -> None:
        super().__init__()
        self._name, self._color, self._size, self._gone = name, color, size, gone
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_person(self, name: str, color: int) -> None:
        """Show somebody else."""
        self._name, self._color = name, color
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        """Be a circle."""
        return QSize(px(self._size), px(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the person."""
        whole = QRectF(self.rect())
        paint_avatar(start(self), whole, self._name, self._color, self._size, self._gone)
