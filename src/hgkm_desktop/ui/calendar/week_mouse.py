"""The mouse in a week: a click chooses, a double click opens, dragging carries."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from hgkm_desktop.ui.calendar.block import can_move
from hgkm_desktop.ui.calendar.wall import DAY, moment_at
from hgkm_desktop.ui.calendar.week_place import Placed
from hgkm_desktop.ui.calendar.week_steps import WeekSteps
from hgkm_desktop.ui.style import px

_HALF_HOUR, _AROUND = 30, 24


class WeekMouse(WeekSteps):
    """A week under the mouse: what is pressed is carried, or chosen when it is let go at once."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__(now)
        self._pressed: Placed | None = None
        self._from = QPointF()
        self._clicked: Placed | None = None
        self._is_click = self._dragging = False
        self.setMouseTracking(True)

    def leave_it(self) -> None:
        """Leave what is carried where it was."""
        self._pressed = None
        self._is_click = self._dragging = False
        self.give_up()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember what is pressed; what is carried by keys stays where it was."""
        super().mousePressEvent(event)
        self.leave_it()
        if event.button() == Qt.MouseButton.LeftButton:
            self._from = event.position()
            self._pressed = self._clicked = self.places.at(self._from)
            self._is_click = True

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry what is pressed, once the mouse has gone far enough."""
        super().mouseMoveEvent(event)
        pressed, at = self._pressed, event.position()
        if pressed is None or not can_move(pressed.piece.block):
            self._point_at(at)
            return
        away = (at - self._from).manhattanLength()
        if not self._dragging and away >= QApplication.startDragDistance():
            self._dragging = True
            self.carry.lift(pressed.piece.block)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._dragging:
            self._drag(pressed, at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put down what was carried, or choose what was clicked."""
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton or not self._is_click:
            return
        pressed, self._pressed = self._pressed, None
        if self._dragging:
            self._is_click = self._dragging = False
            self._point_at(event.position())
            self.put_down()
        elif pressed is not None:
            self._click(pressed)
        elif self.places.scale.is_in_week(self._from):
            self.arrive(self.walk.hour(*self._spot(self._from)))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open what was clicked, wherever it went since; begin something on an empty hour."""
        self._pressed, self._is_click = None, False
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self._clicked is not None:
            self.open_stop()
        elif self.places.scale.is_in_week(event.position()):
            day, minute = self._spot(event.position())
            half = max(0, min(minute, DAY - 1)) // _HALF_HOUR * _HALF_HOUR
            self.empty_chosen.emit(moment_at(self.data.day(day), half))

    def _click(self, pressed: Placed) -> None:
        # Found anew: what is shown may have changed while the button was down.
        piece = pressed.piece
        stop = self.walk.find(piece.block.key, self.data.number(piece.day))
        if stop is not None:
            self.arrive(stop)

    def _drag(self, pressed: Placed, at: QPointF) -> None:
        scale = self.places.scale
        from_day = self.data.number(pressed.piece.day) or 0
        days = scale.day_at(at.x()) - from_day
        self.carry.drag(days, scale.minute_at(at.y()) - scale.minute_at(self._from.y()), self.data)
        self.ring()
        around = px(_AROUND)
        under = QRect(at.toPoint(), at.toPoint()).adjusted(-around, -around, around, around)
        self.in_sight.emit(under & self.rect())
        self.update()

    def _spot(self, at: QPointF) -> tuple[int, int]:
        return self.places.scale.day_at(at.x()), self.places.scale.minute_at(at.y())

    def _point_at(self, at: QPointF) -> None:
        hand = self.places.at(at) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)
