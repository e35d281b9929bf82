"""One half of the open card: a narrow column that is filled from the top down.

Somali may be half as long again as Dutch: words become smaller, then wrap; none is left out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

from reportlab.lib.colors import Color
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from hgkm_desktop.handouts import drawing, pictograms
from hgkm_desktop.handouts.glyph_font import PER_EM
from hgkm_desktop.handouts.shaping import Line, Piece, Text

WIDTH, HEIGHT = 85.6 * mm, 54 * mm
"""A card laid open, as large as a bank card (R-302)."""
HALF = WIDTH / 2
EDGE = 3 * mm
SMALLEST = 6.5
STEP = 0.25
NARROWER = 4
LEADING = 1.22
BASELINE = 0.8

INK = Color(0, 0, 0)
"""Words and lines are all black: a laser printer turns grey into dots, and small letters go."""
SHADE = Color(0.86, 0.86, 0.86)
WHITE = Color(1, 1, 1)


@dataclass(frozen=True)
class Block:
    """A text broken into lines, at the size at which it fits."""

    lines: Sequence[Line]
    size: float
    is_whole: bool = True

    @property
    def step(self) -> float:
        """How far one line stands under another, in points."""
        return self.size * LEADING

    @property
    def width(self) -> float:
        """How wide the widest line is, in points."""
        return max((line.width for line in self.lines), default=0) * self.size / PER_EM

    @property
    def height(self) -> float:
        """How much room all lines take, in points."""
        return len(self.lines) * self.step

    def is_like(self, other: "Block") -> bool:
        """Say whether another block has as many lines, as large, and is whole as well."""
        mine, its = (len(self.lines), self.size), (len(other.lines), other.size)
        return self.is_whole and mine == its


class Half:
    """A half of the card; `y` is how far it has been filled, from above."""

    def __init__(self, canvas: Canvas, left: float, language: str, *, rtl: bool) -> None:
        self.canvas = canvas
        self.left, self.right = left + EDGE, left + HALF - EDGE
        self.width = HALF - 2 * EDGE
        self.y = HEIGHT - EDGE
        self.language, self.rtl = language, rtl

    @property
    def middle(self) -> float:
        """The middle of the half, across."""
        return (self.left + self.right) / 2

    @property
    def room(self) -> float:
        """What is left under what stands there, in points."""
        return self.y - EDGE

    def across(self, indent: float, width: float) -> float:
        """Return the left end of a thing that stands so far from where reading starts."""
        return self.right - indent - width if self.rtl else self.left + indent

    def fit(
        self,
        text: str,
        size: float,
        room: float | None = None,
        *,
        bold: bool = False,
        most: int = 2,
    ) -> Block:
        """Return a text at the largest size at which it fits whole in `most` lines.

        At the smallest legible size it takes as many lines as it needs.
        """
        words = Text([Piece(text, bold)], rtl=self.rtl, language=self.language)
        return self._fit(words, text, size, self.width if room is None else room, most)

    def balanced(self, text: str, size: float, room: float, most: int = 2) -> Block:
        """Return a text in lines of much the same width, so that no word stands alone."""
        best = block = self.fit(text, size, room, most=most)
        while len(block.lines) > 1 and block.is_like(best):
            best, room = block, room - NARROWER
            block = self.fit(text, size, room, most=most)
        return best

    def fit_number(self, pieces: Sequence[Piece], size: float, room: float) -> Block:
        """Return numbers, which run from left to right in every language (R-288)."""
        said = "".join(piece.text for piece in pieces)
        words = Text(pieces, rtl=False, language=self.language)
        return self._fit(words, said, size, room, 1)

    def write(self, block: Block, *, indent: float = 0) -> None:
        """Write lines from the side where reading starts, and go down as far."""
        for line in block.lines:
            x = self.across(indent, line.width * block.size / PER_EM)
            base = self.y - block.step * BASELINE
            drawing.draw(self.canvas, line, x, base, block.size, INK)
            self.y -= block.step

    def write_centered(self, block: Block, y: float) -> None:
        """Write lines around the middle, the first one under `y`."""
        for line in block.lines:
            x = self.middle - line.width * block.size / PER_EM / 2
            drawing.draw(self.canvas, line, x, y - block.step * BASELINE, block.size, INK)
            y -= block.step

    def write_at(self, block: Block, x: float, y: float) -> None:
        """Write one line from its left end, standing on `y`."""
        for line in block.lines:
            drawing.draw(self.canvas, line, x, y, block.size, INK)

    def icon(self, name: str, indent: float, y: float, size: float) -> None:
        """Draw a pictogram so far from where reading starts, its foot at `y`."""
        pictograms.draw(self.canvas, name, self.across(indent, size), y, size, INK)

    def tick_box(self, indent: float, y: float, size: float) -> None:
        """Draw a small square to tick."""
        self.canvas.setStrokeColor(INK)
        self.canvas.setLineWidth(0.7)
        self.canvas.roundRect(self.across(indent, size), y, size, size, 1, fill=0)

    def rule(self, y: float, indent: float = 0, *, dotted: bool = False) -> None:
        """Draw a level line from an indent to the far side; a dotted one is to write on."""
        self.canvas.saveState()
        self.canvas.setStrokeColor(INK)
        self.canvas.setLineWidth(0.8 if dotted else 0.4)
        if dotted:
            cast(Any, self.canvas).setLineCap(1)
            self.canvas.setDash(0.01, 2)
        wide = self.width - indent
        left = self.across(indent, wide)
        self.canvas.line(left, y, left + wide, y)
        self.canvas.restoreState()

    def _fit(self, words: Text, said: str, size: float, room: float, most: int) -> Block:
        while True:
            lines = words.lines(room / size * PER_EM)
            block = Block(lines, size, " ".join(line.says for line in lines) == said)
            if size <= SMALLEST or (block.is_whole and len(lines) <= most):
                return block
            size = max(SMALLEST, size - STEP)
