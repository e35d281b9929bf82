"""What is done at the door, each in one transaction: she comes in, or was never there."""

from dataclasses import dataclass
from uuid import UUID

from hgkm_desktop.db import Session
from hgkm_desktop.models import Registration
from hgkm_desktop.rules.sessions import Place
from hgkm_desktop.services import attendance, registrations


@dataclass(frozen=True, repr=False)
class Came:
    """Somebody who came in; `place` and `children` are how her line stood before."""

    registration: Registration
    was_expected: bool
    place: Place
    children: int
    twins: int = 0
    is_shorter: bool = False


def let_in(session: Session, session_id: UUID, typed: str) -> Came:
    """Let somebody in by what was typed, a number alone when nothing was; raise Invalid."""
    listed = registrations.of_session(session, session_id)
    before = {one.id: (one.place, one.children) for one in listed}
    done = attendance.arrive(session, session_id, typed)
    place, children = before.get(done.registration.id, (Place.HAS_PLACE, 0))
    return Came(done.registration, done.was_expected, place, children, done.twins, done.is_shorter)


def pick(session: Session, registration_id: UUID) -> Came:
    """Let in who was chosen from those expected; raise Conflict when she is on no list now."""
    known = registrations.of_id(session, registration_id)
    place, children = known.place, known.children
    return Came(attendance.tick(session, known.id, is_here=True), True, place, children)


def bring(session: Session, registration_id: UUID, children: int) -> Registration:
    """Note how many children somebody brought; whatever else stands on her line stays."""
    known = registrations.of_id(session, registration_id)
    known.children = children
    return registrations.change(session, known).registration


def take_back(session: Session, came: Came) -> None:
    """Undo that somebody came in: off the list, or on it as she was; raise Conflict."""
    registration_id = came.registration.id
    if not came.was_expected:
        registrations.remove(session, registration_id)
        return
    known = attendance.tick(session, registration_id, is_here=False)
    known.place, known.children = came.place, came.children
