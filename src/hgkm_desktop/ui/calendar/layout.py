"""Things that overlap stand beside each other: which lane each gets, and how many there are."""

from collections.abc import Sequence
from dataclasses import dataclass

Span = tuple[float, float]


@dataclass(frozen=True)
class Lane:
    """The place of one of several beside each other, counted from 0."""

    number: int
    count: int


def lanes(spans: Sequence[Span]) -> list[Lane]:
    """Return a lane for each span; only those that meet, also by others, share the room."""
    order = sorted(range(len(spans)), key=lambda place: (spans[place][0], -spans[place][1]))
    found = [Lane(0, 1)] * len(spans)
    group: list[int] = []
    until = float("-inf")
    for place in order:
        begin, end = spans[place]
        if begin >= until:
            _share(group, spans, found)
            group = []
        group.append(place)
        until = max(until, end)
    _share(group, spans, found)
    return found


def rows(spans: Sequence[Span]) -> list[int]:
    """Return the first free row for each span, so that none meet."""
    free: list[float] = []
    found = [0] * len(spans)
    for place in sorted(range(len(spans)), key=spans.__getitem__):
        begin, end = spans[place]
        row = next((n for n, busy in enumerate(free) if busy <= begin), len(free))
        free[row : row + 1] = [end]
        found[place] = row
    return found


def _share(group: Sequence[int], spans: Sequence[Span], found: list[Lane]) -> None:
    taken = rows([spans[place] for place in group])
    count = max(taken, default=0) + 1
    for place, row in zip(group, taken, strict=True):
        found[place] = Lane(row, count)
