"""Reads a number from the picture of a page, digit by digit; what the file says is not asked."""

from functools import cache
from importlib.resources import files
from math import ceil, floor

from PIL import Image, ImageChops, ImageDraw, ImageFont
from sheet_papers import DPI, Page, Sign

SIGNS = "0123456789-+"
FONTS = files("hgkm_desktop") / "resources" / "built" / "fonts"
STEPS = 4
"""How many times larger a sign is drawn first: small, a font's hints would bend it."""
SHAKEN = [(across, down) for across in range(-3, 4) for down in range(-3, 4)]
"""PDFium puts small letters on whole dots, up to three steps from where they belong."""
CLEAR = 1.25
MARGIN = 256


def seen(page: Page, signs: list[Sign]) -> str:
    """Return what an eye reads in these places, from left to right."""
    return "".join(_nearest(page.picture, sign) for sign in sorted(signs, key=_pen))


def _pen(sign: Sign) -> float:
    return sign.x


def _nearest(picture: Image.Image, shown: Sign) -> str:
    scale = DPI / 72
    left, base, size = shown.x * scale, picture.height - shown.y * scale, shown.size * scale
    x, top = floor(left), floor(base - 0.8 * size)
    high, wide = ceil(0.9 * size), ceil(shown.right * scale) - x
    cell = _ink(picture.crop((x, top, x + wide, top + high)))
    corner = round((left - x) * STEPS), round((base - top) * STEPS)
    sign, is_clear = _by_distance(cell, size, corner, [(0, 0)])
    return sign if is_clear else _by_distance(cell, size, corner, SHAKEN)[0]


def _by_distance(
    cell: Image.Image, size: float, corner: tuple[int, int], moves: list[tuple[int, int]]
) -> tuple[str, bool]:
    """Return the nearest sign, and whether no other comes close."""
    places = [(corner[0] + across, corner[1] + down) for across, down in moves]
    far = {
        sign: min(_distance(cell, _drawn(sign, size, *cell.size, place)) for place in places)
        for sign in SIGNS
    }
    first, second = sorted(SIGNS, key=far.__getitem__)[:2]
    return first, far[first] * CLEAR < far[second]


def _distance(one: Image.Image, other: Image.Image) -> int:
    return sum(ImageChops.difference(one, other).tobytes())


def _ink(cell: Image.Image) -> Image.Image:
    """Return how far each dot is from the ground, whatever the colours are."""
    ground = max(cell.getcolors(256))[1]
    ink = ImageChops.difference(cell, Image.new("L", cell.size, ground))
    most = ink.getextrema()[1] or 1
    return ink.point([min(255, shade * 255 // most) for shade in range(256)])


@cache
def _drawn(sign: str, size: float, wide: int, high: int, corner: tuple[int, int]) -> Image.Image:
    """Return one sign drawn alone in the font of the numbers, by another program than PDFium."""
    across, down = (MARGIN - side for side in corner)
    around = across, down, across + wide * STEPS, down + high * STEPS
    return _large(sign, size).crop(around).reduce(STEPS)


@cache
def _large(sign: str, size: float) -> Image.Image:
    side = ceil(size * STEPS) + 2 * MARGIN
    blank = Image.new("L", (side, side + MARGIN), 0)
    ImageDraw.Draw(blank).text((MARGIN, MARGIN), sign, 255, _font(size * STEPS), anchor="ls")
    return blank


@cache
def _font(size: float) -> ImageFont.FreeTypeFont:
    file = str(FONTS / "NotoSans-SemiBold.ttf")
    return ImageFont.truetype(file, size, layout_engine=ImageFont.Layout.BASIC)
