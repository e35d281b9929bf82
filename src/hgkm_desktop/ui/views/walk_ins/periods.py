"""Which visits the list shows: a period and the filters, as one question to the list service."""

from datetime import date, datetime, time, timedelta
from enum import StrEnum, auto

from hgkm_desktop import clock
from hgkm_desktop.services.walk_in_list import Query


class Period(StrEnum):
    """How far back the list goes. Yesterday is offered on an empty morning."""

    TODAY = auto()
    YESTERDAY = auto()
    WEEK = auto()
    ALL = auto()


def span(period: Period, today: date) -> tuple[datetime | None, datetime | None]:
    """Return where a period begins and ends, open ends as None."""
    if period == Period.ALL:
        return None, None
    if period == Period.WEEK:
        return _midnight(today - timedelta(days=today.weekday())), None
    first = today - timedelta(days=1) if period == Period.YESTERDAY else today
    return _midnight(first), _midnight(first + timedelta(days=1))


def query_of(period: Period, today: date) -> Query:
    """Return the question for everything in a period."""
    since, until = span(period, today)
    return Query(since=since, until=until)


def smallest_with(moment: datetime, today: date) -> Period:
    """Return the shortest period of the bar that has this moment in it."""
    for period in (Period.TODAY, Period.WEEK):
        since, until = span(period, today)
        if since is not None and moment >= since and (until is None or moment < until):
            return period
    return Period.ALL


def _midnight(day: date) -> datetime:
    return clock.at(day, time())
