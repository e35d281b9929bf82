"""When a session repeats: rules as RFC 5545 writes them, in days, so that clocks cannot shift them.

The hour stands beside the rule and is the hour on the wall: at ten stays at ten in summer.
"""

from collections.abc import Collection, Sequence
from datetime import date, datetime, time
from itertools import islice

from dateutil.rrule import rrulestr

from hgkm_desktop.errors import Invalid
from hgkm_desktop.rules.sessions import Frequency
from hgkm_desktop.texts import tr

MOST = 60
"""More than a year of weeks is planned when the year is known."""
_DAYS = "MO", "TU", "WE", "TH", "FR", "SA", "SU"
_WEEK = 7
_LAST = 5
"""A fifth Tuesday is not in every month: the last one is meant."""


def written(frequency: Frequency, first_day: date, until: date) -> str:
    """Return the rule: every week, every two weeks, or on such a weekday of every month."""
    day, end = _DAYS[first_day.weekday()], f"UNTIL={until:%Y%m%d}"
    if frequency is Frequency.MONTHLY:
        return f"FREQ=MONTHLY;BYDAY={_place_in_month(first_day)}{day};{end}"
    every = 2 if frequency is Frequency.FORTNIGHTLY else 1
    return f"FREQ=WEEKLY;INTERVAL={every};BYDAY={day};{end}"


def days(rule: str, first_day: date, left_out: Collection[date] = ()) -> Sequence[date]:
    """Return the days of a series, the first among them; raise Invalid({"until": …}) for too many.

    A day in `left_out` is an exception: that one time it does not take place.
    """
    found = rrulestr(rule, dtstart=datetime.combine(first_day, time()))
    times = [moment.date() for moment in islice(found, MOST + 1)]
    if len(times) > MOST:
        raise Invalid({"until": tr("This is more than {count} times.").format(count=MOST)})
    return [day for day in times if day not in left_out]


def frequency_of(rule: str) -> Frequency:
    """Return how often a rule of ours repeats."""
    if "MONTHLY" in rule:
        return Frequency.MONTHLY
    return Frequency.FORTNIGHTLY if "INTERVAL=2" in rule else Frequency.WEEKLY


def _place_in_month(day: date) -> int:
    place = (day.day - 1) // _WEEK + 1
    return -1 if place == _LAST else place
