"""Giving and taking the confidants' ring (SECURITY.md, Rings)."""

import os
from collections.abc import Iterable, Sequence
from typing import TypeVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from hgkm_desktop.models import AdviceCall, Member, WalkIn, WalkInCorrection
from hgkm_desktop.models.codes import Act, Role
from hgkm_desktop.services import (
    access,
    appointment_rows,
    follow_ups,
    session_reach,
    shift_notes,
)
from hgkm_desktop.vault import audit, sealing
from hgkm_desktop.vault.sealing import CONFIDANTS, RingKey

QUESTION = "walk_in", "sealed"
BEFORE = "walk_in_correction", "sealed"
"""A question as it was: its envelope, sealed once more here, so that it does not fit back."""
ADVICE = "advice_call", "sealed"
T = TypeVar("T", WalkIn, WalkInCorrection)


def exists(session: Session) -> bool:
    """Say whether real questions can be sealed: there is a confidant."""
    access.require(session, access.EVERYONE)
    return sealing.current(session, CONFIDANTS) is not None


def is_held(session: Session) -> bool:
    """Say whether the signed-in member holds the ring's key already."""
    return sealing.is_held(session, CONFIDANTS)


def waiting(session: Session) -> Sequence[Member]:
    """Return the confidants who have the role but not yet the key; a confidant gives it."""
    actor = access.require(session, access.CONFIDANTS)
    ring = sealing.current(session, CONFIDANTS)
    if ring is None or not is_held(session):
        return []
    held = sealing.holders(session, ring.ring_id)
    ids = [c.member_id for c in actor.directory.with_role(Role.CONFIDANT)]
    missing = [member_id for member_id in ids if member_id not in held]
    return session.scalars(select(Member).where(Member.id.in_(missing))).all()


def give(session: Session, member_id: UUID) -> None:
    """Give a waiting confidant the ring's key; raise Forbidden when she is none."""
    actor = access.require(session, access.CONFIDANTS)
    ring = sealing.current(session, CONFIDANTS)
    certificate = actor.directory.member(member_id)
    if ring is None or not certificate.may_open(Role.CONFIDANT):
        raise access.refused()
    if member_id in sealing.holders(session, ring.ring_id):
        return
    secret = sealing.secret_of(session, ring.ring_id)
    signer = sealing.as_member(actor)
    now = session.info["now"]()
    sealing.grant(session, ring, secret, member_id, certificate.x, signer, now)
    audit.mention(session, Act.GRANT, "ring_grant", member_id)


def needs_new_key(session: Session) -> bool:
    """Say whether somebody left or lost the role since the ring got its key."""
    actor = access.require(session, access.CONFIDANTS)
    ring = sealing.current(session, CONFIDANTS)
    if ring is None or not is_held(session):
        return False
    ended = [
        c
        for c in actor.directory.certificates.values()
        if c.was_ever(Role.CONFIDANT) and not c.may_open(Role.CONFIDANT)
    ]
    return any(c.serial > ring.serial for c in ended)


def renew(session: Session) -> int:
    """Give the ring a new key and seal its content again; return how many fields.

    In one transaction: afterwards no old key opens anything, and no grant of it is left.
    """
    actor = access.require(session, access.CONFIDANTS)
    old = sealing.current(session, CONFIDANTS)
    if old is None:
        return 0
    secret, now = os.urandom(32), session.info["now"]()
    signer, serial = sealing.as_member(actor), actor.directory.serial
    ring = sealing.create(session, CONFIDANTS, secret, signer, serial, now=now)
    held = sealing.holders(session, old.ring_id)
    for certificate in actor.directory.with_role(Role.CONFIDANT):
        if certificate.member_id in held:
            who = certificate.member_id, certificate.x
            sealing.grant(session, ring, secret, *who, signer, now)
    sealing.grant_recovery(session, ring, secret, actor.directory.recovery_x, signer, now)
    count = _seal_again(session, old, ring)
    sealing.retire(session, old.ring_id)
    audit.mention(session, Act.REVOKE, "ring", old.ring_id)
    return count


def _seal_again(session: Session, old: RingKey, ring: RingKey) -> int:
    count = 0
    for walk_in in _with_question(session, WalkIn):
        if sealing.ring_of(walk_in.sealed) == old.ring_id:
            walk_in.sealed = _anew(session, ring, walk_in.sealed, *QUESTION, walk_in.id)
            count += 1
    for correction in _with_question(session, WalkInCorrection):
        if sealing.ring_of(correction.sealed) == old.ring_id:
            _seal_correction_again(session, old, ring, correction)
            count += 1
    count += _seal_advice_again(session, old, ring)
    count += appointment_rows.seal_for_confidants(session, old, ring)
    count += shift_notes.seal_again(session, old, ring)
    count += session_reach.seal_again(session, old, ring)
    count += follow_ups.seal_again(session, old, ring)
    session.flush()
    return count


def _seal_advice_again(session: Session, old: RingKey, ring: RingKey) -> int:
    count = 0
    for call in session.scalars(select(AdviceCall).execution_options(yield_per=500)):
        if sealing.ring_of(call.sealed) == old.ring_id:
            plain = sealing.unseal(session, CONFIDANTS, call.sealed, *ADVICE, call.id)
            call.sealed = sealing.seal_inside(session, ring, plain, *ADVICE, call.id)
            count += 1
    return count


def _seal_correction_again(
    session: Session, old: RingKey, ring: RingKey, correction: WalkInCorrection
) -> None:
    outer = *BEFORE, correction.id
    inside = sealing.unseal(session, CONFIDANTS, correction.sealed, *outer)
    if sealing.ring_of(inside) == old.ring_id:
        inside = _anew(session, ring, inside, *QUESTION, correction.walk_in_id)
    correction.sealed = sealing.seal_for(ring, inside, *outer)


def _with_question(session: Session, kind: type[T]) -> Iterable[T]:
    rows = select(kind).where(kind.sealed.is_not(None))
    return session.scalars(rows.execution_options(yield_per=500))


def _anew(session: Session, ring: RingKey, envelope: bytes | None, *place: str | UUID) -> bytes:
    plain = sealing.unseal(session, CONFIDANTS, envelope, *place)
    return sealing.seal_for(ring, plain, *place)
