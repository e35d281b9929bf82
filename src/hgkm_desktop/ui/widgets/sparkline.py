"""Her numbers in a cell of a table: how they went, and the last one in words of colour (05)."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from hgkm_desktop.ui.style import color, font, px
from hgkm_desktop.ui.widgets.painting import at_side, draw_text, middle, round_box

HIGHEST, SAFE = 10, 6
_WIDTH, _HEIGHT, _NUMBER, _GAP = 150, 38, 24, 8
_TOP, _POINT = 4, 3
_FIRST, _LAST = 6, 2


def tone_of_number(number: int) -> str:
    """Return the tone of a number for safety: rd to 4, am at 5, bl at 6, ok from 7."""
    if number >= 7:
        return "ok"
    return {6: "bl", 5: "am"}.get(number, "rd")


def paint_sparkline(
    painter: QPainter, rect: QRectF, numbers: Sequence[int], rtl: bool = False
) -> None:
    """Paint numbers from 0 to 10, oldest first, and the last number beside them.

    Without numbers there is only the zone and a dash. The time axis mirrors, digits do not.
    """
    width = max(px(20), min(px(_WIDTH), rect.width() - px(_NUMBER + _GAP)))
    box = middle(at_side(rect, 0, width, rtl), width, px(_HEIGHT))
    _paint_zone(painter, box)
    words = at_side(rect, width + px(_GAP), px(_NUMBER), rtl)
    if not numbers:
        draw_text(painter, words, "–", font(17), "mut", rtl)
        return
    tone = tone_of_number(numbers[-1])
    _paint_line(painter, _points(box, numbers, rtl), tone)
    draw_text(painter, words, str(numbers[-1]), font(17, bold=True), tone, rtl)


def _paint_zone(painter: QPainter, box: QRectF) -> None:
    bottom = _height_of(box, SAFE)
    zone = QRectF(box.left(), _height_of(box, HIGHEST), box.width(), px(_POINT) * 4)
    round_box(painter, zone, px(3), "okt")
    painter.setPen(QPen(color("okl"), 1))
    painter.drawLine(QPointF(box.left(), bottom), QPointF(box.right(), bottom))


def _height_of(box: QRectF, number: int) -> float:
    return box.top() + px(_TOP) + (HIGHEST - number) * px(_POINT)


def _points(box: QRectF, numbers: Sequence[int], rtl: bool) -> list[QPointF]:
    room, steps = box.width() - px(_FIRST + _LAST), max(1, len(numbers) - 1)
    offsets = [px(_FIRST) + room * place / steps for place in range(len(numbers))]
    if len(numbers) == 1:
        offsets = [box.width() - px(_LAST)]
    return [
        QPointF(box.right() - x if rtl else box.left() + x, _height_of(box, number))
        for x, number in zip(offsets, numbers, strict=True)
    ]


def _paint_line(painter: QPainter, points: list[QPointF], tone: str) -> None:
    pen = QPen(color("nt"), px(2))
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(points)
    painter.setPen(QPen(color("card"), 1.5))
    painter.setBrush(color(f"{tone}s"))
    painter.drawEllipse(points[-1], px(4.5), px(4.5))
