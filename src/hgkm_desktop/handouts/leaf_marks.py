"""What may stand before a text: its number, a box to tick, a dot, a pictogram."""

from collections.abc import Callable
from typing import Any, cast

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas

from hgkm_desktop.handouts import page, pictograms
from hgkm_desktop.handouts.blocks import Style
from hgkm_desktop.handouts.leaves import told

ITEM, DOT = 1.7, 1.0
"""How far a text stands from the edge of its number, box or dot, in times the body."""

Mark = Callable[[Canvas, float, float, float], None]
"""Draws what stands before a text: given the left, the right and the upper edge of its place."""


def numbered(number: int, style: Style) -> Mark:
    """Return a number as a mark, close to its text."""
    shown = told(str(number), style.look(1, page.MUTED))
    wide = style.body * ITEM

    def draw(canvas: Canvas, left: float, right: float, top: float) -> None:
        _, high = shown.wrap(wide, wide)
        shown.drawOn(canvas, left if style.rtl else right - wide, top - high)

    return draw


def pictured(icon: str, style: Style, size: float, color: Color) -> Mark:
    """Return a pictogram of so many times the body as a mark, at the edge."""
    side = style.body * size

    def draw(canvas: Canvas, left: float, right: float, top: float) -> None:
        x = right - side if style.rtl else left
        pictograms.draw(canvas, icon, x, top - side * 1.12, side, color)

    return draw


def ticked(is_so: bool, style: Style) -> Mark:
    """Return a small box as a mark, ticked or not."""
    side, wide = style.body, style.body * ITEM

    def draw(canvas: Canvas, left: float, right: float, top: float) -> None:
        x = left + wide - side if style.rtl else right - wide
        canvas.setStrokeColor(page.GREEN if is_so else page.EDGE)
        canvas.setFillColor(page.GREEN)
        canvas.setLineWidth(0.9)
        canvas.roundRect(x, top - side * 1.25, side, side, 2, stroke=1, fill=int(is_so))
        if is_so:
            _draw_tick(canvas, x, top - side * 1.25, side)

    return draw


def dotted(style: Style) -> Mark:
    """Return a small dot as a mark."""
    wide = style.body * DOT

    def draw(canvas: Canvas, left: float, right: float, top: float) -> None:
        x = left + wide * 0.7 if style.rtl else right - wide * 0.7
        canvas.setFillColor(page.EDGE)
        canvas.circle(x, top - style.body * 0.72, style.body * 0.14, stroke=0, fill=1)

    return draw


def _draw_tick(canvas: Canvas, x: float, y: float, size: float) -> None:
    canvas.setStrokeColorRGB(1, 1, 1)
    canvas.setLineWidth(size * 0.14)
    path = cast(Any, canvas.beginPath())
    path.moveTo(x + size * 0.22, y + size * 0.5)
    path.lineTo(x + size * 0.42, y + size * 0.28)
    path.lineTo(x + size * 0.78, y + size * 0.72)
    cast(Any, canvas).drawPath(path, stroke=1, fill=0)
