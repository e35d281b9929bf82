"""Rows in groups: a heading with a count over each, which no arrow and no click reaches (05)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from hgkm_desktop.ui.rows import Column, Fetch, RowModel
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.table import RowTable
from hgkm_desktop.ui.widgets.cells import GROUP, KIND

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
HEADING = 34


@dataclass(frozen=True)
class Group:
    """The heading of a group and how many rows it has."""

    title: str
    count: int


class GroupedModel(RowModel[T]):
    """Shows records under headings; a group without records is left out."""

    def __init__(self, *columns: Column[T]) -> None:
        super().__init__(*columns)
        self._lines: list[T | Group] = []

    def show(self, rows: Sequence[T], fetch_more: Fetch | None = None) -> None:
        """Show records without headings; all at once, so `fetch_more` is not asked."""
        self._put([row for row in rows], rows)

    def show_groups(self, groups: Sequence[tuple[str, Sequence[T]]]) -> None:
        """Replace what is shown: the title of each group, and its records."""
        lines: list[T | Group] = []
        for title, rows in groups:
            if rows:
                lines += [Group(title, len(rows)), *rows]
        self._put(lines, [row for _, rows in groups for row in rows])

    def headings(self) -> list[int]:
        """Return which rows are headings."""
        return [place for place, line in enumerate(self._lines) if isinstance(line, Group)]

    def place(self, wanted: Callable[[T], bool]) -> int | None:
        """Return the row of the first record that is wanted, if there is one."""
        for place, line in enumerate(self._lines):
            if not isinstance(line, Group) and wanted(line):
                return place
        return None

    def row(self, index: Index) -> T:
        """Return the record behind an index; a heading has none, so do not ask it."""
        return cast(T, self._lines[index.row()])

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows there are, headings too."""
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Leave headings out of choosing and out of the way of the arrows."""
        if isinstance(self._lines[index.row()], Group):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell needs; the first cell of a heading stands for its whole row."""
        line = self._lines[index.row()]
        if not isinstance(line, Group):
            return super().data(index, role)
        if role == KIND:
            return GROUP
        if index.column() > 0:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{line.title}  {line.count}"
        return f"{line.title}, {line.count}" if role == Qt.ItemDataRole.AccessibleTextRole else None

    def _put(self, lines: list[T | Group], rows: Sequence[T]) -> None:
        self.beginResetModel()
        self._lines, self._rows, self._fetch = lines, list(rows), None
        self.endResetModel()


class GroupedTable(RowTable[T]):
    """A table with headings between its rows."""

    def __init__(
        self,
        model: GroupedModel[T],
        name: str,
        row_height: int = 48,
        empty: QWidget | None = None,
    ) -> None:
        super().__init__(model, name, row_height, empty)
        self._grouped = model
        model.modelReset.connect(self._span_headings)
        self._span_headings()

    def select(self, row: int) -> None:
        """Select a row, or the first record under it when it is a heading."""
        headings = self._grouped.headings()
        while row in headings:
            row += 1
        super().select(row)

    def _span_headings(self) -> None:
        self.clearSpans()
        usual, headings = self.verticalHeader().defaultSectionSize(), self._grouped.headings()
        for row in range(self._grouped.rowCount()):
            self.setRowHeight(row, px(HEADING) if row in headings else usual)
        for row in headings:
            self.setSpan(row, 0, 1, len(self._grouped.columns))
