"""The list of walk-ins: newest first, page by page from where the last one ended.

Lists go straight to the driver and are decoded row by row when somebody looks: with 200,000 rows a
page costs little more than the statement itself (bench/).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from operator import itemgetter
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from hgkm_desktop import clock
from hgkm_desktop.models.codes import (
    ContactSetting,
    FollowUp,
    HelpTopic,
    Language,
    SignalLevel,
    Urgency,
    Visit,
)
from hgkm_desktop.services import access, direct, search
from hgkm_desktop.services.raw_rows import Cursor, RawRows

PAGE = 300
COLUMNS = (
    "id, happened_at, setting, topics, language, visit, signal, urgency,"
    " follow_up, follow_up_on, desk_question, entered_by"
)
CODES = tuple(topic.value for topic in HelpTopic)


@dataclass(frozen=True)
class Query:
    """What the list is narrowed to; every part is optional."""

    since: datetime | None = None
    until: datetime | None = None
    signal: SignalLevel | None = None
    topic: HelpTopic | None = None
    setting: ContactSetting | None = None
    language: Language | None = None
    text: str = ""


@dataclass(frozen=True, repr=False)
class WalkInRow:
    """A line of the list."""

    id: UUID
    happened_at: datetime
    setting: ContactSetting
    topics: tuple[HelpTopic, ...]
    language: Language | None
    visit: Visit | None
    signal: SignalLevel | None
    urgency: Urgency | None
    follow_up: FollowUp | None
    follow_up_on: date | None
    desk_question: str
    entered_by: UUID


class Rows(RawRows[WalkInRow]):
    """Fetched lines, each decoded when it is looked at."""

    @staticmethod
    def decoded(raw: Sequence[Any]) -> WalkInRow:
        """Return what a line says."""
        return WalkInRow(
            id=UUID(raw[0]),
            happened_at=datetime.fromisoformat(raw[1]).replace(tzinfo=UTC),
            setting=ContactSetting(raw[2]),
            topics=_topics(raw[3]),
            language=raw[4] and Language(raw[4]),
            visit=raw[5] and Visit(raw[5]),
            signal=raw[6] and SignalLevel(raw[6]),
            urgency=raw[7] and Urgency(raw[7]),
            follow_up=raw[8] and FollowUp(raw[8]),
            follow_up_on=raw[9] and date.fromisoformat(raw[9]),
            desk_question=raw[10],
            entered_by=UUID(raw[11]),
        )


@dataclass(frozen=True)
class Page:
    """Some lines, and where the next ones begin (None at the end)."""

    rows: Rows
    next: Cursor | None


@dataclass(frozen=True)
class TopicCount:
    """How often a topic came up."""

    topic: HelpTopic
    count: int


def page(session: Session, query: Query, after: Cursor | None = None, limit: int = PAGE) -> Page:
    """Return the newest lines, or those after a cursor."""
    access.require(session, access.DESK)
    sql, values = statement(query, after, limit)
    rows = Rows(direct.fetched(session, sql, values))
    return Page(rows, rows.end() if len(rows) == limit else None)


def count(session: Session, query: Query) -> int:
    """Return how many lines there are."""
    access.require(session, access.DESK)
    where, values = conditions(query)
    sql = f"SELECT count(*) FROM walk_in{_index(query)} WHERE {where}"
    return int(direct.fetched(session, sql, values)[0][0])


def month_counts(session: Session, year: int, month: int) -> Sequence[TopicCount]:
    """Return how often each topic came up in a month, most often first."""
    access.require(session, access.DESK)
    sql, values = month_statement(year, month)
    found = dict.fromkeys(CODES, 0)
    for stored_codes, number in direct.fetched(session, sql, values):
        for code in _codes(stored_codes):
            found[code] += number
    often_first = sorted(found.items(), key=itemgetter(1), reverse=True)
    return [TopicCount(HelpTopic(code), number) for code, number in often_first if number]


@lru_cache(maxsize=4096)
def _codes(stored_codes: str) -> tuple[str, ...]:
    return tuple(stored_codes.split())


@lru_cache(maxsize=64)
def month_statement(year: int, month: int) -> tuple[str, tuple[str, str]]:
    """Return the statement behind `month_counts` (the bench runs it on a bare connection)."""
    begin = date(year, month, 1)
    end = date(year + month // 12, month % 12 + 1, 1)
    midnight = datetime.min.time()
    values = stored(clock.at(begin, midnight)), stored(clock.at(end, midnight))
    return (
        "SELECT topics, count(*) FROM walk_in WHERE deleted_at IS NULL"
        " AND happened_at >= ? AND happened_at < ? GROUP BY topics",
        values,
    )


def statement(query: Query, after: Cursor | None, limit: int) -> tuple[str, tuple[Any, ...]]:
    """Return the statement behind `page` (the bench runs it on a bare connection)."""
    where, values = conditions(query)
    if after is not None:
        where += " AND (happened_at, id) < (?, ?)"
        values = (*values, *after)
    sql = (
        f"SELECT {COLUMNS} FROM walk_in{_index(query)} WHERE {where}"
        " ORDER BY happened_at DESC, id DESC LIMIT ?"
    )
    return sql, (*values, limit)


def conditions(query: Query) -> tuple[str, tuple[Any, ...]]:
    """Return the condition and its values; every value is bound, none becomes SQL."""
    parts: list[tuple[str, Any]] = []
    if query.since is not None:
        parts.append(("happened_at >= ?", stored(query.since)))
    if query.until is not None:
        parts.append(("happened_at < ?", stored(query.until)))
    for column in ("signal", "setting", "language"):
        value = getattr(query, column)
        if value is not None:
            parts.append((f"{column} = ?", value.value))
    if query.topic is not None:
        parts.append(("instr(topics, ?)", f" {query.topic.value} "))
    where = ["deleted_at IS NULL", *(part for part, _ in parts)]
    values = [value for _, value in parts]
    for term in search.terms(query.text):
        where.append("(" + " OR ".join("instr(search_key, ?)" for _ in term.any_of) + ")")
        values.extend(term.any_of)
    return " AND ".join(where), tuple(values)


def _index(query: Query) -> str:
    # The search key stands in an index of its own, so that a search reads 30 MB instead of 200.
    return " INDEXED BY ix_walk_in_search" if query.text.strip() else ""


def stored(moment: datetime) -> str:
    """Return a moment as the file holds it."""
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(" ", "microseconds")


@lru_cache(maxsize=1024)
def _topics(stored_codes: str) -> tuple[HelpTopic, ...]:
    return tuple(HelpTopic(code) for code in stored_codes.split())
