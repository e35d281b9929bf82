"""The ring of one case: who stands beside her can read, nobody else (SECURITY.md, Rings)."""

import os
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from hgkm_desktop.models import Grant, Ring
from hgkm_desktop.models.codes import Act, Role
from hgkm_desktop.services import access
from hgkm_desktop.vault import audit, sealing
from hgkm_desktop.vault.actor import actor_of
from hgkm_desktop.vault.sealing import RingKey

PREFIX = "case:"


def name_of(case_id: UUID) -> str:
    """Return the name of a case's ring."""
    return f"{PREFIX}{case_id}"


def start(session: Session, case_id: UUID, others: Sequence[UUID], *, now: datetime) -> RingKey:
    """Make the ring of a new case for the confidant who opens it, and for another one."""
    actor = access.require(session, access.CONFIDANTS)
    signer, secret = sealing.as_member(actor), os.urandom(32)
    serial = actor.directory.serial
    ring = sealing.create(session, name_of(case_id), secret, signer, serial, now=now)
    for member_id in dict.fromkeys((actor.member_id, *others)):
        certificate = actor.directory.member(member_id)
        if not certificate.may_open(Role.CONFIDANT):
            raise access.refused()
        sealing.grant(session, ring, secret, member_id, certificate.x, signer, now)
        audit.mention(session, Act.GRANT, "ring_grant", member_id)
    sealing.grant_recovery(session, ring, secret, actor.directory.recovery_x, signer, now)
    return ring


def mine(session: Session) -> list[UUID]:
    """Return the cases this member stands beside, in no order that tells anything."""
    actor = access.require(session, access.CONFIDANTS)
    granted = select(Ring.name).join(Grant, Grant.ring_id == Ring.id)
    names = session.scalars(granted.where(Grant.holder_id == actor.member_id))
    return sorted({UUID(name.removeprefix(PREFIX)) for name in names if name.startswith(PREFIX)})


def ring_of(session: Session, case_id: UUID) -> RingKey:
    """Return a case's ring; raise Forbidden, in the one wording, for whoever has no part in it."""
    actor = actor_of(session)
    ring = sealing.current(session, name_of(case_id))
    if ring is None or actor.member_id not in sealing.holders(session, ring.ring_id):
        raise access.refused()
    return ring


def start_coordination(session: Session) -> None:
    """Make, or give on, the ring that lets coordinators see codes and dates of cases."""
    actor = access.require(session, access.COORDINATORS)
    now = session.info["now"]()
    signer = sealing.as_member(actor)
    ring = sealing.current(session, sealing.COORDINATION)
    if ring is None:
        secret, serial = os.urandom(32), actor.directory.serial
        ring = sealing.create(session, sealing.COORDINATION, secret, signer, serial, now=now)
    else:
        if actor.member_id not in sealing.holders(session, ring.ring_id):
            return
        secret = sealing.secret_of(session, ring.ring_id)
    held = sealing.holders(session, ring.ring_id)
    for certificate in actor.directory.with_role(Role.COORDINATOR):
        if certificate.member_id not in held:
            sealing.grant(session, ring, secret, certificate.member_id, certificate.x, signer, now)
