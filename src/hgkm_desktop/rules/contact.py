"""The safe-contact gate: may we reach her, now, and how (R-284, R-285, R-286).

Nothing in the program may lead to contact without asking here first. No agreement means no.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum, auto

from hgkm_desktop import clock

GOOD_FOR = timedelta(days=30)
"""What was safe a month ago need not be safe today (R-285)."""


class Channel(StrEnum):
    """How she may be reached."""

    CALL = auto()
    APP = auto()
    TEXT = auto()
    EMAIL = auto()
    POST = auto()
    THROUGH_SOMEBODY = auto()


class Verdict(StrEnum):
    """What the gate says."""

    MAY = auto()
    NOT_NOW = auto()
    ASK_AGAIN = auto()
    SHE_CALLS = auto()


@dataclass(frozen=True)
class Window:
    """On which days (Monday is 0) and between which times it is safe."""

    days: frozenset[int]
    begins: time
    ends: time

    def holds(self, local: datetime) -> bool:
        """Say whether a moment lies inside; the last minute is outside."""
        return local.weekday() in self.days and self.begins <= local.time() < self.ends


@dataclass(frozen=True, repr=False)
class SafeContact:
    """What was agreed with her, and when somebody last asked whether it still holds."""

    channels: frozenset[Channel] = frozenset()
    number: str = ""
    windows: tuple[Window, ...] = ()
    name_we_use: str = ""
    voicemail: str = ""
    if_another_answers: str = ""
    if_line_drops: str = ""
    code_word: str = ""
    hide_number: bool = True
    who_may_answer: str = ""
    until: date | None = None
    checked_on: date | None = None
    checked_by: str = ""
    incident_on: date | None = None


@dataclass(frozen=True)
class Gate:
    """The verdict, and when it may be (again); without a moment: not before she says so."""

    verdict: Verdict
    next_from: datetime | None = None

    @property
    def may(self) -> bool:
        """Whether the number may be shown."""
        return self.verdict is Verdict.MAY


def gate(agreed: SafeContact | None, channel: Channel, now: datetime) -> Gate:
    """Return whether we may reach her this way at this moment."""
    if agreed is None or channel not in agreed.channels or not agreed.windows:
        return Gate(Verdict.SHE_CALLS)
    local = clock.local(now)
    if not _is_current(agreed, local.date()):
        return Gate(Verdict.ASK_AGAIN)
    if any(window.holds(local) for window in agreed.windows):
        return Gate(Verdict.MAY)
    return Gate(Verdict.NOT_NOW, _next(agreed.windows, local))


def _is_current(agreed: SafeContact, today: date) -> bool:
    """Say whether it was asked lately, after any incident, and has not run out.

    A check from the future is none: the clock was moved.
    """
    checked = agreed.checked_on
    if checked is None or not checked <= today <= checked + GOOD_FOR:
        return False
    if agreed.incident_on is not None:
        return False
    return agreed.until is None or today <= agreed.until


def _next(windows: Sequence[Window], local: datetime) -> datetime | None:
    days = (local.date() + timedelta(days=n) for n in range(8))
    starts = (
        clock.at(day, window.begins)
        for day in days
        for window in windows
        if day.weekday() in window.days and clock.at(day, window.begins) > local
    )
    return min(starts, default=None)
