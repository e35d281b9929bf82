"""Several people close together: circles that overlap (06a)."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.avatar import paint_avatar
from hgkm_desktop.ui.widgets.painting import at_side, is_rtl, middle, round_box, start

_OVERLAP, _EDGE = 6, 2


class AvatarStack(QWidget):
    """The people of something, each over the one before; `ground` is what they stand on."""

    def __init__(
        self, people: Sequence[tuple[str, int]], size: int = 30, ground: str = "page"
    ) -> None:
        super().__init__()
        self._people, self._size, self._ground = list(people), size, ground
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_people(people)

    def show_people(self, people: Sequence[tuple[str, int]]) -> None:
        """Show others: name and colour (1 to 6)."""
        self._people = list(people)
        names = ", ".join(name for name, _ in people)
        self.setAccessibleName(names)
        self.setToolTip(names)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Be as wide as the circles, with room for the edge around them."""
        steps = max(0, len(self._people) - 1) * px(self._size - _OVERLAP)
        width = steps + px(self._size) + 2 * px(_EDGE) if self._people else 0
        return QSize(width, px(self._size + 2 * _EDGE))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint each person over the one before, from the leading side."""
        painter, whole, rtl = start(self), QRectF(self.rect()), is_rtl(self)
        for place, (name, hue) in enumerate(self._people):
            offset = px(_EDGE) + place * px(self._size - _OVERLAP)
            box = middle(at_side(whole, offset, px(self._size), rtl), px(self._size))
            if place:
                edge = box.adjusted(-px(_EDGE), -px(_EDGE), px(_EDGE), px(_EDGE))
                round_box(painter, edge, edge.height() / 2, self._ground)
            paint_avatar(painter, box, name, hue, self._size)
