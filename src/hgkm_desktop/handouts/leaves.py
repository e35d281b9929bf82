"""Papers with what somebody typed on them: as large as fits on one page, else on more pages.

Nothing of it is cut off, nothing is read as markup, and every text runs the way its own letters
do.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from hgkm_desktop.handouts import fonts, page
from hgkm_desktop.handouts.paper import new_canvas
from hgkm_desktop.handouts.paragraph import Look, Paragraph
from hgkm_desktop.handouts.shaping import Line, Piece, Text
from hgkm_desktop.handouts.sheet import paginated
from hgkm_desktop.handouts.text import clean, without_boxes

FILE_NAME = "blad.pdf"
"""Every paper is saved under one name: a name of its own would tell what somebody was given."""
STEP = 0.25
NUMBER = re.compile(r"(?<!\w)\+?\d(?:[ .:/-]{0,2}\d){1,19}(?!\w)")
"""A time, a day or a telephone number: it must not turn round between Arabic words."""
ENDLESS = re.compile(r"\S{300}(?=\S)")
"""A word that nobody writes: it is broken at once, for measuring all of it takes long."""
GROWS = 4
"""So many times longer a text may become when its letters are put together (NFC)."""

Story = Callable[[float], list[Flowable]]
Decorate = Callable[[Canvas, int, int], None]


@dataclass(frozen=True)
class Leaf:
    """A size of paper, the place for words on it, and the largest and smallest body."""

    width: float
    height: float
    inside: page.Box
    largest: float
    smallest: float


def document(leaf: Leaf, language: str, story: Story, decorate: Decorate) -> bytes:
    """Return the PDF of a story that can be told in any size of letters.

    `decorate` is told which page it is, and of how many. Raise UserError when a font is missing.
    """
    fonts.register()
    pages = _fitted(leaf, story)
    out = BytesIO()
    canvas = new_canvas(out, language)
    for number, parts in enumerate(pages, 1):
        canvas.setPageSize((leaf.width, leaf.height))
        decorate(canvas, number, len(pages))
        _draw(canvas, parts, leaf.inside)
        canvas.showPage()
    canvas.save()
    return page.without_maker(out.getvalue())


def typed(text: str, look: Look, *, bold: bool = False) -> list[Paragraph]:
    """Return what somebody typed: a paragraph for each of her lines, none for nothing."""
    broken = ENDLESS.sub("\\g<0>\n", text).splitlines()
    lines = (clean(line, GROWS * len(line)) for line in broken)
    return [told(line, look, bold=bold) for line in lines if line]


def told(text: str, look: Look, *, bold: bool = False) -> Paragraph:
    """Return a text as a paragraph: at the side of the paper, in its own direction."""
    leftward = _runs_leftward(text, look.rtl)
    return Paragraph(_set(text, bold, leftward, look.language), look)


class _Known(Text):
    """A text that remembers where it breaks: dividing it over pages asks again and again."""

    def __init__(self, pieces: Sequence[Piece], *, rtl: bool, language: str) -> None:
        super().__init__(pieces, rtl=rtl, language=language)
        self._by_width: dict[float, list[Line]] = {}

    def lines(self, width: float) -> list[Line]:
        """Return the lines that fit a width, in thousandths of the size."""
        if width not in self._by_width:
            self._by_width[width] = super().lines(width)
        return self._by_width[width]


@lru_cache(maxsize=512)
def _set(text: str, bold: bool, rtl: bool, language: str) -> _Known:
    return _Known(pieces_of(text, bold=bold), rtl=rtl, language=language)


def pieces_of(text: str, *, bold: bool = False) -> list[Piece]:
    """Return a text with each number in it kept whole, left to right."""
    return [*_pieces(without_boxes(text), bold)]


def _pieces(text: str, bold: bool) -> Iterator[Piece]:
    place = 0
    for found in NUMBER.finditer(text):
        yield Piece(text[place : found.start()], bold)
        yield Piece(found.group(), bold, fixed=True)
        place = found.end()
    yield Piece(text[place:], bold)


def _runs_leftward(text: str, otherwise: bool) -> bool:
    """Return the direction of the first letter; where there is none, that of the paper."""
    sides = map(unicodedata.bidirectional, text)
    first = next((side for side in sides if side in ("L", "R", "AL")), None)
    return otherwise if first is None else first != "L"


def _fitted(leaf: Leaf, story: Story) -> list[list[Flowable]]:
    steps = round((leaf.largest - leaf.smallest) / STEP)
    sizes = [leaf.smallest + STEP * step for step in range(steps + 1)]
    fitting = bisect_left(sizes, True, key=partial(_is_too_large, leaf, story))
    return _laid_out(leaf, story, sizes[fitting - 1] if fitting else sizes[steps // 2])


def _is_too_large(leaf: Leaf, story: Story, body: float) -> bool:
    return len(_laid_out(leaf, story, body)) > 1


def _laid_out(leaf: Leaf, story: Story, body: float) -> list[list[Flowable]]:
    return paginated(story(body), leaf.inside.width, leaf.inside.height)


def _draw(canvas: Canvas, parts: Sequence[Flowable], inside: page.Box) -> None:
    y = inside.y + inside.height
    for part in parts:
        _, high = part.wrap(inside.width, y)
        y -= high
        part.drawOn(canvas, inside.x, y)
