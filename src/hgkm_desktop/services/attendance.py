"""At the door and in the room: ticks, walk-ins, heads, hands, and what was handed out (R-236)."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from hgkm_desktop.errors import Invalid
from hgkm_desktop.models import InformationSession, Registration, SessionHandout
from hgkm_desktop.models.codes import Act
from hgkm_desktop.rules.sessions import Place, Source
from hgkm_desktop.services import access, information_sessions, registrations
from hgkm_desktop.services.fields import clean, one_line, problem_with
from hgkm_desktop.services.registrations import NewRegistration
from hgkm_desktop.services.search import fold
from hgkm_desktop.sheets import library
from hgkm_desktop.texts import tr
from hgkm_desktop.vault import audit

MOST = 2_000
MOST_SHOWN = 6
LONGEST = 1_000


@dataclass(frozen=True, repr=False)
class Arrived:
    """Somebody came in. `was_expected`: she was on the list; else she was put on it now."""

    registration: Registration
    was_expected: bool
    twins: int = 0
    is_shorter: bool = False


def tick(session: Session, registration_id: UUID, *, is_here: bool) -> Registration:
    """Note that she is here, or not after all; whoever waited and came has a place now."""
    access.require(session, access.DESK)
    known = registrations.of_id(session, registration_id)
    known.is_here = is_here
    if is_here:
        known.place = Place.HAS_PLACE
    session.flush()
    registrations.worked_on(session, known.session_id)
    return known


def matches(session: Session, session_id: UUID, typed: str) -> Sequence[Registration]:
    """Return who is expected and not here yet, by the beginning of a name or a list number."""
    access.require(session, access.DESK)
    wanted = fold(one_line(typed))
    if not wanted:
        return []
    expected = (one for one in _expected(session, session_id) if _begins(one, wanted))
    return list(expected)[:MOST_SHOWN]


def arrive(session: Session, session_id: UUID, typed: str) -> Arrived:
    """Let somebody in by what she says: tick her when she is expected, else put her on the list.

    Nothing typed is one more without a name. Raise Invalid({"name": …}) for what is no name.
    """
    access.require(session, access.DESK)
    new = NewRegistration(typed, source=Source.AT_THE_DOOR)
    kept, _ = registrations.checked(new)
    wanted = fold(kept.name)
    expected = [one for one in _expected(session, session_id) if wanted and _is(one, wanted)]
    if expected:
        known = tick(session, expected[0].id, is_here=True)
        return Arrived(known, was_expected=True, twins=len(expected) - 1)
    done = registrations.register(session, session_id, new, is_here=True)
    return Arrived(done.registration, False, done.twins, done.is_shorter)


def count_heads(session: Session, session_id: UUID, heads: int | None) -> None:
    """Note how many were there, without any name (R-138); None takes it back."""
    access.require(session, access.DESK)
    information_sessions.found(session, session_id)
    if heads is not None and not 0 <= heads <= MOST:
        raise Invalid({"heads": tr("Look at the number once more.")})
    _note(session, session_id, head_count=heads)


def show_hands(session: Session, session_id: UUID, hands: int | None, of: int | None) -> None:
    """Note how many hands went up for "I know where to turn now", of how many (R-236)."""
    access.require(session, access.DESK)
    information_sessions.found(session, session_id)
    if hands is None:
        of = None
    elif of is None or not 0 <= hands <= of <= MOST:
        raise Invalid({"hands": tr("More hands than people? Look once more.")})
    _note(session, session_id, hands=hands, hands_of=of)


def what_worked(session: Session, session_id: UUID, text: str) -> None:
    """Note what worked, without persons; raise Invalid for what must not be kept."""
    access.require(session, access.DESK)
    information_sessions.found(session, session_id)
    text = clean(text)
    if wrong := problem_with(text, LONGEST):
        raise Invalid({"what_worked": wrong})
    _note(session, session_id, what_worked=text)


def hand_out(session: Session, session_id: UUID, sheet: str, language: str, copies: int) -> None:
    """Note how many of a sheet were handed out in a language; 0 takes it back (R-071)."""
    access.require(session, access.DESK)
    information_sessions.found(session, session_id)
    if sheet not in {one.id for one in library.sheets()} or language not in library.LANGUAGES:
        raise Invalid({"sheet": tr("Choose a sheet and a language.")})
    if not 0 <= copies <= MOST:
        raise Invalid({"copies": tr("Look at the number once more.")})
    known = session.get(SessionHandout, (session_id, sheet, language))
    if known is not None and copies == 0:
        session.delete(known)
    elif known is not None:
        known.copies = copies
    elif copies:
        given = SessionHandout(session_id=session_id, sheet=sheet, language=language, copies=copies)
        session.add(given)
    audit.mention(session, Act.CHANGE, "information_session", session_id)


def handed_out(session: Session, session_id: UUID) -> Sequence[SessionHandout]:
    """Return what was handed out, by sheet and language."""
    access.require(session, access.DESK)
    mine = select(SessionHandout).where(SessionHandout.session_id == session_id)
    return session.scalars(mine.order_by(SessionHandout.sheet, SessionHandout.language)).all()


def _expected(session: Session, session_id: UUID) -> list[Registration]:
    """Return who is not here yet, those with a place first; who called off may still come."""
    rows = registrations.of_session(session, session_id)
    return sorted((one for one in rows if not one.is_here), key=_with_place_first)


def _with_place_first(one: Registration) -> tuple[bool, int]:
    return one.place is not Place.HAS_PLACE, one.number


def _begins(one: Registration, wanted: str) -> bool:
    return fold(one.name).startswith(wanted) or str(one.number) == wanted


def _is(one: Registration, wanted: str) -> bool:
    return fold(one.name) == wanted or str(one.number) == wanted


def _note(session: Session, session_id: UUID, **values: object) -> None:
    """Beside the version: a count at the door must not undo what staff is typing in the form."""
    one = update(InformationSession).where(InformationSession.id == session_id)
    session.execute(one.values(values))
    audit.mention(session, Act.CHANGE, "information_session", session_id)
