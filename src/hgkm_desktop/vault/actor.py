"""Who is signed in: her keys and what the root says of everybody. Travels with the session."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from hgkm_desktop.errors import Forbidden, WrongPassphrase
from hgkm_desktop.models import Member, Statement
from hgkm_desktop.models.codes import Role
from hgkm_desktop.texts import tr
from hgkm_desktop.vault.directory import Directory, read_directory, tampered
from hgkm_desktop.vault.envelope import verify_key_of
from hgkm_desktop.vault.keys import Bundle

DIRECTORY = "directory"
RECOVERY_KEY = "recovery key"
NOWHERE = UUID(int=0)


@dataclass(repr=False)
class Actor:
    """The signed-in member. Her roles are what the root certified, never what a row says."""

    member_id: UUID
    name: str
    bundle: Bundle
    device_secret: bytes
    directory: Directory
    secrets: dict[UUID, bytes] = field(default_factory=dict[UUID, bytes])
    vault_id: UUID = NOWHERE
    rings: dict[UUID, Any] = field(default_factory=dict[UUID, Any])
    """Rings of cases that were vouched for, with what that followed from (case_ring.py)."""
    read: dict[UUID, Any] = field(default_factory=dict[UUID, Any])
    """Cases as they were read last, while nothing was noted since (services/case_reading.py)."""

    @property
    def roles(self) -> frozenset[Role]:
        """What she may do now."""
        certificate = self.directory.member(self.member_id)
        return frozenset() if certificate.left else certificate.roles

    def may(self, *roles: Role) -> bool:
        """Say whether she has one of these roles."""
        return not self.roles.isdisjoint(roles)


def load_directory(session: Session, root_public: bytes) -> Directory:
    """Return the verified directory of an open log; raise Tampered if it is not the root's."""
    rows = session.execute(select(Member.id, Member.certificate)).all()
    named = {name: data for name, data in session.execute(select(Statement.name, Statement.data))}
    if DIRECTORY not in named or RECOVERY_KEY not in named:
        raise tampered("DI-05")
    certificates = {member_id: certificate for member_id, certificate in rows}
    return read_directory(root_public, named[DIRECTORY], named[RECOVERY_KEY], certificates)


def refuse_older_directory(actor: Actor) -> None:
    """Raise Tampered when a directory older than the newest she met was put back."""
    if actor.directory.serial < actor.bundle.seen:
        raise tampered("DI-06")


def admit(actor: Actor) -> None:
    """Check that the root still knows these very keys.

    Raise WrongPassphrase for keys that ended (she left, or got new ones).
    """
    certificate = actor.directory.member(actor.member_id)
    mine = actor.bundle.x_public, verify_key_of(actor.bundle.ed)
    if certificate.left or (certificate.x, certificate.ed) != mine:
        raise WrongPassphrase(tr("That is not right. Try again."))


def actor_of(session: Session) -> Actor:
    """Return who is signed in; raise Forbidden when nobody is."""
    actor = session.info.get("actor")
    if not isinstance(actor, Actor):
        raise Forbidden(tr("Nobody is signed in."), tr("Sign in first."))
    return actor
