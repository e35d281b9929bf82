"""How the cells of the list are painted: the tick, the name with what stands after it, the rest."""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from hgkm_desktop.ui.icons import paint_icon
from hgkm_desktop.ui.style import font, px
from hgkm_desktop.ui.widgets.cells import KIND, PADDING, Cell, CellDelegate
from hgkm_desktop.ui.widgets.painting import (
    at_side,
    draw_text,
    inside,
    middle,
    round_box,
    text_width,
)

Index = QModelIndex | QPersistentModelIndex
TICK, NAME, WORDS, CARE, DOTS = "tick", "listed", "language", "care", "dots"
_BOX = 26


class ListCells(CellDelegate):
    """Knows the cells of a list of people, and the headings every grouped table has."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        paint = _PAINTERS.get(str(index.data(KIND)))
        if paint is None:
            super().paint(painter, option, index)
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(option.rect)
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_ground(painter, whole, index, selected, rtl)
        paint(painter, Cell(index, inside(whole, px(PADDING), px(PADDING), rtl), rtl))
        painter.restore()


def _tick(painter: QPainter, cell: Cell) -> None:
    is_here, is_gone = cast(tuple[bool, bool], cell.extra)
    box = middle(at_side(cell.room, 0, px(_BOX), cell.rtl), px(_BOX))
    if is_here:
        round_box(painter, box, px(6), "pri")
        paint_icon(painter, middle(box, px(18)), "check", "onpri", "bold")
    else:
        round_box(painter, box, px(6), "card", "line2" if is_gone else "edge")
    words = inside(cell.room, px(_BOX + 12), -px(PADDING), cell.rtl)
    draw_text(painter, words, cell.words, font(15), "mut", cell.rtl)


def _name(painter: QPainter, cell: Cell) -> None:
    aside, is_gone = cast(tuple[str, bool], cell.extra)
    letters = font(15, bold=not is_gone)
    draw_text(painter, cell.room, cell.words, letters, "mut" if is_gone else "ink", cell.rtl)
    rest = inside(cell.room, text_width(letters, cell.words) + px(5), 0, cell.rtl)
    if aside and rest.width() > px(20):
        draw_text(painter, rest, aside, font(14), "mut", cell.rtl)


def _words(painter: QPainter, cell: Cell) -> None:
    draw_text(painter, cell.room, cell.words, font(15), _ink(cell), cell.rtl)


def _care(painter: QPainter, cell: Cell) -> None:
    if not cell.words:
        draw_text(painter, cell.room, "–", font(15), "mut", cell.rtl)
        return
    box = middle(at_side(cell.room, 0, px(18), cell.rtl), px(18))
    paint_icon(painter, box, "baby", _ink(cell))
    words = inside(cell.room, px(26), 0, cell.rtl)
    draw_text(painter, words, cell.words, font(15), _ink(cell), cell.rtl)


def _dots(painter: QPainter, cell: Cell) -> None:
    paint_icon(painter, middle(cell.room, px(19)), "dots-three", "mut", "bold")


def _ink(cell: Cell) -> str:
    return "mut" if cell.extra else "ink"


_PAINTERS: dict[str, Callable[[QPainter, Cell], None]] = {
    TICK: _tick,
    NAME: _name,
    WORDS: _words,
    CARE: _care,
    DOTS: _dots,
}
