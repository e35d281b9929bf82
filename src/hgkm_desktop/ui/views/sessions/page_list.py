"""Who is on the list: a tick, a name, a language, children; Space ticks (mock-up 09)."""

from time import monotonic

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent, Qt
from PySide6.QtWidgets import QWidget

from hgkm_desktop.models import Registration
from hgkm_desktop.models.labels import short
from hgkm_desktop.rules.sessions import Place
from hgkm_desktop.services.search import fold
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.grouped import Group, GroupedModel, GroupedTable
from hgkm_desktop.ui.rows import Column
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.sessions import list_words as words
from hgkm_desktop.ui.views.sessions.page_about import About
from hgkm_desktop.ui.views.sessions.page_cells import CARE, DOTS, NAME, TICK, WORDS, ListCells

TICKS, NAMES, LANGUAGE, CHILDREN, MORE = range(5)
GIVING_WAY = {LANGUAGE: (180, 116), CHILDREN: (120, 84)}
WIDE = 580
ROW = 45
PAUSE = 1.2
"""Seconds after which a letter begins another name."""


class ListModel(GroupedModel[Registration]):
    """Who has a place has no heading over her; who waits or does not come has."""

    def __init__(self) -> None:
        self.veiled = False
        made = Column[Registration]
        super().__init__(
            made(tr("Is here"), _number, TICK, 84, extra=_ticked, spoken=_spoken_tick),
            made(tr("Name"), self.called, NAME, stretch=True, extra=self._aside),
            made(tr("Language"), _language, WORDS, 180, extra=_is_gone),
            made(tr("Child care"), _children, CARE, 120, extra=_is_gone, spoken=_spoken_children),
            made("", _nothing, DOTS, 52, spoken=_spoken_more),
        )

    def called(self, row: Registration) -> str:
        """Return what somebody is called here."""
        return words.called(row, veiled=self.veiled)

    def show_list(self, about: About) -> None:
        """Show a list; where only something in the lines changed, nothing jumps."""
        self.veiled = about.veiled
        lines: list[Registration | Group] = [*about.placed]
        below = (tr("Waiting list"), about.waiting), (tr("Does not come"), about.gone)
        for title, rows in below:
            if rows:
                lines += [Group(title, len(rows)), *rows]
        rows = [line for line in lines if isinstance(line, Registration)]
        if [_shape(each) for each in lines] != [_shape(each) for each in self._lines]:
            self._put(lines, rows)
        elif lines:
            self._lines, self._rows = lines, rows
            last = self.index(len(lines) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def _aside(self, row: Registration) -> tuple[str, bool]:
        return words.aside(row, veiled=self.veiled), _is_gone(row)


class ListTable(GroupedTable[Registration]):
    """Space or a click ticks; letters lead to a name; Enter and the dots open what can be done."""

    ticked = Signal(object)

    def __init__(self, model: ListModel, empty: QWidget) -> None:
        super().__init__(model, tr("Who is on the list"), ROW, empty)
        self._list = model
        self._cells = ListCells(self)
        self.setItemDelegate(self._cells)
        self._sought, self._sought_at = "", 0.0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the name the room it needs."""
        super().resizeEvent(event)
        is_wide = self.viewport().width() >= px(WIDE)
        for column, (wide, narrow) in GIVING_WAY.items():
            self.setColumnWidth(column, px(wide if is_wide else narrow))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with Space."""
        row = self.current()
        if event.key() == Qt.Key.Key_Space and row is not None:
            self._sought = ""
            self.ticked.emit(row)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Go to the first name that begins with the letters typed one after the other."""
        now = monotonic()
        self._sought = search if now - self._sought_at > PAUSE else self._sought + search
        self._sought_at = now
        wanted = fold(self._sought)
        place = self._list.place(lambda row: fold(self._list.called(row)).startswith(wanted))
        if wanted and place is not None:
            self.select(place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick, or open what can be done."""
        super().mouseReleaseEvent(event)
        column = self._column_at(event.position().toPoint())
        row = self.current()
        if row is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if column == TICKS:
            self.ticked.emit(row)
        elif column == MORE:
            self.opened.emit(row)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open what can be done; two clicks on a tick are two clicks."""
        if self._column_at(event.position().toPoint()) not in (TICKS, MORE):
            super().mouseDoubleClickEvent(event)

    def _column_at(self, point: QPoint) -> int:
        index = self.indexAt(point)
        chosen = self.selectionModel().selectedRows()
        is_chosen = bool(chosen) and index.row() == chosen[0].row()
        return index.column() if index.isValid() and is_chosen else -1


def _shape(line: Registration | Group) -> object:
    return line if isinstance(line, Group) else line.id


def _is_gone(row: Registration) -> bool:
    return row.place is Place.CANCELLED


def _number(row: Registration) -> str:
    return str(row.number)


def _ticked(row: Registration) -> tuple[bool, bool]:
    return row.is_here, _is_gone(row)


def _language(row: Registration) -> str:
    return short(row.language) if row.language is not None else "–"


def _children(row: Registration) -> str:
    return str(row.children) if row.children else ""


def _nothing(_row: Registration) -> str:
    return ""


def _spoken_tick(row: Registration) -> str:
    return tr("is here") if row.is_here else tr("is not here")


def _spoken_children(row: Registration) -> str:
    return tr("Children with child care: {count}").format(count=row.children)


def _spoken_more(_row: Registration) -> str:
    return tr("What else can be done")
