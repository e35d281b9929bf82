"""An icon standing by itself; it follows the theme because it is painted each time."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hgkm_desktop.ui.icons import paint_icon
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.painting import line_height, middle, round_box, start


class IconLabel(QWidget):
    """An icon, on a round ground when `ground` names a colour and `circle` its size."""

    def __init__(
        self,
        name: str,
        color: str = "ink",
        size: int = 20,
        weight: str = "regular",
        ground: str = "",
        circle: int = 0,
    ) -> None:
        super().__init__()
        self._name, self._color, self._weight = name, color, weight
        self._size, self._ground, self._circle = size, ground, circle
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, name: str, color: str = "", weight: str = "") -> None:
        """Show another icon."""
        self._name = name
        self._color, self._weight = color or self._color, weight or self._weight
        self.update()

    def stand_beside(self, text: str, pixels: int = 15) -> None:
        """Be as high as a line of this text, so that the icon meets its first line."""
        self.setFixedHeight(max(self.sizeHint().height(), line_height(text, pixels)))

    def sizeHint(self) -> QSize:
        """Be as large as the icon or its ground."""
        side = px(self._circle or self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the icon."""
        painter, whole = start(self), QRectF(self.rect())
        if self._ground:
            disc = middle(whole, whole.width())
            round_box(painter, disc, disc.height() / 2, self._ground)
        paint_icon(painter, middle(whole, px(self._size)), self._name, self._color, self._weight)
