"""Opening hours: kept as a short text, asked by the clock on the wall (R-109, R-110).

A span never runs over midnight: it is refused with the advice to put the rest at the next day.
Until 0.00 means the midnight at the end of that day.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby, pairwise

from hgkm_desktop import clock
from hgkm_desktop.rules.day_words import from_till
from hgkm_desktop.rules.holidays import holiday
from hgkm_desktop.texts import tr

DAY = 24 * 60
WEEK = range(7)
AHEAD = 28
"""Days to look ahead: Christmas and New Year's Day are a week apart, so one week is not enough."""
_ALWAYS = "always"
_PACKED = re.compile(r"([0-6]) ([01]\d|2[0-3])([0-5]\d)-([01]\d|2[0-3])([0-5]\d)")

Join = Callable[[str, str], str]


@dataclass(frozen=True, order=True)
class Span:
    """One stretch of a weekday (0 is Monday) in which somebody is there."""

    weekday: int
    begins: time
    ends: time

    @property
    def first(self) -> int:
        """Return the minute of the day it begins."""
        return self.begins.hour * 60 + self.begins.minute

    @property
    def last(self) -> int:
        """Return the minute of the day it ends; 1440 for midnight."""
        return self.ends.hour * 60 + self.ends.minute or DAY


@dataclass(frozen=True)
class Hours:
    """When somebody is there in an ordinary week; `always` is day and night, holidays as well."""

    spans: tuple[Span, ...] = ()
    always: bool = False

    def of(self, weekday: int) -> list[Span]:
        """Return the spans of a weekday, in order."""
        return sorted(span for span in self.spans if span.weekday == weekday)


def problem_with(hours: Hours) -> str:
    """Return why these hours cannot be, "" when they can."""
    if any(span.last <= span.first for span in hours.spans):
        return tr("The end is before the beginning. After midnight? Put that at the next day.")
    for weekday in WEEK:
        spans = hours.of(weekday)
        if any(later.first < sooner.last for sooner, later in pairwise(spans)):
            return tr("Two times on one day overlap. Make it one time.")
    return ""


def pack(hours: Hours) -> str:
    """Return the text that is kept; `unpack` reads it back."""
    if hours.always:
        return _ALWAYS
    spans = sorted(set(hours.spans))
    return ";".join(f"{s.weekday} {s.begins:%H%M}-{s.ends:%H%M}" for s in spans)


def unpack(text: str) -> Hours:
    """Return the hours of a kept text; "" is not known. Raise ValueError for anything else."""
    if text == _ALWAYS:
        return Hours(always=True)
    return Hours(tuple(_span(part) for part in text.split(";")) if text else ())


def _span(part: str) -> Span:
    found = _PACKED.fullmatch(part)
    if found is None:
        raise ValueError("no opening hours")
    weekday, *rest = map(int, found.groups())
    return Span(weekday, time(rest[0], rest[1]), time(rest[2], rest[3]))


def words(hours: Hours) -> str:
    """Return the hours in the language on the screen: "ma–vr 9–17", "di, do 13–16"."""
    days = tr("Mon"), tr("Tue"), tr("Wed"), tr("Thu"), tr("Fri"), tr("Sat"), tr("Sun")
    said = tr("every day"), tr("{this} and {that}"), tr("day and night"), tr(", ")
    return spelled(hours, days, said, from_till)


def spelled(
    hours: Hours, days: tuple[str, ...], words: tuple[str, str, str, str], join: Join
) -> str:
    """Return the hours in the words of one language; days with the same times stand together."""
    every_day, both, always, comma = words
    if hours.always:
        return always
    alike: dict[str, list[int]] = {}
    for weekday in WEEK:
        times = ""
        for span in hours.of(weekday):
            one = join(_short(span.first), _short(span.last))
            times = both.format(this=times, that=one) if times else one
        if times:
            alike.setdefault(times, []).append(weekday)
    groups = ((_days(which, days, every_day, comma), times) for times, which in alike.items())
    return "; ".join(f"{which} {times}" for which, times in groups)


def _days(which: list[int], days: tuple[str, ...], every_day: str, comma: str) -> str:
    if len(which) == len(WEEK):
        return every_day
    runs = (list(run) for _, run in groupby(enumerate(which), key=lambda at: at[1] - at[0]))
    parts: list[str] = []
    for run in runs:
        names = [days[weekday] for _, weekday in run]
        parts += [f"{names[0]}–{names[-1]}"] if len(names) > 2 else names
    return comma.join(parts)


def _short(minute: int) -> str:
    hour, rest = divmod(minute, 60)
    return f"{hour}.{rest:02}" if rest else f"{hour}"


def is_open(hours: Hours, at: datetime, *, on_holidays: bool) -> bool:
    """Say whether somebody is there at a moment, by the clock on the wall in Amsterdam."""
    day, minute = _on_the_wall(at)
    return hours.always or _reach(_spans(hours, day, on_holidays), minute) > 0


def until(hours: Hours, at: datetime, *, on_holidays: bool) -> datetime | None:
    """Return when they close; None when they are closed now, or never close."""
    day, minute = _on_the_wall(at)
    farthest = day + timedelta(days=AHEAD)
    end = 0 if hours.always else _reach(_spans(hours, day, on_holidays), minute)
    while end == DAY and day < farthest:
        further = _reach(_spans(hours, day + timedelta(days=1), on_holidays), 0)
        if not further:
            break
        day, end = day + timedelta(days=1), further
    return _moment(day, end, at) if end and day < farthest else None


def next_open(hours: Hours, at: datetime, *, on_holidays: bool) -> datetime | None:
    """Return when they open again; None when they are open now, or not in the coming weeks."""
    if is_open(hours, at, on_holidays=on_holidays):
        return None
    today, _ = _on_the_wall(at)
    begins = (
        _moment(day, span.first, at)
        for day in (today + timedelta(days=n) for n in range(AHEAD))
        for span in _spans(hours, day, on_holidays)
    )
    return next((moment for moment in begins if moment > at), None)


def _on_the_wall(at: datetime) -> tuple[date, int]:
    local = clock.local(at)
    return local.date(), local.hour * 60 + local.minute


def _spans(hours: Hours, day: date, on_holidays: bool) -> list[Span]:
    spans = hours.of(day.weekday())
    return spans if on_holidays or not spans or not holiday(day) else []


def _reach(spans: list[Span], minute: int) -> int:
    """Return the minute until which they stay, 0 when nobody is there at this one."""
    reach = 0
    for span in spans:
        if span.first <= minute < span.last:
            reach = minute = span.last
    return reach


def _moment(day: date, minute: int, after: datetime) -> datetime:
    """Return when the wall shows this: after the leap in spring, the second time in autumn."""
    wall = datetime.combine(day, time(), clock.AMSTERDAM) + timedelta(minutes=minute)
    moment = wall.astimezone(UTC)
    if clock.local(moment).time() != wall.time():
        return wall.replace(minute=0).astimezone(UTC)
    return moment if moment > after else wall.replace(fold=1).astimezone(UTC)
