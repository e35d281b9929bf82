"""Where a block stands by the clock on the wall: minutes of local days, also when it changes.

An hour that happens twice is drawn once; an hour that is skipped stays empty.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from hgkm_desktop import clock
from hgkm_desktop.ui.calendar.block import Block

DAY, SNAP = 24 * 60, 15


@dataclass(frozen=True)
class Piece:
    """What of a block falls on one day, in minutes since midnight."""

    block: Block = field(repr=False)
    day: date
    begins: int
    ends: int


def minute_of(moment: datetime) -> int:
    """Return how many minutes the clock on the wall is past midnight."""
    at = clock.local(moment)
    return at.hour * 60 + at.minute


def moment_at(day: date, minute: int) -> datetime:
    """Return the moment (UTC) at which the clock on the wall says so."""
    return clock.at(day, time(minute // 60, minute % 60))


def pieces_of(blocks: Sequence[Block], first: date, days: int) -> tuple[tuple[Piece, ...], ...]:
    """Return for each of these days what falls on it, earliest first."""
    found: list[list[Piece]] = [[] for _ in range(days)]
    for block in blocks:
        for piece in _pieces(block, first, first + timedelta(days=days - 1)):
            found[(piece.day - first).days].append(piece)
    return tuple(tuple(sorted(each, key=_in_order)) for each in found)


def shifted(block: Block, days: int, minutes: int, earliest: int, latest: int) -> datetime:
    """Return a start so many days and minutes further, at the nearest quarter of an hour.

    On its day it stays between `earliest` and `latest`.
    """
    wished = minute_of(block.starts) + minutes
    snapped = (wished + SNAP // 2) // SNAP * SNAP
    day = clock.local(block.starts).date() + timedelta(days=days)
    return moment_at(day, max(earliest, min(snapped, latest)))


def next_quarter(moment: datetime, step: int) -> int:
    """Return the quarter of an hour after (1) or before (-1) a moment, in minutes of its day."""
    minute = minute_of(moment)
    if step > 0:
        return (minute // SNAP + 1) * SNAP
    return -(-minute // SNAP) * SNAP - SNAP


def minutes_on(day: date, starts: datetime, ends: datetime) -> tuple[int, int] | None:
    """Return from which minute to which this falls on a day, None when it does not."""
    first, last = clock.local(starts).date(), clock.local(ends).date()
    if not first <= day <= last:
        return None
    begins = minute_of(starts) if day == first else 0
    until = minute_of(ends) if day == last else DAY
    if until == 0 and day != first:
        return None
    return begins, max(begins, until)


def _pieces(block: Block, first: date, last: date) -> list[Piece]:
    found: list[Piece] = []
    day = max(first, clock.local(block.starts).date())
    while day <= min(last, clock.local(block.ends).date()):
        span = minutes_on(day, block.starts, block.ends)
        if span is not None:
            found.append(Piece(block, day, *span))
        day += timedelta(days=1)
    return found


def _in_order(piece: Piece) -> tuple[int, int, str]:
    return piece.begins, -piece.ends, str(piece.block.key)
