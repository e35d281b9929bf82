"""How a cell of a table is painted: words, badges, signals, people, a button.

A cell asks its model for everything through roles, so this knows no record.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from hgkm_desktop.ui.style import color, font, px
from hgkm_desktop.ui.widgets.avatar import paint_avatar
from hgkm_desktop.ui.widgets.badges import paint_badge, paint_signal, paint_tag, tag_width
from hgkm_desktop.ui.widgets.holder_ring import paint_ring
from hgkm_desktop.ui.widgets.painting import (
    at_side,
    draw_centred,
    draw_text,
    inside,
    middle,
    round_box,
    text_width,
)
from hgkm_desktop.ui.widgets.phase_steps import paint_phase
from hgkm_desktop.ui.widgets.sparkline import paint_sparkline

Index = QModelIndex | QPersistentModelIndex
KIND = int(Qt.ItemDataRole.UserRole) + 1
EXTRA = int(Qt.ItemDataRole.UserRole) + 2
AT_END = int(Qt.ItemDataRole.UserRole) + 3
PADDING = 12
GROUP = "group"


@dataclass(frozen=True)
class Cell:
    """One cell on its way to the screen."""

    index: Index
    room: QRectF
    rtl: bool
    hovered: bool = False

    @property
    def words(self) -> str:
        """Return the text of the cell."""
        return str(self.index.data() or "")

    @property
    def extra(self) -> object:
        """Return what its kind needs beside the text."""
        return self.index.data(EXTRA)


class CellDelegate(QStyledItemDelegate):
    """Paints every kind of cell; hover and selection run over the whole row."""

    hovered_row = -1

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Leave the size to the table."""
        return QSize(px(80), px(48))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the ground, then what stands in the cell."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole, rtl = QRectF(option.rect), _is_rtl(option)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_ground(painter, whole, index, selected, rtl)
        cell = Cell(index, inside(whole, px(PADDING), px(PADDING), rtl), rtl, not self._calm(index))
        _PAINTERS[str(index.data(KIND) or "text")](painter, cell)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, whole: QRectF, index: Index, selected: bool, rtl: bool
    ) -> None:
        sunk = not self._calm(index) or is_group(index)
        ground = "sunk" if sunk else "card"
        painter.fillRect(whole, color("prit" if selected else ground))
        painter.fillRect(QRectF(whole.left(), whole.bottom() - 1, whole.width(), 1), color("line"))
        if selected and index.column() == 0:
            painter.fillRect(at_side(whole, 0, px(4), rtl), color("pri"))

    def _calm(self, index: Index) -> bool:
        return index.row() != self.hovered_row


def _text(painter: QPainter, cell: Cell) -> None:
    _line(painter, cell, font(15), "ink")


def _strong(painter: QPainter, cell: Cell) -> None:
    _line(painter, cell, font(15, bold=True), "ink")


def _muted(painter: QPainter, cell: Cell) -> None:
    _line(painter, cell, font(14), "mut")


def _explain(painter: QPainter, cell: Cell) -> None:
    _line(painter, cell, font(14), "ink")


def _line(painter: QPainter, cell: Cell, letters: QFont, hue: str) -> None:
    room = cell.room
    if cell.index.data(AT_END):
        width = min(text_width(letters, cell.words), room.width())
        room = at_side(room, room.width() - width, width, cell.rtl)
    draw_text(painter, room, cell.words, letters, hue, cell.rtl)


def _group(painter: QPainter, cell: Cell) -> None:
    _line(painter, cell, font(14, bold=True), "mut")


def _coded(painter: QPainter, cell: Cell) -> None:
    _beside(painter, cell, font(15, bold=True), font(13), px(9))


def _aside(painter: QPainter, cell: Cell) -> None:
    _beside(painter, cell, font(14), font(14), px(4))


def _beside(painter: QPainter, cell: Cell, first: QFont, second: QFont, gap: int) -> None:
    draw_text(painter, cell.room, cell.words, first, "ink", cell.rtl)
    rest = inside(cell.room, text_width(first, cell.words) + gap, 0, cell.rtl)
    if cell.extra and rest.width() > px(20):
        draw_text(painter, rest, str(cell.extra), second, "mut", cell.rtl)


def _holder(painter: QPainter, cell: Cell) -> None:
    state, below = cast(tuple[str, str], cell.extra)
    ring = middle(at_side(cell.room, 0, px(20), cell.rtl), px(20))
    paint_ring(painter, ring, state, cell.rtl)
    words = inside(cell.room, px(29), 0, cell.rtl)
    if not below:
        draw_text(painter, words, cell.words, font(15), "ink", cell.rtl)
        return
    centre = words.center().y()
    upper = QRectF(words.left(), centre - px(20), words.width(), px(20))
    lower = QRectF(words.left(), centre + px(1), words.width(), px(18))
    draw_text(painter, upper, cell.words, font(15), "ink", cell.rtl)
    draw_text(painter, lower, below, font(13), "mut", cell.rtl)


