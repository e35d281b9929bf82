"""Rings: who can read what. A ring is a random key and its grants (SECURITY.md, Rings).

From the ring's secret come a key for its members and an X25519 pair, so that a volunteer at the
desk can seal for the confidants what she cannot read back herself.
"""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from hgkm_desktop.errors import Forbidden
from hgkm_desktop.models import Grant, Ring, new_id
from hgkm_desktop.models.codes import Role
from hgkm_desktop.texts import tr
from hgkm_desktop.vault.actor import Actor, actor_of
from hgkm_desktop.vault.directory import RECOVERY_ID, tampered
from hgkm_desktop.vault.envelope import (
    NotAuthentic,
    b64,
    derive,
    is_from_inside,
    lock_to,
    open_field,
    owner_of,
    peek,
    public_of,
    seal_field,
    seal_field_to,
    sign,
    unb64,
    unlock_with,
    verify,
)

ROOT = "root"
CONFIDANTS = "confidants"
COORDINATION = "coordination"
BY_ROOT = "root"

READERS = {
    ROOT: Role.ADMINISTRATOR,
    CONFIDANTS: Role.CONFIDANT,
    COORDINATION: Role.COORDINATOR,
}
"""Which role a ring is for; a case's ring (vault/case_ring.py) is for confidants, one by one."""
CASE_SIGNERS = frozenset({Role.CONFIDANT, Role.COORDINATOR})
"""Who may vouch for a case's ring: a coordinator who assigns makes it without keeping a grant."""


@dataclass(frozen=True)
class RingKey:
    """The public side of one generation of a ring, verified."""

    ring_id: UUID
    name: str
    public: bytes
    serial: int


@dataclass(frozen=True, repr=False)
class Signer:
    """Whose word a new ring or grant is: the member's own, or the root's."""

    by: str
    private: bytes


def as_member(actor: Actor) -> Signer:
    """Sign with the member's own key."""
    return Signer(str(actor.member_id), actor.bundle.ed)


def role_for(name: str) -> Role:
    """Return the role whose members may hold a ring of this name."""
    return READERS.get(name, Role.CONFIDANT)


def signers_of(name: str) -> frozenset[Role]:
    """Return the roles whose members may vouch for a ring of this name."""
    return frozenset({READERS[name]}) if name in READERS else CASE_SIGNERS


def field_key(secret: bytes) -> bytes:
    """Return the key that members of a ring seal and open with."""
    return derive(secret, "ring field key")


def private_key(secret: bytes) -> bytes:
    """Return the private half others seal to."""
    return derive(secret, "ring x25519")


def create(
    session: Session, name: str, secret: bytes, signer: Signer, serial: int, *, now: datetime
) -> RingKey:
    """Put a new generation of a ring into circulation, granted to nobody yet."""
    ring_id = new_id()
    public = public_of(private_key(secret))
    body = {"kind": "ring", "id": str(ring_id), "name": name, "x": b64(public)}
    statement = sign(signer.private, body | {"by": signer.by, "serial": serial})
    session.add(Ring(id=ring_id, name=name, statement=statement, made_at=now))
    session.flush()
    return RingKey(ring_id, name, public, serial)


def grant(
    session: Session,
    ring: RingKey,
    secret: bytes,
    to: UUID,
    x: bytes,
    signer: Signer,
    now: datetime,
) -> None:
    """Give a ring's key to one holder, sealed to her certified key and signed by the granter."""
    place = "grant", ring.name, ring.ring_id, to, x
    body = {"kind": "grant", "ring": str(ring.ring_id), "to": str(to), "by": signer.by}
    statement = sign(signer.private, body | {"sealed": b64(lock_to(x, secret, *place))})
    session.add(Grant(ring_id=ring.ring_id, holder_id=to, statement=statement, made_at=now))
    session.flush()


def current(session: Session, name: str) -> RingKey | None:
    """Return the newest generation of a ring, verified; None before there is one.

    The signed serial says which is newest: the clock may have been moved, the column changed.
    """
    generations = session.scalars(select(Ring).where(Ring.name == name).order_by(Ring.made_at))
    found = [verified(session, ring) for ring in generations]
    return max(reversed(found), key=_serial, default=None)


def _serial(ring: RingKey) -> int:
    return ring.serial


def verified(session: Session, ring: Ring) -> RingKey:
    """Return a ring's public side if somebody with authority vouches for it; else Tampered."""
    actor = actor_of(session)
    try:
        body, until = _vouched(actor, ring.statement, ring.name)
        if body["kind"] != "ring" or (body["id"], body["name"]) != (str(ring.id), ring.name):
            raise NotAuthentic
        serial = int(body["serial"])
        if until is not None and serial >= until:
            raise NotAuthentic
        return RingKey(ring.id, ring.name, unb64(body["x"]), serial)
    except (NotAuthentic, KeyError, ValueError, TypeError) as error:
        raise tampered("RI-01") from error


def _vouched(actor: Actor, statement: bytes, name: str) -> tuple[dict[str, str], int | None]:
    """Return the body of a statement whose signer may speak for this ring, and until when.

    Of somebody who lost the role or got new keys only what came before that serial counts.
    """
    by = str(peek(statement)["by"])
    if by == BY_ROOT:
        return verify(actor.bundle.root, statement), None
    signer, roles = actor.directory.member(UUID(by)), signers_of(name)
    if not any(signer.was_ever(role) for role in roles):
        raise NotAuthentic
    for key in signer.earlier:
        with suppress(NotAuthentic):
            return verify(key, statement), signer.serial
    may = any(signer.may_open(role) for role in roles)
    return verify(signer.ed, statement), None if may else signer.serial


