"""The ring of one case: generations that vouch for each other, back to one that names the case.

A case's id is a hash of its first generation, and each later generation is signed with the key of
the one before. So whoever never held the key, a coordinator and a cousin with the raw file among
them, can neither begin a ring for a case that exists nor slip in one whose key she knows.
"""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from hgkm_desktop.models import Grant, Ring, new_id
from hgkm_desktop.rules.entries import named_id
from hgkm_desktop.vault import sealing
from hgkm_desktop.vault.actor import Actor, actor_of
from hgkm_desktop.vault.directory import RECOVERY_ID, Certificate, tampered
from hgkm_desktop.vault.envelope import (
    HEAD,
    WITH_KEY,
    NotAuthentic,
    b64,
    context,
    derive,
    open_field,
    peek,
    public_of,
    seal_field,
    sign,
    unb64,
    unlock_with,
    verify,
    verify_key_of,
)
from hgkm_desktop.vault.sealing import RingKey, Signer

PREFIX = "case:"


@dataclass(frozen=True)
class CaseRing:
    """The newest generation of a case's ring, vouched for back to the first, and its members."""

    case_id: UUID
    key: RingKey
    verify_key: bytes
    members: tuple[UUID, ...]
    generation: int


@dataclass(frozen=True, repr=False)
class CaseKey:
    """An open ring: what its content is sealed and opened with."""

    ring: CaseRing
    secret: bytes
    field: bytes


@dataclass(frozen=True, repr=False)
class _Making:
    case_id: UUID
    ring_id: UUID
    secret: bytes
    members: tuple[UUID, ...]
    generation: int


def name_of(case_id: UUID) -> str:
    """Return the name of a case's ring."""
    return f"{PREFIX}{case_id}"


def found(session: Session, members: Sequence[Certificate], *, now: datetime) -> CaseKey:
    """Make the first generation, granted to the members and the recovery key.

    A coordinator who is no member forgets the key after the call that made it.
    """
    actor, ring_id, secret = actor_of(session), new_id(), os.urandom(32)
    case_id = _id_of(ring_id, public_of(sealing.private_key(secret)), _verify_key(secret))
    ids = tuple(member.member_id for member in members)
    making = _Making(case_id, ring_id, secret, ids, 1)
    return _opened(_put(session, actor, making, None, members, now), secret)


def renew(
    session: Session, old: CaseKey, members: Sequence[Certificate], *, now: datetime
) -> CaseKey:
    """Make the next generation, signed with the key of the one before; its grants are destroyed.

    What is sealed must be sealed again by the caller, in the same transaction.
    """
    actor, fresh = actor_of(session), os.urandom(32)
    ids = tuple(member.member_id for member in members)
    last = old.ring
    making = _Making(last.case_id, new_id(), fresh, ids, last.generation + 1)
    ring = _put(session, actor, making, _signing(old.secret), members, now)
    session.execute(delete(Grant).where(Grant.ring_id == last.key.ring_id))
    return _opened(ring, fresh)


def _opened(ring: CaseRing, secret: bytes) -> CaseKey:
    return CaseKey(ring, secret, sealing.field_key(secret))


def _put(
    session: Session,
    actor: Actor,
    making: _Making,
    before: bytes | None,
    members: Sequence[Certificate],
    now: datetime,
) -> CaseRing:
    signer, serial = sealing.as_member(actor), actor.directory.serial
    body = _body(making) | {"by": signer.by, "serial": serial}
    if before is not None:
        body |= {"hand": sign(before, body).decode()}
    name = name_of(making.case_id)
    statement = sign(signer.private, body)
    session.add(Ring(id=making.ring_id, name=name, statement=statement, made_at=now))
    session.flush()
    public = public_of(sealing.private_key(making.secret))
    key = RingKey(making.ring_id, name, public, serial)
    _grant(session, key, making.secret, members, signer, now)
    sealing.grant_recovery(session, key, making.secret, actor.directory.recovery_x, signer, now)
    verify_key = _verify_key(making.secret)
    return CaseRing(making.case_id, key, verify_key, making.members, making.generation)


def _grant(
    session: Session,
    key: RingKey,
    secret: bytes,
    members: Sequence[Certificate],
    signer: Signer,
    now: datetime,
) -> None:
    for member in members:
        sealing.grant(session, key, secret, member.member_id, member.x, signer, now)


def _body(making: _Making) -> dict[str, Any]:
    return {
        "kind": "ring",
        "id": str(making.ring_id),
        "name": name_of(making.case_id),
        "x": b64(public_of(sealing.private_key(making.secret))),
        "ed": b64(_verify_key(making.secret)),
        "members": [str(member) for member in making.members],
        "generation": making.generation,
    }


def current(session: Session, case_id: UUID) -> CaseRing | None:
    """Return the newest generation, vouched for back to the first; None when there is no such case.

    Raise Tampered when a generation is missing, planted or out of order.
    """
    return currents(session, [case_id]).get(case_id)


def currents(session: Session, case_ids: Iterable[UUID]) -> dict[UUID, CaseRing]:
    """Return the newest generation of several cases at once, as `current` does of one.

    What was vouched for is kept while neither its statements nor the directory change.
    """
    ids = {name_of(case_id): case_id for case_id in case_ids}
    rows: dict[UUID, list[Ring]] = {}
    for row in session.scalars(select(Ring).where(Ring.name.in_(list(ids)))):
        rows.setdefault(ids[row.name], []).append(row)
    return {case_id: _newest(session, case_id, found) for case_id, found in rows.items()}


