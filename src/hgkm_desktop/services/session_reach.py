"""May we tell somebody on the list that it moved, and how: through the same gate (R-284, R-286).

The usual answer is that she comes by herself, and then nothing is kept. What she agreed to is
sealed for the confidants: whoever registers her cannot read it back. It goes with her name.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from hgkm_desktop import clock
from hgkm_desktop.errors import Forbidden, Invalid
from hgkm_desktop.models import Registration
from hgkm_desktop.models.codes import Act
from hgkm_desktop.rules import contact
from hgkm_desktop.rules.contact import Channel, Gate, SafeContact
from hgkm_desktop.rules.sessions import Place
from hgkm_desktop.services import access, registrations, safe_contact
from hgkm_desktop.services.safe_contact import Reach
from hgkm_desktop.texts import tr
from hgkm_desktop.vault import audit, sealing
from hgkm_desktop.vault.sealing import CONFIDANTS, RingKey

SEALED = "registration", "sealed"


@dataclass(frozen=True, repr=False)
class ToTell:
    """Somebody on the list who may be told something, and what the gate says of it now."""

    registration: Registration
    channels: frozenset[Channel]
    gates: dict[Channel, Gate]


def agree(
    session: Session, registration_id: UUID, agreed: SafeContact | None, *, now: datetime
) -> None:
    """Note how she may be reached, asked today; None: she comes by herself, nothing is kept.

    Raise Invalid for half an agreement, Forbidden while there is no confidant to keep it for.
    """
    actor = access.require(session, access.DESK)
    known = registrations.of_id(session, registration_id)
    registrations.open_list(session, known.session_id)
    registrations.worked_on(session, known.session_id)
    if agreed is None:
        known.sealed = None
        return
    today, tidy = clock.local(now).date(), safe_contact.tidy(agreed)
    if problems := safe_contact.problems_with(tidy, today):
        raise Invalid(problems)
    ring = sealing.current(session, CONFIDANTS)
    if ring is None:
        raise Forbidden(tr("There is no confidant yet."), tr("Let her come by herself."))
    checked = replace(tidy, checked_on=today, checked_by=actor.name, incident_on=None)
    plain = msgspec.json.encode(checked)
    known.sealed = sealing.seal_for(ring, plain, *SEALED, known.id)


def to_tell(session: Session, session_id: UUID, *, now: datetime) -> Sequence[ToTell]:
    """Return who on a list may be told something, in order; no number, and no word of it."""
    access.require(session, access.CONFIDANTS)
    if not sealing.is_held(session, CONFIDANTS):
        return []
    mine = Registration.session_id == session_id, Registration.sealed.is_not(None)
    alive = Registration.place != Place.CANCELLED
    rows = session.scalars(select(Registration).where(*mine, alive).order_by(Registration.number))
    return [_told(one, _agreed(session, one), now) for one in rows]


def reach(session: Session, registration_id: UUID, channel: Channel, *, now: datetime) -> Reach:
    """Return whether we may reach her now, and only then how; it is noted that it was shown."""
    access.require(session, access.CONFIDANTS)
    known = registrations.of_id(session, registration_id)
    agreed = _agreed(session, known) if known.sealed is not None else None
    gate = contact.gate(agreed, channel, now)
    if agreed is None or not gate.may:
        return Reach(gate, agreed and replace(agreed, number="", code_word=""))
    audit.mention(session, Act.READ, "contact", known.session_id)
    return Reach(gate, agreed)


def still_right(session: Session, registration_id: UUID, *, now: datetime) -> None:
    """Note that she was asked again and that everything still holds (R-285)."""
    access.require(session, access.CONFIDANTS)
    known = registrations.of_id(session, registration_id)
    if known.sealed is None:
        raise Invalid({"contact": tr("Nothing was agreed yet.")})
    agree(session, registration_id, _agreed(session, known), now=now)


def seal_again(session: Session, old: RingKey, ring: RingKey) -> int:
    """Seal what was agreed with the confidants' new key; return how many."""
    count = 0
    for one in session.scalars(select(Registration).where(Registration.sealed.is_not(None))):
        if sealing.ring_of(one.sealed) == old.ring_id:
            plain = sealing.unseal(session, CONFIDANTS, one.sealed, *SEALED, one.id)
            one.sealed = sealing.seal_for(ring, plain, *SEALED, one.id)
            count += 1
    return count


def _agreed(session: Session, known: Registration) -> SafeContact:
    plain = sealing.unseal(session, CONFIDANTS, known.sealed, *SEALED, known.id)
    return _DECODER.decode(plain)


def _told(one: Registration, agreed: SafeContact, now: datetime) -> ToTell:
    gates = {channel: contact.gate(agreed, channel, now) for channel in agreed.channels}
    return ToTell(one, agreed.channels, gates)


_DECODER = msgspec.json.Decoder(SafeContact)
