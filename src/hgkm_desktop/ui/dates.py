"""Days and times in words, the same on every computer: the system's locale has no say here.

"donderdag 19 november", "do 19 nov", "9.05" (LOOK.md 8). Digits are Western in every language.
`read_day` understands what people type for a day that was or is near.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from hgkm_desktop import clock
from hgkm_desktop.rules.day_words import from_till, months, weekdays
from hgkm_desktop.services.search import fold
from hgkm_desktop.texts import is_right_to_left, tr

LEFT_TO_RIGHT = "\u2066{}\u2069"
"""Keeps digits, points and a word between them in one order inside Arabic text."""

_DIGITS = re.compile(r"(?:\D*\s)?(\d{1,2})\W+(\d{1,2})(?:\W+(\d{4}|\d{2}))?$")
_NAMED = re.compile(r"(?:\D*\s)?(\d{1,2})\.?\s+([^\W\d]{3,})\.?(?:\s+(\d{4}))?$")


def day_in_full(day: date, today: date | None = None) -> str:
    """Return "donderdag 19 november", with the year when it is not this one's."""
    words = tr("{weekday} {day} {month}").format(
        weekday=weekdays()[day.weekday()], day=day.day, month=months()[day.month - 1]
    )
    return _with_year(words, day, today)


def day_in_short(day: date, today: date | None = None) -> str:
    """Return "do 19 nov", with the year when it is not this one's."""
    weekday = _short_weekdays()[day.weekday()]
    return _with_year(f"{weekday} {_day_and_month(day)}", day, today)


def day_without_weekday(day: date, today: date | None = None) -> str:
    """Return "19 nov", with the year when it is not this one's."""
    return _with_year(_day_and_month(day), day, today)


def day_as_spoken(day: date, today: date) -> str:
    """Return "vandaag", "gisteren", "morgen", or the short day."""
    near = {0: tr("today"), -1: tr("yesterday"), 1: tr("tomorrow")}
    return near.get((day - today).days) or day_in_short(day, today)


def time_of(moment: datetime | time) -> str:
    """Return "9.05" of a stored moment (as people in Amsterdam read it) or of a time."""
    at = clock.local(moment) if isinstance(moment, datetime) else moment
    return f"{at.hour}.{at.minute:02}"


def time_in_column(moment: datetime | time) -> str:
    """Return "09.05": below each other in a column, times line up."""
    return time_of(moment).zfill(5)


def times_of(starts: datetime | time, ends: datetime | time) -> str:
    """Return "13.45 – 15.00"."""
    return from_till(time_of(starts), time_of(ends), " – ")


def day_of(moment: datetime) -> date:
    """Return the day of a stored moment, as people in Amsterdam read it."""
    return clock.local(moment).date()


def kept_together(text: str) -> str:
    """Return digits and signs so that no right-to-left sentence reorders them."""
    return LEFT_TO_RIGHT.format(text)


def read_day(typed: str, today: date, ahead: bool = False) -> date | None:
    """Return the day somebody typed ("gisteren", "ma", "17", "17-11", "17 nov 2025"), else None.

    Without a year or a month it is the last such day; with `ahead` the next one.
    """
    words = fold(typed)[:60]
    near = {fold(word): step for word, step in _near_days().items()}
    if words in near:
        return today + timedelta(days=near[words])
    if words.isascii() and words.isdigit() and len(words) <= 2:
        return _nearest(_in_every_month(int(words), today), today, ahead)
    return _dated(words, today, ahead) or _weekday(words, today, ahead)


def _near_days() -> dict[str, int]:
    return {
        tr("day before yesterday"): -2,
        tr("yesterday"): -1,
        tr("today"): 0,
        tr("tomorrow"): 1,
        tr("day after tomorrow"): 2,
    }


def _dated(words: str, today: date, ahead: bool) -> date | None:
    if found := _DIGITS.match(words):
        day, month, year = found.groups()
        return _on(int(day), int(month), year, today, ahead)
    if found := _NAMED.match(words):
        day, name, year = found.groups()
        month = _starts(name, months(), _short_months())
        return None if month is None else _on(int(day), month + 1, year, today, ahead)
    return None


def _weekday(words: str, today: date, ahead: bool) -> date | None:
    number = _starts(words, weekdays(), _short_weekdays()) if len(words) > 1 else None
    if number is None:
        return None
    if ahead:
        return today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)
    return today - timedelta(days=(today.weekday() - number) % 7)


def _starts(beginning: str, *lists: Sequence[str]) -> int | None:
    for names in lists:
        for number, name in enumerate(names):
            if fold(name).startswith(beginning):
                return number
    return None


def _on(day: int, month: int, year: str | None, today: date, ahead: bool) -> date | None:
    if year is not None:
        return _made(int(year) + (2000 if len(year) == 2 else 0), month, day)
    years = range(today.year - 8, today.year + 9)
    return _nearest([_made(each, month, day) for each in years], today, ahead)


def _in_every_month(day: int, today: date) -> list[date | None]:
    months_from_zero = [today.year * 12 + today.month - 1 + step for step in range(-3, 4)]
    return [_made(number // 12, number % 12 + 1, day) for number in months_from_zero]


def _nearest(days: list[date | None], today: date, ahead: bool) -> date | None:
    fitting = [day for day in days if day and (day >= today if ahead else day <= today)]
    return min(fitting, default=None) if ahead else max(fitting, default=None)


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _with_year(words: str, day: date, today: date | None) -> str:
    if today is None or day.year == today.year:
        return words
    return f"{words} {day.year}"


def _day_and_month(day: date) -> str:
    # Arabic has no short names of months; a number is what people write.
    if is_right_to_left():
        return f"{day.day}/{day.month}"
    return f"{day.day} {_short_months()[day.month - 1]}"


def _short_weekdays() -> list[str]:
    return [tr("Mon"), tr("Tue"), tr("Wed"), tr("Thu"), tr("Fri"), tr("Sat"), tr("Sun")]


def _short_months() -> list[str]:
    return [
        tr("Jan"),
        tr("Feb"),
        tr("Mar"),
        tr("Apr"),
        tr("May"),
        tr("Jun"),
        tr("Jul"),
        tr("Aug"),
        tr("Sep"),
        tr("Oct"),
        tr("Nov"),
        tr("Dec"),
    ]
