"""The sheets by theme; the card is the last of them."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QGridLayout,
    QVBoxLayout,
    QWidget,
)

from hgkm_desktop.services.search import fold
from hgkm_desktop.sheets import library
from hgkm_desktop.sheets.card import CARD
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.handouts import words
from hgkm_desktop.ui.views.handouts.pills import Pill, Pills
from hgkm_desktop.ui.views.handouts.scrolling import scrolling
from hgkm_desktop.ui.views.handouts.tile import HUES, LEAST, SheetTile
from hgkm_desktop.ui.widgets.labels import muted
from hgkm_desktop.ui.widgets.roving import Roving
from hgkm_desktop.ui.widgets.watching import watch

GAP, MOST, BAR, RING = 12, 4, 14, 5
"""Between tiles; beside each other; the scroll bar; room for the ring around the outer ones."""


class Gallery(QWidget):
    """Pills for the themes, and below them tiles in which the arrows move."""

    chosen = Signal(str)
    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._query = ""
        self.themes = Pills(tr("Theme"), [Pill(value, text) for value, text in words.themes()])
        self.tiles = [*map(_tile, library.sheets()), _card()]
        self._nothing = muted(tr("No sheet has this in it."), wrap=True)
        self._grid = _Tiles(self.tiles, self._nothing)
        self._area = scrolling(self._grid)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(self.themes)
        column.addWidget(self._area, 1)
        self.themes.changed.connect(self._on_theme_chosen)
        for tile in self.tiles:
            tile.clicked.connect(self._on_clicked)
            tile.opened.connect(self.opened)
            watch(tile, self)
        self._sift()

    def select(self, sheet_id: str) -> None:
        """Show which sheet is the one, and bring it into sight; nobody is told."""
        for tile in self.tiles:
            tile.setChecked(tile.sheet_id == sheet_id)
            if tile.isChecked():
                self._grid.roving.stop_at(tile)
                self._area.ensureWidgetVisible(tile, 0, px(GAP))

    def search(self, text: str) -> None:
        """Show only sheets that hold this text, in any of their languages."""
        self._query = fold(text.strip())
        self._sift()

    def shown(self) -> list[str]:
        """Return what the gallery shows now."""
        return [tile.sheet_id for tile in self.tiles if not tile.isHidden()]

    def take_focus(self) -> None:
        """Bring the keyboard to the tile that is the one, or to the first."""
        here = [tile for tile in self.tiles if not tile.isHidden()]
        chosen = next((tile for tile in here if tile.isChecked()), here[0] if here else None)
        if chosen is not None:
            chosen.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Bring the tile that has the keyboard into sight."""
        if event.type() == QEvent.Type.FocusIn:
            self._area.ensureWidgetVisible(cast(QWidget, watched), 0, px(GAP))
        return False

    def _on_clicked(self) -> None:
        tile = cast(SheetTile, self.sender())
        self.select(tile.sheet_id)
        self.chosen.emit(tile.sheet_id)

    def _on_theme_chosen(self, _theme: object) -> None:
        self._sift()

    def _sift(self) -> None:
        theme = self.themes.value()
        self._grid.arrange([tile for tile in self.tiles if self._fits(tile, theme)])

    def _fits(self, tile: SheetTile, theme: object) -> bool:
        by_theme = theme is None or tile.theme == theme
        return by_theme and (not self._query or self._query in _all_words(tile.sheet_id))


class _Tiles(QWidget):
    """The tiles that fit, as many beside each other as there is room for."""

    def __init__(self, tiles: Sequence[SheetTile], nothing: QWidget) -> None:
        super().__init__()
        self._all, self._nothing, self._columns = tiles, nothing, MOST
        self._here: list[SheetTile] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(px(RING), px(RING), px(RING), px(RING))
        self._grid.setSpacing(px(GAP))
        for place, tile in enumerate(tiles):
            self._grid.addWidget(tile, place // MOST, place % MOST)
        self._grid.addWidget(nothing, len(tiles), 0, 1, MOST)
        self.roving = _GridRoving(self, tiles)

    def arrange(self, here: Sequence[SheetTile]) -> None:
        """Show these tiles and no others."""
        self._here = list(here)
        for tile in self._all:
            tile.setVisible(tile in here)
        self._nothing.setVisible(not here)
        stops = [tile for tile in here if tile.focusPolicy() == Qt.FocusPolicy.StrongFocus]
        if here and not stops:
            self.roving.stop_at(here[0])
        self._lay()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many beside each other as there is room for."""
        super().resizeEvent(event)
        room = event.size().width() - 2 * px(RING) + px(GAP)
        fitting = min(MOST, max(1, room // px(LEAST + GAP)))
        if fitting != self._columns:
            self._columns = fitting
            self._lay()

    def minimumSizeHint(self) -> QSize:
        """Be as narrow as one tile; the width decides how many stand beside each other."""
        return QSize(px(LEAST + 2 * RING), super().minimumSizeHint().height())

    def _lay(self) -> None:
        self.roving.set_columns(self._columns)
        for tile in self._all:
            self._grid.removeWidget(tile)
        self._grid.removeWidget(self._nothing)
        for place, tile in enumerate(self._here):
            self._grid.addWidget(tile, place // self._columns, place % self._columns)
        for column in range(MOST):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)
        rows = len(self._here) // self._columns + 1
        for row in range(len(self._all) + 2):
            self._grid.setRowStretch(row, 1 if row == rows else 0)
        self._grid.addWidget(self._nothing, rows + 1, 0, 1, self._columns)


class _GridRoving(Roving):
    """Arrows in rows of tiles that are now longer, now shorter."""

    def __init__(self, parent: QWidget, buttons: Sequence[QAbstractButton]) -> None:
        super().__init__(parent, buttons, columns=MOST)

    def set_columns(self, columns: int) -> None:
        """Move this many tiles up and down."""
        self._columns = columns


def _tile(sheet: library.Sheet) -> SheetTile:
    return SheetTile(sheet.id, sheet.icon, HUES[sheet.color], sheet.theme)


def _card() -> SheetTile:
    return SheetTile(CARD, "cards", "c6", "safety")


def _all_words(sheet_id: str) -> str:
    if sheet_id == CARD:
        return fold(words.title_of(CARD))
    said = (library.text(sheet_id, code) for code in library.languages(sheet_id))
    return fold(" ".join(f"{each.title} {each.lead}" for each in said))
