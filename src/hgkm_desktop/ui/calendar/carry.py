"""A block on its way to another moment, by mouse or by keys, until it is put down."""

from datetime import datetime, timedelta
from uuid import UUID

from hgkm_desktop import clock
from hgkm_desktop.ui.calendar.block import Block, moved_to
from hgkm_desktop.ui.calendar.wall import SNAP, minute_of, moment_at, next_quarter, shifted
from hgkm_desktop.ui.calendar.week_data import WeekData


class Carry:
    """Holds at most one block; `ghost` is that block at the moment where it is now."""

    def __init__(self) -> None:
        self._block: Block | None = None
        self.ghost: Block | None = None

    def lift(self, block: Block) -> None:
        """Take a block up where it stands."""
        self._block = self.ghost = block

    def drag(self, days: int, minutes: int, data: WeekData) -> None:
        """Bring it so far from where it was taken up."""
        if self._block is not None:
            starts = shifted(self._block, days, minutes, *_reach(data))
            self.ghost = moved_to(self._block, starts)

    def nudge(self, days: int, quarters: int, data: WeekData) -> None:
        """Bring it a day or a quarter of an hour further from where it is now, in this week."""
        if self._block is None or self.ghost is None:
            return
        starts = _a_day(self.ghost, days) if days else _a_quarter(self.ghost, quarters, data)
        if data.number(clock.local(starts).date()) is not None:
            self.ghost = moved_to(self._block, starts)

    def put_down(self) -> tuple[UUID, datetime] | None:
        """Let go of it: which block, and from when; None when it is where it was."""
        block, ghost = self._block, self.ghost
        self.give_up()
        if block is None or ghost is None or block.starts == ghost.starts:
            return None
        return ghost.key, ghost.starts

    def give_up(self) -> bool:
        """Let go of it and leave it where it was; say whether there was one."""
        held = self._block is not None
        self._block = self.ghost = None
        return held

    def keep_if_in(self, data: WeekData) -> None:
        """Go on holding it only while the block itself is still the same."""
        if self._block is not None and self._block not in data.blocks:
            self.give_up()


def _a_day(ghost: Block, days: int) -> datetime:
    day = clock.local(ghost.starts).date() + timedelta(days=days)
    return moment_at(day, minute_of(ghost.starts))


def _a_quarter(ghost: Block, step: int, data: WeekData) -> datetime:
    earliest, latest = _reach(data)
    minute = next_quarter(ghost.starts, step)
    if not earliest <= minute <= latest:
        return ghost.starts
    starts = moment_at(clock.local(ghost.starts).date(), minute)
    # A time that the clock skips would bring it the wrong way.
    return starts if minute_of(starts) == minute else ghost.starts + timedelta(minutes=SNAP * step)


def _reach(data: WeekData) -> tuple[int, int]:
    first, last = data.hours
    return first * 60, last * 60 - SNAP
