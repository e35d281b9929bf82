"""How somebody will stand on the sign-in page, while her name is typed (01b)."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.style import font, px
from hgkm_desktop.ui.widgets.avatar import paint_avatar
from hgkm_desktop.ui.widgets.labels import label
from hgkm_desktop.ui.widgets.painting import (
    at_side,
    draw_text,
    inside,
    is_rtl,
    round_box,
    start,
)


class TilePreview(QWidget):
    """A heading and a tile that nobody can press."""

    def __init__(self) -> None:
        super().__init__()
        self._tile = _Tile()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(10))
        layout.addWidget(label(tr("This is how signing in looks"), "label"))
        layout.addWidget(self._tile)

    def show_person(self, name: str, color: int) -> None:
        """Show this name in this colour."""
        self._tile.show_person(name, color)


class _Tile(QWidget):
    """A card with a circle and a name."""

    def __init__(self) -> None:
        super().__init__()
        self._name, self._color = "", 1
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_person(self, name: str, color: int) -> None:
        """Show somebody."""
        self._name, self._color = " ".join(name.split()), color
        self.setAccessibleName(self._name)
        self.update()

    def sizeHint(self) -> QSize:
        """Be as large as a tile."""
        return QSize(px(250), px(80))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card, the circle and the name."""
        painter, whole, rtl = start(self), QRectF(self.rect()), is_rtl(self)
        round_box(painter, whole, px(12), "card", "line")
        circle = at_side(whole, px(16), px(44), rtl)
        paint_avatar(painter, circle, self._name, self._color, 44)
        words = inside(whole, px(16 + 44 + 13), px(14), rtl)
        draw_text(painter, words, self._name, font(18, bold=True), "ink", rtl)
