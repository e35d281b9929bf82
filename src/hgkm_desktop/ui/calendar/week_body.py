"""The keyboard in a week: one Tab stop; arrows walk, Alt and an arrow carry."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent

from hgkm_desktop import clock
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.calendar import week_keys
from hgkm_desktop.ui.calendar.block import can_move
from hgkm_desktop.ui.calendar.week_data import DAYS
from hgkm_desktop.ui.calendar.week_mouse import WeekMouse
from hgkm_desktop.ui.widgets.painting import is_rtl


class WeekBody(WeekMouse):
    """A week under the hands; what it cannot answer goes on to the page around it."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__(now)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def event(self, event: QEvent) -> bool:
        """Keep the keys of carrying from shortcuts of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            ends = event.key() == Qt.Key.Key_Escape or week_keys.is_enter(event)
            if week_keys.carries(event) or (ends and self.carry.ghost is not None):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, carry, open; other keys are for the page."""
        way, held = week_keys.arrow(event, is_rtl(self)), self.carry.ghost is not None
        if way is not None:
            self._go(event, way)
        elif not (self._put(event) if held else self._act(event)):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say where the keyboard stands."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.show_stop(self.walk.at)
            self.say(self.words_of(self.walk.at))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Put nothing down that was not put down."""
        super().focusOutEvent(event)
        self.leave_it()

    def _go(self, event: QKeyEvent, way: tuple[int, int]) -> None:
        days, down = way
        if self.carry.ghost is not None:
            self.carry.nudge(days, down, self.data)
            self.carried_on()
        elif week_keys.carries(event):
            self._lift(days, down)
        elif days:
            self.arrive(self.walk.day(self.walk.at.day + days))
        elif week_keys.by_hour(event):
            self.arrive(self.walk.by_hour(down))
        else:
            self.arrive(self.walk.within(down))

    def _lift(self, days: int, down: int) -> None:
        piece = self.walk.at.piece
        if piece is None:
            return
        if not can_move(piece.block):
            self.say(tr("This one stays where it is"))
            return
        self.carry.lift(piece.block)
        self.carry.nudge(days, down, self.data)
        self.carried_on(first=True)

    def _act(self, event: QKeyEvent) -> bool:
        page = week_keys.page(event)
        if week_keys.is_enter(event):
            self.open_stop()
        elif page:
            self.week_wanted.emit(page)
        elif event.key() == Qt.Key.Key_Home:
            self._go_to_today()
        else:
            return False
        return True

    def _put(self, event: QKeyEvent) -> bool:
        if week_keys.is_enter(event):
            self.put_down()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave_it()
        else:
            return False
        return True

    def _go_to_today(self) -> None:
        if self.today is not None:
            self.arrive(self.walk.begin(self.today))
            return
        away = clock.local(self.now()).date() - self.data.monday
        self.week_wanted.emit(away // timedelta(days=DAYS))
