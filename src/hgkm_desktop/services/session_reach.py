"""May we tell somebody on the list that it moved, and how: through the same gate (R-284, R-286).

The usual answer is that she comes by herself, and then nothing is kept. What she agreed to is
sealed for the confidants: whoever registers her cannot read it back. It goes with her name. Who
asked her signs it, and a confidant sees who that was before she calls.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from hgkm_desktop import clock
from hgkm_desktop.errors import Forbidden, Invalid, UserError
from hgkm_desktop.models import InformationSession, Registration
from hgkm_desktop.models.codes import Act
from hgkm_desktop.rules import contact
from hgkm_desktop.rules.contact import Channel, Gate, SafeContact
from hgkm_desktop.rules.lists import Outcome
from hgkm_desktop.rules.sessions import Place
from hgkm_desktop.services import (
    access,
    damaged,
    information_sessions,
    reach_signed,
    registrations,
    safe_contact,
)
from hgkm_desktop.services.safe_contact import Reach
from hgkm_desktop.texts import tr
from hgkm_desktop.vault import audit, sealing
from hgkm_desktop.vault.actor import actor_of
from hgkm_desktop.vault.directory import tampered
from hgkm_desktop.vault.sealing import CONFIDANTS, RingKey

SEALED = "registration", "sealed"
TOLD = frozenset({Outcome.SPOKE, Outcome.SENT})


@dataclass(frozen=True, repr=False)
class ToTell:
    """Somebody on the list who may be told something, and what the gate says of it now.

    `knows`: she heard of the session as it stands now. `asked_by`: who noted how, and signed it.
    """

    registration: Registration
    channels: frozenset[Channel]
    gates: dict[Channel, Gate]
    knows: bool = True
    asked_by: str = ""


@dataclass(frozen=True, repr=False)
class _Kept:
    """What is sealed: what was agreed, signed by who asked her, and what came of it since.

    `heard` is the hour and place she heard of, `incident_on` the day somebody else answered.
    """

    signed: str
    heard: str = ""
    incident_on: date | None = None


def agree(
    session: Session, registration_id: UUID, agreed: SafeContact | None, *, now: datetime
) -> None:
    """Note how she may be reached, asked today; None: she comes by herself, nothing is kept.

    Raise Invalid for half an agreement, Forbidden while there is no confidant to keep it for.
    """
    access.require(session, access.DESK)
    known = registrations.of_id(session, registration_id)
    planned = registrations.open_list(session, known.session_id)
    registrations.worked_on(session, known.session_id)
    if agreed is None:
        known.sealed = None
    else:
        signed = reach_signed.signed(session, known, _asked_today(session, agreed, now))
        _keep(session, known, _Kept(signed, _as_it_stands(planned)))


def _asked_today(session: Session, agreed: SafeContact, now: datetime) -> SafeContact:
    today, tidy = clock.local(now).date(), safe_contact.tidy(agreed)
    if problems := safe_contact.problems_with(tidy, today):
        raise Invalid(problems)
    name = actor_of(session).name
    return replace(tidy, checked_on=today, checked_by=name, incident_on=None)


def _keep(session: Session, known: Registration, kept: _Kept) -> None:
    ring = sealing.current(session, CONFIDANTS)
    if ring is None:
        raise Forbidden(tr("There is no confidant yet."), tr("Let her come by herself."))
    known.sealed = sealing.seal_for(ring, msgspec.json.encode(kept), *SEALED, known.id)


def to_tell(session: Session, session_id: UUID, *, now: datetime) -> Sequence[ToTell]:
    """Return who on a list may be told something, in order; no number, and no word of it.

    Raise Tampered when what one of them agreed to was changed from outside.
    """
    access.require(session, access.CONFIDANTS)
    found, trouble = as_far_as_whole(session, session_id, now=now)
    if trouble is not None:
        raise trouble
    return found


def as_far_as_whole(
    session: Session, session_id: UUID, *, now: datetime
) -> tuple[Sequence[ToTell], UserError | None]:
    """Return those of whom it can be opened, in order, and what is wrong when it cannot be.

    One that was damaged must not keep a confidant from telling the others.
    """
    access.require(session, access.CONFIDANTS)
    if not sealing.is_held(session, CONFIDANTS):
        return [], None
    mine = Registration.session_id == session_id, Registration.sealed.is_not(None)
    alive = Registration.place != Place.CANCELLED
    rows = session.scalars(select(Registration).where(*mine, alive).order_by(Registration.number))
    stands = _as_it_stands(information_sessions.found(session, session_id))
    found: list[ToTell] = []
    trouble: UserError | None = None
    for one in rows:
        try:
            found.append(_told(session, one, stands, now))
        except damaged.DAMAGED as error:
            trouble = damaged.as_damage(error)
    return found, trouble


def reach(session: Session, registration_id: UUID, channel: Channel, *, now: datetime) -> Reach:
    """Return whether we may reach her now, and only then how; it is noted that it was shown."""
    access.require(session, access.CONFIDANTS)
    known = registrations.of_id(session, registration_id)
    agreed = _agreed(session, known, _kept(session, known)) if known.sealed is not None else None
    gate = contact.gate(agreed, channel, now)
    if agreed is None or not gate.may:
        return Reach(gate, agreed and replace(agreed, number="", code_word=""))
    audit.mention(session, Act.READ, "contact", known.session_id)
    return Reach(gate, agreed)


def still_right(session: Session, registration_id: UUID, *, now: datetime) -> None:
    """Note that she was asked again and that everything still holds (R-285)."""
    access.require(session, access.CONFIDANTS)
    known, kept = _agreed_with(session, registration_id)
    registrations.worked_on(session, known.session_id)
    again = _asked_today(session, _agreed(session, known, kept), now)
    signed = reach_signed.signed(session, known, again)
    _keep(session, known, replace(kept, signed=signed, incident_on=None))


def tried(session: Session, registration_id: UUID, outcome: Outcome, *, now: datetime) -> None:
    """Note how an attempt went: she knows it now, or somebody else answered and the gate shuts.

    No answer leaves nothing behind: she is still to be told.
    """
    access.require(session, access.CONFIDANTS)
    known, kept = _agreed_with(session, registration_id)
    registrations.worked_on(session, known.session_id)
    if outcome is Outcome.SOMEBODY_ELSE:
        _keep(session, known, replace(kept, incident_on=clock.local(now).date()))
    elif outcome in TOLD:
        planned = information_sessions.found(session, known.session_id)
        _keep(session, known, replace(kept, heard=_as_it_stands(planned)))


def seal_again(session: Session, old: RingKey, ring: RingKey) -> int:
    """Seal what was agreed with the confidants' new key; return how many."""
    count = 0
    for one in session.scalars(select(Registration).where(Registration.sealed.is_not(None))):
        if sealing.ring_of(one.sealed) == old.ring_id:
            plain = sealing.unseal(session, CONFIDANTS, one.sealed, *SEALED, one.id)
            one.sealed = sealing.seal_for(ring, plain, *SEALED, one.id)
            count += 1
    return count


