"""The table of the list: a click or Enter opens somebody, the button in a row takes her on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from hgkm_desktop.rules.holding import State
from hgkm_desktop.services.case_list import CaseRow
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.grouped import GroupedModel
from hgkm_desktop.ui.views.cases.fitted_table import FittedTable
from hgkm_desktop.ui.views.cases.list_columns import WIDTHS


class ListTable(FittedTable[CaseRow]):
    """Her confidants see her here; `taken` when the button (or Space) says: I'll do it."""

    taken = Signal(object)

    def __init__(self, model: GroupedModel[CaseRow], empty: QWidget) -> None:
        super().__init__(model, tr("Those I stand beside"), WIDTHS, empty)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take her on with Space where nobody holds her."""
        row = self.current()
        if event.key() != Qt.Key.Key_Space or row is None:
            super().keyPressEvent(event)
        elif row.state is State.NOBODY:
            self.taken.emit(row)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open her with one click; on the button take her on."""
        index = self.indexAt(event.position().toPoint())
        on_button = index.isValid() and self._on_button(index, event.position())
        if not on_button:
            super().mouseReleaseEvent(event)
        is_record = index.isValid() and bool(index.flags() & Qt.ItemFlag.ItemIsSelectable)
        if is_record and event.button() == Qt.MouseButton.LeftButton:
            (self.taken if on_button else self.opened).emit(self._rows.row(index))
