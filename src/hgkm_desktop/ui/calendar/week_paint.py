"""Paints the ground of a week: days, hours, and the line of now."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from hgkm_desktop.ui.calendar.week_data import DAYS
from hgkm_desktop.ui.calendar.week_scale import GUTTER, Scale
from hgkm_desktop.ui.style import color, font, px
from hgkm_desktop.ui.widgets.painting import at_side, draw_centred, hairline_at, text_width

_DOT = 5


def paint_ground(painter: QPainter, scale: Scale, today: int | None) -> None:
    """Paint today's column, the lines between days and hours, and the hours themselves."""
    if today is not None:
        painter.fillRect(scale.day_box(today), color("prit2"))
    for number in range(DAYS):
        x = _sharp(scale.line(number))
        hairline_at(painter, QPointF(x, 0), QPointF(x, scale.height))
    first, last = scale.hours
    for hour in range(first, last):
        y = _sharp(scale.y(hour * 60))
        if hour > first:
            hairline_at(painter, QPointF(0, y), QPointF(scale.width, y))
        _paint_hour(painter, scale, hour, y)


def paint_now(painter: QPainter, scale: Scale, today: int, minute: int) -> None:
    """Paint the line of now with its dot, when the hour is shown at all."""
    first, last = scale.hours
    if not first * 60 <= minute <= last * 60:
        return
    column, y = scale.day_box(today), round(scale.y(minute))
    painter.fillRect(QRectF(column.left(), y - 1, column.width(), px(2)), color("rds"))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color("rds"))
    lead = column.right() if scale.rtl else column.left()
    painter.drawEllipse(QPointF(lead, y), px(_DOT), px(_DOT))


def paint_lines(painter: QPainter, xs: Iterable[float], height: float) -> None:
    """Paint the lines between days in another part of the week."""
    for x in xs:
        hairline_at(painter, QPointF(_sharp(x), 0), QPointF(_sharp(x), height))


def _paint_hour(painter: QPainter, scale: Scale, hour: int, y: float) -> None:
    letters, words = font(13), str(hour)
    wide = text_width(letters, words)
    row = QRectF(0, y + px(3), scale.width, px(18))
    draw_centred(
        painter, at_side(row, px(GUTTER - 8) - wide, wide, scale.rtl), words, letters, "mut"
    )


def _sharp(place: float) -> float:
    return round(place) + 0.5
