"""Who is who in the safety chart: a person's line, her name at its end, words at a number."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QPainter

from hgkm_desktop.ui.dates import day_without_weekday
from hgkm_desktop.ui.style import font, px
from hgkm_desktop.ui.widgets.chart_lines import Spot
from hgkm_desktop.ui.widgets.chart_marks import paint_line, paint_marker
from hgkm_desktop.ui.widgets.chart_scale import Scale, spread
from hgkm_desktop.ui.widgets.painting import (
    at_side,
    draw_text,
    inside,
    round_box,
    text_width,
)

_GAP, _ROW, _NUMBER = 14, 20, 8
_CROWDED, _SMALLEST = 16, 0.4


def names_width(lines: Sequence[Sequence[Spot]]) -> float:
    """Return how much room beside the plot the longest name and its number ask."""
    widths = [text_width(_letters(), line[0].line.name) for line in lines]
    return px(_GAP + _NUMBER) + max(widths, default=0) + text_width(_letters(), "10")


def paint_person(painter: QPainter, scale: Scale, spots: Sequence[Spot]) -> None:
    """Paint the line of a person and her markers, smaller where they would hide the line."""
    line, places = spots[0].line, [scale.at(spot.day, spot.number) for spot in spots]
    hue = f"c{line.color}"
    paint_line(painter, places, line.marker, hue)
    room = abs(places[-1].x() - places[0].x()) / max(1, len(places) - 1)
    share = max(_SMALLEST, min(1.0, room / px(_CROWDED)))
    for place in places[:-1]:
        paint_marker(painter, place, line.marker, hue, share)
    paint_marker(painter, places[-1], line.marker, hue)


def paint_names(painter: QPainter, scale: Scale, lines: Sequence[Sequence[Spot]]) -> None:
    """Write each name with its last number beside the plot, moved apart where they meet."""
    last = [line[-1] for line in lines]
    wished = [scale.y(spot.number) for spot in last]
    heights = spread(wished, px(_ROW), scale.plot.top(), scale.plot.bottom())
    for spot, height in zip(last, heights, strict=True):
        _paint_name(painter, scale, spot, height)


def paint_words(painter: QPainter, scale: Scale, spot: Spot) -> None:
    """Write who, when and how much in a box at a number, inside the plot."""
    at, letters = scale.at(spot.day, spot.number), font(14, bold=True)
    day = day_without_weekday(spot.day, scale.last)
    words = f"{spot.line.name} · {day} · {spot.number}"
    box = QRectF(0, 0, text_width(letters, words) + px(20), px(30))
    box.moveCenter(at - QPointF(0, px(34)))
    if box.top() < scale.plot.top():
        box.moveTop(at.y() + px(19))
    if box.right() > scale.plot.right():
        box.moveRight(scale.plot.right())
    if box.left() < scale.plot.left():
        box.moveLeft(scale.plot.left())
    round_box(painter, box, px(8), "card", f"c{spot.line.color}", 1.5)
    within = inside(box, px(10), 0, scale.rtl)
    draw_text(painter, within, words, letters, "ink", scale.rtl)


def _paint_name(painter: QPainter, scale: Scale, spot: Spot, height: float) -> None:
    plot, hue = scale.plot, f"c{spot.line.color}"
    left = 0.0 if scale.rtl else plot.right()
    room = plot.left() if scale.rtl else painter.device().width() - plot.right()
    beside = QRectF(left, height - px(_ROW) / 2, room, px(_ROW))
    number = str(spot.number)
    free = room - px(_GAP + _NUMBER) - text_width(_letters(), number)
    width = min(text_width(_letters(), spot.line.name), max(0.0, free))
    name = at_side(beside, px(_GAP), width, scale.rtl)
    draw_text(painter, name, spot.line.name, _letters(), hue, scale.rtl)
    rest = inside(beside, px(_GAP + _NUMBER) + width, 0, scale.rtl)
    draw_text(painter, rest, number, _letters(), hue, scale.rtl)


def _letters() -> QFont:
    return font(14, bold=True)
