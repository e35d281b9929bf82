"""Time: stored in UTC, shown in Amsterdam. Only views and commands ask the system."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def now() -> datetime:
    """Return this moment, aware, in UTC."""
    return datetime.now(UTC)


def local(moment: datetime) -> datetime:
    """Return a stored moment as people in Amsterdam read it."""
    return moment.astimezone(AMSTERDAM)


def at(day: date, hour: time) -> datetime:
    """Return a local day and time as a stored moment (the first of two in the autumn hour)."""
    return datetime.combine(day, hour, AMSTERDAM).astimezone(UTC)
