"""Above a week: the days, and small lines for a holiday and for who is away."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from hgkm_desktop.ui.calendar.block import as_tip
from hgkm_desktop.ui.calendar.look import fitting
from hgkm_desktop.ui.calendar.week_data import DAYS, WeekData, day_above
from hgkm_desktop.ui.calendar.week_paint import paint_lines
from hgkm_desktop.ui.calendar.week_scale import Scale
from hgkm_desktop.ui.dates import day_in_full
from hgkm_desktop.ui.style import color, font, px
from hgkm_desktop.ui.widgets.painting import draw_centred, hairline_at, start, text_width

_DAY, _SMALL, _TAIL, _SIDE = 44, 18, 6, 4


class WeekHead(QWidget):
    """The days stand exactly above their columns, also beside a scroll bar."""

    def __init__(self, data: WeekData) -> None:
        super().__init__()
        self._data, self._scale = data, Scale(1, 1, data.hours)
        self._today: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_data(self, data: WeekData, scale: Scale, today: int | None) -> None:
        """Show the days of this week, as wide as the columns of this scale."""
        if (data, scale, today) == (self._data, self._scale, self._today):
            return
        self._data, self._scale, self._today = data, scale, today
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Make room for as many small lines as the fullest day has."""
        lines = max(len(self._data.head_lines(number)) for number in range(DAYS))
        more = px(_TAIL) - px(_SIDE) if lines else 0
        return QSize(px(420), px(_DAY) + lines * px(_SMALL) + more)

    def event(self, event: QEvent) -> bool:
        """Say the day under the mouse in full."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            number = self._scale.day_at(event.pos().x() - self._left())
            words = [day_in_full(self._data.day(number)), *self._data.notes(number)]
            QToolTip.showText(event.globalPos(), as_tip(words), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the days; today stands out by its weight as well as its ground."""
        painter, scale = start(self), self._scale
        painter.translate(self._left(), 0)
        if self._today is not None:
            today = scale.day_box(self._today)
            painter.fillRect(QRectF(today.left(), 0, today.width(), self.height()), color("prit2"))
        paint_lines(painter, [scale.line(number) for number in range(DAYS)], self.height())
        for number in range(DAYS):
            self._paint_day(painter, number)
        low = self.height() - 0.5
        hairline_at(painter, QPointF(-self._left(), low), QPointF(self.width(), low))

    def _paint_day(self, painter: QPainter, number: int) -> None:
        column, is_today = self._scale.day_box(number), number == self._today
        box = QRectF(column.left(), 0, column.width(), px(_DAY))
        words = day_above(self._data.day(number))
        draw_centred(painter, box, words, font(15, bold=is_today), "ink" if is_today else "mut")
        room = column.adjusted(px(_SIDE), 0, -px(_SIDE), 0)
        for place, line in enumerate(self._data.head_lines(number)):
            y = px(_DAY) - px(_SIDE) + place * px(_SMALL)
            self._paint_line(painter, QRectF(room.left(), y, room.width(), px(_SMALL)), *line)

    def _paint_line(self, painter: QPainter, box: QRectF, whole: str, short: str) -> None:
        letters = font(13)
        words = whole if text_width(letters, whole) <= box.width() else short
        for fits in fitting(box, words, letters, "mut", self._scale.rtl):
            draw_centred(painter, box, fits.text, letters, fits.hue)

    def _left(self) -> float:
        return self.width() - self._scale.width if self._scale.rtl else 0
