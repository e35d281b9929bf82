"""A paragraph in any script, for ReportLab's pages: wrapped, split over pages, drawn."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from reportlab.lib.colors import Color, HexColor
from reportlab.platypus import Flowable

from hgkm_desktop.handouts import drawing
from hgkm_desktop.handouts.glyph_font import PER_EM
from hgkm_desktop.handouts.shaping import Line, Piece, Text

INK = HexColor("#20302E")
BASELINE = 0.78
"""Where letters stand in a line, from its top, as a part of the leading."""


@dataclass(frozen=True)
class Look:
    """How a paragraph is set: sizes in points; `centered` wins over the language's side."""

    size: float = 12.5
    leading: float = 1.4
    color: Color = INK
    rtl: bool = False
    language: str = "nl"
    centered: bool = False
    after: float = 0


def set_text(text: str | Sequence[Piece], look: Look) -> Text:
    """Return a text with its fonts and directions found; it can be set in several sizes."""
    pieces = (Piece(text),) if isinstance(text, str) else tuple(text)
    return _known_text(pieces, look.rtl, look.language)


@lru_cache(maxsize=1024)
def _known_text(pieces: tuple[Piece, ...], rtl: bool, language: str) -> Text:
    return Text(pieces, rtl=rtl, language=language)


class Paragraph(Flowable):
    """Some text in one look. It is never read as markup.

    Raises UserError for a character that cannot be printed.
    """

    def __init__(self, text: str | Sequence[Piece] | Text, look: Look) -> None:
        super().__init__()
        self.look = look
        self.text = text if isinstance(text, Text) else set_text(text, look)
        self._lines: list[Line] = []
        self._rest: list[Line] | None = None

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """Break into lines; return the size it takes."""
        lines = self._rest
        self._lines = self.text.lines(aW / self.look.size * PER_EM) if lines is None else lines
        self.width, self.height = aW, len(self._lines) * self._step
        return self.width, self.height

    def split(self, aW: float, aH: float) -> list[Flowable]:
        """Return what still fits here and what goes to the next page, both whole lines."""
        self.wrap(aW, aH)
        fit = int((aH + 0.01) / self._step)
        if fit < 1 or fit >= len(self._lines):
            return []
        return [self._part(self._lines[:fit]), self._part(self._lines[fit:])]

    def draw(self) -> None:
        """Draw every line from its own side."""
        y = self.height - self._step * BASELINE
        for line in self._lines:
            drawing.draw(self.canv, line, self._left(line), y, self.look.size, self.look.color)
            y -= self._step

    def getSpaceAfter(self) -> float:
        """Return the room under it, in points."""
        return self.look.after

    @property
    def _step(self) -> float:
        return self.look.size * self.look.leading

    def _left(self, line: Line) -> float:
        room = self.width - line.width * self.look.size / PER_EM
        if self.look.centered:
            return room / 2
        return room if self.look.rtl else 0

    def _part(self, lines: list[Line]) -> "Paragraph":
        part = Paragraph("", self.look)
        part._rest = lines
        return part
