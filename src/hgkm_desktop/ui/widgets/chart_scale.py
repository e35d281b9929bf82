"""Where things stand in a chart of numbers over time: days, heights, and words that do not meet.

Everything here is counted, nothing painted. In right-to-left languages days run to the left.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF

HIGHEST = 10


@dataclass(frozen=True)
class Scale:
    """From days and numbers to places in the plot."""

    plot: QRectF
    first: date
    last: date
    rtl: bool = False

    def x(self, day: date) -> float:
        """Return where a day stands."""
        share = (day - self.first).days / max(1, (self.last - self.first).days)
        offset = share * self.plot.width()
        return self.plot.right() - offset if self.rtl else self.plot.left() + offset

    def y(self, number: float) -> float:
        """Return how high a number stands."""
        return self.plot.bottom() - number / HIGHEST * self.plot.height()

    def at(self, day: date, number: float) -> QPointF:
        """Return the place of a number on a day."""
        return QPointF(self.x(day), self.y(number))


def reach(days: Sequence[date]) -> tuple[date, date]:
    """Return the first and last day of an axis on which all these days have room.

    One day alone gets a week on both sides. Raises ValueError without days.
    """
    first, last = min(days), max(days)
    if first == last:
        around = timedelta(days=7)
    else:
        around = timedelta(days=max(1, round((last - first).days * 0.013)))
    return first - around, last + around


def ticks(scale: Scale, wide: float) -> list[date]:
    """Return the days to name below the axis, so few that words this wide do not meet."""
    count = (scale.last - scale.first).days + 1
    days = [scale.first + timedelta(days=number) for number in range(count)]
    for wanted in _RHYTHMS:
        chosen = [day for day in days if wanted(day)]
        places = [scale.x(day) for day in chosen]
        nearest = min((abs(a - b) for a, b in pairwise(places)), default=wide)
        if chosen and nearest >= wide:
            return chosen
    return [scale.first]


def spread(wished: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Move heights apart until they are a gap from each other, between two ends.

    Each stays as near to where it wants to be as its neighbours allow; the order stays. Where
    there are too many for the room, the gap becomes smaller.
    """
    order = sorted(range(len(wished)), key=wished.__getitem__)
    gap = min(gap, (high - low) / max(1, len(wished) - 1))
    groups: list[list[float]] = []
    for place in order:
        groups.append([wished[place]])
        while len(groups) > 1 and _end(groups[-2], gap, low, high) + gap > _begin(
            groups[-1], gap, low, high
        ):
            groups[-2:] = [groups[-2] + groups[-1]]
    moved = [
        _begin(group, gap, low, high) + number * gap
        for group in groups
        for number in range(len(group))
    ]
    return [height for _, height in sorted(zip(order, moved, strict=True))]


def _begin(group: Sequence[float], gap: float, low: float, high: float) -> float:
    length = (len(group) - 1) * gap
    return max(low, min(high - length, sum(group) / len(group) - length / 2))


def _end(group: Sequence[float], gap: float, low: float, high: float) -> float:
    return _begin(group, gap, low, high) + (len(group) - 1) * gap


def _every_day(day: date) -> bool:
    return bool(day)


def _every_other_day(day: date) -> bool:
    return day.toordinal() % 2 == 0


def _mondays(day: date) -> bool:
    return day.weekday() == 0


def _half_months(day: date) -> bool:
    return day.day in (1, 15)


def _months(day: date) -> bool:
    return day.day == 1


def _quarters(day: date) -> bool:
    return day.day == 1 and day.month % 3 == 1


def _half_years(day: date) -> bool:
    return day.day == 1 and day.month % 6 == 1


def _years(day: date) -> bool:
    return day.day == 1 and day.month == 1


_RHYTHMS: tuple[Callable[[date], bool], ...] = (
    _every_day,
    _every_other_day,
    _mondays,
    _half_months,
    _months,
    _quarters,
    _half_years,
    _years,
)
