"""The table of organisations: ours, then the national numbers, then those that ended."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from hgkm_desktop.services.partners import PartnerRow
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.grouped import Group, GroupedModel, GroupedTable
from hgkm_desktop.ui.rows import Column
from hgkm_desktop.ui.style import font, px
from hgkm_desktop.ui.views.partners import words
from hgkm_desktop.ui.widgets.badges import badge_width
from hgkm_desktop.ui.widgets.cells import EXTRA, KIND, PADDING, CellDelegate
from hgkm_desktop.ui.widgets.painting import (
    at_side,
    draw_centred,
    inside,
    middle,
    round_box,
    text_width,
)

NAME, KIND_COLUMN, FACE, DIRECT, OPEN, CHECKED = range(6)
WIDTHS = {KIND_COLUMN: 90, FACE: 121, DIRECT: 120, OPEN: 116, CHECKED: 96}
LEAST_FOR_NAME, MOST = 180, 190
GIVING_WAY = (KIND_COLUMN, OPEN, CHECKED)
"""What disappears first where there is no room; the card at the side still says it."""
ROW, SMALL_ROW, SMALL = 50, 46, 780
OUTLINED = "outlined"

Index = QModelIndex | QPersistentModelIndex


class PartnerModel(GroupedModel[PartnerRow]):
    """Our own organisations have no heading over them; the others do."""

    def __init__(self) -> None:
        self.today = date.min
        self.veiled = False
        super().__init__(*self._columns())

    def show_all(self, rows: Sequence[PartnerRow]) -> None:
        """Show rows in their groups."""
        national = [row for row in rows if row.number_key]
        ended = [row for row in rows if row.is_ended]
        lines: list[PartnerRow | Group] = [
            row for row in rows if not row.number_key and not row.is_ended
        ]
        for title, group in ((tr("National numbers"), national), (tr("Stopped"), ended)):
            if group:
                lines += [Group(title, len(group)), *group]
        self._put(lines, [line for line in lines if isinstance(line, PartnerRow)])

    def _columns(self) -> list[Column[PartnerRow]]:
        made = Column[PartnerRow]
        return [
            made(tr("Organisation"), _name, "bold", stretch=True),
            made(tr("Kind"), _formality, OUTLINED, WIDTHS[KIND_COLUMN], extra=_outline),
            made(tr("Known face"), self._face, "badge", WIDTHS[FACE], extra=words.face_tone),
            made(tr("Direct line"), self._number, "text", WIDTHS[DIRECT]),
            made(tr("Open"), _hours, "explain", WIDTHS[OPEN]),
            made(tr("Checked"), self._checked, "badge", WIDTHS[CHECKED], extra=words.checked_tone),
        ]

    def _face(self, row: PartnerRow) -> str:
        return words.face(row, veiled=self.veiled)

    def _number(self, row: PartnerRow) -> str:
        # What anybody can find in a telephone book is not hidden.
        return words.number(row.direct, veiled=self.veiled and not row.number_key)

    def _checked(self, row: PartnerRow) -> str:
        return words.checked(row, self.today)


class PartnerTable(GroupedTable[PartnerRow]):
    """Leaves columns out where there is no room for them."""

    def __init__(self, model: PartnerModel, empty: QWidget) -> None:
        super().__init__(model, tr("Organisations"), ROW, empty)
        self._partners, self._cells = model, _Cells(self)
        self.setItemDelegate(self._cells)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the name the room it needs."""
        super().resizeEvent(event)
        width = self.viewport().width()
        self.verticalHeader().setDefaultSectionSize(px(SMALL_ROW if width < px(SMALL) else ROW))
        self.fit()

    def fit(self) -> None:
        """Give the hours the room they need; where there is too little, columns stay away."""
        widths = {column: px(width) for column, width in WIDTHS.items()}
        for column, needed in self._needed().items():
            most = min(needed + px(2 * PADDING) + 2, px(MOST))
            widths[column] = max(widths[column], most)
        hidden: set[int] = set()
        for column in GIVING_WAY:
            taken = sum(width for place, width in widths.items() if place not in hidden)
            if self.viewport().width() - taken >= px(LEAST_FOR_NAME):
                break
            hidden.add(column)
        for column, width in widths.items():
            self.setColumnWidth(column, width)
            self.setColumnHidden(column, column in hidden)

    def _needed(self) -> dict[int, int]:
        """Return how wide the longest words are of what should not be cut off."""
        rows, badge = self._grouped.rows, px(2 * 9)
        nobody = (text_width(font(13, bold=True), tr("nobody yet")) + badge for _ in rows[:1])
        today = self._partners.today
        dated = (badge_width(words.checked(row, today), marked=True) for row in rows)
        said = {
            FACE: [*nobody, *(text_width(font(15), row.face) for row in rows)],
            DIRECT: [text_width(font(15), row.direct) for row in rows],
            OPEN: [text_width(font(14), row.hours) for row in rows],
            CHECKED: [text_width(font(14, bold=True), tr("Checked")), *dated],
        }
        return {column: round(max(widths, default=0)) for column, widths in said.items()}


class _Cells(CellDelegate):
    """Knows one kind more: a word in a thin line, calmer than a badge (mock-up 10)."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the word in its line, or what every table has."""
        if index.data(KIND) != OUTLINED:
            super().paint(painter, option, index)
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(option.rect)
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_ground(painter, whole, index, selected, rtl)
        text, tone = str(index.data() or ""), str(index.data(EXTRA) or "nt")
        if text:
            paint_outlined(painter, inside(whole, px(PADDING), 0, rtl), text, tone, rtl)
        painter.restore()


def paint_outlined(painter: QPainter, room: QRectF, text: str, tone: str, rtl: bool) -> None:
    """Paint a word in a thin line at the leading side of a rectangle."""
    letters = font(13, bold=True)
    width = min(text_width(letters, text) + px(16), room.width())
    box = middle(at_side(room, 0, width, rtl), width, px(24))
    round_box(painter, box, px(6), "card", "line2")
    draw_centred(painter, box, text, letters, tone)


def _name(row: PartnerRow) -> str:
    return row.name


def _hours(row: PartnerRow) -> str:
    return row.hours


def _formality(row: PartnerRow) -> str:
    return "" if row.number_key else words.formality(row.is_formal)


def _outline(row: PartnerRow) -> str:
    return "bl" if row.is_formal else "nt"
