"""The table on the page: rows to look at, choose and open, with mouse or keyboard."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPointF,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from hgkm_desktop.ui.rows import Column, RowModel
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.cells import PADDING, CellDelegate, action_box, is_button
from hgkm_desktop.ui.widgets.painting import inside, is_rtl

__all__ = ["Column", "RowModel", "RowTable"]

T = TypeVar("T")
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOVING = (Qt.Key.Key_Down, Qt.Key.Key_Up)

_WHOLE_ROW = (
    QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
)


class RowTable(QTableView, Generic[T]):
    """Shows a model; `empty` stands in its place when there is nothing. Put it in a clipped Card.

    chosen: another row is selected (or none). opened: Enter, double click, or a row's button.
    """

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(
        self, model: RowModel[T], name: str, row_height: int = 48, empty: QWidget | None = None
    ) -> None:
        super().__init__()
        self._rows, self._empty = model, empty
        self._cells = CellDelegate(self)
        self.setItemDelegate(self._cells)
        self.setModel(model)
        self.setAccessibleName(name)
        self.ring_radius = px(4)
        _prepare(self)
        _prepare_headers(self, model.columns, row_height)
        if empty is not None:
            empty.setParent(self)
        model.modelReset.connect(self._on_rows_changed)
        model.rowsInserted.connect(self._on_rows_changed)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self._on_rows_changed()

    def current(self) -> T | None:
        """Return the record of the selected row, or nothing."""
        chosen = self.selectionModel().selectedRows()
        return self._rows.row(chosen[0]) if chosen else None

    def select(self, row: int) -> None:
        """Select a row and bring it into sight (`selectRow` fails in RTL before it is shown)."""
        index = self._rows.index(row, 0)
        self.selectionModel().setCurrentIndex(index, _WHOLE_ROW)
        self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter; the first arrow selects the row that has the focus."""
        if event.key() in _OPENING and self.current() is not None:
            self.opened.emit(self.current())
        elif event.key() in _MOVING and self.current() is None and self._rows.rows:
            self.select(max(0, self.currentIndex().row()))
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light the whole row up, not one cell."""
        super().mouseMoveEvent(event)
        self.light(self.rowAt(int(event.position().y())))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the row when its button is pressed."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if _is_record(index) and self._on_button(index, event.position()):
            self.opened.emit(self._rows.row(index))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the row."""
        super().mouseDoubleClickEvent(event)
        index = self.indexAt(event.position().toPoint())
        if _is_record(index) and not self._on_button(index, event.position()):
            self.opened.emit(self._rows.row(index))

    def leaveEvent(self, event: QEvent) -> None:
        """Put the light out."""
        super().leaveEvent(event)
        self.light(-1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is shown instead of rows as large as the table."""
        super().resizeEvent(event)
        self._on_scrolled()
        if self._empty is not None:
            self._empty.setGeometry(self.rect())

    def _on_button(self, index: QModelIndex, point: QPointF) -> bool:
        if not is_button(index):
            return False
        rtl = is_rtl(self)
        room = inside(QRectF(self.visualRect(index)), px(PADDING), px(PADDING), rtl)
        return action_box(room, str(index.data()), rtl).contains(point)

    def light(self, row: int) -> None:
        """Light one row up, or none with -1."""
        if row != self._cells.hovered_row:
            self._cells.hovered_row = row
            self.viewport().update()

    def _on_rows_changed(self) -> None:
        if self._empty is not None:
            self._empty.setVisible(not self._rows.rows)
        self.horizontalHeader().setVisible(bool(self._rows.rows) or self._empty is None)

    def _on_selection_changed(self) -> None:
        self._on_scrolled()
        self.chosen.emit(self.current())

    def _on_scrolled(self) -> None:
        self.setProperty("ringed", self._row_in_sight())

    def _row_in_sight(self) -> QRect:
        chosen = self.selectionModel().selectedRows()
        if not chosen:
            return QRect()
        row, port = self.visualRect(chosen[0]), self.viewport()
        box = QRect(0, row.top(), port.width(), row.height()) & port.rect()
        return box.translated(port.pos())


def _is_record(index: QModelIndex) -> bool:
    return index.isValid() and bool(index.flags() & Qt.ItemFlag.ItemIsSelectable)


def _prepare(table: QTableView) -> None:
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.setFrameShape(QFrame.Shape.NoFrame)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setMouseTracking(True)


def _prepare_headers(table: QTableView, columns: Sequence[Column[T]], row_height: int) -> None:
    rows, heads = table.verticalHeader(), table.horizontalHeader()
    rows.hide()
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    rows.setDefaultSectionSize(px(row_height))
    heads.setHighlightSections(False)
    heads.setSectionsClickable(False)
    heads.setMinimumSectionSize(px(40))
    for place, column in enumerate(columns):
        stretching = column.stretch or column.width is None
        mode = QHeaderView.ResizeMode.Stretch if stretching else QHeaderView.ResizeMode.Fixed
        heads.setSectionResizeMode(place, mode)
        if column.width is not None:
            table.setColumnWidth(place, px(column.width))
