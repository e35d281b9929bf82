"""How a block looks: which words stand where in it. Counted once for each size, then painted."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF

from hgkm_desktop.ui.calendar.block import Block, plain, second_of, title_of
from hgkm_desktop.ui.style import font, px
from hgkm_desktop.ui.widgets.painting import at_side, inside, isolate, middle

STRIPE = 5
_MARKS = {
    "done": ("seal-check", "nt", "regular"),
    "ready": ("check-circle", "ok", "fill"),
    "warning": ("warning", "am", "fill"),
    "draft": ("pencil-simple", "am", "fill"),
}
_LEADING, _TRAILING, _MARK, _SMALL_MARK, _GAP = 7, 6, 16, 14, 5
_SMALL, _TINY, _NARROW = 64, 34, 60
_DOTS = "…"


@dataclass(frozen=True)
class Words:
    """One line of words that fits its box."""

    box: QRectF
    text: str = field(repr=False)
    letters: QFont
    hue: str


@dataclass(frozen=True)
class Look:
    """Everything there is to paint of a block."""

    box: QRectF
    ground: str
    stripe: str
    edge: str
    hatched: bool
    words: tuple[Words, ...] = field(repr=False)
    circle: tuple[QRectF, str, int] | None = field(repr=False)
    mark: tuple[QRectF, str, str, str] | None
    rtl: bool


@dataclass(frozen=True)
class _Rows:
    """How high the parts are: title, second line, and the circle with the name."""

    title: float
    second: float
    circle: float
    top: float


_ROOMY, _TIGHT, _CLOSE = _Rows(18, 17, 20, 5), _Rows(17, 16, 18, 2), _Rows(17, 0, 18, 3)


def look_of(block: Block, box: QRectF, rtl: bool) -> Look:
    """Return how a block looks in this box: three rows, two, or one where it is short."""
    ground, stripe, edge, hue = _hues(block)
    leading = px(STRIPE if stripe else 1) + px(_LEADING if box.width() > px(_SMALL) else 3)
    room = inside(box, leading, px(_TRAILING if box.width() > px(_SMALL) else 2), rtl)
    parts = _Parts(block, room, hue, rtl)
    mark = parts.mark
    return Look(
        box,
        ground,
        stripe,
        edge,
        block.is_busy,
        tuple(parts.words()),
        parts.circle,
        mark and (parts.mark_box(), *mark),
        rtl,
    )


def fitting(
    box: QRectF, text: str, letters: QFont, hue: str, rtl: bool, least: float = 14
) -> Iterator[Words]:
    """Yield words with dots where they do not fit, or nothing where there is hardly room."""
    if text and box.width() >= px(least):
        cut = QFontMetricsF(letters).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        if cut != _DOTS:
            yield Words(box, isolate(cut, rtl), letters, hue)


class _Parts:
    """The parts of one block, from its top to its bottom."""

    def __init__(self, block: Block, room: QRectF, hue: str, rtl: bool) -> None:
        self._block, self._room, self._hue, self._rtl = block, room, hue, rtl
        self._person = plain(block.person)
        self._rows = self._fitting_rows()
        self._is_narrow = room.width() < px(_NARROW)
        self.mark = None if block.is_busy else _MARKS.get(block.mark)
        if self._is_narrow and self._rows is None and block.mark != "warning":
            self.mark = None
        self.circle: tuple[QRectF, str, int] | None = None

    def words(self) -> list[Words]:
        """Return the lines of words; the circle is placed with them."""
        rows = self._rows
        if rows is None:
            return self._one_row()
        y = self._room.top() + px(rows.top)
        found = self._title(self._line(y, px(rows.title)))
        y += px(rows.title)
        second = second_of(self._block)
        if second and (rows.second or not self._person):
            high = px(rows.second or rows.circle)
            found += fitting(self._line(y, high), second, font(13), self._ink(), self._rtl)
            y += high + px(1)
        if self._person:
            found += self._who(self._line(y + px(1), px(rows.circle)))
        return found

    def mark_box(self) -> QRectF:
        """Return where the mark stands: beside the title, or beside the circle where narrow."""
        room, rows = self._room, self._rows
        side = px(_SMALL_MARK if self._is_beside_circle() else _MARK)
        row = room if rows is None else self._line(room.top() + px(rows.top), px(rows.title))
        if self.circle is not None and self._is_beside_circle():
            row = self._line(self.circle[0].top(), self.circle[0].height())
        at_end = at_side(row, row.width() - side, side, self._rtl)
        return middle(at_end, side)

    def _fitting_rows(self) -> _Rows | None:
        high = self._room.height()
        both = bool(self._person) and bool(second_of(self._block))
        for rows in (_ROOMY, _TIGHT):
            if high >= px(rows.top + rows.title + rows.second + rows.circle + 3) or (
                not both and high >= px(rows.top + rows.title + rows.circle + 3)
            ):
                return rows if both else _Rows(rows.title, 0, rows.circle, rows.top)
        return _CLOSE if high >= px(_CLOSE.title + _CLOSE.circle + 5) else None

    def _one_row(self) -> list[Words]:
        line, side = self._room, min(px(16), self._room.height())
        if self._person and line.width() > px(_TINY):
            ring = at_side(line, 0, side, self._rtl)
            self.circle = (middle(ring, side), self._person, self._block.color)
            line = inside(line, side + px(4), 0, self._rtl)
        return self._title(line)

    def _title(self, line: QRectF) -> list[Words]:
        if self.mark is not None and not self._is_beside_circle():
            line = inside(line, 0, px(_MARK + 2), self._rtl)
        letters = font(14 if self._rows else 13, bold=True)
        if self._block.is_off:
            letters.setStrikeOut(True)
        return list(fitting(line, title_of(self._block), letters, self._hue, self._rtl, 8))

    def _who(self, line: QRectF) -> Iterator[Words]:
        side = min(line.height(), line.width())
        ring = at_side(line, 0, side, self._rtl)
        self.circle = (middle(ring, side), self._person, self._block.color)
        mark = px(_SMALL_MARK + 2) if self.mark and self._is_beside_circle() else 0
        beside = inside(line, side + px(_GAP), mark, self._rtl)
        yield from fitting(beside, self._person, font(13), self._ink(), self._rtl, 22)

    def _is_beside_circle(self) -> bool:
        """Say whether the mark leaves the title its room, and stands in the last row."""
        rows, wide = self._rows, self._room.width()
        if rows is None or not self._is_narrow or not self._person:
            return False
        return wide >= px(rows.circle + _SMALL_MARK + 1)

    def _line(self, y: float, high: float) -> QRectF:
        return QRectF(self._room.left(), y, self._room.width(), high)

    def _ink(self) -> str:
        return "faint" if self._block.is_off else "ink"


def circle_letters(side: float) -> QFont:
    """Return the letters of a name's initial in a circle of this size."""
    return font(12 if side >= px(18) else 11, bold=True)


def _hues(block: Block) -> tuple[str, str, str, str]:
    """Return ground, stripe, edge and the colour of the title."""
    if block.is_off:
        return "sunk", "line2", "line", "faint"
    if block.is_busy:
        return "ntt", "", "ntl", "nt"
    if block.kind == "fixed":
        return "blt", "", "bll", "bl"
    if not block.color:
        return "ntt", "nts", "", "nt"
    return f"c{block.color}t", f"c{block.color}", "", f"c{block.color}"
