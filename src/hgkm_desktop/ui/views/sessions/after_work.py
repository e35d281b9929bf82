"""What is noted of a session when it is over: read, and kept all at once or not at all."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from hgkm_desktop.db import Session
from hgkm_desktop.models import InformationSession
from hgkm_desktop.services import attendance, information_sessions, registrations


@dataclass(frozen=True, repr=False)
class After:
    """Heads, hands, sheets by language, and what worked; nobody's name."""

    heads: int | None = None
    hands: int | None = None
    hands_of: int | None = None
    what_worked: str = ""
    handouts: Mapping[tuple[str, str], int] = field(default_factory=dict[tuple[str, str], int])


def look(session: Session, session_id: UUID) -> tuple[InformationSession, After, int]:
    """Return a session, what was noted of it, and how many were ticked at the door."""
    known = information_sessions.get(session, session_id)
    given = {
        (one.sheet, one.language): one.copies for one in attendance.handed_out(session, session_id)
    }
    noted = After(known.head_count, known.hands, known.hands_of, known.what_worked, given)
    return known, noted, registrations.counts(session, session_id).here


def keep(session: Session, session_id: UUID, now: After, before: After) -> None:
    """Note what is other than before; raise Invalid, and then nothing of it is noted.

    What was not touched is left alone: a colleague may have counted it meanwhile.
    """
    if now.heads != before.heads:
        attendance.count_heads(session, session_id, now.heads)
    if (now.hands, now.hands_of) != (before.hands, before.hands_of):
        attendance.show_hands(session, session_id, now.hands, now.hands_of)
    if now.what_worked != before.what_worked:
        attendance.what_worked(session, session_id, now.what_worked)
    for kind in {**before.handouts, **now.handouts}:
        copies = now.handouts.get(kind, 0)
        if copies != before.handouts.get(kind, 0):
            attendance.hand_out(session, session_id, *kind, copies)
