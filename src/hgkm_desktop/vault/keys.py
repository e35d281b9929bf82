"""The keys of a member, and the slot her passphrase opens together with this computer's secret."""

import json
import os
import unicodedata
from dataclasses import asdict, dataclass, replace
from typing import Any
from uuid import UUID

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from hgkm_desktop.vault.envelope import (
    NotAuthentic,
    b64,
    canonical,
    derive,
    lock,
    public_of,
    unb64,
    unlock,
    verify_key_of,
)


@dataclass(frozen=True)
class Kdf:
    """Argon2id's costs: memory in KiB, passes, lanes (RFC 9106)."""

    m: int = 256 * 1024
    t: int = 3
    p: int = 4

    def within_policy(self) -> bool:
        """Refuse what was weakened, and what would exhaust the memory."""
        return 64 * 1024 <= self.m <= 2 * 1024 * 1024 and 3 <= self.t <= 20 and 1 <= self.p <= 16


def kdf_for_this_computer() -> Kdf:
    """Return 256 MiB, or 64 MiB where the memory is small (SECURITY.md, Two locks)."""
    try:
        memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, OSError, ValueError):
        memory = 4 << 30
    return Kdf() if memory >= 4 << 30 else Kdf(m=64 * 1024)


@dataclass(frozen=True, repr=False)
class DatabaseKey:
    """What opens the encrypted file: raw key (32 bytes) and salt (16 bytes), never derived."""

    key: bytes
    salt: bytes

    @classmethod
    def new(cls) -> "DatabaseKey":
        """Return a fresh random key."""
        return cls(os.urandom(32), os.urandom(16))

    def pragma(self) -> bytes:
        """Return the only form SQLCipher takes as a raw key; anything shorter is a passphrase."""
        if len(self.key) != 32 or len(self.salt) != 16:
            raise ValueError("a database key is 32 bytes and a salt is 16")
        return f"x'{self.key.hex()}{self.salt.hex()}'".encode()


@dataclass(frozen=True, repr=False)
class Bundle:
    """What a slot seals: the database key, the member's private keys, the pinned root.

    `seen` is the newest directory serial she has met: an older directory put back is refused.
    """

    database: DatabaseKey
    x: bytes
    ed: bytes
    root: bytes
    seen: int = 0

    @classmethod
    def new(cls, database: DatabaseKey, root: bytes) -> "Bundle":
        """Return a bundle with fresh private keys."""
        return cls(database, os.urandom(32), os.urandom(32), root)

    @property
    def x_public(self) -> bytes:
        """The key others seal to."""
        return public_of(self.x)

    @property
    def ed_public(self) -> bytes:
        """The key her signatures are checked with."""
        return verify_key_of(self.ed)

    def after_seeing(self, serial: int) -> "Bundle":
        """Return the bundle with the newest directory serial she has met."""
        return replace(self, seen=max(self.seen, serial))

    def pack(self) -> bytes:
        """Return the bundle as bytes for the slot."""
        fields = {"key": self.database.key, "salt": self.database.salt}
        fields |= {"x": self.x, "ed": self.ed, "root": self.root}
        return canonical({k: b64(v) for k, v in fields.items()} | {"seen": self.seen})

    @classmethod
    def unpack(cls, raw: bytes) -> "Bundle":
        """Return the bundle packed in bytes."""
        data = json.loads(raw)
        database = DatabaseKey(unb64(data["key"]), unb64(data["salt"]))
        return cls(database, unb64(data["x"]), unb64(data["ed"]), unb64(data["root"]), data["seen"])


def seal_slot(passphrase: str, device_secret: bytes, member_id: UUID, bundle: Bundle) -> bytes:
    """Return a member slot: only this passphrase on this computer opens it."""
    cost = asdict(kdf_for_this_computer())
    head: dict[str, Any] = {"v": 1, "kdf": cost, "salt": b64(os.urandom(16))}
    key = _slot_key(passphrase, device_secret, head)
    sealed = lock(key, bundle.pack(), "slot", member_id, canonical(head))
    return canonical(head | {"sealed": b64(sealed)})


def open_slot(passphrase: str, device_secret: bytes, member_id: UUID, slot: bytes) -> Bundle:
    """Return what a slot seals; raise NotAuthentic for any other passphrase, computer or member."""
    try:
        head = json.loads(slot)
        sealed = unb64(head.pop("sealed"))
        key = _slot_key(passphrase, device_secret, head)
        return Bundle.unpack(unlock(key, sealed, "slot", member_id, canonical(head)))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise NotAuthentic from error


def _slot_key(passphrase: str, device_secret: bytes, head: dict[str, Any]) -> bytes:
    kdf = Kdf(**head["kdf"])
    if not kdf.within_policy():
        raise NotAuthentic
    typed = unicodedata.normalize("NFKC", " ".join(passphrase[:1000].split()))
    stretched = Argon2id(
        salt=unb64(head["salt"]), length=32, iterations=kdf.t, lanes=kdf.p, memory_cost=kdf.m
    ).derive(typed.encode(errors="surrogatepass"))
    return derive(stretched + device_secret, "member slot")
