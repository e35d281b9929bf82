"""Who are you? Names without roles, one Tab stop (LOOK.md 11)."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from hgkm_desktop.ui.icons import paint_icon
from hgkm_desktop.ui.style import font, px
from hgkm_desktop.ui.widgets.avatar import paint_avatar
from hgkm_desktop.ui.widgets.painting import (
    at_side,
    draw_text,
    inside,
    is_rtl,
    middle,
    round_box,
    start,
)
from hgkm_desktop.ui.widgets.roving import Roving

_HEIGHT = 80


class MemberTile(QAbstractButton):
    """One person to sign in as."""

    def __init__(self, identity: object, name: str, color: int) -> None:
        super().__init__()
        self.identity, self._color = identity, color
        self.ring_radius = px(12)
        self.setText(name)
        self.setAccessibleName(name)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Be a large target."""
        return QSize(px(230), px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card, the person, and a mark when it is her."""
        painter, whole, rtl = start(self), QRectF(self.rect()), is_rtl(self)
        if self.isChecked():
            round_box(painter, whole, px(12), "prit", "pri", 2)
            mark = middle(at_side(whole, whole.width() - px(14 + 22), px(22), rtl), px(22))
            paint_icon(painter, mark, "check-circle", "pri", "fill")
        else:
            round_box(painter, whole, px(12), "sunk" if self.underMouse() else "card", "line")
        paint_avatar(painter, at_side(whole, px(16), px(44), rtl), self.text(), self._color, 44)
        words = inside(whole, px(73), px(44 if self.isChecked() else 16), rtl)
        draw_text(painter, words, self.text(), font(18, bold=True), "ink", rtl)


class MemberTiles(QWidget):
    """The team in two columns; arrows move, and choose."""

    chosen = Signal(object)

    def __init__(
        self, members: Sequence[tuple[object, str, int]] = (), columns: int = 2, name: str = ""
    ) -> None:
        super().__init__()
        self._columns = columns
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(px(12))
        self._roving = Roving(self, [], select=True, columns=columns)
        self.tiles: list[MemberTile] = []
        self.setAccessibleName(name)
        for identity, person, color in members:
            self.add(identity, person, color)

    def add(self, identity: object, name: str, color: int) -> MemberTile:
        """Add a person after the others."""
        tile = MemberTile(identity, name, color)
        place = len(self.tiles)
        self._grid.addWidget(tile, place // self._columns, place % self._columns)
        self.tiles.append(tile)
        self._roving.add(tile)
        tile.clicked.connect(self._on_clicked)
        return tile

    def current(self) -> object:
        """Return who is chosen, or nothing."""
        return next((tile.identity for tile in self.tiles if tile.isChecked()), None)

    def select(self, identity: object) -> None:
        """Choose somebody; nobody is told."""
        for tile in self.tiles:
            if tile.identity == identity:
                tile.setChecked(True)
                self._roving.stop_at(tile)

    def _on_clicked(self) -> None:
        self.chosen.emit(self.current())
