"""What confidants do for somebody they stand beside: agree, hold, hand over, promise, reach her.

Every act reads how it stands and adds to it in one transaction, so that two acts at the same
moment follow each other.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Session

from hgkm_desktop import clock
from hgkm_desktop.errors import Conflict, Forbidden, Invalid
from hgkm_desktop.models.codes import Act
from hgkm_desktop.rules import contact, holding, standing
from hgkm_desktop.rules.contact import Channel, Gate, SafeContact
from hgkm_desktop.rules.entries import ContactAgreement, Held, Note, Purpose, Score
from hgkm_desktop.rules.holding import Ending, Holding, Reason, Waiting
from hgkm_desktop.rules.standing import Standing
from hgkm_desktop.services import access, case_rings, cases
from hgkm_desktop.services.fields import clean, problem_with
from hgkm_desktop.texts import tr
from hgkm_desktop.vault import audit

NOTE_LONGEST = 12_000
HIGHEST = 10


@dataclass(frozen=True, repr=False)
class Reach:
    """The gate's answer; the number and the words only when it says yes."""

    gate: Gate
    agreed: SafeContact | None


def how_it_stands(session: Session, case_id: UUID) -> Standing:
    """Return how it stands with her; her number is left out, only `reach` gives that."""
    found = standing.standing(cases.read(session, case_id))
    if found.contact is not None:
        found.contact = replace(found.contact, number="")
    return found


def reach(session: Session, case_id: UUID, channel: Channel, *, now: datetime) -> Reach:
    """Return whether we may reach her now, and only then how; the one way to her number (R-286).

    Without her consent to contact by us the answer is the default: she calls us.
    """
    found = _standing(session, case_id)
    today = clock.local(now).date()
    agreed = found.contact if found.may(Purpose.CONTACT_BY_US, today) else None
    gate = contact.gate(agreed, channel, now)
    if not gate.may:
        hidden = replace(agreed, number="") if agreed is not None else None
        return Reach(gate, hidden)
    audit.mention(session, Act.READ, "contact", case_id)
    return Reach(gate, agreed)


def agree_contact(session: Session, case_id: UUID, agreed: SafeContact, *, now: datetime) -> UUID:
    """Note how she may be reached from now on, checked with her today."""
    today = clock.local(now).date()
    return cases.note(
        session, case_id, ContactAgreement(replace(agreed, checked_on=today)), now=now
    )


def still_right(session: Session, case_id: UUID, *, now: datetime) -> UUID:
    """Note that she was asked again and that everything still holds (R-285)."""
    found = _standing(session, case_id)
    if found.contact is None:
        raise Invalid({"contact": tr("Nothing was agreed yet.")})
    return agree_contact(session, case_id, found.contact, now=now)


def write(session: Session, case_id: UUID, note: Note, *, now: datetime) -> UUID:
    """Seal a note; raise Invalid for an empty one, Forbidden once she took her yes back."""
    today = clock.local(now).date()
    if not _standing(session, case_id).may(Purpose.NOTES, today):
        raise Forbidden(
            tr("She did not say yes to notes."), tr("Ask her first. Your text is kept.")
        )
    tidy = replace(note, seen=clean(note.seen), think=clean(note.think))
    problems = {
        "seen": problem_with(tidy.seen, NOTE_LONGEST),
        "think": problem_with(tidy.think, NOTE_LONGEST),
    }
    if not tidy.seen and not tidy.think:
        problems["seen"] = tr("Write something here.")
    if note.at > now:
        problems["at"] = tr("This moment is still to come.")
    if found := {place: wrong for place, wrong in problems.items() if wrong}:
        raise Invalid(found)
    return cases.note(session, case_id, tidy, now=now)


def score(session: Session, case_id: UUID, given: Score, *, now: datetime) -> UUID:
    """Note one voice's number, 0 to 10; nobody's number is mixed with another's."""
    if not 0 <= given.number <= HIGHEST:
        raise Invalid({"number": tr("Choose a number from 0 to 10.")})
    return cases.note(session, case_id, given, now=now)


def offer(
    session: Session, case_id: UUID, organisation: str, feedback_due: date, *, now: datetime
) -> Holding:
    """Offer her to a partner; we go on holding her. She must have said yes to this receiver."""
    today = clock.local(now).date()
    found = _standing(session, case_id)
    if not found.may(Purpose.SHARE_WITH_PARTNER, today, organisation):
        raise Forbidden(tr("She did not say yes to this."), tr("Ask her first."))
    changed = _holding(found).offer(organisation, now, feedback_due)
    return _held(session, case_id, changed, "offer", now)


def accept(session: Session, case_id: UUID, person: str, *, now: datetime) -> Holding:
    """Note who at the partner said yes."""
    changed = _holding(_standing(session, case_id)).accept(person, clock.local(now).date())
    return _held(session, case_id, changed, "accept", now)


def talk(session: Session, case_id: UUID, *, now: datetime) -> Holding:
    """Note that you talked together, the three of you."""
    return _held(session, case_id, _holding(_standing(session, case_id)).talk(), "talk", now)


def confirm(session: Session, case_id: UUID, *, now: datetime) -> Holding:
    """Note that she says yes: from now on the partner holds her."""
    changed = _holding(_standing(session, case_id)).confirm(now)
    return _held(session, case_id, changed, "confirm", now)


def wait(session: Session, case_id: UUID, waiting: Waiting, *, now: datetime) -> Holding:
    """Note that she waits at the partner, and who keeps in touch."""
    changed = _holding(_standing(session, case_id)).wait(waiting)
    return _held(session, case_id, changed, "wait", now)


def end_handover(session: Session, case_id: UUID, how: Ending, *, now: datetime) -> Holding:
    """Note that the handover does not go on; nothing changes for her."""
    changed = _holding(_standing(session, case_id)).end_handover(how)
    return _held(session, case_id, changed, how.value, now)


def take(session: Session, case_id: UUID, *, now: datetime) -> Holding:
    """Say: I hold her."""
    actor = access.require(session, access.CONFIDANTS)
    changed = _holding(_standing(session, case_id)).take(actor.name, now)
    return _held(session, case_id, changed, "take", now)


def close(
    session: Session,
    case_id: UUID,
    reason: Reason,
    follow_up: date | None,
    *,
    agreed_none: bool,
    now: datetime,
) -> Holding:
    """Stop standing beside her, with a reason and a day to ask after her, or an explicit none."""
    found = _holding(_standing(session, case_id))
    changed = found.close(reason, follow_up, agreed_none=agreed_none)
    return _held(session, case_id, changed, "close", now)


def reopen(session: Session, case_id: UUID, *, now: datetime) -> Holding:
    """Begin again, in one act and without a question why."""
    actor = access.require(session, access.CONFIDANTS)
    changed = _holding(_standing(session, case_id)).reopen(actor.name, now)
    return _held(session, case_id, changed, "reopen", now)


def _standing(session: Session, case_id: UUID) -> Standing:
    access.require(session, access.CONFIDANTS)
    case_rings.ring_of(session, case_id)
    return standing.standing(cases.entries_of(session, case_id))


def _holding(found: Standing) -> Holding:
    if found.holding is None:
        raise Conflict(tr("Nobody holds her yet."), tr("Say first who does."))
    return found.holding


def _held(
    session: Session, case_id: UUID, changed: holding.Holding, act: str, now: datetime
) -> Holding:
    cases.note(session, case_id, Held(changed, act), now=now)
    return changed
