"""What only an administrator can do to the team: she holds the root's key in a ring."""

import os
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from hgkm_desktop.models import Draft, Grant, Member, RecoveryShare, Ring, Statement, new_id
from hgkm_desktop.models.codes import Role
from hgkm_desktop.vault import sealing
from hgkm_desktop.vault.actor import DIRECTORY, Actor, actor_of, load_directory
from hgkm_desktop.vault.directory import RECOVERY_ID, Certificate, certify, head, tampered
from hgkm_desktop.vault.envelope import verify_key_of
from hgkm_desktop.vault.keys import Bundle, seal_slot
from hgkm_desktop.vault.sealing import CONFIDANTS, ROOT, RingKey, Signer
from hgkm_desktop.vault.slots import Slot, Tile


@dataclass(frozen=True, repr=False)
class Admission:
    """Fresh keys for somebody, and the slot they are sealed in."""

    member_id: UUID
    bundle: Bundle
    slot: bytes


def root_key(session: Session) -> bytes:
    """Return the root's private key from this administrator's grant; raise Forbidden otherwise."""
    secret = sealing.secret_of(session, _root_ring(session).ring_id)
    if verify_key_of(secret) != actor_of(session).bundle.root:
        raise tampered("TE-02")
    return secret


def _root_ring(session: Session) -> RingKey:
    ring = sealing.current(session, ROOT)
    if ring is None:
        raise tampered("TE-01")
    return ring


def admit(actor: Actor, passphrase: str, member_id: UUID | None = None) -> Admission:
    """Return fresh keys for a new member, or for one who forgot her passphrase."""
    chosen = member_id or new_id()
    bundle = Bundle.new(actor.bundle.database, actor.bundle.root)
    slot = seal_slot(passphrase, actor.device_secret, chosen, bundle)
    return Admission(chosen, bundle, slot)


def certificate_for(admission: Admission, roles: Collection[Role], serial: int) -> Certificate:
    """Return an unsigned certificate for somebody new."""
    bundle = admission.bundle
    keys = bundle.x_public, bundle.ed_public
    return Certificate(admission.member_id, *keys, frozenset(roles), serial)


def issue(session: Session, member: Member, certificate: Certificate) -> None:
    """Certify a member anew and renew the root's word on the whole directory."""
    actor, root = actor_of(session), root_key(session)
    serial = actor.directory.serial + 1
    member.certificate = certify(root, replace(certificate, serial=serial))
    member.roles = tuple(sorted(certificate.roles))
    session.add(member)
    session.flush()
    everyone = session.scalars(select(Member.certificate)).all()
    statement = session.get_one(Statement, DIRECTORY)
    statement.data = head(root, serial, everyone)
    session.flush()
    actor.directory = load_directory(session, actor.bundle.root)


def with_roles(certificate: Certificate, roles: Collection[Role]) -> Certificate:
    """Return a certificate with other roles; what she had stays known, so old words stay valid."""
    former = (certificate.former | certificate.roles) - frozenset(roles)
    return replace(certificate, roles=frozenset(roles), former=former)


def share_root(session: Session, certificate: Certificate, *, now: datetime) -> None:
    """Give a new administrator the root's key."""
    ring = _root_ring(session)
    held = certificate.member_id in sealing.holders(session, ring.ring_id)
    root = root_key(session)
    if certificate.may_open(Role.ADMINISTRATOR) and not held:
        signer = Signer(sealing.BY_ROOT, root)
        sealing.grant(session, ring, root, certificate.member_id, certificate.x, signer, now)


def start_confidants(session: Session, certificate: Certificate, *, now: datetime) -> None:
    """Make the confidants' ring when the first of them is there (nobody else keeps its key).

    Also when nobody holds the last one any more: what it sealed only the recovery key opens.
    """
    last = sealing.current(session, CONFIDANTS)
    if last is not None and sealing.holders(session, last.ring_id) - {RECOVERY_ID}:
        return
    actor, root = actor_of(session), root_key(session)
    signer, secret = Signer(sealing.BY_ROOT, root), os.urandom(32)
    serial = actor.directory.serial
    ring = sealing.create(session, CONFIDANTS, secret, signer, serial, now=now)
    sealing.grant(session, ring, secret, certificate.member_id, certificate.x, signer, now)
    sealing.grant_recovery(session, ring, secret, actor.directory.recovery_x, signer, now)


def gone(certificate: Certificate) -> Certificate:
    """Return the certificate of somebody who left: what she signed stays readable, no more."""
    return replace(certificate, left=True)


def end_grants(session: Session, member_id: UUID, lost: frozenset[Role]) -> None:
    """Take the grants that came with roles somebody no longer has."""
    rings = session.execute(select(Ring.id, Ring.name))
    ended = [ring_id for ring_id, name in rings if sealing.role_for(name) in lost]
    mine = Grant.holder_id == member_id
    session.execute(delete(Grant).where(mine, Grant.ring_id.in_(ended)))


def write_slots(session: Session, *, forget: bool = False, sheet: bytes = b"") -> None:
    """Have the slots file follow the members (and a new recovery sheet) when this is committed."""
    here = session.scalars(select(Member).where(Member.left_at.is_(None)).order_by(Member.id))
    listed = [Slot(Tile(m.id, m.name, m.color), m.slot) for m in here]
    session.info["slots"] = listed, forget, sheet


def end_access(session: Session, member_id: UUID) -> None:
    """Take every key somebody was given, and the drafts that only her own keys opened."""
    sealing.revoke(session, member_id)
    session.execute(delete(Draft).where(Draft.member_id == member_id))
    session.execute(delete(RecoveryShare).where(RecoveryShare.holder_id == member_id))
