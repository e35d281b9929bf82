"""A sheet without words: its pictograms and the numbers, for whoever does not read (R-067)."""

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas

from hgkm_desktop.handouts import drawing, page, pictograms
from hgkm_desktop.handouts.blocks import DEEP, SAND, STONE, TINTS, WHITE, disc, pieces
from hgkm_desktop.handouts.glyph_font import PER_EM
from hgkm_desktop.handouts.shaping import Text
from hgkm_desktop.handouts.sheet import A4
from hgkm_desktop.sheets.content import Box, Content, Said

TITLE_SIZE = 150
ROW = 92
GAP = 12
SIZE = 34
GROUNDS = ((DEEP, WHITE), (SAND, page.INK), (STONE, page.INK), (STONE, page.INK))
ICONS = ("phone-call", "phone", "phone", "house")


def draw_pictures(canvas: Canvas, content: Content) -> None:
    """Draw one page: what it is about, its sections, and whom to call."""
    canvas.setPageSize((A4.width, A4.height))
    colors = TINTS[content.sheet.color]
    middle = (A4.width - TITLE_SIZE) / 2
    top = A4.height - A4.margin - TITLE_SIZE
    disc(canvas, content.sheet.icon, middle, top, TITLE_SIZE, colors)
    _draw_sections(canvas, content, top - 40)
    called = [box for box in content.boxes if box.call]
    for place, box in enumerate(called):
        y = A4.margin + (len(called) - 1 - place) * (ROW + GAP)
        _draw_call(canvas, box, y, place, content)
    canvas.showPage()


def _draw_sections(canvas: Canvas, content: Content, top: float) -> None:
    icons = [shown.icon for shown in content.parts]
    if content.rtl:
        icons.reverse()
    room = A4.width - 2 * A4.margin
    size = min(84, room / len(icons) - GAP)
    start = (A4.width - len(icons) * (size + GAP) + GAP) / 2
    for place, icon in enumerate(icons):
        x = start + place * (size + GAP)
        disc(canvas, icon, x, top - size, size, TINTS[content.sheet.color])


def _draw_call(canvas: Canvas, box: Box, y: float, place: int, content: Content) -> None:
    ground, ink = GROUNDS[place]
    width = A4.width - 2 * A4.margin
    canvas.setFillColor(ground)
    canvas.roundRect(A4.margin, y, width, ROW, 12, stroke=0, fill=1)
    size = ROW * 0.6
    x = A4.width - A4.margin - size - 24 if content.rtl else A4.margin + 24
    pictograms.draw(canvas, ICONS[place], x, y + (ROW - size) / 2, size, ink)
    left = A4.margin + 24 if content.rtl else x + size + 28
    _draw_numbers(canvas, box.call, left, y + ROW / 2 - SIZE * 0.36, ink, content)


def _draw_numbers(
    canvas: Canvas, call: Said, x: float, y: float, ink: Color, content: Content
) -> None:
    """Draw the numbers of a box and none of its words, the first one first."""
    for bit in call:
        if bit.is_number:
            text = Text(pieces((bit,)), rtl=False, language=content.language)
            for line in text.lines(float("inf")):
                drawing.draw(canvas, line, x, y, SIZE, ink)
                x += line.width * SIZE / PER_EM + SIZE
