"""The waiting list: it moves up in order, and only with somebody's yes."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from hgkm_desktop.errors import Conflict
from hgkm_desktop.models import Registration
from hgkm_desktop.rules.sessions import WAITS, Place
from hgkm_desktop.services import access, information_sessions, registrations
from hgkm_desktop.texts import tr


def first(session: Session, session_id: UUID) -> Registration | None:
    """Return whom to ask now: the first who waits while there is a place; None otherwise.

    Who could not be asked is asked again after everybody else.
    """
    access.require(session, access.DESK)
    left = registrations.places_left(session, information_sessions.found(session, session_id))
    return None if left is not None and left <= 0 else _first(session, session_id)


def says_yes(session: Session, registration_id: UUID) -> Registration:
    """Give the first of the waiting list her place; raise Conflict for another, or without one."""
    access.require(session, access.DESK)
    known = registrations.of_id(session, registration_id)
    asked = first(session, known.session_id)
    if asked is None:
        raise Conflict(tr("There is no place any more."), tr("She stays on the waiting list."))
    if asked.id != known.id:
        raise Conflict(tr("Somebody else is first."), tr("Ask whoever is first."))
    known.place = Place.HAS_PLACE
    session.flush()
    registrations.worked_on(session, known.session_id)
    return known


def could_not_ask(session: Session, registration_id: UUID) -> Registration:
    """Keep her on the waiting list and ask the next; when all were asked, she comes again."""
    access.require(session, access.DESK)
    known = registrations.of_id(session, registration_id)
    if known.place not in WAITS:
        raise Conflict(tr("She does not wait any more."), tr("Look at the list again."))
    known.place = Place.PASSED
    session.flush()
    if not any(one.place is Place.WAITING for one in _waiting(session, known.session_id)):
        for one in _waiting(session, known.session_id):
            one.place = Place.WAITING
    registrations.worked_on(session, known.session_id)
    return known


def _first(session: Session, session_id: UUID) -> Registration | None:
    waiting = _waiting(session, session_id)
    return next((one for one in waiting if one.place is Place.WAITING), None)


def _waiting(session: Session, session_id: UUID) -> list[Registration]:
    mine = Registration.session_id == session_id, Registration.place.in_(WAITS)
    return list(session.scalars(select(Registration).where(*mine).order_by(Registration.number)))
