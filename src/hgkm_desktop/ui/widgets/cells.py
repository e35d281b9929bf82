"""How a cell of a table is painted: words, badges, signals, people, a button.

A cell asks its model for everything through roles, so this knows no record.
"""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from hgkm_desktop.ui.style import color, font, px
from hgkm_desktop.ui.widgets.avatar import paint_avatar
from hgkm_desktop.ui.widgets.badges import paint_badge, paint_signal, paint_tag, tag_width
from hgkm_desktop.ui.widgets.painting import (
    at_side,
    draw_centred,
    draw_text,
    inside,
    middle,
    round_box,
    text_width,
)

Index = QModelIndex | QPersistentModelIndex
KIND = int(Qt.ItemDataRole.UserRole) + 1
EXTRA = int(Qt.ItemDataRole.UserRole) + 2
AT_END = int(Qt.ItemDataRole.UserRole) + 3
PADDING = 12


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
        kind = str(index.data(KIND) or "text")
        _PAINTERS[kind](painter, inside(whole, px(PADDING), px(PADDING), rtl), index, rtl)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, whole: QRectF, index: Index, selected: bool, rtl: bool
    ) -> None:
        hovered = index.row() == self.hovered_row
        painter.fillRect(whole, color("prit" if selected else "sunk" if hovered else "card"))
        painter.fillRect(
            QRectF(whole.left(), whole.bottom() - 1, whole.width(), 1), color("line")
        )
        if selected and index.column() == 0:
            painter.fillRect(at_side(whole, 0, px(4), rtl), color("pri"))


def _text(painter: QPainter, room: QRectF, index: Index, rtl: bool) -> None:
    _line(painter, room, index, rtl, "", "ink")


def _strong(painter: QPainter, room: QRectF, index: Index, rtl: bool) -> None:
    _line(painter, room, index, rtl, "bold", "ink")


def _muted(painter: QPainter, room: QRectF, index: Index, rtl: bool) -> None:
    _line(painter, room, index, rtl, "small", "mut")


def _explain(painter: QPainter, room: QRectF, index: Index, rtl: bool) -> None:
    _line(painter, room, index, rtl, "small", "ink")


def _line(
    painter: QPainter, room: QRectF, index: Index, rtl: bool, letters: str, hue: str
) -> None:
    words = str(index.data() or "")
    used = font(14 if letters == "small" else 15, bold=letters == "bold")
    if index.data(AT_END):
        width = min(text_width(used, words), room.width())
        room = at_side(room, room.width() - width, width, rtl)
    draw_text(painter, room, words, used, hue, rtl)


def _two(painter: QPainter, room: QRectF, index: Index, rtl: bool) -> None:
    upper = QRectF(room.left(), room.center().y() - px(20), room.width(), px(20))
    lower = QRectF(room.left(), room.center().y() + px(1), room.width(), px(18))
    draw_text(painter, upper, str(index.data() or ""), font(14), "ink", rtl)
    draw_text(painter, lower, str(index.data(EXTRA) or ""), font(13), "mut", rtl)


def _tags(painter: QPainter, room: QRectF, index: Index, rtl: bool) -> None:
    words = cast(list[str], index.data(EXTRA) or [])
    x = 0.0
    for place, word in enumerate(words):
        more = f"+{len(words) - place}"
        last = place == len(words) - 1
        needed = tag_width(word) + (0 if last else px(5) + tag_width(more))
        if place and x + needed > room.width():
            draw_text(painter, inside(room, x, 0, rtl), more, font(13), "mut", rtl)
            return
        paint_tag(painter, inside(room, x, 0, rtl), word, rtl)
        x += tag_width(word) + px(5)


def _signal(painter: QPainter, room: QRectF, index: Index, rtl: bool) -> None:
    level = str(index.data(EXTRA) or "")
    if level:
        words = str(index.data() or "")
        paint_signal(painter, room, level, words, rtl, quiet=level == "none")


def _badge(painter: QPainter, room: QRectF, index: Index, rtl: bool) -> None:
    extra = cast(tuple[str, str] | None, index.data(EXTRA))
    words = str(index.data() or "")
    if extra is None:
        draw_text(painter, room, words, font(15), "ink", rtl)
    else:
        paint_badge(painter, room, words, extra[0], extra[1], rtl)


def _avatar(painter: QPainter, room: QRectF, index: Index, rtl: bool) -> None:
    person = cast(tuple[str, int] | None, index.data(EXTRA))
    if person is not None:
        paint_avatar(painter, at_side(room, 0, px(24), rtl), person[0], person[1], 24)


def _person(painter: QPainter, room: QRectF, index: Index, rtl: bool) -> None:
    name, hue, gone = cast(tuple[str, int, bool], index.data(EXTRA))
    paint_avatar(painter, at_side(room, 0, px(30), rtl), name, hue, 30, gone)
    words = inside(room, px(40), 0, rtl)
    used, ink = (font(15), "mut") if gone else (font(15, bold=True), "ink")
    draw_text(painter, words, str(index.data() or ""), used, ink, rtl)


def _action(painter: QPainter, room: QRectF, index: Index, rtl: bool) -> None:
    words = str(index.data() or "")
    if words:
        box = action_box(room, words, rtl)
        round_box(painter, box, px(7), "card", "edge2")
        draw_centred(painter, box, words, font(14, bold=True), "ink")


def action_box(room: QRectF, words: str, rtl: bool) -> QRectF:
    """Return where the button of a cell stands."""
    width = min(text_width(font(14, bold=True), words) + px(24), room.width())
    return middle(at_side(room, 0, width, rtl), width, px(34))


_PAINTERS: dict[str, Callable[[QPainter, QRectF, Index, bool], None]] = {
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
}
KINDS = frozenset(_PAINTERS)


def _is_rtl(option: QStyleOptionViewItem) -> bool:
    return option.direction == Qt.LayoutDirection.RightToLeft
