"""The records behind a table: the only Qt item model in the program.

It fetches page after page while it is scrolled (never all rows at once), and answers whoever
listens to the screen with whole words.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from hgkm_desktop.ui.widgets.cells import AT_END, EXTRA, KIND, Index

T = TypeVar("T")
Fetch = Callable[[], Sequence[Any]]


def nothing(row: object) -> None:
    """Read nothing more off a record."""
    del row


@dataclass(frozen=True)
class Column(Generic[T]):
    """A heading, and how to read a record: its words, and what its kind of cell needs more.

    `extra` gives for badges a list of words, for signal a level, for badge (tone, icon), for
    avatar (name, colour), for person (name, colour, gone), for two the second line, for coded
    and aside the muted words after it, for holder (state of the ring, second line), for phase
    1 to 3, for sparkline the numbers, for action (name, colour) of who does it already, or
    nothing. `spoken` is what is read aloud, where the words alone do not say enough.
    """

    title: str
    text: Callable[[T], str]
    kind: str = "text"
    width: int | None = None
    stretch: bool = False
    extra: Callable[[T], Any] = nothing
    align: str = "start"
    spoken: Callable[[T], str] | None = None


class RowModel(QAbstractTableModel, Generic[T]):
    """Shows records, read-only; asks for more when the end comes in sight."""

    def __init__(self, *columns: Column[T]) -> None:
        super().__init__()
        self.columns = columns
        self._rows: list[T] = []
        self._fetch: Fetch | None = None
        self._fetching = False

    @property
    def rows(self) -> Sequence[T]:
        """Return what is loaded so far."""
        return self._rows

    def show(self, rows: Sequence[T], fetch_more: Fetch | None = None) -> None:
        """Replace what is shown; `fetch_more` returns the next page, empty after the last."""
        self.beginResetModel()
        self._rows, self._fetch = list(rows), fetch_more
        self.endResetModel()

    def row(self, index: Index) -> T:
        """Return the record behind an index."""
        return self._rows[index.row()]

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many records are loaded."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell needs to be painted or spoken."""
        column, row = self.columns[index.column()], self.row(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(column, row)
        if role == KIND:
            return column.kind
        if role == EXTRA:
            return column.extra(row)
        return column.align == "end" if role == AT_END else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the heading of a column."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            at_end = self.columns[section].align == "end"
            side = Qt.AlignmentFlag.AlignTrailing if at_end else Qt.AlignmentFlag.AlignLeading
            return int(Qt.AlignmentFlag.AlignVCenter | side)
        return None

    def canFetchMore(self, parent: Index) -> bool:
        """Say whether there may be another page, and none is being fetched."""
        return self._fetch is not None and not self._fetching

    def fetchMore(self, parent: Index) -> None:
        """Fetch one page. Qt may ask again while the first answer is on its way: then nothing."""
        if self._fetch is None or self._fetching:
            return
        self._fetching = True
        try:
            page = list(self._fetch())
        finally:
            self._fetching = False
        if not page:
            self._fetch = None
            return
        end = len(self._rows)
        self.beginInsertRows(QModelIndex(), end, end + len(page) - 1)
        self._rows.extend(page)
        self.endInsertRows()

    @staticmethod
    def _spoken(column: Column[T], row: T) -> str:
        if column.spoken is not None:
            return column.spoken(row)
        extra = column.extra(row) if column.kind == "badges" else None
        words = ", ".join(extra) if extra else column.text(row)
        return f"{column.title}: {words}" if column.title else words
