"""What a day shows of information sessions: what takes place, what to plan, whom to tell.

All of it is asked by the index of when sessions begin (bench/): the day may be slow for nobody.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from sqlalchemy import exists, or_, select
from sqlalchemy.orm import Session

from hgkm_desktop import clock
from hgkm_desktop.models import InformationSession, Registration
from hgkm_desktop.models.codes import Role
from hgkm_desktop.rules.planning import Reminder
from hgkm_desktop.rules.session_words import name_of
from hgkm_desktop.services import (
    access,
    damaged,
    direct,
    follow_ups,
    school_holidays,
    session_reach,
)
from hgkm_desktop.services.information_sessions import LONGEST
from hgkm_desktop.services.session_list import COLUMNS, Rows, SessionRow
from hgkm_desktop.services.walk_in_list import stored
from hgkm_desktop.vault import sealing

ONE_DAY = timedelta(days=1)
AHEAD = timedelta(days=28)
"""So long before a session somebody is told that it moved; later ones can wait."""
_CHILDREN = (
    "(SELECT coalesce(sum(r.children), 0) FROM registration r"
    " WHERE r.session_id = information_session.id AND r.place = 'has_place')"
)


@dataclass(frozen=True)
class PrintSessionList:
    """The wish to print the list of a session, from another page."""

    session_id: UUID


@dataclass(frozen=True)
class ShowToTell:
    """The wish to see whom we may tell that a session moved; only a confidant gets an answer."""

    session_id: UUID


@dataclass(frozen=True, repr=False)
class TakesPlace:
    """A session of a day, with how full it is and how many children are minded."""

    row: SessionRow
    children: int

    @property
    def name(self) -> str:
        """What it is called: its title, or what it is about."""
        return name_of(self.row.topic, self.row.title)


@dataclass(frozen=True, repr=False)
class Untold:
    """A session that moved or is called off, and how many may be told who do not know yet."""

    session_id: UUID
    starts: datetime
    name: str
    is_off: bool
    people: int


@dataclass(frozen=True, repr=False)
class SessionsToday:
    """What one member sees of it; follow-ups and whom to tell are for confidants alone."""

    sessions: Sequence[TakesPlace] = ()
    reminders: Sequence[Reminder] = ()
    untold: Sequence[Untold] = ()
    steps_due: int = 0


def of_day(session: Session, day: date, *, now: datetime) -> SessionsToday:
    """Return what a day shows of sessions to this member."""
    actor = access.require(session, access.DESK)
    is_confidant = actor.may(Role.CONFIDANT) and sealing.is_held(session, sealing.CONFIDANTS)
    return SessionsToday(
        between(session, day, day),
        school_holidays.reminders(session, now=now) if actor.may(*access.EDITORS) else (),
        tuple(_untold(session, now)) if is_confidant else (),
        _due(session, day) if is_confidant else 0,
    )


def between(session: Session, first: date, last: date) -> Sequence[TakesPlace]:
    """Return the sessions from one day to another, both included, in order; nobody's name."""
    access.require(session, access.DESK)
    sql, values = statement(first, last)
    raw = direct.fetched(session, sql, values)
    return [TakesPlace(row, columns[-1]) for row, columns in zip(Rows(raw), raw, strict=True)]


def statement(first: date, last: date) -> tuple[str, tuple[str, ...]]:
    """Return the statement behind `between` (the bench runs it on a bare connection)."""
    since, until = clock.at(first, time.min), clock.at(last + ONE_DAY, time.min)
    sql = (
        f"SELECT {COLUMNS}, {_CHILDREN} FROM information_session"
        " WHERE starts_at > ? AND starts_at < ? AND ends_at > ? ORDER BY starts_at, id"
    )
    return sql, (stored(since - LONGEST), stored(until), stored(since))


def _due(session: Session, day: date) -> int:
    """One that was damaged is something to look at: what is wrong is said where it leads to."""
    try:
        return follow_ups.due(session, day)
    except damaged.DAMAGED:
        lines, _trouble = follow_ups.as_far_as_whole(session)
        return 1 + sum(line.follow_up.is_due(day) for line in lines)


def _untold(session: Session, now: datetime) -> Iterator[Untold]:
    """Only of what was changed since it was planned the agreements are opened."""
    has_agreed = exists().where(
        Registration.session_id == InformationSession.id, Registration.sealed.is_not(None)
    )
    was_changed = or_(InformationSession.version > 1, InformationSession.is_off)
    soon = InformationSession.starts_at > now, InformationSession.starts_at < now + AHEAD
    wanted = select(InformationSession).where(*soon, was_changed, has_agreed)
    order = InformationSession.starts_at, InformationSession.id
    for known in session.scalars(wanted.order_by(*order)):
        people, trouble = session_reach.as_far_as_whole(session, known.id, now=now)
        if count := sum(not each.knows for each in people) + (trouble is not None):
            name = name_of(known.topic, known.title)
            yield Untold(known.id, known.starts_at, name, known.is_off, count)
