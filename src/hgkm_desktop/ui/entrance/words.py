"""What the clock says in words, before anybody is signed in."""

from datetime import datetime

from hgkm_desktop import clock
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.dates import day_in_full, day_of, time_of


def greeting(moment: datetime) -> str:
    """Return how to greet somebody who sits down now."""
    hour = clock.local(moment).hour
    if hour < 6:
        return tr("Good night.")
    if hour < 12:
        return tr("Good morning.")
    return tr("Good afternoon.") if hour < 18 else tr("Good evening.")


def day_and_time(moment: datetime) -> str:
    """Return both: donderdag 19 november, 9.02."""
    day, time = day_in_full(day_of(moment)), time_of(moment)
    return tr("{day}, {time}").format(day=day, time=time)
