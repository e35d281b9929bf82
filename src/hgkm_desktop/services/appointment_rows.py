"""How an appointment lies in the file: sealed for who stands beside her, open only what is busy.

With a case it is sealed with the case's ring; without one, for a walk-in's alias, with the
confidants' ring, and only by who holds its key: what a stranger seals for them is no appointment.
What stands in the open stands inside the seal as well: a time or a companion that was changed from
outside does not open (SECURITY.md, Rings).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import cast
from uuid import UUID

import msgspec
from sqlalchemy import Table, bindparam, select, update
from sqlalchemy.orm import Session

from hgkm_desktop.errors import Conflict, Forbidden
from hgkm_desktop.models import Appointment, Grant, Ring
from hgkm_desktop.rules.appointment import Details, Visit
from hgkm_desktop.rules.going_along import OFF
from hgkm_desktop.services import access, case_key
from hgkm_desktop.texts import tr
from hgkm_desktop.vault import case_ring, sealing
from hgkm_desktop.vault.actor import actor_of
from hgkm_desktop.vault.case_ring import CaseKey
from hgkm_desktop.vault.directory import tampered
from hgkm_desktop.vault.sealing import CONFIDANTS, RingKey

SEALED = "appointment", "sealed"
Opener = CaseKey | None
"""An open case's key; None for the confidants' ring."""


@dataclass(frozen=True, repr=False)
class _Packed:
    """What is sealed: the details, and what stands in the open beside them."""

    starts: datetime
    ends: datetime
    first: UUID
    reserve: UUID | None
    is_off: bool
    version: int
    changed_at: datetime
    changed_by: UUID
    details: Details


def row_of(session: Session, visit_id: UUID) -> Appointment:
    """Return the row of an appointment; raise Conflict when it is not there any more."""
    row = session.get(Appointment, visit_id)
    if row is None:
        raise Conflict(tr("This appointment is no longer there."), tr("Look at the week again."))
    return row


def must_be(row: Appointment, version: int) -> None:
    """Raise Conflict unless a row is as it was when somebody began to change it."""
    if row.version != version:
        raise Conflict(tr("Somebody else changed this appointment."), tr("Look at both times."))


def opener(session: Session, row: Appointment) -> Opener:
    """Return what opens a row; raise Forbidden for whoever has no part in it."""
    access.require(session, access.CONFIDANTS)
    return None if row.case_id is None else case_key.open_ring(session, row.case_id)


def openers(session: Session, case_ids: Iterable[UUID]) -> dict[UUID, CaseKey]:
    """Return the keys of those cases this member stands beside; the others are left out."""
    names = [case_ring.name_of(case_id) for case_id in set(case_ids)]
    granted = select(Ring.name).join(Grant, Grant.ring_id == Ring.id)
    mine = granted.where(Grant.holder_id == actor_of(session).member_id, Ring.name.in_(names))
    ids = {UUID(name.removeprefix(case_ring.PREFIX)) for name in session.scalars(mine)}
    me, rings = actor_of(session).member_id, case_ring.currents(session, ids)
    hers = [ring for ring in rings.values() if me in ring.members]
    sealing.open_all(session, (ring.key for ring in hers))
    return {ring.case_id: case_ring.key_of(session, ring) for ring in hers}


def read(session: Session, row: Appointment, key: Opener) -> Visit:
    """Return the appointment of a row; raise Tampered when what stands outside is not inside."""
    packed = _unpack(_plain(session, row, key))
    if packed != _outside(row, packed.details):
        raise tampered("AP-01")
    return Visit(
        row.id,
        row.case_id,
        packed.starts,
        packed.ends,
        packed.first,
        packed.reserve,
        packed.details,
        row.version,
        row.changed_at,
        row.changed_by,
    )


def add(session: Session, visit: Visit, key: Opener, *, now: datetime) -> Visit:
    """Keep a new appointment under its id; raise Conflict when it was kept already."""
    if (known := session.get(Appointment, visit.id)) is not None:
        must_be(known, visit.version)
    row = Appointment(
        id=visit.id,
        case_id=visit.case_id,
        starts_at=visit.starts,
        ends_at=visit.ends,
        first_id=visit.first,
        changed_at=now,
        changed_by=actor_of(session).member_id,
        sealed=b"",
    )
    saved = _fill(session, row, visit, key, 1, now)
    session.add(row)
    session.flush()
    return saved


def keep(session: Session, visit: Visit, key: Opener, *, now: datetime) -> Visit:
    """Keep a changed appointment; raise Conflict when somebody else changed it first."""
    row = row_of(session, visit.id)
    must_be(row, visit.version)
    saved = _fill(session, row, visit, key, row.version + 1, now)
    session.flush()
    return saved


def seal_again(session: Session, old: CaseKey, new: CaseKey) -> int:
    """Seal a case's appointments with its new key, in their place; return how many."""
    case_id, values = old.ring.case_id, list[dict[str, object]]()
    rows = select(Appointment.id, Appointment.sealed).where(Appointment.case_id == case_id)
    for visit_id, sealed in session.execute(rows):
        place = *SEALED, visit_id, case_id
        again = case_ring.seal(new, case_ring.unseal(old, sealed, *place), *place)
        values.append({"of": visit_id, "again": again})
    _write(session, values)
    return len(values)


