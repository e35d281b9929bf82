"""Notes: what was seen and heard, apart from what one thinks. Sealed, a note stays as it is."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from hgkm_desktop import clock
from hgkm_desktop.errors import Forbidden, Invalid
from hgkm_desktop.rules.bodies import Note
from hgkm_desktop.rules.lists import Purpose
from hgkm_desktop.services import case_key
from hgkm_desktop.services.fields import clean, problem_with
from hgkm_desktop.texts import tr

LONGEST = 12_000
HINT = 1_500
"""From here the page asks whether all of it is needed (R-113)."""


@dataclass(frozen=True)
class NewNote:
    """The wish to write about somebody, from another page."""

    case_id: UUID


def write(session: Session, case_id: UUID, note: Note, *, now: datetime) -> UUID:
    """Seal a note, or a text that stands beside an earlier one; return the entry's id.

    Raise Invalid for an empty one, Forbidden once she took her yes to notes back.
    """
    key = case_key.open_ring(session, case_id)
    found = case_key.stands(session, key)
    if not found.may(Purpose.NOTES, clock.local(now).date()):
        raise Forbidden(
            tr("She did not say yes to notes."), tr("Ask her first. Your text is kept.")
        )
    tidy = replace(note, seen=clean(note.seen), think=clean(note.think))
    problems = _problems_with(tidy, now)
    if note.corrects is not None and note.corrects not in {entry.id for entry in found.notes}:
        problems["seen"] = tr("This note is not there any more.")
    if problems:
        raise Invalid(problems)
    last = case_key.last_link(session, key)
    return case_key.add(session, key, tidy, last, now=now).id


def _problems_with(note: Note, now: datetime) -> dict[str, str]:
    problems = {
        "seen": problem_with(note.seen, LONGEST),
        "think": problem_with(note.think, LONGEST),
    }
    if not note.seen and not note.think:
        problems["seen"] = tr("Write something here.")
    if note.at > now:
        problems["at"] = tr("This moment is still to come.")
    return {place: wrong for place, wrong in problems.items() if wrong}
