"""The outside of the card: it looks like something everybody carries.

Four covers, so that not every card from one place looks the same. Whoever finds one sees coffee,
books, soup or shopping (R-302).
"""

from collections.abc import Callable, Sequence
from itertools import cycle
from typing import Any, cast

from reportlab.pdfgen.canvas import Canvas

from hgkm_desktop.handouts import pictograms
from hgkm_desktop.handouts.card_half import (
    EDGE,
    HALF,
    HEIGHT,
    INK,
    SHADE,
    WHITE,
    Block,
    Half,
)
from hgkm_desktop.handouts.shaping import Piece
from hgkm_desktop.sheets.card import CardContent

TITLE, LOWEST_TITLE, SUBTITLE, BACK = 14, 10.5, 8, 9
BADGE, PLATE_ICON, PLATE_EDGE = 30, 20, 7
STAMPS, STAMPED, STAMP_STEP = 9, 3, 28
SPINES = ((9, 30), (7, 26), (11, 32), (8, 23), (6, 29), (10, 27), (8, 32), (12, 25), (7, 30))
"""How wide and how high the books on a shelf are."""
SHELF = 38.27
LISTED = 5
POT = 50
SOUP = ("carrot", "grains", "orange-slice")
SHOPPING = ("grains", "tea-bag", "bread")

Place = tuple[float, float]
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
        half.write(_title(half, content.cover.title))
        half.write(half.balanced(content.cover.subtitle, SUBTITLE, half.width))
    draw(half, pictures)
    _clipped(canvas, back, pattern)
    plate = Half(canvas, back, content.language, rtl=content.rtl)
    _draw_plate(plate, icon, "" if pictures else content.cover.back)


def _title(half: Half, text: str) -> Block:
    """Return a title on one line, or on two lines where it would become too small on one."""
    one = half.fit(text, TITLE, bold=True, most=1)
    return one if one.size >= LOWEST_TITLE else half.fit(text, LOWEST_TITLE + 1, bold=True)


def _clipped(canvas: Canvas, left: float, pattern: Pattern) -> None:
    canvas.saveState()
    path = cast(Any, canvas.beginPath())
    path.rect(left, 0, HALF, HEIGHT)
    cast(Any, canvas).clipPath(path, stroke=0, fill=0)
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
    step = min(STAMP_STEP, (half.room - 4) / 3)
    indent = (half.width - 3 * step) / 2
    for place in range(STAMPS):
        row, column = divmod(place, 3)
        x = half.across(indent + column * step, step) + step / 2
        _stamp(half, place, (x, EDGE + (2.5 - row) * step), step * 0.41, pictures)


def _stamp(half: Half, place: int, middle: Place, radius: float, pictures: bool) -> None:
    canvas, (x, y) = half.canvas, middle
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(0.8)
    canvas.setFillColor(SHADE if place < STAMPED else WHITE)
    canvas.circle(x, y, radius, fill=1)
    if place < STAMPED or place == STAMPS - 1:
        icon, size = "coffee" if place < STAMPED else "gift", radius * 1.3
        pictograms.draw(canvas, icon, x - size / 2, y - size / 2, size, INK)
    elif not pictures:
        digit = half.fit_number([Piece(str(place + 1), fixed=True)], 9, radius)
        half.write_at(digit, x - digit.width / 2, y - 3.2)


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
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(1.2)
    canvas.line(left, foot + 0.6, right, foot + 0.6)
    canvas.setLineWidth(0.6)
    books = zip(cycle(SPINES), cycle((SHADE, WHITE)), strict=False)
    (wide, high), color = next(books)
    while left + wide <= right:
        canvas.setFillColor(color)
        canvas.rect(left, foot + 1, wide, high, fill=1)
        left += wide
        (wide, high), color = next(books)


def _checks(canvas: Canvas, left: float) -> None:
    canvas.setFillColor(SHADE)
    for place in range(0, 20, 2):
        for row in range(20):
            x = left + (place + row % 2) * 9
            canvas.rect(x, row * 9, 9, 9, stroke=0, fill=1)


def _dots(canvas: Canvas, left: float) -> None:
    """Draw dots: a dashed line with round ends, whose dashes have no length, is a row of them."""
    canvas.setStrokeColor(SHADE)
    canvas.setLineWidth(4.4)
    cast(Any, canvas).setLineCap(1)
    canvas.setDash(0.01, 10)
    for row in range(16):
        y = 4 + row * 10
        canvas.line(left + 5 + row % 2 * 5, y, left + HALF + 5, y)


COVERS: tuple[tuple[str, Front, Pattern], ...] = (
    ("coffee", _stamps, _stripes),
    ("books", _reading, _shelves),
    ("cooking-pot", _soup, _checks),
    ("shopping-bag", _shopping, _dots),
)
"""By the covers' places in the words: the drawing, the front, the back."""
