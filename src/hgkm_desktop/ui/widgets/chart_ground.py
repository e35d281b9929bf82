"""What lies under and beside the lines of the safety chart: bands, axes, phase, events (06b)."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.dates import day_without_weekday
from hgkm_desktop.ui.style import color, font, px
from hgkm_desktop.ui.widgets.chart_scale import HIGHEST, Scale, ticks
from hgkm_desktop.ui.widgets.painting import (
    at_side,
    draw_centred,
    draw_text,
    hairline_at,
    inside,
    round_box,
    text_width,
)

STAYING_SAFE, RECOVERY = 6, 7
_ROW = 18


def paint_ground(painter: QPainter, scale: Scale) -> None:
    """Paint the bands from 6 and from 7, a line for each number, and the numbers."""
    plot = scale.plot
    for low, high, ground in ((RECOVERY, HIGHEST, "okt"), (STAYING_SAFE, RECOVERY, "blt")):
        top = round(scale.y(high))
        band = QRectF(plot.left(), top, plot.width(), round(scale.y(low)) - top)
        painter.fillRect(band, color(ground))
    for number in range(HIGHEST + 1):
        if number not in (STAYING_SAFE, RECOVERY):
            _across(painter, scale, number, "line", 1)
        _paint_number(painter, scale, number)
    _paint_threshold(painter, scale, STAYING_SAFE, "bl", tr("from 6: staying safe"))
    _paint_threshold(painter, scale, RECOVERY, "ok", tr("from 7: recovery"))


def paint_days(painter: QPainter, scale: Scale) -> None:
    """Paint the days below the axis; those of another year with the year."""
    letters, this_year = font(13), scale.last
    wide = text_width(letters, day_without_weekday(scale.first, this_year)) + px(36)
    for day in ticks(scale, wide):
        x, bottom = scale.x(day), scale.plot.bottom()
        words = day_without_weekday(day, this_year)
        hairline_at(painter, QPointF(x, bottom), QPointF(x, bottom + px(5)), "line2")
        box = QRectF(0, bottom + px(8), text_width(letters, words), px(20))
        box.moveLeft(_between(x - box.width() / 2, scale.plot, box.width()))
        draw_centred(painter, box, words, letters, "mut")


def paint_phase_bar(painter: QPainter, scale: Scale, words: str) -> None:
    """Paint the phase over the plot."""
    top = scale.plot.top() - px(38)
    bar = QRectF(scale.plot.left(), top, scale.plot.width(), px(22))
    round_box(painter, bar, px(6), "pri")
    within = inside(bar, px(12), px(12), scale.rtl)
    draw_text(painter, within, words, font(13, bold=True), "onpri", scale.rtl)


def paint_events(painter: QPainter, scale: Scale, events: Sequence[tuple[date, str]]) -> None:
    """Paint a dashed line for each event, and its words beside it, in rows that do not meet."""
    taken: list[QRectF] = []
    for day, text in sorted(events):
        x = scale.x(day)
        pen = QPen(color("ams"), 1.5)
        pen.setDashPattern([4 / 1.5, 4 / 1.5])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        sharp = round(x) + 0.5
        painter.drawLine(
            QPointF(sharp, scale.plot.top() - px(12)), QPointF(sharp, scale.plot.bottom())
        )
        words = f"{day_without_weekday(day, scale.last)} {text}"
        box = _free_row(_beside(scale, x, text_width(font(13, bold=True), words)), taken)
        taken.append(box)
        painter.fillRect(box, _veil())
        draw_text(painter, box, words, font(13, bold=True), "am", scale.rtl)


def _veil() -> QColor:
    """Return what keeps words readable where a line runs under them."""
    ground = color("card")
    ground.setAlpha(210)
    return ground


def _beside(scale: Scale, x: float, wide: float) -> QRectF:
    """Return a box before a line, or after it where there is no room before it."""
    plot, gap = scale.plot, px(8)
    wide = min(wide, plot.width() / 2)
    before_is_left = not scale.rtl
    if before_is_left and x - gap - wide < plot.left():
        before_is_left = False
    elif not before_is_left and x + gap + wide > plot.right():
        before_is_left = True
    left = x - gap - wide if before_is_left else x + gap
    return QRectF(left, plot.bottom() - px(_ROW + 6), wide, px(_ROW))


def _free_row(box: QRectF, taken: Sequence[QRectF]) -> QRectF:
    while any(box.intersects(other) for other in taken):
        box = box.translated(0, -px(_ROW))
    return box


def _between(left: float, plot: QRectF, wide: float) -> float:
    return max(plot.left() - px(2), min(left, plot.right() + px(14) - wide))


def _across(painter: QPainter, scale: Scale, number: int, hue: str, width: float) -> None:
    painter.setPen(QPen(color(hue), width))
    y = round(scale.y(number)) + 0.5
    painter.drawLine(QPointF(scale.plot.left(), y), QPointF(scale.plot.right(), y))


def _paint_number(painter: QPainter, scale: Scale, number: int) -> None:
    letters = font(13, bold=number in (STAYING_SAFE, RECOVERY))
    width, tall = text_width(letters, str(number)), px(20)
    plot, top = scale.plot, scale.y(number) - px(10)
    left = plot.right() + px(12) if scale.rtl else plot.left() - px(12) - width
    draw_centred(painter, QRectF(left, top, width, tall), str(number), letters, "mut")


def _paint_threshold(painter: QPainter, scale: Scale, number: int, tone: str, words: str) -> None:
    _across(painter, scale, number, f"{tone}s", 1.5)
    line = QRectF(scale.plot.left(), scale.y(number) - px(22), scale.plot.width(), px(20))
    box = at_side(line, px(10), line.width() - px(10), scale.rtl)
    draw_text(painter, box, words, font(13, bold=True), tone, scale.rtl)
