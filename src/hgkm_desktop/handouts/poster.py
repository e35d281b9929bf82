"""The poster at the door of an information session, in the language of who comes by.

Neutral, it says welcome, when and where: nobody who passes learns what it is about or for whom.
Open, it says so (R-003); whoever prints it chooses.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Spacer

from hgkm_desktop import clock
from hgkm_desktop.handouts import page
from hgkm_desktop.handouts.blocks import DISC, TINTS, WHITE, Style, disc
from hgkm_desktop.handouts.fitting import Said, centered, snug
from hgkm_desktop.handouts.leaf_marks import Mark, pictured
from hgkm_desktop.handouts.leaf_parts import Item, Panel
from hgkm_desktop.handouts.leaves import FILE_NAME, Leaf, document, told
from hgkm_desktop.handouts.paragraph import Look, Paragraph
from hgkm_desktop.handouts.poster_words import LANGUAGES, PosterWords, poster_words
from hgkm_desktop.handouts.shaping import Piece
from hgkm_desktop.handouts.text import clean

__all__ = ["FILE_NAME", "LANGUAGES", "Poster", "poster"]

MARGIN, HEAD, FOOT = page.MARGIN, 52, 62
INSIDE = page.Box(
    MARGIN, MARGIN + FOOT, page.WIDTH - 2 * MARGIN, page.HEIGHT - 2 * MARGIN - HEAD - FOOT
)
A4 = Leaf(page.WIDTH, page.HEIGHT, INSIDE, 24, 10)
COLOR = "green"
INK, GROUND = TINTS[COLOR]
HOUSE, GREETING = 17, 20
ASIDE, PAD = 2.3, 1.1
"""How far words stand from their pictogram, and from the edge of a ground, in times the body."""
TITLE_LINES, PLACE_LINES = 4, 3
LONGEST = 240
"""More signs than any field of a session takes."""


@dataclass(frozen=True, repr=False)
class Poster:
    """What may stand on it; title, audience and child care only where `is_open`.

    `for_whom` is the code of an audience (rules.sessions).
    """

    starts: datetime
    ends: datetime
    place: str
    organisation: str
    title: str = ""
    for_whom: str = ""
    child_care: bool = False
    is_open: bool = False


def poster(data: Poster, language: str) -> bytes:
    """Return the PDF of one A4; raise UserError for a language it does not come in."""
    words = poster_words(language)

    def story(body: float) -> list[Flowable]:
        style = Style(body, language, words.rtl, COLOR)
        return [*(_open if data.is_open else _neutral)(data, words, style)]

    def decorate(canvas: Canvas, _number: int, _pages: int) -> None:
        _draw_house(canvas, data.organisation, Style(HOUSE, language, words.rtl))
        if data.is_open:
            _draw_welcome(canvas, words, Style(GREETING, language, words.rtl))

    return document(A4, language, story, decorate)


def _neutral(data: Poster, words: PosterWords, style: Style) -> Iterator[Flowable]:
    """Yield a cup of coffee, a welcome, and when and where."""
    inner = INSIDE.width - 2 * PAD * style.body
    welcome = [_Cup(style.body * 9), *_greeting(words, style, inner)]
    yield Panel(welcome, GROUND, PAD * style.body, style.body * 0.4)
    yield Spacer(1, style.body * 1.8)
    yield from _agreed(data, words, style, INSIDE.width)


def _greeting(words: PosterWords, style: Style, width: float) -> Iterator[Paragraph]:
    big, calm = style.look(3, leading=1.2), style.look(1.3, page.MUTED, 1.3)
    for key, look, bold in (("welcome", big, True), ("come_in", calm, False)):
        if word := words.word(key):
            yield snug(partial(told, word, bold=bold), centered(look), width, style.body * 0.8)


def _open(data: Poster, words: PosterWords, style: Style) -> Iterator[Flowable]:
    """Yield what it is about, when and where, for whom, and what makes coming easier."""
    if title := clean(data.title, LONGEST):
        said = partial(told, title, bold=True)
        look = style.look(2.6, leading=1.15)
        yield snug(said, look, INSIDE.width, style.body * 1.9, TITLE_LINES)
        yield Spacer(1, style.body * 1.2)
    inner = INSIDE.width - 2 * PAD * style.body
    yield Panel([*_agreed(data, words, style, inner)], GROUND, PAD * style.body)
    yield Spacer(1, style.body * 1.2)
    care = words.word("child_care") if data.child_care else ""
    facts = ("users-three", words.for_whom(data.for_whom)), ("check-circle", words.word("free"))
    for icon, word in (*facts, ("balloon", care)):
        if word:
            yield _fact(icon, word, style)
            yield Spacer(1, style.body * 0.7)


def _agreed(data: Poster, words: PosterWords, style: Style, width: float) -> Iterator[Flowable]:
    """Yield the day, the times and the place, each behind its pictogram."""
    look = style.look(1.7, leading=1.3)
    day = partial(told, words.day(clock.local(data.starts).date()), bold=True)
    yield _row(day, look, "calendar-blank", style, width)
    yield Spacer(1, style.body * 0.45)
    yield _row(partial(Paragraph, _times(data, words)), look, "clock", style, width)
    if place := clean(data.place, LONGEST):
        yield Spacer(1, style.body * 0.45)
        said = partial(told, place)
        yield _row(said, style.look(1.4, leading=1.3), "map-pin", style, width, PLACE_LINES)


def _row(
    said: Said, look: Look, icon: str, style: Style, width: float, most_lines: int = 1
) -> Item:
    aside = style.body * ASIDE
    line = snug(said, look, width - aside, look.size * 0.75, most_lines)
    return Item(line, aside, pictured(icon, style, 1.55, INK))


def _times(data: Poster, words: PosterWords) -> Sequence[Piece]:
    """Return both times as one piece that never turns round, in words of the language."""
    both = (clock.local(moment) for moment in (data.starts, data.ends))
    figures = "–".join(f"{at.hour}.{at.minute:02}" for at in both)
    before, after = words.around_times()
    return [Piece(before, bold=True), Piece(figures, bold=True, fixed=True), Piece(after, True)]


def _fact(icon: str, word: str, style: Style) -> Item:
    size, aside = style.body * 1.9, style.body * DISC
    look = style.look(1.25, leading=1.52)
    line = snug(partial(told, word), look, INSIDE.width - aside, style.body * 0.8)
    return Item(line, aside, _round(icon, size, style.rtl))


def _round(icon: str, size: float, rtl: bool) -> Mark:
    """Return a pictogram on a round ground as a mark, level with its line."""

    def draw(canvas: Canvas, left: float, right: float, top: float) -> None:
        disc(canvas, icon, right - size if rtl else left, top - size, size, (INK, GROUND))

    return draw


def _draw_house(canvas: Canvas, organisation: str, style: Style) -> None:
    """Draw who we are at the head, above a line."""
    y = page.HEIGHT - MARGIN - HOUSE - 12
    said = partial(told, clean(organisation), bold=True)
    shown = snug(said, style.look(1, leading=1.25), INSIDE.width, HOUSE * 0.55)
    shown.wrap(INSIDE.width, MARGIN)
    shown.drawOn(canvas, MARGIN, y + 6)
    page.rule(canvas, MARGIN, page.WIDTH - MARGIN, y, page.GREEN, 3)


def _draw_welcome(canvas: Canvas, words: PosterWords, style: Style) -> None:
    """Draw a cup of coffee at the foot, and beside it that everybody may come in."""
    size, y = style.body * 2.6, MARGIN
    x = MARGIN + (INSIDE.width - size) * style.rtl
    disc(canvas, "coffee", x, y, size, (INK, GROUND))
    parts = [told(words.word("welcome"), style.look(1.1, leading=1.25), bold=True)]
    if come_in := words.word("come_in"):
        parts.append(told(come_in, style.look(1, page.MUTED, 1.3)))
    room = INSIDE.width - size - style.body
    high = sum(part.wrap(room, size)[1] for part in parts)
    top = y + size / 2 + high / 2
    for part in parts:
        top -= part.height
        part.drawOn(canvas, MARGIN + (0 if style.rtl else size + style.body), top)


class _Cup(Flowable):
    """A large cup of coffee in the middle."""

    def __init__(self, size: float) -> None:
        super().__init__()
        self.size = size

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """Return the size it takes."""
        self.width, self.height = aW, self.size
        return aW, self.size

    def draw(self) -> None:
        """Draw it on a round ground."""
        x = (self.width - self.size) / 2
        disc(self.canv, "coffee", x, 0, self.size, (INK, WHITE))