def _newest(session: Session, case_id: UUID, rows: Sequence[Ring]) -> CaseRing:
    actor = actor_of(session)
    seen = actor.directory.serial, frozenset((row.id, row.statement) for row in rows)
    kept = actor.rings.get(case_id)
    if kept is not None and kept[0] == seen:
        return kept[1]
    try:
        read = sorted((_read(session, row) for row in rows), key=_generation)
        for before, ring in zip([None, *read], read, strict=False):
            _check(case_id, before, ring)
        newest = _ring(case_id, read[-1])
    except (NotAuthentic, KeyError, ValueError, TypeError) as error:
        raise tampered("CR-01") from error
    actor.rings[case_id] = seen, newest
    return newest


def _read(session: Session, row: Ring) -> dict[str, Any]:
    sealing.verified(session, row)
    return peek(row.statement)


def _generation(body: dict[str, Any]) -> int:
    return int(body["generation"])


def _check(case_id: UUID, before: dict[str, Any] | None, body: dict[str, Any]) -> None:
    """Raise NotAuthentic unless this generation follows from the one before, or names the case."""
    if before is None:
        named = _id_of(UUID(body["id"]), unb64(body["x"]), unb64(body["ed"]))
        if _generation(body) != 1 or named != case_id:
            raise NotAuthentic
        return
    core = {name: value for name, value in body.items() if name != "hand"}
    handed = verify(unb64(before["ed"]), str(body["hand"]).encode())
    if handed != core or _generation(body) != _generation(before) + 1:
        raise NotAuthentic


def _ring(case_id: UUID, body: dict[str, Any]) -> CaseRing:
    key = RingKey(UUID(body["id"]), name_of(case_id), unb64(body["x"]), int(body["serial"]))
    members = tuple(UUID(member) for member in body["members"])
    return CaseRing(case_id, key, unb64(body["ed"]), members, _generation(body))


def key_of(session: Session, ring: CaseRing) -> CaseKey:
    """Return the open ring from this member's grant; raise Forbidden when she has none."""
    secret = sealing.secret_of(session, ring.key.ring_id)
    if _verify_key(secret) != ring.verify_key:
        raise tampered("CR-02")
    return _opened(ring, secret)


def key_with(session: Session, ring: CaseRing, recovery_key: bytes) -> CaseKey:
    """Return the open ring from the recovery key's grant; raise Tampered if it does not fit."""
    place = Grant.ring_id == ring.key.ring_id, Grant.holder_id == RECOVERY_ID
    row = session.scalars(select(Grant).where(*place)).first()
    try:
        body = peek(row.statement if row is not None else b"")
        where = "grant", ring.key.name, ring.key.ring_id, RECOVERY_ID, public_of(recovery_key)
        secret = unlock_with(recovery_key, unb64(body["sealed"]), *where)
    except (NotAuthentic, KeyError, TypeError) as error:
        raise tampered("CR-03") from error
    if _verify_key(secret) != ring.verify_key:
        raise tampered("CR-03")
    return _opened(ring, secret)


def seal(key: CaseKey, plain: bytes, *place: str | UUID) -> bytes:
    """Seal content of a case: only with the key itself, never by a stranger to its public half."""
    ring = key.ring.key
    return seal_field(key.field, ring.ring_id, plain, ring.name, *place)


def unseal(key: CaseKey, envelope: bytes, *place: str | UUID) -> bytes:
    """Open content of a case; raise Tampered when another key or another place made it."""
    ring = key.ring.key
    try:
        if envelope[:HEAD] != WITH_KEY + ring.ring_id.bytes:
            raise NotAuthentic
        return open_field(key.field, b"", envelope, ring.name, *place)
    except (NotAuthentic, TypeError) as error:
        raise tampered("CR-04") from error


def sign_with(key: CaseKey, body: dict[str, Any]) -> bytes:
    """Return a statement that only somebody who held this key can have made."""
    return sign(_signing(key.secret), body)


def signed_with(ring: CaseRing, statement: bytes) -> dict[str, Any]:
    """Return what a holder of the ring's key signed; raise NotAuthentic otherwise."""
    return verify(ring.verify_key, statement)


def destroy(session: Session, case_id: UUID) -> int:
    """Destroy every grant of a case's rings, then the rings; return how many grants there were."""
    ids = select(Ring.id).where(Ring.name == name_of(case_id))
    grants = session.scalars(select(Grant.id).where(Grant.ring_id.in_(ids))).all()
    session.execute(delete(Grant).where(Grant.id.in_(grants)))
    session.flush()
    session.execute(delete(Ring).where(Ring.name == name_of(case_id)))
    return len(grants)


def _id_of(ring_id: UUID, x: bytes, verify_key: bytes) -> UUID:
    """Return the id of the case whose first ring this is (a version 8 UUID, RFC 9562)."""
    return named_id(context("case", ring_id, x, verify_key))


def _signing(secret: bytes) -> bytes:
    return derive(secret, "ring signing")


def _verify_key(secret: bytes) -> bytes:
    return verify_key_of(_signing(secret))
