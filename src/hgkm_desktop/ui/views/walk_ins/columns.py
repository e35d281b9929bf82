"""The columns of the list, and which of them give way on a narrow page."""

from collections.abc import Callable
from datetime import date

from hgkm_desktop.models.labels import label, short
from hgkm_desktop.services.walk_in_list import WalkInRow
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.dates import day_in_short, day_of, time_in_column
from hgkm_desktop.ui.table import Column
from hgkm_desktop.ui.views.walk_ins.words import follow_up_in_row

TIME, DAY, VISIT, TOPICS, LANGUAGE, SIGNAL, FOLLOW_UP, BY = range(8)
WIDTHS = {TIME: 66, DAY: 122, VISIT: 82, LANGUAGE: 116, SIGNAL: 128, FOLLOW_UP: 158, BY: 58}
LEAST_FOR_TOPICS = 180
GIVING_WAY = (VISIT, BY, LANGUAGE)
"""What disappears first where there is no room; the panel beside the list still says it."""

Person = Callable[[WalkInRow], tuple[str, int]]


def columns(today: Callable[[], date], person: Person, spoken: Callable[[WalkInRow], str]) -> list[
    Column[WalkInRow]
]:
    """Return the columns; `person` gives name and colour of who typed it, `spoken` her name."""
    return [
        Column[WalkInRow](
            tr("Time"), lambda row: time_in_column(row.happened_at), "bold", WIDTHS[TIME]
        ),
        Column[WalkInRow](
            tr("Day"),
            lambda row: day_in_short(day_of(row.happened_at), today()),
            "explain",
            WIDTHS[DAY],
        ),
        Column[WalkInRow](
            tr("Visit"), lambda row: short(row.visit) if row.visit else "", "text", WIDTHS[VISIT]
        ),
        Column[WalkInRow](tr("Topics"), _topics, "badges", stretch=True, extra=_topic_list),
        Column[WalkInRow](
            tr("Language"),
            lambda row: short(row.language) if row.language else "",
            "text",
            WIDTHS[LANGUAGE],
        ),
        Column[WalkInRow](
            tr("Signal"),
            lambda row: label(row.signal) if row.signal else "",
            "signal",
            WIDTHS[SIGNAL],
            extra=lambda row: row.signal.value if row.signal else "",
        ),
        Column[WalkInRow](
            tr("Follow-up"),
            lambda row: follow_up_in_row(row.follow_up, row.follow_up_on, today()),
            "explain",
            WIDTHS[FOLLOW_UP],
        ),
        Column[WalkInRow](
            tr("By"), spoken, "avatar", WIDTHS[BY], extra=person
        ),
    ]


def hidden_at(width: int, only_today: bool, unused: frozenset[str]) -> set[int]:
    """Return which columns to leave out at a width (in pixels of the mock-ups)."""
    named = {"visit": VISIT, "language": LANGUAGE, "signal": SIGNAL, "follow_up": FOLLOW_UP}
    hidden = {column for name, column in named.items() if name in unused}
    if only_today:
        hidden.add(DAY)
    for column in GIVING_WAY:
        if width - sum(w for c, w in WIDTHS.items() if c not in hidden) >= LEAST_FOR_TOPICS:
            break
        hidden.add(column)
    return hidden


def _topic_list(row: WalkInRow) -> list[str]:
    return [short(topic) for topic in row.topics]


def _topics(row: WalkInRow) -> str:
    return ", ".join(_topic_list(row))
