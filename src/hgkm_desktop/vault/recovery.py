"""The recovery key: it exists only as pairs, so that one person alone holds nothing (2 of n).

One side of each pair is a coordinator; the other is another coordinator or the paper sheet. Either
half of a pair is random on its own; together, by XOR, they are the key.
"""

import os
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from hgkm_desktop.models import RecoveryShare
from hgkm_desktop.vault.actor import Actor
from hgkm_desktop.vault.directory import tampered
from hgkm_desktop.vault.envelope import NotAuthentic, derive, lock_to, public_of, unlock_with

PAPER = "paper"


def xor(a: bytes, b: bytes) -> bytes:
    """Join or split two halves of 32 bytes."""
    return bytes(x ^ y for x, y in zip(a, b, strict=True))


def paper_half(code: str, holder_id: UUID) -> bytes:
    """Return the half that the paper code stands for, beside one coordinator."""
    return derive(code.encode(), "recovery half", holder_id)


def share_with_paper(
    session: Session, key: bytes, code: str, holder_id: UUID, holder_x: bytes
) -> None:
    """Give a coordinator the half that only together with the paper makes the key."""
    _keep(session, xor(key, paper_half(code, holder_id)), holder_id, holder_x, PAPER)


def share_between(
    session: Session, key: bytes, a: tuple[UUID, bytes], b: tuple[UUID, bytes]
) -> None:
    """Give two coordinators (id, public key) a half each."""
    half = os.urandom(32)
    _keep(session, half, *a, str(b[0]))
    _keep(session, xor(key, half), *b, str(a[0]))


def _keep(session: Session, half: bytes, holder_id: UUID, x: bytes, partner: str) -> None:
    sealed = lock_to(x, half, "recovery half", holder_id, partner)
    session.add(RecoveryShare(holder_id=holder_id, partner=partner, sealed=sealed))


def half_of(session: Session, actor: Actor, partner: str) -> bytes | None:
    """Return the half a signed-in coordinator holds beside a partner, None when there is none."""
    mine = select(RecoveryShare).where(
        RecoveryShare.holder_id == actor.member_id, RecoveryShare.partner == partner
    )
    share = session.scalars(mine).first()
    if share is None:
        return None
    try:
        place = "recovery half", actor.member_id, partner
        return unlock_with(actor.bundle.x, share.sealed, *place)
    except NotAuthentic as error:
        raise tampered("RE-01") from error


def key_from_paper(session: Session, actor: Actor, code: str) -> bytes | None:
    """Return the recovery key from a coordinator and the paper code; None without her half.

    Raise Tampered when together they are not the key the root signed for.
    """
    half = half_of(session, actor, PAPER)
    return None if half is None else _joined(actor, half, paper_half(code, actor.member_id))


def key_from_two(session: Session, a: Actor, b: Actor) -> bytes | None:
    """Return the recovery key from two coordinators who signed in one after the other."""
    mine = half_of(session, a, str(b.member_id))
    hers = half_of(session, b, str(a.member_id))
    return None if mine is None or hers is None else _joined(a, mine, hers)


def _joined(actor: Actor, a: bytes, b: bytes) -> bytes:
    key = xor(a, b)
    if public_of(key) != actor.directory.recovery_x:
        raise tampered("RE-03")
    return key