def _phase(painter: QPainter, cell: Cell) -> None:
    paint_phase(painter, cell.room, cast(int, cell.extra), cell.rtl)


def _sparkline(painter: QPainter, cell: Cell) -> None:
    paint_sparkline(painter, cell.room, cast(Sequence[int], cell.extra or ()), cell.rtl)


def _two(painter: QPainter, cell: Cell) -> None:
    room, middle_y = cell.room, cell.room.center().y()
    upper = QRectF(room.left(), middle_y - px(20), room.width(), px(20))
    lower = QRectF(room.left(), middle_y + px(1), room.width(), px(18))
    draw_text(painter, upper, cell.words, font(14), "ink", cell.rtl)
    draw_text(painter, lower, str(cell.extra or ""), font(13), "mut", cell.rtl)


def _tags(painter: QPainter, cell: Cell) -> None:
    words = cast(list[str], cell.extra or [])
    x, ground = 0.0, "card" if cell.hovered else "sunk"
    for place, word in enumerate(words):
        more = f"+{len(words) - place}"
        last = place == len(words) - 1
        needed = tag_width(word) + (0 if last else px(5) + tag_width(more))
        room = inside(cell.room, x, 0, cell.rtl)
        if place and needed > room.width():
            draw_text(painter, room, more, font(13), "mut", cell.rtl)
            return
        paint_tag(painter, room, word, cell.rtl, ground)
        x += tag_width(word) + px(5)


def _signal(painter: QPainter, cell: Cell) -> None:
    level = str(cell.extra or "")
    if level:
        quiet = level == "none"
        paint_signal(painter, cell.room, level, cell.words, cell.rtl, quiet)


def _badge(painter: QPainter, cell: Cell) -> None:
    extra = cast(tuple[str, str] | None, cell.extra)
    if extra is None:
        _text(painter, cell)
    else:
        paint_badge(painter, cell.room, cell.words, extra[0], extra[1], cell.rtl)


def _avatar(painter: QPainter, cell: Cell) -> None:
    person = cast(tuple[str, int] | None, cell.extra)
    if person is not None:
        paint_avatar(painter, at_side(cell.room, 0, px(24), cell.rtl), person[0], person[1], 24)


def _person(painter: QPainter, cell: Cell) -> None:
    name, hue, gone = cast(tuple[str, int, bool], cell.extra)
    paint_avatar(painter, at_side(cell.room, 0, px(30), cell.rtl), name, hue, 30, gone)
    words = inside(cell.room, px(40), 0, cell.rtl)
    draw_text(
        painter, words, cell.words, font(15, bold=not gone), "mut" if gone else "ink", cell.rtl
    )


def _action(painter: QPainter, cell: Cell) -> None:
    if cell.extra is not None:
        name, hue = cast(tuple[str, int], cell.extra)
        paint_avatar(painter, at_side(cell.room, 0, px(24), cell.rtl), name, hue, 24)
        words = inside(cell.room, px(31), 0, cell.rtl)
        draw_text(painter, words, cell.words, font(14), "ink", cell.rtl)
    elif cell.words:
        box = action_box(cell.room, cell.words, cell.rtl)
        round_box(painter, box, px(7), "card", "edge2")
        draw_centred(painter, box, cell.words, font(14, bold=True), "ink")


def is_button(index: Index) -> bool:
    """Say whether a cell shows a button; with a person in `extra` it shows who does it."""
    return index.data(KIND) == "action" and bool(index.data()) and index.data(EXTRA) is None


def is_group(index: Index) -> bool:
    """Say whether a row is the heading of a group."""
    return index.data(KIND) == GROUP


def action_box(room: QRectF, words: str, rtl: bool) -> QRectF:
    """Return where the button of a cell stands."""
    width = min(text_width(font(14, bold=True), words) + px(24), room.width())
    return middle(at_side(room, 0, width, rtl), width, px(34))


_PAINTERS: dict[str, Callable[[QPainter, Cell], None]] = {
    "text": _text,
    "bold": _strong,
    "muted": _muted,
    "explain": _explain,
    "two": _two,
    "badges": _tags,
    "badge": _badge,
    "signal": _signal,
    "avatar": _avatar,
    "person": _person,
    "action": _action,
    "coded": _coded,
    "aside": _aside,
    "holder": _holder,
    "phase": _phase,
    "sparkline": _sparkline,
    GROUP: _group,
}
KINDS = frozenset(_PAINTERS) - {GROUP}


def _is_rtl(option: QStyleOptionViewItem) -> bool:
    return option.direction == Qt.LayoutDirection.RightToLeft