def secret_of(session: Session, ring_id: UUID) -> bytes:
    """Return a ring's secret from this member's grant; raise Forbidden when she has none."""
    actor = actor_of(session)
    if ring_id in actor.secrets:
        return actor.secrets[ring_id]
    found = select(Ring, Grant).join(Grant, Grant.ring_id == Ring.id)
    mine = found.where(Ring.id == ring_id, Grant.holder_id == actor.member_id)
    row = session.execute(mine).first()
    if row is None:
        raise Forbidden(tr("This is sealed for somebody else."))
    ring, grant_row = row
    actor.secrets[ring_id] = _opened(actor, verified(session, ring), grant_row)
    return actor.secrets[ring_id]


def open_all(session: Session, rings: Iterable[RingKey]) -> None:
    """Open this member's grants of several verified rings, in one statement for all of them."""
    actor = actor_of(session)
    shut = {ring.ring_id: ring for ring in rings if ring.ring_id not in actor.secrets}
    mine = select(Grant).where(Grant.ring_id.in_(list(shut)), Grant.holder_id == actor.member_id)
    for row in session.scalars(mine) if shut else ():
        actor.secrets[row.ring_id] = _opened(actor, shut[row.ring_id], row)


def _opened(actor: Actor, ring: RingKey, grant_row: Grant) -> bytes:
    try:
        body, _until = _vouched(actor, grant_row.statement, ring.name)
        named = body["kind"], body["ring"], body["to"]
        if named != ("grant", str(ring.ring_id), str(actor.member_id)):
            raise NotAuthentic
        place = "grant", ring.name, ring.ring_id, actor.member_id, actor.bundle.x_public
        secret = unlock_with(actor.bundle.x, unb64(body["sealed"]), *place)
    except (NotAuthentic, KeyError, ValueError, TypeError) as error:
        raise tampered("RI-02") from error
    if public_of(private_key(secret)) != ring.public:
        raise tampered("RI-03")
    return secret


def holders(session: Session, ring_id: UUID) -> set[UUID]:
    """Return who was granted a ring's key (the recovery key among them)."""
    return set(session.scalars(select(Grant.holder_id).where(Grant.ring_id == ring_id)))


def is_held(session: Session, name: str) -> bool:
    """Say whether the signed-in member was given the key of a ring by its name."""
    ring = current(session, name)
    return ring is not None and actor_of(session).member_id in holders(session, ring.ring_id)


def revoke(session: Session, holder_id: UUID) -> None:
    """Take all grants of somebody who leaves."""
    session.execute(delete(Grant).where(Grant.holder_id == holder_id))


def retire(session: Session, ring_id: UUID) -> None:
    """Destroy a generation whose content is sealed anew: grants first, then the ring."""
    session.execute(delete(Grant).where(Grant.ring_id == ring_id))
    session.execute(delete(Ring).where(Ring.id == ring_id))


def seal(session: Session, name: str, plain: bytes, *place: str | UUID) -> bytes:
    """Seal content for a ring, whoever writes; raise Forbidden while the ring does not exist."""
    ring = current(session, name)
    if ring is None:
        raise Forbidden(
            tr("There is no confidant yet."), tr("Ask your coordinator to add one first.")
        )
    return seal_for(ring, plain, *place)


def seal_for(ring: RingKey, plain: bytes, *place: str | UUID) -> bytes:
    """Seal content for a verified ring."""
    return seal_field_to(ring.public, ring.ring_id, plain, ring.name, *place)


def seal_inside(session: Session, ring: RingKey, plain: bytes, *place: str | UUID) -> bytes:
    """Seal content for a ring one holds oneself; a tenth of the work of `seal_for`."""
    key = field_key(secret_of(session, ring.ring_id))
    return seal_field(key, ring.ring_id, plain, ring.name, *place)


def unseal(session: Session, name: str, envelope: bytes | None, *place: str | UUID) -> bytes:
    """Open content of a ring; raise Forbidden without a grant, Tampered if it was moved."""
    secret = secret_of(session, ring_of(envelope))
    try:
        return open_field(field_key(secret), private_key(secret), envelope or b"", name, *place)
    except NotAuthentic as error:
        raise tampered("RI-04") from error


def unseal_inside(session: Session, name: str, envelope: bytes | None, *place: str | UUID) -> bytes:
    """Open what `seal_inside` made; Tampered too for what anybody at the desk could have sealed."""
    if not is_from_inside(envelope or b""):
        raise tampered("RI-06")
    return unseal(session, name, envelope, *place)


def ring_of(envelope: bytes | None) -> UUID:
    """Return which generation of a ring opens an envelope; raise Tampered if it is none."""
    try:
        return owner_of(envelope or b"")
    except NotAuthentic as error:
        raise tampered("RI-04") from error


def seal_mine(actor: Actor, plain: bytes, *place: str | UUID) -> bytes:
    """Seal something for the member herself (a draft)."""
    return seal_field(derive(actor.bundle.x, "own fields"), actor.member_id, plain, *place)


def unseal_mine(actor: Actor, envelope: bytes, *place: str | UUID) -> bytes:
    """Open what `seal_mine` made; raise Tampered otherwise."""
    try:
        key = derive(actor.bundle.x, "own fields")
        return open_field(key, actor.bundle.x, envelope, *place)
    except NotAuthentic as error:
        raise tampered("RI-05") from error


def grant_recovery(
    session: Session, ring: RingKey, secret: bytes, x: bytes, signer: Signer, now: datetime
) -> None:
    """Give the recovery key its grant: two people and a reason can open the ring in need."""
    grant(session, ring, secret, RECOVERY_ID, x, signer, now)
