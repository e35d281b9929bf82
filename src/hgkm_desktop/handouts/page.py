"""The page all paper is made on: A4, one calm look, and nothing inside that tells who made it.

The bytes are the same for the same words (no dates inside) and never touch the disk.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any, cast

from reportlab import rl_config
from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfdoc import PDFInfo
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    PageTemplate,
    Table,
    TableStyle,
)

from hgkm_desktop.handouts import drawing, fonts
from hgkm_desktop.handouts.glyph_font import PER_EM
from hgkm_desktop.handouts.paragraph import Look, Paragraph
from hgkm_desktop.handouts.shaping import Piece
from hgkm_desktop.handouts.text import clean, fitted, without_boxes
from hgkm_desktop.handouts.words import language

TITLE = "Blad"
MARGIN = 18 * mm
WIDTH, HEIGHT = A4
INK = HexColor("#20302E")
MUTED = HexColor("#55615E")
LINE = HexColor("#CFC8BB")
EDGE = HexColor("#857F73")
GREEN = HexColor("#1F5F58")
SUNK = HexColor("#F1EEE8")
SMALL, BODY, HEADING = 10.5, 12.5, 15
LONGEST_SENTENCE = 400
MAKER = b"ReportLab"

Decorate = Callable[[Canvas], None]

cast(Any, rl_config).useA85 = 0
"""Pages as bytes: written as text they are a quarter larger and slower to make."""


@dataclass(frozen=True)
class Box:
    """A place on the page, in points from its lower left corner."""

    x: float
    y: float
    width: float
    height: float


CONTENT = Box(MARGIN, MARGIN + 8 * mm, WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN - 20 * mm)


def make(story: Sequence[Flowable], decorate: Decorate, box: Box = CONTENT) -> bytes:
    """Return the PDF of a story set inside `box`, with `decorate` drawn on every page.

    Raises UserError when a font is missing.
    """
    fonts.register()
    out = BytesIO()
    paper = _Paper(
        out,
        pagesize=A4,
        title=TITLE,
        lang=language(),
        invariant=1,
        pageCompression=1,
        initialFontName=fonts.REGULAR,
    )
    paper.addPageTemplates(_template(decorate, box))
    paper.build(list(story))
    return without_maker(out.getvalue())


def frame(canvas: Canvas, top: tuple[str, str], foot: tuple[str, str]) -> None:
    """Draw what stands at the top of a page, left and right, the line under it, and the foot."""
    high, right = HEIGHT - MARGIN - 10, WIDTH - MARGIN
    pair(canvas, top, high, 13, bold=True)
    rule(canvas, MARGIN, right, high - 12, GREEN, 3)
    pair(canvas, foot, MARGIN, SMALL, color=MUTED)


def pair(
    canvas: Canvas,
    words: tuple[str, str],
    y: float,
    size: float,
    *,
    bold: bool = False,
    color: Color = INK,
) -> None:
    """Draw a text at the left and another at the right; one alone may fill the line."""
    width = CONTENT.width / 2 - 3 * mm if all(words) else CONTENT.width
    line(canvas, words[0], MARGIN, y, size, width=width, bold=bold, color=color)
    line(canvas, words[1], WIDTH - MARGIN, y, size, width=width, color=MUTED, to_right=True)


def line(
    canvas: Canvas,
    text: str,
    x: float,
    y: float,
    size: float,
    *,
    width: float = CONTENT.width,
    bold: bool = False,
    color: Color = INK,
    to_right: bool = False,
) -> None:
    """Draw one line of text, cut short where it does not fit; `to_right` makes it end at x."""
    found = fitted(text, width, size, bold)
    if found is not None:
        left = x - found.width * size / PER_EM if to_right else x
        drawing.draw(canvas, found, left, y, size, color)


def rule(
    canvas: Canvas, x1: float, x2: float, y: float, color: Color = LINE, thick: float = 0.6
) -> None:
    """Draw a level line with round ends."""
    canvas.setFillColor(color)
    canvas.roundRect(x1, y - thick / 2, x2 - x1, thick, thick / 2, stroke=0, fill=1)


def paragraph(
    text: str, size: float = BODY, *, bold: bool = False, color: Color = INK, after: float = 0
) -> Paragraph:
    """Return a paragraph of our own words; they are never read as markup."""
    look = Look(
        size=size,
        leading=1.2 if size > HEADING else 1.4,
        color=color,
        language=language(),
        after=after,
    )
    words = without_boxes(clean(text, LONGEST_SENTENCE))
    return Paragraph([Piece(words, bold)], look)


def table(cells: list[list[Any]], widths: list[float], *look: tuple[Any, ...]) -> Table:
    """Return cells side by side, without padding, each from its top; `look` may add to that."""
    everywhere = ((0, 0), (-1, -1))
    sides = ("LEFTPADDING", "RIGHTPADDING", "TOPPADDING", "BOTTOMPADDING")
    bare = [(side, *everywhere, 0) for side in sides]
    base = [("FONTNAME", *everywhere, fonts.REGULAR), ("VALIGN", *everywhere, "TOP"), *bare]
    return Table(cells, colWidths=widths, style=TableStyle([*base, *look]))


def _template(decorate: Decorate, box: Box) -> PageTemplate:
    inside = Frame(box.x, box.y, box.width, box.height, 0, 0, 0, 0)

    def on_page(canvas: Canvas, _paper: BaseDocTemplate) -> None:
        decorate(canvas)

    return PageTemplate(frames=[inside], onPage=on_page)


class _OnlyTitle(PDFInfo):
    """The document's properties: a neutral title, no maker, no dates."""

    def format(self, document: object) -> bytes:
        return f"<< /Title ({TITLE}) >>".encode()


class _Paper(BaseDocTemplate):
    """A document that keeps quiet about itself."""

    def handle_documentBegin(self) -> None:
        keep_quiet(self.canv)
        super().handle_documentBegin()


def keep_quiet(canvas: Canvas) -> None:
    """Let a document say nothing of itself but a neutral title (R-283)."""
    vars(canvas)["_doc"].info = _OnlyTitle()
    cast(Any, canvas).setViewerPreference("DisplayDocTitle", "true")


def without_maker(pdf: bytes) -> bytes:
    """Blank the maker's name in two comments; as many bytes, so every offset stays right."""
    lines = pdf.split(b"\n")
    return b"\n".join(b"%".ljust(len(row)) if _names_maker(row) else row for row in lines)


def _names_maker(row: bytes) -> bool:
    return row.startswith(b"%") and MAKER in row
