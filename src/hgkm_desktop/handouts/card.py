"""The card for a shoe or a purse, eight on a sheet: outsides first, their insides behind them.

Black and white, nothing on it of who gave it, in what language it is, or when (R-302).
"""

from collections.abc import Callable

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from hgkm_desktop.handouts.card_covers import draw_outside
from hgkm_desktop.handouts.card_half import HEIGHT, INK, WIDTH
from hgkm_desktop.handouts.card_inside import draw_inside
from hgkm_desktop.sheets.card import CardContent

COLUMNS, ROWS = 2, 4
APART = 8 * mm
LEFT = (A4[0] - COLUMNS * WIDTH - (COLUMNS - 1) * APART) / 2
FOOT = (A4[1] - ROWS * HEIGHT - (ROWS - 1) * APART) / 2
FREE, LONG = 1 * mm, 2.5 * mm
"""How far a cut mark stays from its card, and how long it is."""

Place = tuple[float, float]
Draw = Callable[[Canvas, CardContent, bool], None]


def draw_cards(canvas: Canvas, content: CardContent, *, pictures: bool = False) -> None:
    """Draw two pages: eight outsides, and eight insides that fall behind them.

    The sheet is turned over its long edge. `pictures` leaves only numbers and drawings.
    Raises UserError for a character that cannot be printed.
    """
    _draw_page(canvas, content, pictures, draw_outside, places())
    _draw_page(canvas, content, pictures, draw_inside, places_behind())


def places() -> list[Place]:
    """Return the lower left corners of the cards on the first page."""
    return [
        (LEFT + column * (WIDTH + APART), FOOT + row * (HEIGHT + APART))
        for row in reversed(range(ROWS))
        for column in range(COLUMNS)
    ]


def places_behind() -> list[Place]:
    """Return where, on the second page, the back of each of these cards is."""
    return [(A4[0] - x - WIDTH, y) for x, y in places()]


def _draw_page(
    canvas: Canvas, content: CardContent, pictures: bool, draw: Draw, corners: list[Place]
) -> None:
    """Draw one card, and set the same strokes down eight times: all cards of a page are alike.

    A form (PDF 32000-1, 8.10) would say it shorter, but readers lose the places of Arabic text
    in one when it is copied.
    """
    code: list[str] = vars(canvas)["_code"]
    start = len(code)
    draw(canvas, content, pictures)
    _draw_marks(canvas)
    strokes = code[start:]
    del code[start:]
    for x, y in corners:
        canvas.saveState()
        canvas.translate(x, y)
        code.extend(strokes)
        canvas.restoreState()
    canvas.showPage()


def _draw_marks(canvas: Canvas) -> None:
    """Draw where to cut, beside the corners, and where to fold, dashed, above and below."""
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(0.4)
    for x in (0, WIDTH):
        for y in (0, HEIGHT):
            out_x, out_y = (-1 if x == 0 else 1), (-1 if y == 0 else 1)
            canvas.line(x + out_x * FREE, y, x + out_x * (FREE + LONG), y)
            canvas.line(x, y + out_y * FREE, x, y + out_y * (FREE + LONG))
    canvas.setDash(1.2, 1.2)
    for y in (-FREE, HEIGHT + FREE + LONG):
        canvas.line(WIDTH / 2, y, WIDTH / 2, y - LONG)
