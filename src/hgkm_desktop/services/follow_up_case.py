"""What went on after a session becomes standing beside her: with her yes, and nothing is lost."""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from hgkm_desktop.errors import Invalid
from hgkm_desktop.rules.bodies import Note
from hgkm_desktop.rules.day_words import months
from hgkm_desktop.rules.follow_ups import PrivateFollowUp, Step
from hgkm_desktop.rules.sessions import StepState
from hgkm_desktop.services import access, case_notes, cases, follow_ups
from hgkm_desktop.services.cases import NewCase
from hgkm_desktop.texts import tr
from hgkm_desktop.vault.actor import actor_of


def open_case(session: Session, follow_up_id: UUID, new: NewCase, *, now: datetime) -> UUID:
    """Begin standing beside her and let go of what went on: both or neither; return the case's id.

    What she told becomes the first note. Raise Invalid when whoever does it is not beside her:
    she could not write that note.
    """
    access.require(session, access.CONFIDANTS)
    case_id = cases.open_case(session, new, now=now)
    gone = follow_ups.end(session, follow_up_id)
    if actor_of(session).member_id not in cases.chosen(new.candidates):
        raise Invalid({"candidates": tr("Stand beside her yourself: what she told goes along.")})
    if told := "\n".join(_told(gone)):
        case_notes.write(session, case_id, Note(now, seen=told), now=now)
    return case_id


def _told(gone: PrivateFollowUp) -> Iterator[str]:
    if gone.said:
        yield gone.said
    for step in gone.steps:
        if step.state is not StepState.DONE:
            yield _line(step)


def _line(step: Step) -> str:
    if step.by is None:
        return tr("Small step: {what}").format(what=step.what)
    day = f"{step.by.day} {months()[step.by.month - 1]}"
    return tr("Small step: {what}, by {day}").format(what=step.what, day=day)
