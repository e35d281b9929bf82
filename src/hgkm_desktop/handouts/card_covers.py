"""The outside of the card: it looks like something everybody carries.

Four covers, so that not every card from one place looks the same. Whoever finds one sees coffee,
books, soup or shopping (R-302).
"""

from collections.abc import Callable, Sequence
from itertools import cycle

from reportlab.pdfgen.canvas import Canvas

from hgkm_desktop.handouts import pictograms
from hgkm_desktop.handouts.card_half import (
    EDGE,
    HALF,
    HEIGHT,
    INK,
    RULE,
    SHADE,
    SOFT,
    WHITE,
    Half,
)
from hgkm_desktop.handouts.shaping import Piece
from hgkm_desktop.sheets.card import CardContent

TITLE, SUBTITLE, BACK = 14, 8, 9
BADGE, PLATE_ICON, PLATE_EDGE = 30, 20, 7
STAMPS, STAMPED, STAMP, STAMP_STEP = 9, 3, 23, 28
SPINES = ((9, 30), (7, 26), (11, 32), (8, 23), (6, 29), (10, 27), (8, 32), (12, 25), (7, 30))
"""How wide and how high the books on a shelf are."""
SHELF = 38.27
LISTED = 5
POT = 50
SOUP = ("carrot", "grains", "orange-slice")
SHOPPING = ("grains", "tea-bag", "bread")

Front = Callable[[Half, bool], None]
Pattern = Callable[[Canvas, float], None]


def draw_outside(canvas: Canvas, content: CardContent, pictures: bool) -> None:
    """Draw the front and the back, the front on the side where a booklet opens."""
    front, back = (0, HALF) if content.rtl else (HALF, 0)
    icon, draw, pattern = COVERS[content.cover_place]
    half = Half(canvas, front, content.language, rtl=content.rtl)
    if pictures:
        pictograms.draw(canvas, icon, half.middle - BADGE / 2, half.y - BADGE - 2, BADGE, INK)
        half.y -= BADGE + 4
    else:
        half.y -= 2
        half.write(half.fit(content.cover.title, TITLE, bold=True))
        half.write(half.balanced(content.cover.subtitle, SUBTITLE, half.width), SOFT)
    draw(half, pictures)
    _clipped(canvas, back, pattern)
    plate = Half(canvas, back, content.language, rtl=content.rtl)
    _draw_plate(plate, icon, "" if pictures else content.cover.back)


def _clipped(canvas: Canvas, left: float, pattern: Pattern) -> None:
    canvas.saveState()
    path = canvas.beginPath()
    path.rect(left, 0, HALF, HEIGHT)
    canvas.clipPath(path, stroke=0, fill=0)
    pattern(canvas, left)
    canvas.restoreState()


def _draw_plate(half: Half, icon: str, text: str) -> None:
    """Draw a white plate in the middle of the pattern, as large as what stands on it."""
    block = half.balanced(text, BACK, half.width - 3 * PLATE_EDGE, 3)
    wide = max(block.width, PLATE_ICON) + 2 * PLATE_EDGE
    high = block.height + PLATE_ICON + 2 * PLATE_EDGE - 2
    foot = (HEIGHT - high) / 2
    half.canvas.setFillColor(WHITE)
    half.canvas.roundRect(half.middle - wide / 2, foot, wide, high, 6, stroke=0, fill=1)
    top = foot + high - PLATE_EDGE + 2
    x = half.middle - PLATE_ICON / 2
    pictograms.draw(half.canvas, icon, x, top - PLATE_ICON, PLATE_ICON, INK)
    half.write_centered(block, top - PLATE_ICON - 1)


def _stamps(half: Half, pictures: bool) -> None:
    """Draw a card with places for cups: some are stamped, the last one is a present."""
    top = EDGE + 3 * STAMP_STEP - STAMP / 2 + 2
    for place in range(STAMPS):
        row, column = divmod(place, 3)
        x = half.across((half.width - 2 * STAMP_STEP - STAMP) / 2 + column * STAMP_STEP, STAMP)
        _stamp(half, place, x + STAMP / 2, top - row * STAMP_STEP, pictures)