def _agreed_with(session: Session, registration_id: UUID) -> tuple[Registration, _Kept]:
    known = registrations.of_id(session, registration_id)
    if known.sealed is None:
        raise Invalid({"contact": tr("Nothing was agreed yet.")})
    return known, _kept(session, known)


def _kept(session: Session, known: Registration) -> _Kept:
    """Return what was sealed; raise Tampered for what nobody here could have sealed so."""
    plain = sealing.unseal(session, CONFIDANTS, known.sealed, *SEALED, known.id)
    try:
        return _DECODER.decode(plain)
    except msgspec.MsgspecError as error:
        raise tampered("RE-02") from error


def _agreed(session: Session, known: Registration, kept: _Kept) -> SafeContact:
    agreed = reach_signed.opened(session, known, kept.signed)
    return replace(agreed, incident_on=kept.incident_on)


def _told(session: Session, one: Registration, stands: str, now: datetime) -> ToTell:
    kept = _kept(session, one)
    agreed = _agreed(session, one, kept)
    gates = {channel: contact.gate(agreed, channel, now) for channel in agreed.channels}
    return ToTell(one, agreed.channels, gates, kept.heard == stands, agreed.checked_by)


def _as_it_stands(planned: InformationSession) -> str:
    """Return what she has to know of a session: when, where, and whether it takes place."""
    return f"{information_sessions.stands_on_paper(planned)} {'off' if planned.is_off else 'on'}"


_DECODER = msgspec.json.Decoder(_Kept)
