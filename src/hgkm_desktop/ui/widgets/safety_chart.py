"""How safe it is, from 0 to 10: one line for each person, no average, no prediction (06b)."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.style import font, px
from hgkm_desktop.ui.widgets.chart_ground import (
    paint_days,
    paint_events,
    paint_ground,
    paint_phase_bar,
)
from hgkm_desktop.ui.widgets.chart_lines import Line, Spot, Walk
from hgkm_desktop.ui.widgets.chart_names import names_width, paint_names, paint_person, paint_words
from hgkm_desktop.ui.widgets.chart_scale import Scale, reach
from hgkm_desktop.ui.widgets.painting import draw_centred, inside, is_rtl, start

__all__ = ["Line", "SafetyChart"]

_AXIS, _BOTTOM, _MARK, _NEAR = 46, 40, 11, 18
_TOP, _TOP_WITHOUT_PHASE = 46, 16
_ENDS = {Qt.Key.Key_Home: False, Qt.Key.Key_End: True}
_ALONG = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
_PERSON = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_NO_DAYS = (date(2000, 1, 1), date(2000, 1, 31))


class SafetyChart(QWidget):
    """The lines over the days, with bands from 6 and 7; arrows walk through the numbers.

    Left and right follow one person and go on with the next; up and down change person.
    """

    def __init__(self) -> None:
        super().__init__()
        self._walk = Walk()
        self._events: tuple[tuple[date, str], ...] = ()
        self._phase = ""
        self.ring_radius = px(_MARK)
        self.setAccessibleName(tr("Safety, from 0 to 10"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(px(420), px(320))
        self.show_lines((), (), "")

    def show_lines(
        self, lines: Sequence[Line], events: Sequence[tuple[date, str]], phase_text: str
    ) -> None:
        """Show these people, what happened on which day, and the phase she is in."""
        self._walk = Walk(lines)
        self._events, self._phase = tuple(events), phase_text
        said = [phase_text, self._walk.summary() or tr("No numbers yet")]
        self.setAccessibleDescription(". ".join(part for part in said if part))
        if self.hasFocus():
            self._arrive(self._walk.begin())
        self._ring()
        self.update()

    def sizeHint(self) -> QSize:
        """Be as large as in the design."""
        return QSize(px(790), px(508))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the numbers."""
        key, walk = Qt.Key(event.key()), self._walk
        if not walk.lines or key not in {**_ALONG, **_PERSON, **_ENDS}:
            super().keyPressEvent(event)
        elif key in _ENDS:
            self._arrive(walk.end(_ENDS[key]))
        elif key in _PERSON:
            self._arrive(walk.person(_PERSON[key]))
        else:
            self._arrive(walk.step(-_ALONG[key] if is_rtl(self) else _ALONG[key]))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the last number of the first person."""
        super().focusInEvent(event)
        self._arrive(self._walk.begin())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the words beside the number away."""
        super().focusOutEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the number under the mouse."""
        super().mousePressEvent(event)
        spots = [spot for line in self._walk.lines for spot in line]
        away = [(self._at(spot) - event.position()).manhattanLength() for spot in spots]
        if away and min(away) < px(_NEAR):
            self._walk.at = spots[away.index(min(away))]
            self._arrive(self._walk.at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the ring around its number."""
        super().resizeEvent(event)
        self._ring()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, the events, the lines, and the names at their ends."""
        painter, scale, lines = start(self), self._scale(), self._walk.lines
        paint_ground(painter, scale)
        if self._phase:
            paint_phase_bar(painter, scale, self._phase)
        if self._days():
            paint_days(painter, scale)
            paint_events(painter, scale, self._events)
        if not lines:
            middle = QRectF(scale.plot.left(), scale.y(4), scale.plot.width(), px(24))
            draw_centred(painter, middle, tr("No numbers yet"), font(15), "mut")
        for line in lines:
            paint_person(painter, scale, line)
        paint_names(painter, scale, lines)
        if self._walk.at is not None and self.hasFocus():
            paint_words(painter, scale, self._walk.at)

    def _days(self) -> list[date]:
        days = [spot.day for line in self._walk.lines for spot in line]
        return days + [day for day, _ in self._events]

    def _scale(self) -> Scale:
        rtl, days, lines = is_rtl(self), self._days(), self._walk.lines
        top = px(_TOP if self._phase else _TOP_WITHOUT_PHASE)
        whole = QRectF(self.rect()).adjusted(0, top, 0, -px(_BOTTOM))
        room = min(names_width(lines), whole.width() * 0.35) if lines else px(16)
        first, last = reach(days) if days else _NO_DAYS
        return Scale(inside(whole, px(_AXIS), room, rtl), first, last, rtl)

    def _at(self, spot: Spot) -> QPointF:
        return self._scale().at(spot.day, spot.number)

    def _arrive(self, spot: Spot | None) -> None:
        if spot is not None:
            spoken = spot.spoken()
            self.setAccessibleDescription(spoken)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, spoken))
        self._ring()
        self.update()

    def _ring(self) -> None:
        ringed = QRect()
        if self._walk.at is not None:
            ringed = QRect(0, 0, 2 * px(_MARK), 2 * px(_MARK))
            ringed.moveCenter(self._at(self._walk.at).toPoint())
        self.setProperty("ringed", ringed)
