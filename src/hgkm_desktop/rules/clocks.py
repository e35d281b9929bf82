"""Clocks that end by law or by agreement: what happens that day, and who is there then.

Restraining order: ten days, at most twenty-eight from its start (Wth art. 2 and 9; R-206).
Time-out place: at most four weeks, and never an address (R-210).
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum, auto

from hgkm_desktop import clock
from hgkm_desktop.errors import Invalid
from hgkm_desktop.texts import tr


class Kind(StrEnum):
    """What the clock is of."""

    RESTRAINING_ORDER = auto()
    TIME_OUT = auto()
    CONSENT = auto()
    CONTACT = auto()
    PROMISE = auto()


FIRST = {Kind.RESTRAINING_ORDER: 10, Kind.TIME_OUT: 28}
MOST = {Kind.RESTRAINING_ORDER: 28, Kind.TIME_OUT: 28}
WARNING = {
    Kind.RESTRAINING_ORDER: 2,
    Kind.TIME_OUT: 7,
    Kind.CONSENT: 7,
    Kind.CONTACT: 7,
    Kind.PROMISE: 2,
}


class Stage(StrEnum):
    """How far a clock is."""

    RUNNING = auto()
    ENDING = auto()
    ENDED = auto()


@dataclass(frozen=True, repr=False)
class Clock:
    """Something that ends. Lengths count in local days, so that a change of hour moves nothing.

    A restraining order also says whether a child expert is there: yes, no or unknown (R-183).
    """

    kind: Kind
    starts: datetime
    days: int
    then: str = ""
    who: str = ""
    child_expert: bool | None = None

    @property
    def ends(self) -> datetime:
        """When it ends: the same local time of day, so many days later."""
        local = clock.local(self.starts)
        return clock.at(local.date() + timedelta(days=self.days), local.time())

    @property
    def warns(self) -> datetime:
        """From when it is said that it ends soon."""
        local = clock.local(self.ends)
        early = timedelta(days=WARNING.get(self.kind, 1))
        return clock.at(local.date() - early, local.time())

    def stage(self, now: datetime) -> Stage:
        """Return how far it is."""
        if now >= self.ends:
            return Stage.ENDED
        return Stage.ENDING if now >= self.warns else Stage.RUNNING

    def day(self, now: datetime) -> int:
        """Return which day it is, from 1 to the last."""
        passed = (clock.local(now).date() - clock.local(self.starts).date()).days
        return min(max(passed + 1, 1), self.days)

    def extended(self, days: int) -> "Clock":
        """Return it with another length; raise Invalid beyond what the law allows."""
        most = MOST.get(self.kind)
        if days < 1 or (most is not None and days > most):
            raise Invalid({"days": tr("This is longer than it may last.")})
        return replace(self, days=days)

    def moved(self, starts: datetime) -> "Clock":
        """Return it from another start; its length stays, so its end moves along."""
        return replace(self, starts=starts)


def begin(kind: Kind, starts: datetime, *, then: str = "", who: str = "") -> Clock:
    """Return a clock by law with its usual length."""
    return Clock(kind, starts, FIRST[kind], then, who)