def _stamp(half: Half, place: int, x: float, y: float, pictures: bool) -> None:
    canvas = half.canvas
    canvas.setStrokeColor(RULE)
    canvas.setLineWidth(0.8)
    canvas.setFillColor(SHADE if place < STAMPED else WHITE)
    canvas.circle(x, y, STAMP / 2, fill=1)
    if place < STAMPED or place == STAMPS - 1:
        icon = "coffee" if place < STAMPED else "gift"
        pictograms.draw(canvas, icon, x - 7.5, y - 7.5, 15, INK)
    elif not pictures:
        digit = half.fit_number([Piece(str(place + 1), fixed=True)], 9, STAMP)
        half.write_at(digit, x - digit.width / 2, y - 3.2, SOFT)


def _reading(half: Half, _pictures: bool) -> None:
    """Draw lines for titles, and a shelf of books under them."""
    _shelf(half.canvas, half.left, half.right, EDGE)
    for row in range(1, 5):
        y = half.y - row * (half.y - EDGE - SHELF) / 4.5
        half.rule(y)


def _soup(half: Half, pictures: bool) -> None:
    """Draw the pot, and what goes in."""
    if pictures:
        _draw_list(half, SOUP, 0)
        return
    pictograms.draw(half.canvas, "cooking-pot", half.middle - POT / 2, EDGE + 27, POT, INK)
    for place, icon in enumerate(SOUP):
        half.icon(icon, (half.width - 72) / 2 + place * 26, EDGE, 20)


def _shopping(half: Half, _pictures: bool) -> None:
    _draw_list(half, SHOPPING, 8)


def _draw_list(half: Half, icons: Sequence[str], tick: float) -> None:
    """Draw a list with room to write; what is on it already is drawn."""
    step = (half.room - 6) / LISTED
    for place in range(LISTED):
        y = half.y - 6 - (place + 1) * step
        indent = tick + 5 if tick else 0
        if tick:
            half.tick_box(0, y + 3, tick)
        half.rule(y, indent)
        for icon in icons[place : place + 1]:
            half.icon(icon, indent + 1, y + 1.5, 14)


def _stripes(canvas: Canvas, left: float) -> None:
    canvas.setStrokeColor(SHADE)
    canvas.setLineWidth(5)
    for place in range(16):
        x = left - HEIGHT / 2 + place * 14
        canvas.line(x, -5, x + HEIGHT / 2, HEIGHT + 5)


def _shelves(canvas: Canvas, left: float) -> None:
    for row in range(4):
        _shelf(canvas, left, left + HALF, row * SHELF)


def _shelf(canvas: Canvas, left: float, right: float, foot: float) -> None:
    """Draw books side by side, as many as there is room for, and the board they stand on."""
    canvas.setStrokeColor(RULE)
    canvas.setLineWidth(0.6)
    x = left
    for place, (wide, high) in enumerate(cycle(SPINES)):
        if x + wide > right:
            break
        canvas.setFillColor(WHITE if place % 2 else SHADE)
        canvas.rect(x, foot + 1, wide, high, fill=1)
        x += wide
    canvas.setLineWidth(1.2)
    canvas.line(left, foot + 0.6, right, foot + 0.6)


def _checks(canvas: Canvas, left: float) -> None:
    canvas.setFillColor(SHADE)
    for place in range(0, 20, 2):
        for row in range(20):
            x = left + (place + row % 2) * 9
            canvas.rect(x, row * 9, 9, 9, stroke=0, fill=1)


def _dots(canvas: Canvas, left: float) -> None:
    canvas.setFillColor(SHADE)
    for column in range(13):
        for row in range(16):
            canvas.circle(left + 5 + column * 10 + row % 2 * 5, 4 + row * 10, 2.2, 0, 1)


COVERS: tuple[tuple[str, Front, Pattern], ...] = (
    ("coffee", _stamps, _stripes),
    ("books", _reading, _shelves),
    ("cooking-pot", _soup, _checks),
    ("shopping-bag", _shopping, _dots),
)
"""By the covers' places in the words: the drawing, the front, the back."""
