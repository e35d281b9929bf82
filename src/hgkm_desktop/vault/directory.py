"""Who is who: public keys and roles, certified by the organisation's root.

Every member carries the root's public key pinned inside her own sealed bundle. A swapped key, a
self-made promotion, a foreign root or an older directory put back is refused, not shown.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any
from uuid import UUID

from hgkm_desktop.errors import Tampered
from hgkm_desktop.models.codes import Role
from hgkm_desktop.texts import tr
from hgkm_desktop.vault.envelope import NotAuthentic, b64, canonical, sign, unb64, verify

RECOVERY_ID = UUID(int=1)
"""The recovery key's place in the directory and in grants: no member, nobody signs in as it."""


@dataclass(frozen=True)
class Certificate:
    """The root's word on one member."""

    member_id: UUID
    x: bytes
    ed: bytes
    roles: frozenset[Role]
    serial: int
    former: frozenset[Role] = frozenset()
    left: bool = False
    earlier: tuple[bytes, ...] = ()

    def was_ever(self, role: Role) -> bool:
        """Say whether she has or had a role: what she signed then stays valid."""
        return role in self.roles or role in self.former

    def may_open(self, role: Role) -> bool:
        """Say whether she has a role today and is still here."""
        return role in self.roles and not self.left

    def with_keys(self, x: bytes, ed: bytes) -> "Certificate":
        """Return the certificate for fresh keys; what she signed with the old ones stays valid."""
        return replace(self, x=x, ed=ed, earlier=(*self.earlier, self.ed))


def tampered(what: str) -> Tampered:
    """Return the error for stored data that does not authenticate; `what` is a short code."""
    return Tampered(
        tr("Somebody changed the file from outside."),
        tr("Do not go on. Call your administrator and keep this computer as it is."),
        what,
    )


def certify(root: bytes, certificate: Certificate) -> bytes:
    """Return a certificate as a signed statement."""
    return sign(root, _body(certificate))


def _body(certificate: Certificate) -> dict[str, Any]:
    return {
        "kind": "certificate",
        "id": str(certificate.member_id),
        "x": b64(certificate.x),
        "ed": b64(certificate.ed),
        "roles": sorted(certificate.roles),
        "serial": certificate.serial,
        "former": sorted(certificate.former),
        "left": certificate.left,
        "earlier": [b64(key) for key in certificate.earlier],
    }


def read_certificate(root_public: bytes, statement: bytes) -> Certificate:
    """Return a certificate signed by the pinned root; raise Tampered otherwise."""
    try:
        body = verify(root_public, statement)
        if body["kind"] != "certificate":
            raise NotAuthentic
        roles = frozenset(Role(role) for role in body["roles"])
        former = frozenset(Role(role) for role in body["former"])
        keys = unb64(body["x"]), unb64(body["ed"])
        member_id, serial, left = UUID(body["id"]), int(body["serial"]), bool(body["left"])
        earlier = tuple(unb64(key) for key in body["earlier"])
        return Certificate(member_id, *keys, roles, serial, former, left, earlier)
    except (NotAuthentic, ValueError, KeyError, TypeError) as error:
        raise tampered("DI-01") from error


def head(root: bytes, serial: int, statements: Iterable[bytes]) -> bytes:
    """Return the root's word on the whole directory: its serial and what it holds."""
    body = {"kind": "directory", "serial": serial, "digest": _digest(statements)}
    return sign(root, body)


def _digest(statements: Iterable[bytes]) -> str:
    return sha256(canonical({"all": sorted(s.decode() for s in statements)})).hexdigest()


@dataclass(frozen=True)
class Directory:
    """All certificates, verified, with the serial of the whole."""

    certificates: dict[UUID, Certificate]
    serial: int
    recovery_x: bytes

    def member(self, member_id: UUID) -> Certificate:
        """Return a member's certificate; raise Tampered when the root never certified her."""
        try:
            return self.certificates[member_id]
        except KeyError as error:
            raise tampered("DI-02") from error

    def with_role(self, role: Role) -> list[Certificate]:
        """Return who has a role now."""
        return [c for c in self.certificates.values() if c.may_open(role)]


def read_directory(
    root_public: bytes, head_statement: bytes, recovery: bytes, statements: dict[UUID, bytes]
) -> Directory:
    """Return the verified directory; raise Tampered if anything in it is not the root's."""
    try:
        top = verify(root_public, head_statement)
        key = verify(root_public, recovery)
        if top["kind"] != "directory" or key["kind"] != "recovery key":
            raise NotAuthentic
        if top["digest"] != _digest(statements.values()):
            raise NotAuthentic
        recovery_x = unb64(key["x"])
    except (NotAuthentic, ValueError, KeyError, TypeError) as error:
        raise tampered("DI-03") from error
    found = {member_id: read_certificate(root_public, s) for member_id, s in statements.items()}
    if any(member_id != c.member_id for member_id, c in found.items()):
        raise tampered("DI-04")
    return Directory(found, top["serial"], recovery_x)


def recovery_statement(root: bytes, x_public: bytes) -> bytes:
    """Return the root's word on the recovery key."""
    return sign(root, {"kind": "recovery key", "x": b64(x_public)})
