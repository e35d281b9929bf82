"""What can be done in a week: stand somewhere, choose, open, and carry to another moment."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.calendar.block import spoken
from hgkm_desktop.ui.calendar.wall import moment_at
from hgkm_desktop.ui.calendar.week_data import spoken_day
from hgkm_desktop.ui.calendar.week_sheet import WeekSheet
from hgkm_desktop.ui.calendar.week_walk import Stop
from hgkm_desktop.ui.dates import day_in_full, day_of, time_of
from hgkm_desktop.ui.style import px


class WeekSteps(WeekSheet):
    """A week one can act in; it never moves a block itself, it says what is wished."""

    chosen = Signal(object)
    opened = Signal(object)
    empty_chosen = Signal(object)
    moved = Signal(object, object)
    week_wanted = Signal(int)
    in_sight = Signal(QRect)

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__(now)
        self.ring_radius = px(8)

    def arrive(self, stop: Stop) -> None:
        """Stand here: show it, say it, and choose it when it is a block one may choose."""
        self.show_stop(stop)
        self.say(self.words_of(stop))
        if stop.piece is not None and not stop.piece.block.is_busy:
            self.selected = stop.piece.block.key
            self.chosen.emit(self.selected)

    def show_stop(self, stop: Stop) -> None:
        """Bring the ring here, in sight."""
        self.ring()
        self.in_sight.emit(self.places.of(stop).toAlignedRect())
        self.setAccessibleDescription(self.words_of(stop))
        self.update()

    def open_stop(self) -> None:
        """Open what the keyboard stands on, or begin something in the empty hour."""
        stop = self.walk.at
        if stop.piece is None:
            self.empty_chosen.emit(moment_at(self.data.day(stop.day), stop.minute))
        elif not stop.piece.block.is_busy:
            self.opened.emit(stop.piece.block.key)

    def say(self, words: str) -> None:
        """Let a screen reader hear this."""
        self.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def words_of(self, stop: Stop) -> str:
        """Return what is heard of a place: the block or the empty hour, and the day's notes."""
        if stop.piece is not None:
            return ". ".join([spoken(stop.piece.block), *self.data.notes(stop.day)])
        at = time_of(moment_at(self.data.day(stop.day), stop.minute))
        day = spoken_day(self.data, stop.day)
        return tr("{day}, {time}, nothing planned").format(day=day, time=at)

    def carried_on(self, first: bool = False) -> None:
        """Show and say where the carried block is now."""
        ghost = self.carry.ghost
        if ghost is None:
            return
        self.ring()
        words = f"{day_in_full(day_of(ghost.starts))}, {time_of(ghost.starts)}"
        self.say(f"{words}. {tr('Enter puts it here, Esc leaves it.')}" if first else words)
        for look in self.places.carried(ghost)[:1]:
            self.in_sight.emit(look.box.toAlignedRect())
        self.update()

    def put_down(self) -> None:
        """Ask for the carried block to be moved to where it is now."""
        wish = self.carry.put_down()
        self.show_stop(self.walk.at)
        if wish is not None:
            self.moved.emit(*wish)

    def give_up(self) -> None:
        """Leave the carried block where it was."""
        if self.carry.give_up():
            self.show_stop(self.walk.at)
            self.say(self.words_of(self.walk.at))
