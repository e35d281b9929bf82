"""Clocks as bars: day by day for a house ban, one line between two dates for the rest (06e)."""

from datetime import date, timedelta

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.dates import day_in_short
from hgkm_desktop.ui.style import font, px
from hgkm_desktop.ui.widgets.painting import (
    at_side,
    draw_centred,
    draw_text,
    is_rtl,
    round_box,
    start,
    text_width,
)

_CELL, _BAR, _WORDS = 30, 10, 20
_FEW, _WIDEST = 14, "28"


class DayBar(QWidget):
    """A cell for each day: past tinted, today solid, to come outlined."""

    def __init__(self, first: date, days: int, today: date, tone: str = "am") -> None:
        super().__init__()
        self._first, self._days, self._today, self._tone = first, days, today, tone
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_days(first, days, today)

    def show_days(self, first: date, days: int, today: date) -> None:
        """Show other days; `days` counts the first day too, and is at least one."""
        self._first, self._days, self._today = first, max(1, days), today
        last = first + timedelta(days=self._days - 1)
        self.setAccessibleName(self._spoken())
        self.setAccessibleDescription(
            tr("from {first} up to and including {last}").format(
                first=day_in_short(first), last=day_in_short(last)
            )
        )
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for little: the cells divide what there is."""
        return QSize(px(240), px(_CELL))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells from the leading side: a time axis mirrors, digits do not."""
        painter, rtl, gap = start(self), is_rtl(self), self._gap()
        width = (self.width() - gap * (self._days - 1)) / self._days
        whole = QRectF(self.rect())
        for place in range(self._days):
            box = at_side(whole, place * (width + gap), width, rtl)
            self._paint_cell(painter, box, self._first + timedelta(days=place))

    def _paint_cell(self, painter: QPainter, box: QRectF, day: date) -> None:
        now, past = day == self._today, day < self._today
        ground = self._tone if now else f"{self._tone}t" if past else ""
        round_box(painter, box, min(px(6), box.width() / 3), ground, "" if ground else "line2")
        if text_width(font(13, bold=True), _WIDEST) <= box.width() - 2:
            hue = "card" if now else self._tone if past else "mut"
            draw_centred(painter, box, str(day.day), font(13, bold=now), hue)

    def _gap(self) -> float:
        wished = px(4 if self._days <= _FEW else 2)
        return min(float(wished), self.width() / self._days / 4)

    def _spoken(self) -> str:
        number = (self._today - self._first).days + 1
        if number < 1:
            return tr("Not begun yet, {total} days").format(total=self._days)
        if number > self._days:
            return tr("Over, {total} days").format(total=self._days)
        return tr("Day {number} of {total}").format(number=number, total=self._days)


class ProgressLine(QWidget):
    """How much of a time has passed: a thin bar with the two days it runs between."""

    def __init__(self, done: float, tone: str, start_text: str, end_text: str) -> None:
        super().__init__()
        self._done, self._tone, self._ends = done, tone, (start_text, end_text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_progress(done, tone, start_text, end_text)

    def show_progress(self, done: float, tone: str, start_text: str, end_text: str) -> None:
        """Show another part (0 to 1) of another time, in a tone (ok, am, rd, bl, nt)."""
        self._done, self._tone = min(1.0, max(0.0, done)), tone
        self._ends = (start_text, end_text)
        self.setAccessibleName(
            tr("from {first} up to and including {last}").format(first=start_text, last=end_text)
        )
        self.setAccessibleDescription(
            tr("{percent} % has passed").format(percent=round(self._done * 100))
        )
        self.update()

    def sizeHint(self) -> QSize:
        """Make room for the bar and the days."""
        return QSize(px(240), px(_BAR + 5 + _WORDS))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar from the leading side, and the days under its ends."""
        painter, rtl = start(self), is_rtl(self)
        bar = QRectF(0, 0, self.width(), px(_BAR))
        round_box(painter, bar, bar.height() / 2, "line")
        if self._done:
            passed = at_side(bar, 0, max(bar.height(), bar.width() * self._done), rtl)
            round_box(painter, passed, bar.height() / 2, f"{self._tone}s")
        below = QRectF(0, px(_BAR + 5), self.width(), px(_WORDS))
        first, last = self._ends
        draw_text(painter, at_side(below, 0, below.width() / 2, rtl), first, font(13), "mut", rtl)
        width = min(text_width(font(13), last), below.width() / 2)
        end = at_side(below, below.width() - width, width, rtl)
        draw_text(painter, end, last, font(13), "mut", rtl)
