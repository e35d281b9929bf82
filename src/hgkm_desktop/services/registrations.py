"""Who is on the list of a session: first names, aliases or numbers, and never more (R-003, R-138).

Two seats may register for the last place at once: each registers in a transaction of its own, and
the second sees the first. Nothing here is written to the log by registration: only that somebody
worked on the list of that session.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from hgkm_desktop.errors import Conflict, Invalid
from hgkm_desktop.models import InformationSession, Registration
from hgkm_desktop.models.codes import Act, Language
from hgkm_desktop.rules import first_names
from hgkm_desktop.rules.sessions import WAITS, ChildAge, NameKind, Place, Reading, Source
from hgkm_desktop.services import access, information_sessions
from hgkm_desktop.services.fields import one_line, problem_with
from hgkm_desktop.services.search import fold
from hgkm_desktop.texts import tr
from hgkm_desktop.vault import audit

MOST_CHILDREN = 12
AT_ONCE = 500
"""How many ids go in one statement."""


@dataclass(frozen=True, repr=False)
class NewRegistration:
    """What was typed of somebody who wants to come."""

    name: str = ""
    kind: NameKind = NameKind.FIRST_NAME
    language: Language | None = None
    reading: Reading | None = None
    children: int = 0
    child_ages: tuple[ChildAge, ...] = ()
    source: Source | None = None


@dataclass(frozen=True, repr=False)
class Registered:
    """She is on the list; `twins` had her name already, `is_shorter`: a surname was left out."""

    registration: Registration
    twins: int = 0
    is_shorter: bool = False

    @property
    def waits(self) -> bool:
        """Whether the session was full."""
        return self.registration.place in WAITS


@dataclass(frozen=True)
class Counts:
    """How a list stands."""

    capacity: int | None
    child_places: int | None
    taken: int
    here: int
    children: int
    waiting: int

    @property
    def free(self) -> int | None:
        """How many places are free, None without a limit; below 0 when there are too few."""
        return None if self.capacity is None else self.capacity - self.taken


def of_session(session: Session, session_id: UUID) -> Sequence[Registration]:
    """Return everybody on the list, in order."""
    access.require(session, access.DESK)
    mine = select(Registration).where(Registration.session_id == session_id)
    return session.scalars(mine.order_by(Registration.number)).all()


def counts(session: Session, session_id: UUID) -> Counts:
    """Return how full it is."""
    access.require(session, access.DESK)
    known = information_sessions.found(session, session_id)
    columns = Registration.place, Registration.is_here
    rows = session.execute(
        select(*columns, func.count(), func.coalesce(func.sum(Registration.children), 0))
        .where(Registration.session_id == session_id)
        .group_by(*columns)
    ).all()
    placed = [row for row in rows if row[0] is Place.HAS_PLACE]
    return Counts(
        known.capacity,
        known.child_places,
        taken=sum(row[2] for row in placed),
        here=sum(row[2] for row in placed if row[1]),
        children=sum(row[3] for row in placed),
        waiting=sum(row[2] for row in rows if row[0] in WAITS),
    )


def register(
    session: Session, session_id: UUID, new: NewRegistration, *, is_here: bool = False
) -> Registered:
    """Put somebody on the list, or on the waiting list when it is full; raise Invalid or Conflict.

    A name that is there already is no reason to refuse: sisters share a first name. Whoever stands
    at the door (`is_here`) comes in: the number of places is for planning.
    """
    access.require(session, access.DESK)
    left = places_to_give(session, open_list(session, session_id))
    is_full = left is not None and left <= 0
    registration, is_shorter = checked(new)
    registration.session_id, registration.is_here = session_id, is_here
    registration.number = last_number(session, session_id) + 1
    registration.place = Place.WAITING if is_full and not is_here else Place.HAS_PLACE
    twins = len(named(session, session_id, registration.name))
    session.add(registration)
    session.flush()
    worked_on(session, session_id)
    return Registered(registration, twins, is_shorter)


def change(session: Session, changed: Registration) -> Registered:
    """Keep what was changed of somebody; raise Invalid, or Conflict when she was changed first.

    Conflict too once the names were forgotten: a form that stood open since then brings none back.
    """
    access.require(session, access.DESK)
    known = of_id(session, changed.id)
    if known.version != changed.version:
        raise Conflict(
            tr("Somebody else changed this first."), tr("Your text is kept. Look at both.")
        )
    open_list(session, known.session_id)
    again, is_shorter = checked(_as_new(changed))
    for name in ("kind", "name", "language", "reading", "children", "child_ages", "source"):
        setattr(known, name, getattr(again, name))
    session.flush()
    worked_on(session, known.session_id)
    others = [one for one in named(session, known.session_id, known.name) if one.id != known.id]
    return Registered(known, len(others), is_shorter)


def cancel(session: Session, registration_id: UUID) -> Registration:
    """Note that she does not come; her place is free, she stays on the list as such."""
    return _place(session, registration_id, Place.CANCELLED)


def comes_after_all(session: Session, registration_id: UUID) -> Registration:
    """Give her a place again, or the last of the waiting list when it is full by now.

    Her place is hers before anybody waits for it, so that a cancellation noted by mistake can be
    taken back. Whoever did not cancel stays where she is.
    """
    access.require(session, access.DESK)
    known = of_id(session, registration_id)
    if known.place is not Place.CANCELLED:
        return known
    left = places_left(session, information_sessions.found(session, known.session_id))
    if left is None or left > 0:
        return _place(session, registration_id, Place.HAS_PLACE)
    known.number = last_number(session, known.session_id) + 1
    return _place(session, registration_id, Place.WAITING)


def remove(session: Session, registration_id: UUID) -> None:
    """Take somebody off the list who was put on it by mistake; nothing of her stays."""
    access.require(session, access.DESK)
    known = of_id(session, registration_id)
    worked_on(session, known.session_id)
    session.delete(known)


def remove_all(session: Session, registration_ids: Sequence[UUID]) -> None:
    """Take everybody off whom a file put on a list by mistake; who is gone already stays gone."""
    access.require(session, access.DESK)
    lists: set[UUID] = set()
    for start in range(0, len(registration_ids), AT_ONCE):
        some = Registration.id.in_(registration_ids[start : start + AT_ONCE])
        lists.update(session.scalars(select(Registration.session_id).where(some).distinct()))
        session.execute(delete(Registration).where(some))
    for session_id in lists:
        worked_on(session, session_id)


def of_id(session: Session, registration_id: UUID) -> Registration:
    """Return the record of somebody on a list; raise Conflict when she is not there any more."""
    known = session.get(Registration, registration_id)
    if known is None:
        raise Conflict(tr("She is not on the list any more."), tr("Look at the list again."))
    return known


def open_list(session: Session, session_id: UUID) -> InformationSession:
    """Return a session whose list takes names; raise Conflict when these were forgotten."""
    known = information_sessions.found(session, session_id)
    if known.names_gone:
        raise Conflict(
            tr("The names of this session are gone."), tr("Count the heads, without names.")
        )
    return known


def checked(new: NewRegistration) -> tuple[Registration, bool]:
    """Return what is kept of what was typed, and whether it is less; raise Invalid({field: …})."""
    typed = one_line(new.name)
    kept = first_names.on_the_list(typed, new.kind)
    problems: dict[str, str | None] = {"name": problem_with(kept.name, first_names.LONGEST)}
    if first_names.is_too_telling(typed):
        problems["name"] = tr("This is no first name. Type no number and no address.")
    if not 0 <= new.children <= MOST_CHILDREN:
        problems["children"] = tr("Look at the number once more.")
    if wrong := {name: problem for name, problem in problems.items() if problem}:
        raise Invalid(wrong)
    registration = Registration(
        session_id=UUID(int=0),
        kind=kept.kind,
        name=kept.name,
        language=new.language,
        reading=new.reading,
        children=new.children,
        child_ages=new.child_ages if new.children else (),
        source=new.source,
    )
    return registration, kept.is_shorter


def named(session: Session, session_id: UUID, name: str) -> Sequence[Registration]:
    """Return those on a list who have this name, however it is written."""
    wanted = fold(name)
    if not wanted:
        return []
    mine = select(Registration).where(Registration.session_id == session_id)
    return [one for one in session.scalars(mine) if fold(one.name) == wanted]


def last_number(session: Session, session_id: UUID) -> int:
    """Return the highest number on a list, 0 when it is empty."""
    mine = select(func.max(Registration.number)).where(Registration.session_id == session_id)
    return session.scalar(mine) or 0


def worked_on(session: Session, session_id: UUID) -> None:
    """Note in the log that somebody worked on this list; not on whom."""
    audit.mention(session, Act.CHANGE, "registration", session_id)


def places_left(session: Session, known: InformationSession) -> int | None:
    """Return how many places are free, None without a limit; below 0 when there are too few."""
    if known.capacity is None:
        return None
    mine = Registration.session_id == known.id, Registration.place == Place.HAS_PLACE
    taken = session.scalar(select(func.count()).select_from(Registration).where(*mine))
    return known.capacity - (taken or 0)


def places_to_give(session: Session, known: InformationSession) -> int | None:
    """Return how many places are free that nobody on the waiting list waits for; as above."""
    if known.capacity is None:
        return None
    mine = Registration.session_id == known.id, Registration.place != Place.CANCELLED
    theirs = session.scalar(select(func.count()).select_from(Registration).where(*mine))
    return known.capacity - (theirs or 0)


def _place(session: Session, registration_id: UUID, place: Place) -> Registration:
    access.require(session, access.DESK)
    known = of_id(session, registration_id)
    known.place = place
    known.is_here = known.is_here and place is Place.HAS_PLACE
    session.flush()
    worked_on(session, known.session_id)
    return known


def _as_new(changed: Registration) -> NewRegistration:
    return NewRegistration(
        changed.name,
        changed.kind,
        changed.language,
        changed.reading,
        changed.children,
        changed.child_ages,
        changed.source,
    )
