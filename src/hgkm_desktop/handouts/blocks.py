"""The pieces a sheet is built of: a section beside its pictogram, and the closing block."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from hgkm_desktop.handouts import page, pictograms
from hgkm_desktop.handouts.paragraph import Look, Paragraph
from hgkm_desktop.handouts.shaping import Piece
from hgkm_desktop.sheets.content import Box, Said, Shown

WHITE = HexColor("#FFFFFF")
DEEP = HexColor("#1B4643")
SAND = HexColor("#FBEFD5")
STONE = HexColor("#EEEBE5")
TINTS = {
    "green": (HexColor("#1F5F58"), HexColor("#E0EEEA")),
    "blue": (HexColor("#24508F"), HexColor("#E3EBF6")),
    "ochre": (HexColor("#7A4A00"), HexColor("#FAEFD9")),
    "purple": (HexColor("#6B3A7D"), HexColor("#F1E7F4")),
    "slate": (HexColor("#3D4F66"), HexColor("#E7EBF0")),
    "olive": (HexColor("#55600F"), HexColor("#EEF0DC")),
}
"""Pictogram and ground; every pictogram keeps 4.5 to 1 against its ground, also in grey."""
DISC = 2.7
"""How large a section's pictogram is, in times the body."""


@dataclass(frozen=True)
class Style:
    """The sizes and the side of one sheet, in points."""

    body: float
    language: str
    rtl: bool
    color: str = "green"
    aside: float = 3.7

    def look(self, size: float, color: Color = page.INK, leading: float = 1.35) -> Look:
        """Return the look of a text as so many times the body."""
        return Look(self.body * size, leading, color, self.rtl, self.language)

    @property
    def gap(self) -> float:
        """The room between blocks."""
        return self.body * 0.7


def pieces(said: Said, *, bold: bool = False) -> list[Piece]:
    """Return a line of a sheet for the text engine: numbers bold, whole, left to right."""
    return [Piece(bit.text, bold or bit.is_number, bit.is_number) for bit in said]


class Column(Flowable):
    """Paragraphs below each other, moved aside from the leading edge."""

    def __init__(
        self, parts: Sequence[Paragraph], aside: float, rtl: bool, gap: float, trail: float = 0
    ) -> None:
        super().__init__()
        self.parts, self.aside, self.rtl, self.gap = list(parts), aside, rtl, gap
        self.trail = trail

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """Return the size it takes."""
        inner = aW - self.aside - self.trail
        high = sum(part.wrap(inner, aH)[1] for part in self.parts)
        self.width, self.height = aW, high + self.gap * max(0, len(self.parts) - 1)
        return self.width, self.height

    def draw(self) -> None:
        """Draw every paragraph."""
        x, y = (self.trail if self.rtl else self.aside), self.height
        for part in self.parts:
            y -= part.height
            part.drawOn(self.canv, x, y)
            y -= self.gap


class Section(Column):
    """A heading and its lines beside a pictogram, above a hairline."""

    def __init__(self, shown: Shown, style: Style, *, continued: bool = False) -> None:
        self.shown, self.style, self.continued = shown, style, continued
        heading = Paragraph([Piece(shown.heading, bold=True)], style.look(1.18, leading=1.25))
        lines = [Paragraph(pieces(line), style.look(1, page.INK)) for line in shown.lines]
        parts = lines if continued else [heading, *lines]
        super().__init__(parts, style.body * style.aside, style.rtl, style.body * 0.22)

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """Return the size it takes: at least that of its pictogram."""
        _, high = super().wrap(aW, aH)
        self.inner = high
        self.height = max(high, DISC * self.style.body * bool(self.style.aside))
        self.height += self.style.gap * 2
        return self.width, self.height

    def split(self, aW: float, aH: float) -> list[Flowable]:
        """Return what fits and the rest, divided between two lines."""
        for fit in range(len(self.shown.lines) - 1, 0, -1):
            head = self._with(self.shown.lines[:fit], self.continued)
            if head.wrap(aW, aH)[1] <= aH:
                return [head, self._with(self.shown.lines[fit:], True)]
        return []

    def draw(self) -> None:
        """Draw the pictogram, the words and the hairline."""
        style = self.style
        if style.aside and not self.continued:
            self._draw_pictogram(style.body * DISC)
        self.canv.saveState()
        self.canv.translate(0, self.height - style.gap - self.inner)
        kept, self.height = self.height, self.inner
        super().draw()
        self.height = kept
        self.canv.restoreState()
        page.rule(self.canv, 0, self.width, 0)

    def _draw_pictogram(self, size: float) -> None:
        ink, ground = TINTS[self.style.color]
        x = self.width - size if self.style.rtl else 0
        y = self.height - self.style.gap - size
        disc(self.canv, self.shown.icon, x, y, size, (ink, ground))

    def _with(self, lines: tuple[Said, ...], continued: bool) -> "Section":
        return Section(replace(self.shown, lines=lines), self.style, continued=continued)


