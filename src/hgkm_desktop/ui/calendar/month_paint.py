"""Paints the days of a month with what is on them."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from hgkm_desktop.ui.calendar.look_paint import paint_circle, paint_words
from hgkm_desktop.ui.calendar.month_places import DAYS, HEAD, Cell, MonthLine, MonthPlaces
from hgkm_desktop.ui.calendar.week_data import weekday_in_short
from hgkm_desktop.ui.icons import paint_icon
from hgkm_desktop.ui.style import color, font, px
from hgkm_desktop.ui.widgets.painting import draw_centred, draw_text, hairline_at


def paint_cell(painter: QPainter, cell: Cell, is_today: bool, rtl: bool) -> None:
    """Paint a day; today stands out by its weight as well as its ground."""
    ground = "prit2" if is_today else "card" if cell.is_inside else "sunk"
    painter.fillRect(cell.box, color(ground))
    hue = "ink" if is_today else "mut" if cell.is_inside else "faint"
    draw_text(painter, cell.number, str(cell.day.day), font(15, bold=is_today), hue, rtl)
    for words in cell.holiday:
        paint_words(painter, words, rtl)
    for line in cell.lines:
        _paint_line(painter, line, rtl)
    if cell.more is not None:
        paint_words(painter, cell.more, rtl)


def paint_head(painter: QPainter, places: MonthPlaces, width: float, height: float) -> None:
    """Paint the names of the weekdays, and the lines between the days."""
    for number in range(DAYS):
        cell = places.cells[number]
        box = QRectF(cell.box.left(), 0, cell.box.width(), px(HEAD))
        draw_centred(painter, box, weekday_in_short(cell.day), font(15), "mut")
        if number:
            edge = cell.box.right() if places.rtl else cell.box.left()
            x = round(edge) + 0.5
            hairline_at(painter, QPointF(x, 0), QPointF(x, height))
    for cell in places.cells[::DAYS]:
        y = round(cell.box.top()) + 0.5
        hairline_at(painter, QPointF(0, y), QPointF(width, y))


def _paint_line(painter: QPainter, line: MonthLine, rtl: bool) -> None:
    if line.circle is not None:
        paint_circle(painter, *line.circle)
    for words in line.words:
        paint_words(painter, words, rtl)
    if line.warning is not None:
        paint_icon(painter, line.warning, "warning", "am", "fill")
