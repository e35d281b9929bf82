"""A grouped table whose columns give way on a small screen; the widest case is told first."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from hgkm_desktop.ui.grouped import GroupedModel, GroupedTable
from hgkm_desktop.ui.style import px

T = TypeVar("T")
Widths = Sequence[tuple[int, Sequence[int | None]]]
"""From this width on: how wide each column is; 0 takes what is left, None has no room."""

ROW, SMALL_ROW, SMALL = 50, 46, 1150


class FittedTable(GroupedTable[T]):
    """Chooses widths, columns and the height of its rows by the room there is."""

    def __init__(
        self, model: GroupedModel[T], name: str, widths: Widths, empty: QWidget | None = None
    ) -> None:
        self._widths = widths
        super().__init__(model, name, ROW, empty)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give who holds her the room she needs."""
        super().resizeEvent(event)
        width = self.viewport().width()
        self.verticalHeader().setDefaultSectionSize(px(SMALL_ROW if width < px(SMALL) else ROW))
        chosen = next(widths for least, widths in self._widths if width >= px(least))
        for place, each in enumerate(chosen):
            self.setColumnHidden(place, each is None)
            if each:
                self.setColumnWidth(place, px(each))
