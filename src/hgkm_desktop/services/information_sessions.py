"""Information sessions: planning, changing, calling off. Who comes is not in here (R-003)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from uuid import UUID

from sqlalchemy import delete, exists, select, update
from sqlalchemy.orm import Session

from hgkm_desktop import clock
from hgkm_desktop.errors import Conflict, Invalid
from hgkm_desktop.models import (
    InformationSession,
    Registration,
    SessionHandout,
    SessionSeries,
)
from hgkm_desktop.models.codes import Act
from hgkm_desktop.rules import session_words
from hgkm_desktop.rules.sessions import SessionTopic
from hgkm_desktop.services import access, search
from hgkm_desktop.services.fields import clean, one_line, problem_with
from hgkm_desktop.sheets import library
from hgkm_desktop.texts import tr
from hgkm_desktop.vault import audit

PLANNED = (
    *("starts_at", "ends_at", "topic", "title", "form", "languages", "interpreter", "audience"),
    *("place", "building_block", "speaker_partner", "speaker", "co_organisers", "capacity"),
    *("child_places", "materials", "sheets"),
)
"""What a form changes; what was counted, ticked or printed is never written by it."""
SHORT, LONG = 120, 1_000
MOST_PLACES = 2_000
LONGEST = timedelta(hours=12)
OLDEST, FURTHEST = timedelta(days=2 * 365), timedelta(days=3 * 365)
_LINES = ("title", "place", "speaker")


@dataclass(frozen=True)
class NewSession:
    """The wish to plan a session, from another page; about a topic when one is named."""

    topic: SessionTopic | None = None


@dataclass(frozen=True)
class ShowSession:
    """The wish to see a session, from another page."""

    session_id: UUID


def blank(session: Session, *, now: datetime) -> InformationSession:
    """Return a new session with the usual filled in: in a week, at ten, an hour and a half."""
    access.require(session, access.EDITORS)
    day = clock.local(now).date() + timedelta(days=7)
    starts = clock.at(day, time(10))
    return InformationSession(
        starts_at=starts, ends_at=starts + timedelta(minutes=90), topic=SessionTopic.OTHER
    )


def get(session: Session, session_id: UUID) -> InformationSession:
    """Return one session; raise Conflict when it is not there any more."""
    access.require(session, access.DESK)
    return found(session, session_id)


def save(session: Session, planned: InformationSession, *, now: datetime) -> InformationSession:
    """Keep a planned session; raise Invalid({field: …}), or Conflict when it was changed first.

    Fewer places than there are registrations is kept: nobody loses her place by it.
    """
    access.require(session, access.EDITORS)
    tidy(planned, now)
    known = session.get(InformationSession, planned.id)
    if known is None and planned.version == 0:
        session.add(planned)
        session.flush()
        return planned
    return _changed(session, known, planned)


def call_off(session: Session, session_id: UUID, version: int, why: str) -> InformationSession:
    """Note that it does not take place, and why; who registered stays on the list."""
    access.require(session, access.EDITORS)
    why = one_line(why)
    problem = problem_with(why, SHORT) if why else tr("Say in a few words why.")
    if problem:
        raise Invalid({"off_why": problem})
    known = must_be(session, session_id, version)
    known.is_off, known.off_why = True, why
    session.flush()
    return known


def bring_back(session: Session, session_id: UUID) -> InformationSession:
    """Let it take place after all."""
    access.require(session, access.EDITORS)
    known = found(session, session_id)
    known.is_off, known.off_why = False, ""
    session.flush()
    return known


def take_back(session: Session, session_ids: Sequence[UUID]) -> None:
    """Take sessions out that were planned by mistake; raise Conflict once something is noted."""
    access.require(session, access.EDITORS)
    for session_id in session_ids:
        known = found(session, session_id)
        noted = (
            select(exists().where(kind.session_id == session_id))
            for kind in (Registration, SessionHandout)
        )
        if known.head_count is not None or any(session.scalar(each) for each in noted):
            raise Conflict(
                tr("Somebody is on the list already."), tr("Call the session off instead.")
            )
        session.delete(known)
    session.flush()
    left = select(InformationSession.id).where(InformationSession.series_id == SessionSeries.id)
    session.execute(delete(SessionSeries).where(~left.exists()))


def printed(session: Session, session_id: UUID) -> None:
    """Note for which hour and place the list or poster was printed; it is noted who printed."""
    access.require(session, access.DESK)
    known = found(session, session_id)
    stands = update(InformationSession).where(InformationSession.id == session_id)
    session.execute(stands.values(printed_for=stands_on_paper(known)))
    audit.mention(session, Act.PRINT, "information_session", session_id)


def is_paper_old(known: InformationSession) -> bool:
    """Say whether it was moved after its papers were printed: somebody would wait in vain."""
    return bool(known.printed_for) and known.printed_for != stands_on_paper(known)


def stands_on_paper(known: InformationSession) -> str:
    """Return what of a session stands on its papers, to see later whether they still hold."""
    return f"{known.starts_at.isoformat()} {known.ends_at.isoformat()} {known.place}"


def found(session: Session, session_id: UUID) -> InformationSession:
    """Return the record of a session; raise Conflict when it is not there any more."""
    known = session.get(InformationSession, session_id)
    if known is None:
        raise Conflict(tr("This session is no longer there."), tr("Look at the list again."))
    return known


def must_be(session: Session, session_id: UUID, version: int) -> InformationSession:
    """Return a record that is as it was when somebody began to change it, or raise Conflict."""
    known = found(session, session_id)
    if known.version != version:
        raise Conflict(
            tr("Somebody else changed this first."), tr("Your text is kept. Look at both.")
        )
    return known


def tidy(planned: InformationSession, now: datetime) -> None:
    """Clean what was typed, in place; raise Invalid({field: …}) for what cannot be."""
    for name in _LINES:
        setattr(planned, name, one_line(getattr(planned, name)))
    planned.materials = clean(planned.materials)
    problems = {name: problem_with(getattr(planned, name), SHORT) for name in _LINES}
    problems["materials"] = problem_with(planned.materials, LONG)
    problems |= _problems_of_time(planned, now) | _problems_of_numbers(planned)
    if planned.topic is SessionTopic.OTHER and not planned.title:
        problems["title"] = tr("Say what it is about.")
    if unknown := set(planned.sheets) - {sheet.id for sheet in library.sheets()}:
        problems["sheets"] = tr("{count} of these sheets is not there.").format(count=len(unknown))
    if wrong := {name: problem for name, problem in problems.items() if problem}:
        raise Invalid(wrong)
    planned.search_key = search_key(planned)


def search_key(planned: InformationSession) -> str:
    """Return by what words a session is found: its name, place and speaker."""
    title = session_words.name_of(planned.topic, planned.title)
    return search.key(f"{title} {planned.place} {planned.speaker}")


def _problems_of_time(planned: InformationSession, now: datetime) -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    if not now - OLDEST <= planned.starts_at <= now + FURTHEST:
        found["starts_at"] = tr("Look at the date once more.")
    if not planned.starts_at < planned.ends_at <= planned.starts_at + LONGEST:
        found["ends_at"] = tr("The end comes after the beginning.")
    return found


def _problems_of_numbers(planned: InformationSession) -> dict[str, str | None]:
    least = {"capacity": 1, "child_places": 0}
    numbers = {name: getattr(planned, name) for name in least}
    return {
        name: tr("Look at the number once more.")
        for name, number in numbers.items()
        if number is not None and not least[name] <= number <= MOST_PLACES
    }


def _changed(
    session: Session, known: InformationSession | None, planned: InformationSession
) -> InformationSession:
    if known is None or known.version != planned.version:
        raise Conflict(
            tr("Somebody else changed this first."), tr("Your text is kept. Look at both.")
        )
    copy(planned, known)
    session.flush()
    return known


def copy(planned: InformationSession, onto: InformationSession) -> None:
    """Write what was planned onto a record; one that was moved may hold names again for a while."""
    onto.names_gone = onto.names_gone and planned.starts_at == onto.starts_at
    for name in (*PLANNED, "search_key"):
        setattr(onto, name, getattr(planned, name))
