"""The numbers in a chart: whose, of which day, how they are spoken, and walking among them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from hgkm_desktop.rules.day_words import months
from hgkm_desktop.texts import tr


@dataclass(frozen=True)
class Line:
    """One person in the chart: her colour (1 to 6), her marker, and her numbers by day.

    marker: circle, square, triangle or diamond.
    """

    name: str = field(repr=False)
    color: int
    marker: str
    points: Sequence[tuple[date, int]] = field(repr=False)


@dataclass(frozen=True)
class Spot:
    """One number of one person."""

    line: Line = field(repr=False)
    day: date = field(repr=False)
    number: int = field(repr=False)

    def spoken(self) -> str:
        """Return "Roos, 18 november, 5 van 10"."""
        day = f"{self.day.day} {months()[self.day.month - 1]}"
        return tr("{name}, {day}, {number} of 10").format(
            name=self.line.name, day=day, number=self.number
        )


class Walk:
    """Walks through the numbers of several people, oldest first; `at` is where it stands."""

    def __init__(self, lines: Sequence[Line] = ()) -> None:
        self.lines = [_in_order(line) for line in lines if line.points]
        self.at: Spot | None = None

    def begin(self) -> Spot | None:
        """Stand at the last number of the first person, unless it stands somewhere already."""
        if self.at is None and self.lines:
            self.at = self.lines[0][-1]
        return self.at

    def step(self, steps: int) -> Spot | None:
        """Go on along a person, then to the next person; stay at the ends."""
        spots = [spot for line in self.lines for spot in line]
        place = self._place(spots) + steps
        self.at = spots[max(0, min(place, len(spots) - 1))] if spots else None
        return self.at

    def person(self, step: int) -> Spot | None:
        """Go to the next or previous person, to the number nearest in time."""
        if self.at is None:
            return self.begin()
        whose = [line[0].line for line in self.lines]
        number = next(n for n, line in enumerate(whose) if line is self.at.line) + step
        if 0 <= number < len(self.lines):
            spots, day = self.lines[number], self.at.day
            away = [abs((spot.day - day).days) for spot in spots]
            self.at = spots[away.index(min(away))]
        return self.at

    def end(self, last: bool) -> Spot | None:
        """Go to the first number of all, or to the last."""
        if self.lines:
            self.at = self.lines[-1][-1] if last else self.lines[0][0]
        return self.at

    def summary(self) -> str:
        """Return the last number of each person, in words."""
        return ". ".join(line[-1].spoken() for line in self.lines)

    def _place(self, spots: Sequence[Spot]) -> int:
        return next((n for n, spot in enumerate(spots) if spot is self.at), 0)


def _in_order(line: Line) -> list[Spot]:
    ordered = sorted(line.points, key=_day_of)
    return [Spot(line, day, number) for day, number in ordered]


def _day_of(point: tuple[date, int]) -> date:
    return point[0]
