"""The recovery key: it exists only as pairs, so that one person alone holds nothing (2 of n).

One side of each pair is a coordinator; the other is another coordinator or the paper sheet. Either
half of a pair is random on its own; together, by XOR, they are the key.

The file also knows which sheet is the newest, signed by the root: it decides after a power cut.
"""

import os
from collections.abc import Sequence
from itertools import combinations
from uuid import UUID

from sqlalchemy import delete, or_, select
from sqlalchemy.orm import Session

from hgkm_desktop.models import RecoveryShare, Statement
from hgkm_desktop.vault import slots
from hgkm_desktop.vault.actor import Actor
from hgkm_desktop.vault.directory import tampered
from hgkm_desktop.vault.envelope import (
    NotAuthentic,
    derive,
    lock_to,
    public_of,
    sign,
    unlock_with,
    verify,
)

PAPER = "paper"
SHEET = "recovery slot"
"""The name of the statement that holds the slot the newest sheet opens."""


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


def issue_halves(
    session: Session, key: bytes, code: str, holders: Sequence[tuple[UUID, bytes]]
) -> None:
    """Give the coordinators (id, public key) fresh halves in place of all there were."""
    session.execute(delete(RecoveryShare))
    for who in holders:
        share_with_paper(session, key, code, *who)
    for a, b in combinations(holders, 2):
        share_between(session, key, a, b)
    session.flush()


def end_paper_halves(session: Session) -> None:
    """Let the old paper be half of nothing any more; what coordinators hold together stays."""
    session.execute(delete(RecoveryShare).where(RecoveryShare.partner == PAPER))


def end_halves_of(session: Session, member_id: UUID) -> None:
    """Take the halves of somebody who is no coordinator any more, on both sides of each pair."""
    hers = or_(RecoveryShare.holder_id == member_id, RecoveryShare.partner == str(member_id))
    session.execute(delete(RecoveryShare).where(hers))


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


def key_from(session: Session, present: Sequence[Actor], code: str | None) -> bytes | None:
    """Return the recovery key from whoever is present, with or without the paper; else None."""
    keys = [key_from_paper(session, actor, code) for actor in present if code is not None]
    keys += [key_from_two(session, a, b) for a, b in combinations(present, 2)]
    return next((key for key in keys if key is not None), None)


def keep_sheet(session: Session, root: bytes, slot: bytes) -> None:
    """Let the file know the slot that the newest sheet opens."""
    data = sign(root, {"kind": SHEET, "slot": slot.decode()})
    statement = session.get(Statement, SHEET)
    if statement is None:
        session.add(Statement(name=SHEET, data=data))
    else:
        statement.data = data
    session.flush()


def newest_sheet(session: Session, root_public: bytes) -> bytes:
    """Return the slot that the newest sheet opens, nothing in a log from before they were kept.

    Raise Tampered when the root did not sign it.
    """
    statement = session.get(Statement, SHEET)
    if statement is None:
        return b""
    try:
        body = verify(root_public, statement.data)
        if body["kind"] != SHEET:
            raise NotAuthentic
        return str(body["slot"]).encode()
    except (NotAuthentic, KeyError) as error:
        raise tampered("RE-04") from error


def is_newest_code(session: Session, actor: Actor, code: str) -> bool:
    """Say whether a code stands on the newest sheet, as far as the file knows."""
    slot = newest_sheet(session, actor.bundle.root)
    try:
        return not slot or bool(slots.open_recovery(code, actor.vault_id, slot))
    except NotAuthentic:
        return False


def _joined(actor: Actor, a: bytes, b: bytes) -> bytes:
    key = xor(a, b)
    if public_of(key) != actor.directory.recovery_x:
        raise tampered("RE-03")
    return key
