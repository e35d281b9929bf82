"""The sessions below each other, each painted as a card of three lines (mock-up 09)."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from hgkm_desktop.services.session_list import SessionRow
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.rows import Column, Fetch, RowModel
from hgkm_desktop.ui.style import font, px
from hgkm_desktop.ui.table import RowTable
from hgkm_desktop.ui.views.sessions import list_words as words
from hgkm_desktop.ui.views.sessions.list_words import PartnerNames
from hgkm_desktop.ui.widgets.badges import badge_width, paint_badge
from hgkm_desktop.ui.widgets.cells import CellDelegate
from hgkm_desktop.ui.widgets.painting import (
    at_side,
    draw_text,
    inside,
    middle,
    round_box,
    text_width,
)

Index = QModelIndex | QPersistentModelIndex
HEIGHT, SMALL_HEIGHT = 91, 84
_EDGE, _BAR, _COUNT = 16, 74, 40
_LINES = 0.25, 0.49, 0.75
"""Where the middles of the three lines are, as parts of the height."""


class SessionModel(RowModel[SessionRow]):
    """Knows what is read aloud of a session; how it looks the cells know."""

    def __init__(self, partners: PartnerNames) -> None:
        super().__init__(
            Column[SessionRow]("", words.title_of, stretch=True, spoken=self._in_words)
        )
        self.partners = partners
        self.now = datetime.min
        self.is_over = False

    def show_as_of(
        self, rows: Sequence[SessionRow], fetch: Fetch | None, now: datetime, *, is_over: bool
    ) -> None:
        """Show sessions as they stand at a moment."""
        self.now, self.is_over = now, is_over
        self.show(rows, fetch)

    def where(self, row: SessionRow) -> str:
        """Return where it is, or else whose it is."""
        return row.place or self.partners.of(row.speaker_partner)

    def _in_words(self, row: SessionRow) -> str:
        full = words.how_full(row, is_over=self.is_over)
        said = words.title_of(row), words.when(row, self.now), self.where(row), full
        return ", ".join(each for each in (*said, words.badge(row)[0]) if each)


class SessionTable(RowTable[SessionRow]):
    """One column without a heading."""

    def __init__(self, model: SessionModel, empty: QWidget) -> None:
        super().__init__(model, tr("Sessions"), HEIGHT, empty)
        self._cards = _Cards(model, self)
        self._cells = self._cards
        self.setItemDelegate(self._cards)
        self.horizontalHeader().setFixedHeight(0)

    def use_small(self, small: bool) -> None:
        """Stand closer together on a small screen."""
        self.verticalHeader().setDefaultSectionSize(px(SMALL_HEIGHT if small else HEIGHT))

    def whole_height(self) -> int:
        """Return how high all its rows are."""
        return self.verticalHeader().length()


class _Cards(CellDelegate):
    """Paints when, what and where, and how full it is."""

    def __init__(self, model: SessionModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the three lines of one session."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(option.rect)
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_ground(painter, whole, index, selected, rtl)
        row, room = self._model.row(index), inside(whole, px(_EDGE), px(_EDGE), rtl)
        self._paint_when(painter, room, row, rtl)
        hue = "mut" if row.is_off else "ink"
        draw_text(painter, _line(room, 1), words.title_of(row), font(15, bold=True), hue, rtl)
        self._paint_where(painter, _line(room, 2), row, rtl)
        painter.restore()

    def _paint_when(self, painter: QPainter, room: QRectF, row: SessionRow, rtl: bool) -> None:
        said, tone = words.badge(row)
        line, taken = _line(room, 0), 0.0
        if said and not self._model.is_over:
            taken = badge_width(said, marked=False)
            box = at_side(line, line.width() - taken, taken, rtl)
            paint_badge(painter, box, said, tone, "", rtl)
        left = inside(line, 0, taken + px(8), rtl)
        draw_text(painter, left, words.when(row, self._model.now), font(14), "mut", rtl)

    def _paint_where(self, painter: QPainter, line: QRectF, row: SessionRow, rtl: bool) -> None:
        said = words.how_full(row, is_over=self._model.is_over)
        if row.is_off and self._model.is_over:
            said = words.badge(row)[0]
        width = text_width(font(14), said)
        count = at_side(line, line.width() - width, width, rtl)
        draw_text(painter, count, said, font(14), "ink", rtl)
        taken = width
        if row.capacity is not None and not self._model.is_over:
            taken = max(width, px(_COUNT)) + px(10)
            bar = at_side(line, line.width() - taken - px(_BAR), px(_BAR), rtl)
            paint_bar(painter, bar, row.taken / row.capacity, row.is_full, rtl)
            taken += px(_BAR)
        where = inside(line, 0, taken + px(10), rtl)
        draw_text(painter, where, self._model.where(row), font(14), "mut", rtl)


def paint_bar(painter: QPainter, room: QRectF, part: float, is_full: bool, rtl: bool) -> None:
    """Paint how full it is, from the leading side."""
    track = middle(room, room.width(), px(7))
    round_box(painter, track, px(3), "line2")
    filled = track.width() * min(1.0, part)
    if filled:
        box = at_side(track, 0, max(filled, float(px(7))), rtl)
        round_box(painter, box, px(3), "ams" if is_full else "pri")


def _line(room: QRectF, place: int) -> QRectF:
    centre, height = room.top() + room.height() * _LINES[place], float(px(24))
    return QRectF(room.left(), centre - height / 2, room.width(), height)