def disc(
    canvas: Canvas, icon: str, x: float, y: float, size: float, colors: tuple[Color, Color]
) -> None:
    """Draw a pictogram on a round ground."""
    ink, ground = colors
    canvas.setFillColor(ground)
    canvas.circle(x + size / 2, y + size / 2, size / 2, stroke=0, fill=1)
    inner = size * 0.58
    pictograms.draw(canvas, icon, x + (size - inner) / 2, y + (size - inner) / 2, inner, ink)


class Boxes(Flowable):
    """The closing block: whom to call, two boxes in a row, the same on every sheet (R-232)."""

    def __init__(self, boxes: Sequence[Box], style: Style, heading: str) -> None:
        super().__init__()
        self.style = style
        self.heading = Paragraph([Piece(heading, bold=True)], style.look(1.18, leading=1.25))
        looks = [(DEEP, WHITE), (SAND, page.INK), (STONE, page.INK), (STONE, page.INK)]
        self.cells = [self._cell(box, *look) for box, look in zip(boxes, looks, strict=False)]

    def _cell(self, box: Box, ground: Color, ink: Color) -> tuple[Color, Column]:
        style = self.style
        parts = [Paragraph([Piece(box.label)], style.look(0.88, ink))]
        if box.call:
            parts.append(Paragraph(pieces(box.call, bold=True), style.look(1.5, ink, 1.2)))
        parts.append(Paragraph([Piece(box.note)], style.look(0.84, ink, 1.25)))
        return ground, Column(parts, 0, style.rtl, 0)

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """Return the size it takes."""
        pad, gap = self.style.body * 0.8, self.style.gap
        self.pad, self.cell = pad, (aW - gap) / 2
        sizes = [column.wrap(self.cell - 2 * pad, aH)[1] + 1.5 * pad for _, column in self.cells]
        self.rows = [max(sizes[place : place + 2]) for place in range(0, len(sizes), 2)]
        self.top = self.heading.wrap(aW, aH)[1] + gap * 0.8
        self.width, self.height = aW, gap + self.top + sum(self.rows) + gap * (len(self.rows) - 1)
        return self.width, self.height

    def draw(self) -> None:
        """Draw each box, the first at the side where reading begins."""
        y = self.height - self.style.gap - self.heading.height
        self.heading.drawOn(self.canv, 0, y)
        y = self.height - self.style.gap - self.top
        for row, high in enumerate(self.rows):
            y -= high
            for place, cell in enumerate(self.cells[row * 2 : row * 2 + 2]):
                other = bool(place) != self.style.rtl
                self._draw_cell(cell, (self.cell + self.style.gap) * other, y, high)
            y -= self.style.gap

    def _draw_cell(self, cell: tuple[Color, Column], x: float, y: float, high: float) -> None:
        ground, column = cell
        self.canv.setFillColor(ground)
        self.canv.roundRect(x, y, self.cell, high, 7, stroke=0, fill=1)
        column.drawOn(self.canv, x + self.pad, y + high - self.pad * 0.75 - column.height)
