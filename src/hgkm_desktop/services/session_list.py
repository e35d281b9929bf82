"""The list of sessions, page by page, each with how full it is: counts, and nobody's name.

It goes straight to the driver, as the list of walk-ins does; an index covers the counts (bench/).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from hgkm_desktop.rules.sessions import SessionTopic
from hgkm_desktop.services import access, direct, search
from hgkm_desktop.services.information_sessions import LONGEST
from hgkm_desktop.services.raw_rows import Cursor, RawRows
from hgkm_desktop.services.walk_in_list import stored

PAGE = 300
_OURS = "(SELECT count(*) FROM registration r WHERE r.session_id = information_session.id AND"
COLUMNS = (
    "id, starts_at, ends_at, topic, title, place, speaker_partner, capacity, is_off, head_count,"
    f" series_id, {_OURS} r.place = 'has_place'),"
    f" {_OURS} r.place IN ('waiting', 'passed')),"
    f" {_OURS} r.place = 'has_place' AND r.is_here = 1)"
)


@dataclass(frozen=True)
class Query:
    """What the list is narrowed to. What is over comes newest first, what is to come soonest."""

    now: datetime
    is_over: bool = False
    topic: SessionTopic | None = None
    text: str = ""


@dataclass(frozen=True, repr=False)
class SessionRow:
    """A session in the list."""

    id: UUID
    starts_at: datetime
    ends_at: datetime
    topic: SessionTopic
    title: str
    place: str
    speaker_partner: UUID | None
    capacity: int | None
    is_off: bool
    head_count: int | None
    repeats: bool
    taken: int
    waiting: int
    here: int

    @property
    def is_full(self) -> bool:
        """Whether the next one waits."""
        return self.capacity is not None and self.taken >= self.capacity

    @property
    def present(self) -> int:
        """How many were there: counted heads, or else ticks."""
        return self.here if self.head_count is None else self.head_count


class Rows(RawRows[SessionRow]):
    """Fetched lines, each decoded when it is looked at."""

    @staticmethod
    def decoded(raw: Sequence[Any]) -> SessionRow:
        """Return what a line says."""
        return SessionRow(
            id=UUID(raw[0]),
            starts_at=_moment(raw[1]),
            ends_at=_moment(raw[2]),
            topic=SessionTopic(raw[3]),
            title=raw[4],
            place=raw[5],
            speaker_partner=raw[6] and UUID(raw[6]),
            capacity=raw[7],
            is_off=bool(raw[8]),
            head_count=raw[9],
            repeats=raw[10] is not None,
            taken=raw[11],
            waiting=raw[12],
            here=raw[13],
        )


@dataclass(frozen=True)
class Page:
    """Some sessions, and where the next ones begin (None at the end)."""

    rows: Rows
    next: Cursor | None


def page(session: Session, query: Query, after: Cursor | None = None, limit: int = PAGE) -> Page:
    """Return the first sessions, or those after a cursor."""
    access.require(session, access.DESK)
    sql, values = statement(query, after, limit)
    rows = Rows(direct.fetched(session, sql, values))
    return Page(rows, rows.end() if len(rows) == limit else None)


def count(session: Session, query: Query) -> int:
    """Return how many sessions there are."""
    access.require(session, access.DESK)
    where, values = conditions(query)
    sql = f"SELECT count(*) FROM information_session WHERE {where}"
    return int(direct.fetched(session, sql, values)[0][0])


def one(session: Session, session_id: UUID) -> SessionRow | None:
    """Return the line of one session, None when it is not there any more."""
    access.require(session, access.DESK)
    sql = f"SELECT {COLUMNS} FROM information_session WHERE id = ?"
    raw = direct.fetched(session, sql, (session_id.hex,))
    return Rows.decoded(raw[0]) if raw else None


def statement(query: Query, after: Cursor | None, limit: int) -> tuple[str, tuple[Any, ...]]:
    """Return the statement behind `page` (the bench runs it on a bare connection)."""
    where, values = conditions(query)
    order = "DESC" if query.is_over else "ASC"
    if after is not None:
        where += f" AND (starts_at, id) {'<' if query.is_over else '>'} (?, ?)"
        values = (*values, *after)
    sql = (
        f"SELECT {COLUMNS} FROM information_session WHERE {where}"
        f" ORDER BY starts_at {order}, id {order} LIMIT ?"
    )
    return sql, (*values, limit)


def conditions(query: Query) -> tuple[str, tuple[Any, ...]]:
    """Return the condition and its values; every value is bound, none becomes SQL.

    What has begun is to come until it has ended; the index knows when sessions begin.
    """
    if query.is_over:
        where, moments = ["starts_at < ?", "ends_at < ?"], (query.now, query.now)
    else:
        where, moments = ["starts_at > ?", "ends_at >= ?"], (query.now - LONGEST, query.now)
    values: list[Any] = [stored(moment) for moment in moments]
    if query.topic is not None:
        where.append("topic = ?")
        values.append(query.topic.value)
    for term in search.terms(query.text):
        where.append("(" + " OR ".join("instr(search_key, ?)" for _ in term.any_of) + ")")
        values.extend(term.any_of)
    return " AND ".join(where), tuple(values)


def _moment(raw: str) -> datetime:
    return datetime.fromisoformat(raw).replace(tzinfo=UTC)
