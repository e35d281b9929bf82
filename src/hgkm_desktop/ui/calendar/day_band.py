"""The band of a day: when calling is safe, who goes along, which sessions, and now (03)."""

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.calendar.band import BandPlaces, BandRow, PlacedBar, spoken_bar
from hgkm_desktop.ui.calendar.band_paint import (
    paint_bar,
    paint_hours,
    paint_names,
    paint_nothing,
    paint_now,
)
from hgkm_desktop.ui.calendar.block import as_tip
from hgkm_desktop.ui.calendar.week_keys import arrow, is_enter
from hgkm_desktop.ui.dates import day_in_full, time_of
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.painting import is_rtl, round_box, start


class DayBand(QWidget):
    """One Tab stop; left and right go along a row, up and down to the next row."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[BandRow, ...] = ()
        self._day = date(2000, 1, 1)
        self._now: datetime | None = None
        self._at: PlacedBar | None = None
        self.ring_radius = px(6)
        self.setMouseTracking(True)
        self.setMinimumWidth(px(420))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lay_out()

    def show_day(self, day: date, rows: Sequence[BandRow], now: datetime | None) -> None:
        """Show a day; `now` (UTC) is marked when it is on that day."""
        self._day, self._rows, self._now = day, tuple(rows), now
        self.setAccessibleName(day_in_full(day))
        self._lay_out()
        said = [self._words(placed) for placed in self._places.bars]
        self.setAccessibleDescription(". ".join(said) or tr("Nothing is planned"))

    def show_now(self, now: datetime | None) -> None:
        """Bring the marker to this moment."""
        self._now = now
        self.update()

    def sizeHint(self) -> QSize:
        """Be as wide as in the design, and as high as the rows."""
        return QSize(px(1180), self._places.height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out again."""
        super().resizeEvent(event)
        self._lay_out()

    def event(self, event: QEvent) -> bool:
        """Say in full what is under the mouse."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            placed = self._places.under(QPointF(event.pos()))
            words = as_tip([self._words(placed)]) if placed is not None else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk among the bars, and open one."""
        way, at = arrow(event, is_rtl(self)), self._at
        if way is not None and at is not None:
            self._arrive(self._places.beside(at, *way))
        elif at is not None and (is_enter(event) or event.key() == Qt.Key.Key_Space):
            self.chosen.emit(at.bar.key)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say on which bar the keyboard stands."""
        super().focusInEvent(event)
        if self._at is not None and event.reason() != Qt.FocusReason.MouseFocusReason:
            self._arrive(self._at)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open what is clicked."""
        super().mousePressEvent(event)
        placed = self._places.under(event.position())
        if placed is not None and event.button() == Qt.MouseButton.LeftButton:
            self._arrive(placed)
            self.chosen.emit(placed.bar.key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that bars can be clicked."""
        super().mouseMoveEvent(event)
        hand = self._places.under(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card, the hours, the bars, and now over them."""
        painter, places, width = start(self), self._places, self.width()
        now = places.minute_of_now(self._now)
        round_box(painter, QRectF(self.rect()), px(12), "card", "line")
        paint_hours(painter, places, self.height(), now)
        if not places.bars:
            paint_nothing(painter, places)
        paint_names(painter, places, width)
        for placed in places.bars:
            paint_bar(painter, placed, places.scale.rtl)
        if self._now is not None and now is not None:
            paint_now(painter, places, now, time_of(self._now), self.height())

    def _lay_out(self) -> None:
        old = None if self._at is None else (self._at.bar.key, self._at.row)
        self._places = BandPlaces(self._day, self._rows, self.width(), is_rtl(self))
        same = (each for each in self._places.bars if (each.bar.key, each.row) == old)
        self._at = next(same, next(iter(self._places.bars), None))
        self.setFixedHeight(self._places.height)
        self._ring()
        self.update()

    def _arrive(self, placed: PlacedBar) -> None:
        self._at = placed
        words = self._words(placed)
        self.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        self._ring()

    def _words(self, placed: PlacedBar) -> str:
        return spoken_bar(placed.bar, self._places.rows[placed.row])

    def _ring(self) -> None:
        at = self._at
        self.setProperty("ringed", QRect() if at is None else at.box.toAlignedRect())
