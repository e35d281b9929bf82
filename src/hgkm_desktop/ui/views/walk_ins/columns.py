"""The columns of the list, and which of them give way on a narrow page."""

from collections.abc import Callable
from datetime import date

from hgkm_desktop.models.labels import label, short
from hgkm_desktop.services.walk_in_list import WalkInRow
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.dates import day_in_short, day_of, time_in_column
from hgkm_desktop.ui.style import font, theme
from hgkm_desktop.ui.table import Column
from hgkm_desktop.ui.views.walk_ins.words import follow_up_in_row
from hgkm_desktop.ui.widgets.painting import text_width

TIME, DAY, VISIT, TOPICS, LANGUAGE, SIGNAL, FOLLOW_UP, BY = range(8)
WIDTHS = {TIME: 65, DAY: 118, VISIT: 78, LANGUAGE: 109, SIGNAL: 118, FOLLOW_UP: 147, BY: 52}
LEAST_FOR_TOPICS = 180
GIVING_WAY = (VISIT, BY, LANGUAGE)
"""What disappears first where there is no room; the panel beside the list still says it."""

Person = Callable[[WalkInRow], tuple[str, int]]


def columns(
    today: Callable[[], date], person: Person, spoken: Callable[[WalkInRow], str]
) -> list[Column[WalkInRow]]:
    """Return the columns; `person` gives name and colour of who typed it, `spoken` her name."""

    def day(row: WalkInRow) -> str:
        return day_in_short(day_of(row.happened_at), today())

    def follow_up(row: WalkInRow) -> str:
        return follow_up_in_row(row.follow_up, row.follow_up_on, today())

    made = Column[WalkInRow]
    return [
        made(tr("Time"), _time, "bold", WIDTHS[TIME]),
        made(tr("Day"), day, "explain", WIDTHS[DAY]),
        made(tr("Visit"), _visit, "text", WIDTHS[VISIT]),
        made(tr("Topics"), _topics, "badges", stretch=True, extra=_topic_list),
        made(tr("Language"), _language, "text", WIDTHS[LANGUAGE]),
        made(tr("Signal"), _signal, "signal", WIDTHS[SIGNAL], extra=_level),
        made(tr("Follow-up"), follow_up, "explain", WIDTHS[FOLLOW_UP]),
        made(tr("By"), spoken, "avatar", _as_wide_as(tr("By"), WIDTHS[BY]), extra=person),
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


def _as_wide_as(title: str, least: int) -> int:
    return max(least, round(text_width(font(14, bold=True), title) * 100 / theme.scale) + 25)


def _time(row: WalkInRow) -> str:
    return time_in_column(row.happened_at)


def _visit(row: WalkInRow) -> str:
    return short(row.visit) if row.visit else ""


def _topic_list(row: WalkInRow) -> list[str]:
    return [short(topic) for topic in row.topics]


def _topics(row: WalkInRow) -> str:
    return ", ".join(_topic_list(row))


def _language(row: WalkInRow) -> str:
    return short(row.language) if row.language else ""


def _signal(row: WalkInRow) -> str:
    return label(row.signal) if row.signal else ""


def _level(row: WalkInRow) -> str:
    return row.signal.value if row.signal else ""
