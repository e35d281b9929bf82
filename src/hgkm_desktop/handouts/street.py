"""The street along the foot of a large sheet: houses and trees by the water, faint and calm."""

from typing import Any, cast

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

BACK, FRONT = HexColor("#DCE8E3"), HexColor("#C3D8D1")
TREES, STEM = (HexColor("#9CBFB4"), HexColor("#86AEA2")), HexColor("#86AEA2")
QUAY, WATER = HexColor("#A7C6BC"), HexColor("#E4EEEA")
QUAY_HEIGHT, WATER_HEIGHT = 0.8 * mm, 2.4 * mm
HOUSES = ((9, 9.5), (8, 8), (10, 11), (7, 9), (11, 8.5), (8, 10.5), (9, 7.5))
"""Width and height of one house after another, in millimetres."""
TREE_STEPS = (13, 19, 9, 24, 15, 11, 21)


def draw(canvas: Canvas, width: float) -> None:
    """Draw the street over the whole width of the paper."""
    ground = WATER_HEIGHT + QUAY_HEIGHT
    _draw_houses(canvas, width, ground, -4 * mm, 1.25, BACK)
    _draw_houses(canvas, width, ground, 0, 0.8, FRONT)
    _draw_trees(canvas, width, ground)
    canvas.setFillColor(QUAY)
    canvas.rect(0, WATER_HEIGHT, width, QUAY_HEIGHT, stroke=0, fill=1)
    canvas.setFillColor(WATER)
    canvas.rect(0, 0, width, WATER_HEIGHT, stroke=0, fill=1)


def _draw_houses(
    canvas: Canvas, width: float, ground: float, start: float, tall: float, color: Color
) -> None:
    canvas.setFillColor(color)
    x, place = start, 0
    while x < width:
        wide, high = HOUSES[place % len(HOUSES)]
        _draw_house(canvas, x, ground, wide * mm, high * tall * mm * 0.7, gable=place % 3 != 1)
        x, place = x + (wide + 0.4) * mm, place + 1


def _draw_house(
    canvas: Canvas, x: float, y: float, wide: float, high: float, *, gable: bool
) -> None:
    path = cast(Any, canvas.beginPath())
    path.moveTo(x, y)
    path.lineTo(x, y + high)
    if gable:
        path.lineTo(x + wide / 2, y + high + wide * 0.35)
    path.lineTo(x + wide, y + high)
    path.lineTo(x + wide, y)
    path.close()
    cast(Any, canvas).drawPath(path, stroke=0, fill=1)


def _draw_trees(canvas: Canvas, width: float, ground: float) -> None:
    x, place = 5 * mm, 0
    while x < width:
        size = (2.0 + place % 3 * 0.35) * mm
        canvas.setFillColor(STEM)
        canvas.rect(x - 0.25 * mm, ground, 0.5 * mm, size, stroke=0, fill=1)
        canvas.setFillColor(TREES[place % 2])
        low, high = ground + size * 0.8, ground + size * 2.9
        canvas.ellipse(x - size * 0.9, low, x + size * 0.9, high, stroke=0, fill=1)
        x, place = x + TREE_STEPS[place % len(TREE_STEPS)] * mm, place + 1
