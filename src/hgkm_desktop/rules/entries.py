"""An entry: what was noted, by whom and when, packed as the JSON that is sealed.

Each holds its number in the case and the hash of the one before: one that was taken out, put back
or put elsewhere is noticed by whoever reads (SECURITY.md, Rings).
"""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import get_args
from uuid import UUID

import msgspec

from hgkm_desktop.rules.bodies import Body

START = bytes(16)
KINDS: dict[str, type[Body]] = {kind.__name__: kind for kind in get_args(Body)}


@dataclass(frozen=True, repr=False)
class Link:
    """Where an entry stands in the chain of its case: its number, and the hash before and after."""

    number: int
    before: bytes
    after: bytes

    def follows(self, last: "Link") -> bool:
        """Say whether this is the very next entry."""
        return self.number == last.number + 1 and self.before == last.after


FIRST = Link(0, START, START)


@dataclass(frozen=True, repr=False)
class Entry:
    """A body, who made it, and when."""

    id: UUID
    made_at: datetime
    made_by: UUID
    body: Body
    link: Link = FIRST


class _Packed(msgspec.Struct):
    kind: str
    by: UUID
    at: datetime
    number: int
    before: bytes
    body: msgspec.Raw


def named_id(raw: bytes) -> UUID:
    """Return an id that follows from bytes and from nothing else (version 8, RFC 9562)."""
    value = int.from_bytes(sha256(raw).digest()[:16], "big")
    return UUID(int=value & ~(0xF << 76) & ~(0b11 << 62) | 0x8 << 76 | 0b10 << 62)


def id_of(case_id: UUID, number: int) -> UUID:
    """Return the id of a case's entry by its number, so that a missing one can be asked for."""
    return named_id(b"entry" + case_id.bytes + number.to_bytes(8, "big"))


def pack(body: Body, by: UUID, at: datetime, last: Link) -> tuple[bytes, Link]:
    """Return a body as the bytes that are sealed, and its place in the chain."""
    inner = msgspec.Raw(_ENCODER.encode(body))
    number = last.number + 1
    plain = _ENCODER.encode(_Packed(type(body).__name__, by, at, number, last.after, inner))
    return plain, Link(number, last.after, _hash(plain))


def unpack(entry_id: UUID, plain: bytes) -> Entry:
    """Return the entry behind unsealed bytes; raise ValueError for a kind from a newer version."""
    packed = _PACKED.decode(plain)
    if packed.kind not in KINDS:
        raise ValueError("an entry of a newer version")
    body = _DECODERS[packed.kind].decode(packed.body)
    link = Link(packed.number, packed.before, _hash(plain))
    return Entry(entry_id, packed.at, packed.by, body, link)


def _hash(plain: bytes) -> bytes:
    return sha256(plain).digest()[: len(START)]


_ENCODER = msgspec.json.Encoder()
_PACKED = msgspec.json.Decoder(_Packed)
_DECODERS = {name: msgspec.json.Decoder(kind) for name, kind in KINDS.items()}
