"""The list at the door of an information session: a first name, an alias or a number, and a box.

The title does not stand on it, nor why anybody comes: whoever finds it learns nothing (R-003).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from hgkm_desktop import clock
from hgkm_desktop.handouts import page
from hgkm_desktop.handouts.blocks import Style
from hgkm_desktop.handouts.fitting import cut, put, wide
from hgkm_desktop.handouts.leaves import FILE_NAME, Leaf, document, told
from hgkm_desktop.handouts.poster_words import poster_words
from hgkm_desktop.handouts.words import language, tr

__all__ = ["FILE_NAME", "AttendanceList", "AttendanceRow", "attendance_list"]

MARGIN, TOP, FOOT = 50, 111, 6
LEFT, RIGHT = MARGIN, page.WIDTH - MARGIN
INSIDE = page.Box(
    MARGIN, MARGIN + FOOT, page.WIDTH - 2 * MARGIN, page.HEIGHT - 2 * MARGIN - TOP - FOOT
)
A4 = Leaf(page.WIDTH, page.HEIGHT, INSIDE, 13.5, 11.5)
HEADER, HEADING, COLUMN, AROUND = 12.5, 27, 11.5, 10.5
ROW = 2.2
"""How high a row is, in times its letters: room for handwriting and for a thumb."""
NUMBERS, CHILDREN, TICKS = 29, 139, 57
"""How wide the numbers are, and how far the last two columns begin from the right."""
GAP, SPACE = 8, 0.26


@dataclass(frozen=True, repr=False)
class AttendanceRow:
    """Who is expected; without a name the row has a number and a line to write on."""

    number: int
    name: str
    children: int = 0


@dataclass(frozen=True, repr=False)
class AttendanceList:
    """What stands on the list; `empty_rows` come after the others, numbered on."""

    starts: datetime
    place: str
    organisation: str
    rows: Sequence[AttendanceRow]
    empty_rows: int = 0


def attendance_list(data: AttendanceList) -> bytes:
    """Return the PDF, on as many A4 as it takes; raise UserError when a font is missing."""
    rows = [*data.rows, *_empty_rows(data)]
    numbers = _room_for_numbers(rows)

    def story(body: float) -> list[Flowable]:
        style = Style(body, language(), False)
        nobody = [told(tr("Nobody is on the list yet."), style.look(1, page.MUTED))]
        return [_Row(row, style, numbers) for row in rows] or [*nobody]

    def decorate(canvas: Canvas, number: int, pages: int) -> None:
        _draw_header(canvas, data)
        page.line(canvas, tr("Who is here today?"), LEFT, _down(118), HEADING, bold=True)
        if pages > 1:
            paged = tr("Page {page} of {pages}").format(page=number, pages=pages)
            page.line(canvas, paged, RIGHT, _down(118), COLUMN, color=page.MUTED, to_right=True)
        _draw_columns(canvas, numbers)
        _draw_foot(canvas)

    return document(A4, language(), story, decorate)


def _empty_rows(data: AttendanceList) -> Iterator[AttendanceRow]:
    last = max((row.number for row in data.rows), default=0)
    for number in range(last + 1, last + 1 + data.empty_rows):
        yield AttendanceRow(number, "")


def _room_for_numbers(rows: Sequence[AttendanceRow]) -> float:
    look = Style(A4.largest, language(), False).look(1)
    widths = (wide(cut(str(row.number), look, INSIDE.width), look.size) for row in rows)
    return max(NUMBERS, max(widths, default=0) + GAP)


def _down(points: float) -> float:
    return page.HEIGHT - points


def _draw_header(canvas: Canvas, data: AttendanceList) -> None:
    """Draw who we are at the left, when and where at the right: each in its own direction."""
    style, y = Style(HEADER, language(), False), _down(58)
    at = clock.local(data.starts)
    day = poster_words(language()).day(at.date())
    told_when = tr("{day} {year}, {time}").format(
        day=day, year=at.year, time=f"{at.hour}.{at.minute:02}"
    )
    look, apart = style.look(1, page.MUTED), HEADER * SPACE
    when = cut(f"{told_when}{',' * bool(data.place.strip())}", look, INSIDE.width)
    rest = INSIDE.width - 2 * GAP - apart - wide(when, HEADER)
    where = cut(data.place, look, rest)
    house = cut(data.organisation, look, max(rest - wide(where, HEADER), rest / 2), bold=True)
    where = cut(data.place, look, rest - wide(house, HEADER))
    x = RIGHT - wide(where, HEADER)
    before = x - apart * (where is not None) - wide(when, HEADER)
    put(canvas, house, (LEFT, y), HEADER, page.INK)
    put(canvas, when, (before, y), HEADER, page.MUTED)
    put(canvas, where, (x, y), HEADER, page.MUTED)
    page.rule(canvas, LEFT, RIGHT, _down(71.5), page.GREEN, 3)


def _draw_columns(canvas: Canvas, numbers: float) -> None:
    starts = LEFT + numbers, RIGHT - CHILDREN, RIGHT - TICKS
    titles = tr("First name or alias"), tr("Child care"), tr("Is here")
    for x, title in zip(starts, titles, strict=True):
        page.line(canvas, title, x, _down(154), COLUMN, bold=True, color=page.MUTED)


def _draw_foot(canvas: Canvas) -> None:
    tick = tr("Tick a box. No signature, no surname.")
    page.line(canvas, tick, LEFT, 31, AROUND, color=page.MUTED)
    destroy = tr("Destroy this sheet after typing it in.")
    page.line(canvas, destroy, RIGHT, 31, AROUND, color=page.MUTED, to_right=True)


class _Row(Flowable):
    """One of them, above a line; never divided between two pages."""

    def __init__(self, row: AttendanceRow, style: Style, numbers: float) -> None:
        super().__init__()
        self.row, self.style, self.numbers = row, style, numbers

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """Return the size it takes."""
        self.width, self.height = aW, self.style.body * ROW
        return self.width, self.height

    def draw(self) -> None:
        """Draw the number, the name, the children to be minded, and the box to tick."""
        size, canvas = self.style.body, self.canv
        y, children = self.height * 0.38, self.width - CHILDREN
        look, ink = self.style.look(1), page.INK
        room = self.numbers - GAP / 2, children - self.numbers - GAP, CHILDREN - TICKS - GAP / 2
        number, name, minded = str(self.row.number), self.row.name, _minded(self.row.children)
        put(canvas, cut(number, look, room[0]), (0, y), size, page.MUTED)
        put(canvas, cut(name, look, room[1], bold=True), (self.numbers, y), size, ink)
        put(canvas, cut(minded, look, room[2]), (children, y), size, ink)
        self._draw_box(self.width - TICKS)
        page.rule(canvas, 0, self.width, 0, page.EDGE)

    def _draw_box(self, x: float) -> None:
        side = self.style.body * 1.2
        self.canv.setStrokeColor(page.MUTED)
        self.canv.setLineWidth(1.2)
        self.canv.roundRect(x, (self.height - side) / 2, side, side, 2.4, stroke=1, fill=0)


def _minded(children: int) -> str:
    if children == 1:
        return tr("1 child")
    return tr("{count} children").format(count=children) if children else ""
