"""A part of the page: a heading, a card of rows, and what is folded away when there are many.

Rows are made once and filled again: the page is painted at once, and the keyboard stays with
whom it was.
"""

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.today.arrows import Arrows
from hgkm_desktop.ui.views.today.more import say_more
from hgkm_desktop.ui.views.today.row import Row
from hgkm_desktop.ui.views.today.scene import Scene
from hgkm_desktop.ui.views.today.showing import show_when
from hgkm_desktop.ui.widgets.buttons import Button, make_button
from hgkm_desktop.ui.widgets.card import Card, Heading

T = TypeVar("T")


class Section(QWidget, Generic[T]):
    """Is not there while it has nothing to show."""

    wants = Signal(object)
    grown = Signal()
    """There are other stops for the keyboard than before."""

    def __init__(
        self, icon: str, title: str, make_row: Callable[[], Row[T]], *, at_most: int = 4
    ) -> None:
        super().__init__()
        self._icon, self._title, self._at_most = icon, title, at_most
        self._make_row = make_row
        self._items: Sequence[T] = ()
        self._scene: Scene | None = None
        self._is_open = self._is_narrow = False
        self.rows: list[Row[T]] = []
        self.more: Button | None = None
        self._face: _Face | None = None
        self._arrows = Arrows(self)
        self.setAccessibleName(title)

    def show_items(self, items: Sequence[T], scene: Scene, note: str = "") -> None:
        """Show these; the heading says how many there are, or `note`."""
        self._items, self._scene = items, scene
        if items and self._face is None:
            self._face = _Face(self, self._icon, self._title)
        if self._face is not None:
            self._face.heading.note.setText(note or str(len(items)))
            self._fill()
        show_when(self, bool(items))

    def shown(self) -> list[Row[T]]:
        """Return the rows that are in sight."""
        return [row for row in self.rows if not row.isHidden()]

    def stops(self) -> list[QWidget]:
        """Return what the keyboard comes to, in reading order; Tab comes to one of the rows."""
        found = [stop for row in self.shown() for stop in row.stops()]
        is_folded = self.more is not None and not self.more.isHidden()
        return [*found, self.more] if is_folded and self.more is not None else found

    def fit(self, *, is_narrow: bool) -> None:
        """Stand closer together where the screen is small."""
        self._is_narrow = is_narrow
        for row in self.rows:
            row.fit(is_narrow=is_narrow)
        if self._face is not None:
            self._fill()

    def _fill(self) -> None:
        assert self._scene is not None
        held, before = self._held(), self.stops()
        seen = self._items if self._is_open else self._items[: self._room()]
        while len(self.rows) < len(seen):
            self._add_row()
        for place, row in enumerate(self.rows):
            if place < len(seen):
                row.show_item(seen[place], self._scene)
            show_when(row, place < len(seen))
        self._offer_more(len(self._items) - len(seen))
        self._give_back(held)
        self._arrows.lead([stop for row in self.shown() for stop in row.stops()])
        if self.stops() != before:
            self.grown.emit()

    def _room(self) -> int:
        """Fold nothing away where it would be one row only."""
        return len(self._items) if len(self._items) <= self._at_most + 1 else self._at_most

    def _offer_more(self, hidden: int) -> None:
        folds = len(self._items) > self._at_most + 1
        if self.more is None and folds and self._face is not None:
            self.more = make_button("", "quiet", trailing="caret-down", small=True)
            self.more.clicked.connect(self._on_more_clicked)
            self._face.add_foot(self.more)
        if self.more is not None:
            say_more(self.more, hidden, self._title)
            show_when(self.more, folds)

    def _add_row(self) -> None:
        assert self._face is not None
        row = self._make_row()
        row.is_first = not self.rows
        row.fit(is_narrow=self._is_narrow)
        row.wants.connect(self.wants)
        self._face.card.body.insertWidget(len(self.rows), row)
        self.rows.append(row)

    def _held(self) -> Hashable | None:
        """Return of whom the row is that has the keyboard."""
        here = QApplication.focusWidget()
        return next((row.key() for row in self.rows if here in row.stops()), None)

    def _give_back(self, held: Hashable | None) -> None:
        """Let the keyboard follow whom it was with, or stay near."""
        if held is None:
            return
        rows = self.shown()
        now = next((row for row in rows if row.key() == held), rows[-1] if rows else None)
        stops = now.stops() if now is not None else []
        if stops and QApplication.focusWidget() not in stops:
            stops[0].setFocus()

    def _on_more_clicked(self) -> None:
        self._is_open = not self._is_open
        self._fill()


class _Face:
    """The heading and the card, made when there is something to show for the first time."""

    def __init__(self, section: QWidget, icon: str, title: str) -> None:
        self.heading = Heading(icon, title)
        self.card = Card(clip=True)
        column = QVBoxLayout(section)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addWidget(self.card)

    def add_foot(self, button: QWidget) -> None:
        """Put a button under the rows."""
        row = QHBoxLayout()
        row.setContentsMargins(px(6), px(2), px(6), px(4))
        row.addWidget(button)
        row.addStretch(1)
        self.card.body.addLayout(row)
