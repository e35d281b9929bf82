"""What a week shows: its blocks by day, its hours, and what is to be known of each day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.calendar.block import Block, plain
from hgkm_desktop.ui.calendar.wall import Piece, pieces_of
from hgkm_desktop.ui.dates import day_in_full, day_in_short, day_without_weekday

DAYS = 7
_FIRST, _LAST = 8, 20


@dataclass(frozen=True)
class WeekData:
    """A week from its Monday; it does not change, another week is another one."""

    monday: date
    blocks: Sequence[Block] = field(default=(), repr=False)
    holidays: Mapping[date, str] = field(default_factory=dict[date, str])
    away: Mapping[date, Sequence[str]] = field(
        default_factory=dict[date, Sequence[str]], repr=False
    )

    @cached_property
    def pieces(self) -> tuple[tuple[Piece, ...], ...]:
        """For each day what falls on it, earliest first."""
        return pieces_of(self.blocks, self.monday, DAYS)

    @cached_property
    def hours(self) -> tuple[int, int]:
        """From which hour to which: the usual ones, and those something falls in."""
        every = [piece for day in self.pieces for piece in day]
        first = min((piece.begins // 60 for piece in every), default=_FIRST)
        last = max((-(-piece.ends // 60) for piece in every), default=_LAST)
        return min(_FIRST, first), max(_LAST, last)

    def day(self, number: int) -> date:
        """Return a day of the week, Monday is 0."""
        return self.monday + timedelta(days=number)

    def number(self, day: date) -> int | None:
        """Return which day of the week this is, None when it is of another week."""
        number = (day - self.monday).days
        return number if 0 <= number < DAYS else None

    def notes(self, number: int) -> list[str]:
        """Return what is to be known of a day, in full: a holiday, and who is away."""
        day = self.day(number)
        found = [plain(self.holidays.get(day, ""))]
        found += [tr("{name} is not here").format(name=plain(n)) for n in self.away.get(day, ())]
        return [note for note in found if note]

    def head_lines(self, number: int) -> list[tuple[str, str]]:
        """Return the same for above the day: each line, and a shorter one where it is narrow."""
        day = self.day(number)
        holiday, names = plain(self.holidays.get(day, "")), self.away.get(day, ())
        found = [(holiday, holiday)] if holiday else []
        if names:
            who = ", ".join(plain(name) for name in names)
            short = tr("without {names}").format(names=who)
            whole = tr("{name} is not here").format(name=who) if len(names) == 1 else short
            found.append((whole, short))
        return found


def day_above(day: date) -> str:
    """Return "do 19"."""
    return f"{weekday_in_short(day)} {day.day}"


def weekday_in_short(day: date) -> str:
    """Return "do"."""
    return day_in_short(day).removesuffix(day_without_weekday(day)).strip()


def spoken_day(data: WeekData, number: int) -> str:
    """Return the day in full, and what is to be known of it."""
    return ". ".join([day_in_full(data.day(number)), *data.notes(number)])
