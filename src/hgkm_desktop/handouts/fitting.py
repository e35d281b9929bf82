"""Text that must fit its place: cut short in a row, made smaller on a poster.

Numbers in it stay whole and left to right, also after Arabic words.
"""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import chain

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas

from hgkm_desktop.handouts import drawing
from hgkm_desktop.handouts.glyph_font import PER_EM
from hgkm_desktop.handouts.leaves import told
from hgkm_desktop.handouts.paragraph import Look, Paragraph
from hgkm_desktop.handouts.shaping import Line
from hgkm_desktop.handouts.text import MORE, clean

SHRINK = 0.95
ENDLESS = float("inf")

Said = Callable[[Look], Paragraph]
"""A text that can be set in any look."""


def cut(text: str, look: Look, width: float, *, bold: bool = False) -> Line | None:
    """Return a text as one line in its own direction, cut where it does not fit.

    None for nothing, and for a place in which not even one sign fits.
    """
    whole, most = clean(text), width / look.size * PER_EM
    if (line := _line(whole, look, bold)) is None or line.width <= most:
        return line
    longer = partial(_width, whole, look, bold)
    length = bisect_right(range(len(whole)), most, key=longer) - 1
    return _line(whole[:length].rstrip() + MORE, look, bold) if length > 0 else None


def put(
    canvas: Canvas, line: Line | None, at: tuple[float, float], size: float, ink: Color
) -> None:
    """Draw a line from its left end; nothing for nothing."""
    if line is not None:
        drawing.draw(canvas, line, *at, size, ink)


def wide(line: Line | None, size: float) -> float:
    """Return how wide a line is, in points."""
    return 0 if line is None else line.width * size / PER_EM


def snug(said: Said, look: Look, width: float, least: float, most_lines: int = 1) -> Paragraph:
    """Return a text as large as fits in so many lines with every word whole.

    At `least` it takes as many lines as it needs: nothing of it is ever cut off. Only so that a
    long word stays whole it becomes smaller still, up to half of that; where that does not help
    either, the word is broken.
    """
    whole, size = _whole_until(said(look), width), look.size
    while size >= least:
        shown = said(replace(look, size=size))
        if size <= whole and len(shown.text.lines(width / size * PER_EM)) <= most_lines:
            return shown
        size *= SHRINK
    return said(replace(look, size=min(least, whole) if whole >= least / 2 else least))


def centered(look: Look) -> Look:
    """Return a look with its lines in the middle."""
    return replace(look, centered=True)


def _line(text: str, look: Look, bold: bool) -> Line | None:
    return next(iter(told(text, look, bold=bold).text.lines(ENDLESS)), None)


def _width(whole: str, look: Look, bold: bool, length: int) -> float:
    """Return how wide so many signs of a text are with the dots after them."""
    return wide(_line(whole[:length].rstrip() + MORE, look, bold), PER_EM)


def _whole_until(shown: Paragraph, width: float) -> float:
    """Return the largest size in which the longest word fits on a line."""
    widest = used = 0.0
    for line in shown.text.lines(ENDLESS):
        for glyph in chain.from_iterable(run.glyphs for run in line.runs):
            used = 0 if glyph.text == " " else used + glyph.advance
            widest = max(widest, used)
    return width * PER_EM / widest if widest else ENDLESS
