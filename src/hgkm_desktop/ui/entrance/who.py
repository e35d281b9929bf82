"""Who are you: tiles of names without roles; with a large team also a field to find one's own."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.entrance.enter import is_enter
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.inputs import SearchField
from hgkm_desktop.ui.widgets.labels import muted
from hgkm_desktop.ui.widgets.member_tile import MemberTile, MemberTiles
from hgkm_desktop.ui.widgets.painting import at_side, is_rtl, middle, round_box, start
from hgkm_desktop.ui.widgets.scroll import FittingScroll

if TYPE_CHECKING:
    from hgkm_desktop.vault.slots import Tile

FEW = 6
"""So many names are seen at a glance; from there on there is a field to find one (R-098)."""
COLUMNS, TILE, GAP = 2, 80, 12


class Who(QWidget):
    """`chosen` tells who; `settled` that she pressed Enter or clicked: now the passphrase."""

    chosen = Signal(object, str)
    settled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._people: list[Tile] = []
        self._tiles = MemberTiles()
        self.search = SearchField(tr("Find your name"))
        self.nobody = muted(tr("Nobody with this name."))
        self.blank = Blank()
        self._holder = QWidget()
        self._holder_layout = QVBoxLayout(self._holder)
        self._holder_layout.setContentsMargins(0, 0, 0, 0)
        self._holder_layout.addWidget(self._tiles)
        self._scroll = FittingScroll(self._holder)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(GAP))
        for part in (self.search, self.blank, self.nobody, self._scroll):
            layout.addWidget(part)
        for part in (self.search, self.nobody, self._scroll):
            part.hide()
        self.search.textChanged.connect(self._on_searched)
        self.search.installEventFilter(self)

    def show_tiles(self, tiles: "Sequence[Tile]", *, take_focus: bool = True) -> None:
        """Show the names, as soon as they are known; one name alone is chosen at once."""
        before = self.current()
        self._people = list(tiles)
        self.blank.hide()
        self.search.setVisible(len(self._people) > FEW)
        self._build(self._people, before)
        if len(self._people) == 1 and before is None:
            self.tiles[0].click()
            self.settled.emit()
        elif before is None and self._people and take_focus:
            self.take_focus()

    @property
    def tiles(self) -> list[MemberTile]:
        """The names that are shown now."""
        return self._tiles.tiles

    def current(self) -> object:
        """Return the id of who is chosen, or None."""
        return self._tiles.current()

    def take_focus(self) -> None:
        """Bring the keyboard to the names."""
        first = self.tiles[0] if self.tiles else self.search
        focus = self.search if self.search.isVisibleTo(self) else first
        focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer Enter, letters and clicks on the names, and the arrow down from the field."""
        if event.type() == QEvent.Type.KeyPress:
            pressed = cast(QKeyEvent, event)
            if watched is self.search:
                return self._pressed_in_search(pressed)
            return self._pressed_on_tile(cast(MemberTile, watched), pressed)
        if isinstance(watched, MemberTile):
            if event.type() == QEvent.Type.FocusIn:
                self._scroll.ensureWidgetVisible(watched, 0, px(GAP))
            elif event.type() == QEvent.Type.MouseButtonRelease:
                QTimer.singleShot(0, self.settled.emit)
        return False

    def _build(self, people: "Sequence[Tile]", chosen: object) -> None:
        before, self._tiles = (
            self._tiles,
            MemberTiles(
                [(tile.member_id, tile.name, tile.color) for tile in people],
                COLUMNS,
                tr("Who are you?"),
            ),
        )
        self._tiles.chosen.connect(self._on_chosen)
        for tile in self.tiles:
            tile.installEventFilter(self)
        self._tiles.select(chosen)
        self._holder_layout.replaceWidget(before, self._tiles)
        before.deleteLater()
        self._tiles.show()
        self._scroll.setVisible(bool(people))
        self.nobody.setVisible(bool(self._people) and not people)

    def _pressed_in_search(self, event: QKeyEvent) -> bool:
        first = self.tiles[0] if self.tiles else None
        if first is None or not (is_enter(event) or event.key() == Qt.Key.Key_Down):
            return False
        first.click()
        if is_enter(event):
            self.settled.emit()
        else:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _pressed_on_tile(self, tile: MemberTile, event: QKeyEvent) -> bool:
        if is_enter(event):
            tile.click()
            self.settled.emit()
            return True
        letter = event.text()
        return letter.isalpha() and self._jump(tile, letter)

    def _jump(self, here: MemberTile, letter: str) -> bool:
        """Go to the next name that begins with a letter, round and round."""
        from hgkm_desktop.services.search import fold

        tiles = self.tiles
        place = tiles.index(here) + 1
        for tile in tiles[place:] + tiles[:place]:
            if fold(tile.text()).startswith(fold(letter)):
                tile.setFocus(Qt.FocusReason.OtherFocusReason)
                tile.click()
                return True
        return False

    def _on_searched(self, typed: str) -> None:
        from hgkm_desktop.services.search import fold

        wanted = fold(typed[:100])
        found = [tile for tile in self._people if wanted in fold(tile.name)]
        self._build(found, self.current())

    def _on_chosen(self, identity: object) -> None:
        for tile in self._people:
            if tile.member_id == identity:
                self.chosen.emit(identity, tile.name)


class Blank(QWidget):
    """Empty cards where the names will be; nothing moves."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Take the room of six names."""
        return QSize(px(472), 3 * px(TILE) + 2 * px(GAP))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cards."""
        painter, rtl = start(self), is_rtl(self)
        width = (self.width() - px(GAP)) / COLUMNS
        for place in range(FEW):
            left = (place % COLUMNS) * (width + px(GAP))
            card = QRectF(left, (place // COLUMNS) * (px(TILE) + px(GAP)), width, px(TILE))
            round_box(painter, card, px(12), "card", "line")
            circle = middle(at_side(card, px(16), px(44), rtl), px(44))
            round_box(painter, circle, px(22), "sunk")
            bar = middle(at_side(card, px(73), px(96), rtl), px(96), px(14))
            round_box(painter, bar, px(7), "sunk")