def seal_for_confidants(session: Session, old: RingKey, ring: RingKey) -> int:
    """Seal what belongs to no case with the confidants' new key; return how many."""
    values: list[dict[str, object]] = []
    rows = select(Appointment.id, Appointment.sealed).where(Appointment.case_id.is_(None))
    for visit_id, sealed in session.execute(rows):
        if sealing.ring_of(sealed) == old.ring_id:
            plain = sealing.unseal_inside(session, CONFIDANTS, sealed, *SEALED, visit_id)
            again = sealing.seal_inside(session, ring, plain, *SEALED, visit_id)
            values.append({"of": visit_id, "again": again})
    _write(session, values)
    return len(values)


def let_others_go(session: Session, key: CaseKey, *, now: datetime) -> None:
    """Let those who stand beside her now go along to what lies ahead, in place of who left."""
    members = key.ring.members
    ahead = select(Appointment).where(
        Appointment.case_id == key.ring.case_id, Appointment.starts_at > now
    )
    for row in session.scalars(ahead).all():
        visit = read(session, row, key)
        staying = [member for member in visit.companions if member in members]
        if len(staying) == len(visit.companions):
            continue
        first, *others = dict.fromkeys((*staying, *members))
        reserve = others[0] if others else None
        keep(session, replace(visit, first=first, reserve=reserve), key, now=now)


def of_case(session: Session, key: CaseKey) -> Sequence[Visit]:
    """Return every appointment of an open case, oldest first."""
    rows = select(Appointment).where(Appointment.case_id == key.ring.case_id)
    found = session.scalars(rows.order_by(Appointment.starts_at, Appointment.id))
    return [read(session, row, key) for row in found]


def _fill(
    session: Session, row: Appointment, visit: Visit, key: Opener, version: int, now: datetime
) -> Visit:
    saved = replace(visit, version=version, changed_at=now, changed_by=actor_of(session).member_id)
    # Sealed before the row is touched: looking for the ring would write it by half, and count it.
    sealed = _sealed(session, saved, key, now)
    row.starts_at, row.ends_at = visit.starts, visit.ends
    row.first_id, row.reserve_id = visit.first, visit.reserve
    row.is_off, row.sealed = visit.state in OFF, sealed
    row.changed_at, row.changed_by = now, actor_of(session).member_id
    return saved


def _sealed(session: Session, visit: Visit, key: Opener, now: datetime) -> bytes:
    packed = _Packed(
        visit.starts,
        visit.ends,
        visit.first,
        visit.reserve,
        visit.state in OFF,
        visit.version,
        now,
        actor_of(session).member_id,
        visit.details,
    )
    plain = msgspec.json.encode(packed)
    if key is None:
        return _for_confidants(session, plain, visit.id)
    return case_ring.seal(key, plain, *SEALED, visit.id, key.ring.case_id)


def _outside(row: Appointment, details: Details) -> _Packed:
    """Return what stands in the open, to be laid beside what is sealed."""
    return _Packed(
        row.starts_at,
        row.ends_at,
        row.first_id,
        row.reserve_id,
        row.is_off,
        row.version,
        row.changed_at,
        row.changed_by,
        details,
    )


def _for_confidants(session: Session, plain: bytes, visit_id: UUID) -> bytes:
    ring = sealing.current(session, CONFIDANTS)
    if ring is None:
        raise access.refused()
    return sealing.seal_inside(session, ring, plain, *SEALED, visit_id)


def _plain(session: Session, row: Appointment, key: Opener) -> bytes:
    if key is None:
        return sealing.unseal_inside(session, CONFIDANTS, row.sealed, *SEALED, row.id)
    if row.case_id != key.ring.case_id:
        raise Forbidden(tr("This is sealed for somebody else."))
    return case_ring.unseal(key, row.sealed, *SEALED, row.id, key.ring.case_id)


def _unpack(plain: bytes) -> _Packed:
    return _DECODER.decode(plain)


def _write(session: Session, values: list[dict[str, object]]) -> None:
    """Past the ORM: the version stands inside the seal, and another key is no change of it."""
    table = cast(Table, Appointment.__table__)
    change = update(table).where(table.c.id == bindparam("of")).values(sealed=bindparam("again"))
    if values:
        session.connection().execute(change, values)


_DECODER = msgspec.json.Decoder(_Packed)
