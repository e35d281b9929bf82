"""The cryptographic forms everything else is built from, and nothing about who owns what.

ChaCha20-Poly1305 (RFC 8439), HKDF-SHA256 (RFC 5869), HPKE with X25519 (RFC 9180),
Ed25519 (RFC 8032).
Every context is length-prefixed, so that ("ab", "c") never equals ("a", "bc").
"""

import base64
import json
import os
import struct
from typing import Any
from uuid import UUID

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives import hashes, hpke
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

SUITE = hpke.Suite(hpke.KEM.X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.CHACHA20_POLY1305)
PAD = 256
WITH_KEY = b"\x01\x01"
TO_PUBLIC = b"\x01\x02"
HEAD = 18
_LENGTH = struct.Struct(">I").pack


class NotAuthentic(Exception):
    """Bytes that were not made with this key, for this place, by this signer."""


def context(*parts: str | bytes | UUID) -> bytes:
    """Return one unambiguous byte string for a list of parts."""
    out = [b"blb1"]
    for part in parts:
        raw = part.bytes if isinstance(part, UUID) else part
        raw = raw if isinstance(raw, bytes) else raw.encode()
        out += _LENGTH(len(raw)), raw
    return b"".join(out)


def derive(secret: bytes, *parts: str | bytes | UUID, salt: bytes | None = None) -> bytes:
    """Return 32 bytes derived from a secret for one purpose."""
    return HKDF(hashes.SHA256(), 32, salt, context(*parts)).derive(secret)


def b64(raw: bytes) -> str:
    """Return bytes as text for JSON."""
    return base64.b64encode(raw).decode()


def unb64(text: str) -> bytes:
    """Return the bytes behind JSON text; raise NotAuthentic for any but the one right spelling."""
    try:
        raw = base64.b64decode(text, validate=True)
    except (ValueError, TypeError) as error:
        raise NotAuthentic from error
    if b64(raw) != text:
        raise NotAuthentic
    return raw


def canonical(body: dict[str, Any]) -> bytes:
    """Return the one byte form of a JSON object that is signed or bound."""
    return json.dumps(body, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode()


def lock(key: bytes, plain: bytes, *place: str | bytes | UUID) -> bytes:
    """Encrypt under a 32-byte key, bound to a place: nonce | ciphertext."""
    nonce = os.urandom(12)
    return nonce + ChaCha20Poly1305(key).encrypt(nonce, plain, context(*place))


def unlock(key: bytes, sealed: bytes, *place: str | bytes | UUID) -> bytes:
    """Decrypt what `lock` made for this place; raise NotAuthentic otherwise."""
    try:
        return ChaCha20Poly1305(key).decrypt(sealed[:12], sealed[12:], context(*place))
    except (InvalidTag, ValueError) as error:
        raise NotAuthentic from error


def lock_to(public: bytes, plain: bytes, *place: str | bytes | UUID) -> bytes:
    """Encrypt to the holder of an X25519 key, bound to a place (HPKE base mode)."""
    return SUITE.encrypt(plain, X25519PublicKey.from_public_bytes(public), info=context(*place))


def unlock_with(private: bytes, sealed: bytes, *place: str | bytes | UUID) -> bytes:
    """Decrypt what `lock_to` made for this key and place; raise NotAuthentic otherwise."""
    try:
        key = X25519PrivateKey.from_private_bytes(private)
        return SUITE.decrypt(sealed, key, info=context(*place))
    except (InvalidTag, ValueError) as error:
        raise NotAuthentic from error


def pad(plain: bytes) -> bytes:
    """Return content with its length in front, filled up to a multiple of 256 bytes."""
    body = _LENGTH(len(plain)) + plain
    return body + bytes(-len(body) % PAD)


def unpad(body: bytes) -> bytes:
    """Return the content without its filling; raise NotAuthentic if the length is impossible."""
    if len(body) < 4:
        raise NotAuthentic
    (length,) = struct.unpack(">I", body[:4])
    if length > len(body) - 4:
        raise NotAuthentic
    return body[4 : 4 + length]


def seal_field(key: bytes, owner: UUID, plain: bytes, *place: str | bytes | UUID) -> bytes:
    """Seal a field with a key both sides know: version, suite, owner, nonce, ciphertext."""
    head = WITH_KEY + owner.bytes
    return head + lock(key, pad(plain), "field", head, *place)


def seal_field_to(public: bytes, owner: UUID, plain: bytes, *place: str | bytes | UUID) -> bytes:
    """Seal a field for the holders of a public key; the writer cannot read it back."""
    head = TO_PUBLIC + owner.bytes
    return head + lock_to(public, pad(plain), "field", head, *place)


def owner_of(envelope: bytes) -> UUID:
    """Return whose key opens a field envelope; raise NotAuthentic if it is none."""
    if len(envelope) < HEAD or envelope[:2] not in (WITH_KEY, TO_PUBLIC):
        raise NotAuthentic
    return UUID(bytes=envelope[2:HEAD])


def is_from_inside(envelope: bytes) -> bool:
    """Say whether an envelope claims to be sealed with the key itself: opening it proves that."""
    return envelope[:2] == WITH_KEY


def open_field(key: bytes, private: bytes, envelope: bytes, *place: str | bytes | UUID) -> bytes:
    """Return what a field envelope holds in this place; raise NotAuthentic otherwise."""
    owner_of(envelope)
    head, sealed = envelope[:HEAD], envelope[HEAD:]
    if head[:2] == WITH_KEY:
        return unpad(unlock(key, sealed, "field", head, *place))
    return unpad(unlock_with(private, sealed, "field", head, *place))


def public_of(private: bytes) -> bytes:
    """Return the X25519 public key of a private one."""
    return X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def verify_key_of(private: bytes) -> bytes:
    """Return the Ed25519 public key of a private one."""
    return Ed25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def sign(private: bytes, body: dict[str, Any]) -> bytes:
    """Return a signed statement: the JSON body and its Ed25519 signature."""
    raw = canonical(body)
    signature = Ed25519PrivateKey.from_private_bytes(private).sign(context("statement", raw))
    return canonical({"body": raw.decode(), "sig": b64(signature)})


def peek(statement: bytes) -> dict[str, Any]:
    """Return what a statement claims, unverified (to find out who should have signed it)."""
    try:
        outer = json.loads(statement)
        body = json.loads(outer["body"])
    except (ValueError, KeyError, TypeError) as error:
        raise NotAuthentic from error
    if not isinstance(body, dict):
        raise NotAuthentic
    return body  # pyright: ignore[reportUnknownVariableType]


def verify(public: bytes, statement: bytes) -> dict[str, Any]:
    """Return the body of a statement signed with this key; raise NotAuthentic otherwise."""
    body = peek(statement)
    outer = json.loads(statement)
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(
            unb64(outer["sig"]), context("statement", outer["body"].encode())
        )
    except (InvalidSignature, ValueError, KeyError) as error:
        raise NotAuthentic from error
    return body
