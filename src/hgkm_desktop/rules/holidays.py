"""The public holidays of the Netherlands: on these a partner is closed unless it says not to be."""

from collections.abc import Mapping
from datetime import date
from functools import cache

GOOD_FRIDAY = "Goede vrijdag"


def holiday(day: date) -> str:
    """Return the name of a public holiday, as it stands on a Dutch door; "" on any other day.

    Counted: New Year's Day, Easter and Whitsun (both days), King's Day (the 26th when the 27th is
    a Sunday), Ascension Day and both Christmas days. Liberation Day once in five years, as most
    employers do. Good Friday not: offices are open on it, and somebody may need one.
    """
    return _of_year(day.year).get(day, "")


@cache
def _of_year(year: int) -> Mapping[date, str]:
    # The library brings every country of the world along: only who asks for a day waits for it.
    from holidays.countries.netherlands import Netherlands

    found = Netherlands(years=year, language="nl")
    return {day: name for day, name in found.items() if name != GOOD_FRIDAY}
