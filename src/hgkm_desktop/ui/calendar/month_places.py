"""Where everything in a month stands: six weeks from a Monday, a few lines for each day."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.calendar.block import Block, plain, title_of
from hgkm_desktop.ui.calendar.look import Words, fitting
from hgkm_desktop.ui.calendar.wall import Piece, moment_at, pieces_of
from hgkm_desktop.ui.dates import day_in_full, kept_together, time_of
from hgkm_desktop.ui.style import font, px
from hgkm_desktop.ui.widgets.painting import at_side, inside, middle, text_width

HEAD, WEEKS, DAYS = 38, 6, 7
_NUMBER, _LINE, _SIDE, _EDGE, _CIRCLE, _MARK, _MOST = 26, 19, 7, 4, 16, 13, 3


@dataclass(frozen=True)
class MonthLine:
    """One thing of a day: its circle, its words, and whether to watch out."""

    words: tuple[Words, ...] = field(repr=False)
    circle: tuple[QRectF, str, int] | None = field(repr=False)
    warning: QRectF | None
    is_off: bool


@dataclass(frozen=True)
class Cell:
    """A day: its number and holiday, its lines, and how many more there are."""

    day: date
    box: QRectF
    is_inside: bool
    number: QRectF
    holiday: tuple[Words, ...]
    lines: tuple[MonthLine, ...] = field(repr=False)
    more: Words | None


class MonthPlaces:
    """The places of a month of this size."""

    def __init__(
        self,
        first: date,
        pieces: Sequence[Sequence[Piece]],
        holidays: Mapping[date, str],
        size: tuple[float, float],
        rtl: bool,
    ) -> None:
        self.first, self.rtl = first, rtl
        self._holidays, self._pieces = holidays, pieces
        self._width, self._height = size[0] / DAYS, (size[1] - px(HEAD)) / WEEKS
        self._whole = size[0]
        self.cells = [self._cell(number) for number in range(WEEKS * DAYS)]

    def column(self, number: int) -> float:
        """Return where the left edge of a column is."""
        return self._whole - (number + 1) * self._width if self.rtl else number * self._width

    def at(self, point: QPointF) -> Cell | None:
        """Return the day that is here."""
        return next((cell for cell in self.cells if cell.box.contains(point)), None)

    def of(self, day: date) -> Cell | None:
        """Return the cell of a day, None when it is not in these weeks."""
        number = (day - self.cells[0].day).days
        return self.cells[number] if 0 <= number < len(self.cells) else None

    def words(self, day: date) -> str:
        """Return what is heard of a day."""
        head, *lines = self.tip(day)
        return f"{head}: {', '.join(lines)}" if lines else _nothing(head)

    def tip(self, day: date) -> list[str]:
        """Return the day and its holiday, and everything that is on it."""
        holiday = plain(self._holidays.get(day, ""))
        number = (day - self.cells[0].day).days
        pieces = self._pieces[number] if 0 <= number < len(self._pieces) else ()
        head = ", ".join(word for word in (day_in_full(day), holiday) if word)
        return [head, *(_whose(piece) for piece in pieces)]

    def _cell(self, number: int) -> Cell:
        day = start_of(self.first) + timedelta(days=number)
        week, column = divmod(number, DAYS)
        top = px(HEAD) + week * self._height
        box = QRectF(self.column(column), top, self._width, self._height)
        head = QRectF(box.left(), box.top() + px(2), box.width(), px(_NUMBER - 2))
        digits = at_side(head, px(_SIDE), text_width(font(15, bold=True), "30"), self.rtl)
        name = inside(head, px(_SIDE + 6) + digits.width(), px(_SIDE), self.rtl)
        holiday = plain(self._holidays.get(day, ""))
        shown, more = self._shown(len(self._pieces[number]))
        lines = (self._line(box, n, p) for n, p in enumerate(self._pieces[number][:shown]))
        return Cell(
            day,
            box,
            (day.year, day.month) == (self.first.year, self.first.month),
            digits,
            tuple(fitting(name, holiday, font(13), "mut", self.rtl)),
            tuple(lines),
            self._more(box, shown, more) if more else None,
        )

    def _shown(self, count: int) -> tuple[int, int]:
        """Return how many lines are shown, and how many more there are."""
        room = int((self._height - px(_NUMBER)) // px(_LINE))
        if count <= min(_MOST, room):
            return count, 0
        shown = max(0, min(_MOST, room - 1))
        return shown, count - shown

    def _line(self, box: QRectF, number: int, piece: Piece) -> MonthLine:
        row, block = self._row(box, number), piece.block
        person, warning, circle = plain(block.person), None, None
        if person:
            ring = middle(at_side(row, 0, px(_CIRCLE), self.rtl), px(_CIRCLE))
            circle = (ring, person, block.color)
            row = inside(row, px(_CIRCLE + 3), 0, self.rtl)
        if block.mark == "warning" and not block.is_busy:
            end = at_side(row, row.width() - px(_MARK), px(_MARK), self.rtl)
            warning = middle(end, px(_MARK))
            row = inside(row, 0, px(_MARK + 1), self.rtl)
        return MonthLine(tuple(self._words(row, piece)), circle, warning, block.is_off)

    def _words(self, row: QRectF, piece: Piece) -> Iterator[Words]:
        letters, hue = font(13), _hue(piece.block)
        letters.setStrikeOut(piece.block.is_off)
        return fitting(row, short_words(piece), letters, hue, self.rtl)

    def _more(self, box: QRectF, number: int, count: int) -> Words:
        words = tr("+{count} more").format(count=count)
        return Words(self._row(box, number), kept_together(words), font(13, bold=True), "pri")

    def _row(self, box: QRectF, number: int) -> QRectF:
        y = box.top() + px(_NUMBER) + number * px(_LINE)
        return QRectF(box.left() + px(_EDGE), y, box.width() - 2 * px(_EDGE), px(_LINE - 1))


def start_of(first: date) -> date:
    """Return the Monday the six weeks begin with."""
    return first - timedelta(days=first.weekday())


def pieces_in(blocks: Sequence[Block], first: date) -> tuple[tuple[Piece, ...], ...]:
    """Return for each day of the six weeks what falls on it."""
    return pieces_of(blocks, start_of(first), WEEKS * DAYS)


def short_words(piece: Piece) -> str:
    """Return "10.30 Amal"."""
    return f"{time_of(moment_at(piece.day, piece.begins))} {title_of(piece.block)}"


def _hue(block: Block) -> str:
    if block.is_off:
        return "faint"
    return "mut" if block.is_busy else "ink"


def _whose(piece: Piece) -> str:
    person = plain(piece.block.person)
    return f"{short_words(piece)} ({person})" if person else short_words(piece)


def _nothing(day: str) -> str:
    return tr("{day}, nothing planned").format(day=day)
