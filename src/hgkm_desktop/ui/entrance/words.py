"""What the clock says in words: the greeting, the day and the time, in the language spoken now."""

from datetime import datetime

from PySide6.QtCore import QLocale

from hgkm_desktop import clock, texts
from hgkm_desktop.texts import tr


def greeting(moment: datetime) -> str:
    """Return how to greet somebody who sits down now."""
    hour = clock.local(moment).hour
    if hour < 6:
        return tr("Good night.")
    if hour < 12:
        return tr("Good morning.")
    return tr("Good afternoon.") if hour < 18 else tr("Good evening.")


def day(moment: datetime) -> str:
    """Return the day as people say it: donderdag 19 november."""
    here, names = clock.local(moment), QLocale(texts.current())
    return tr("{weekday} {day} {month}").format(
        weekday=names.dayName(here.isoweekday()), day=here.day, month=names.monthName(here.month)
    )


def time(moment: datetime) -> str:
    """Return the time as people write it: 9.05."""
    here = clock.local(moment)
    return f"{here.hour}.{here.minute:02}"


def day_and_time(moment: datetime) -> str:
    """Return both: donderdag 19 november, 9.02."""
    return tr("{day}, {time}").format(day=day(moment), time=time(moment))
