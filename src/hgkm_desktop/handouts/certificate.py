"""The certificate of attendance, for who wants one: that somebody was there, and nothing of why.

It can leave out what it was about; then whoever finds it learns no more than a day (R-003).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Spacer

from hgkm_desktop import texts
from hgkm_desktop.errors import UserError
from hgkm_desktop.handouts import page
from hgkm_desktop.handouts.blocks import TINTS, Style, disc
from hgkm_desktop.handouts.fitting import Said, centered, cut, put, snug
from hgkm_desktop.handouts.leaves import FILE_NAME, Leaf, document, told
from hgkm_desktop.handouts.paragraph import Look, Paragraph
from hgkm_desktop.handouts.poster_words import poster_words
from hgkm_desktop.handouts.text import clean

__all__ = ["FILE_NAME", "LANGUAGES", "Certificate", "certificate"]

LANGUAGES = {code: texts.LANGUAGES[code] for code in ("nl", "en")}
"""The languages the certificate comes in, by their own names."""
WIDTH, HEIGHT = page.HEIGHT, page.WIDTH
EDGE, SIDE, TOP, FOOT = 12 * mm, 34 * mm, 39 * mm, 48 * mm
INSIDE = page.Box(SIDE, FOOT, WIDTH - 2 * SIDE, HEIGHT - TOP - FOOT)
LANDSCAPE = Leaf(WIDTH, HEIGHT, INSIDE, 18, 9)
INK, GROUND = TINTS["green"]
FLOWER = 19 * mm
COLUMN, LABEL = 82 * mm, 11.5
LONGEST = 240
"""More signs than any field of a session takes."""

Say = Callable[[str], str]


@dataclass(frozen=True, repr=False)
class Certificate:
    """Who was there, and when; without a title it does not say what it was about.

    Without a name there is a line to write it on.
    """

    name: str
    title: str
    on: date
    organisation: str
    hours: str = ""


def certificate(data: Certificate, language: str) -> bytes:
    """Return the PDF of one A4 on its side; raise UserError for another language than two."""
    if language not in LANGUAGES:
        raise UserError(
            texts.tr("This sheet is not there in that language."),
            texts.tr("Choose another language."),
        )
    tr = partial(texts.said_in, language)

    def story(body: float) -> list[Flowable]:
        return _in_the_middle([*_story(data, tr, Style(body, language, False))])

    def decorate(canvas: Canvas, _number: int, _pages: int) -> None:
        _draw_frame(canvas)
        _draw_signature(canvas, data.organisation, tr, Style(LABEL, language, False))

    return document(LANDSCAPE, language, story, decorate)


def _in_the_middle(parts: list[Flowable]) -> list[Flowable]:
    """Return a story with as much room above it as below."""
    high = sum(part.wrap(INSIDE.width, INSIDE.height)[1] for part in parts)
    return [Spacer(1, max(0, INSIDE.height - high) / 2), *parts]


def _story(data: Certificate, tr: Say, style: Style) -> Iterator[Flowable]:
    quiet, line = style.look(1, page.MUTED, 1.5), style.look(1.25)
    day = tr("{day} {year}").format(
        day=poster_words(style.language).day(data.on), year=data.on.year
    )
    yield _set(tr("Certificate of attendance"), style.look(2.5, INK, 1.3), bold=True)
    yield Spacer(1, style.body * 0.8)
    yield _set(tr("This paper is for"), quiet)
    yield from _name(data.name, style)
    yield Spacer(1, style.body * 0.8)
    yield _set(tr("Was there on {day}").format(day=day), line)
    if title := clean(data.title, LONGEST):
        yield Spacer(1, style.body * 0.9)
        yield _set(tr("It was about"), quiet)
        yield _set(title, style.look(1.6, leading=1.3), bold=True, most_lines=2)
    if hours := clean(data.hours, LONGEST):
        yield Spacer(1, style.body * 0.5)
        yield _set(tr("Duration: {hours}").format(hours=hours), line)


def _name(name: str, style: Style) -> Iterator[Flowable]:
    """Yield her name as large as fits, above a line; the line alone to write it on."""
    look = style.look(2.6, leading=1.25)
    shown = clean(name, LONGEST)
    yield _set(shown, look, bold=True) if shown else Spacer(1, style.body * 3)
    yield _Line(style.body * 0.5)


def _set(text: str, look: Look, *, bold: bool = False, most_lines: int = 1) -> Paragraph:
    said: Said = partial(told, text, bold=bold)
    return snug(said, centered(look), INSIDE.width, look.size * 0.6, most_lines)


class _Line(Flowable):
    """A short line in the middle, under a name."""

    def __init__(self, room: float) -> None:
        super().__init__()
        self.room = room

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """Return the size it takes."""
        self.width, self.height = aW, self.room
        return aW, self.room

    def draw(self) -> None:
        """Draw it at the upper edge of its place."""
        left = (self.width - 2 * COLUMN) / 2
        page.rule(self.canv, left, self.width - left, self.height, page.LINE, 1)


def _draw_frame(canvas: Canvas) -> None:
    """Draw two lines around everything, and a flower where the upper ones are open."""
    for edge, thick, color in ((EDGE, 2.4, page.GREEN), (EDGE + 5, 0.8, page.LINE)):
        canvas.setStrokeColor(color)
        canvas.setLineWidth(thick)
        canvas.roundRect(edge, edge, WIDTH - 2 * edge, HEIGHT - 2 * edge, 10, stroke=1, fill=0)
    x, y = (WIDTH - FLOWER) / 2, HEIGHT - EDGE - FLOWER - 7 * mm
    disc(canvas, "flower-tulip", x, y, FLOWER, (INK, GROUND))


def _draw_signature(canvas: Canvas, organisation: str, tr: Say, style: Style) -> None:
    """Draw who we are, and beside it a line to sign on."""
    y, look = FOOT - 22 * mm, style.look(1.25, leading=1.25)
    left, right = SIDE, WIDTH - SIDE - COLUMN
    said = partial(told, clean(organisation), bold=True)
    house = snug(said, look, COLUMN, look.size * 0.75, 2)
    house.wrap(COLUMN, FOOT)
    house.drawOn(canvas, left, y + 2)
    for x, label in ((left, tr("Organisation")), (right, tr("Signature"))):
        page.rule(canvas, x, x + COLUMN, y, page.EDGE)
        said = cut(label, style.look(1), COLUMN)
        put(canvas, said, (x, y - LABEL * 1.4), LABEL, page.MUTED)
