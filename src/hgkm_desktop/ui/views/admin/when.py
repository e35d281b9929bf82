"""Moments of the team and the log in a few words."""

from datetime import datetime

from hgkm_desktop.texts import tr
from hgkm_desktop.ui import dates
from hgkm_desktop.ui.views.admin import people


def last_seen(moment: datetime, now: datetime) -> str:
    """Return "vandaag 9.00", "gisteren", "ma 16 nov", or after some months "feb 2026"."""
    if dates.day_of(moment) == dates.day_of(now):
        return tr("today {time}").format(time=dates.time_of(moment))
    return day(moment, now)


def day(moment: datetime, now: datetime) -> str:
    """Return "vandaag", "gisteren", "ma 16 nov", or after some months "feb 2026"."""
    if people.months_between(moment, now) < people.LONG_AWAY:
        return dates.day_as_spoken(dates.day_of(moment), dates.day_of(now))
    return month(moment)


def month(moment: datetime) -> str:
    """Return "feb 2026"."""
    at = dates.day_of(moment)
    name = dates.day_without_weekday(at).partition(" ")[2]
    return f"{name} {at.year}"


def in_log(moment: datetime, now: datetime) -> str:
    """Return "9.38" for today, else the day."""
    at, today = dates.day_of(moment), dates.day_of(now)
    return dates.time_of(moment) if at == today else dates.day_as_spoken(at, today)


def in_full(moment: datetime, now: datetime) -> str:
    """Return "vandaag, 17.30" or "do 19 nov, 17.30"."""
    spoken = dates.day_as_spoken(dates.day_of(moment), dates.day_of(now))
    return tr("{day}, {time}").format(day=spoken, time=dates.time_of(moment))
