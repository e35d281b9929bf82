"""A layout of columns that are all as wide: cards in rows, each row as high as its highest."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayoutItem

from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.flow import FlowLayout
from hgkm_desktop.ui.widgets.painting import is_rtl

_FEW = 3
"""Fewer cards than this do not become wider."""


class EvenColumns(FlowLayout):
    """As many columns as fit at the narrowest a card may be, from the leading side."""

    def __init__(self, narrowest: int = 220, gap: int = 14) -> None:
        super().__init__(gap, gap)
        self._narrowest = px(narrowest)

    def sizeHint(self) -> QSize:
        """Ask for one column."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Ask for one card; how high it becomes, the width says."""
        tallest = max((_height(item, self._narrowest) for item in self._shown()), default=0)
        return QSize(self._narrowest, tallest)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, rect: QRect, place: bool) -> int:
        items = self._shown()
        fitting = max(1, (rect.width() + self._gap) // (self._narrowest + self._gap))
        columns = min(fitting, max(_FEW, len(items)))
        width = (rect.width() - self._gap * (columns - 1)) // columns
        top = 0
        for first in range(0, len(items), columns):
            row = items[first : first + columns]
            height = max(_height(item, width) for item in row)
            if place:
                self._place(row, QRect(rect.left(), rect.top() + top, width, height), rect)
            top += height + self._line_gap
        return max(0, top - self._line_gap)

    def _place(self, row: list[QLayoutItem], box: QRect, whole: QRect) -> None:
        parent = self.parentWidget()
        rtl = parent is not None and is_rtl(parent)
        for number, item in enumerate(row):
            offset = number * (box.width() + self._gap)
            x = whole.width() - offset - box.width() if rtl else offset
            item.setGeometry(box.translated(x, 0))


def _height(item: QLayoutItem, width: int) -> int:
    hint = item.sizeHint().height()
    return max(hint, item.heightForWidth(width)) if item.hasHeightForWidth() else hint
