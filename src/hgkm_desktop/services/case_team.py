"""Who stands beside her, changed: every change gives the case a new key (R-307, SECURITY.md)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, delete, select
from sqlalchemy.orm import Session

from hgkm_desktop.errors import Invalid
from hgkm_desktop.models import Case, Draft, Member
from hgkm_desktop.models.codes import Act, Role
from hgkm_desktop.rules.bodies import Beside, Held, Note
from hgkm_desktop.rules.holding import Holder
from hgkm_desktop.rules.lists import NoteKind
from hgkm_desktop.services import (
    access,
    appointment_rows,
    case_board,
    case_key,
    case_name,
    recovery,
)
from hgkm_desktop.services.cases import Candidate, chosen
from hgkm_desktop.services.fields import clean, problem_with
from hgkm_desktop.services.recovery import Helpers
from hgkm_desktop.texts import tr
from hgkm_desktop.vault import audit, case_ring, sealing
from hgkm_desktop.vault.actor import actor_of
from hgkm_desktop.vault.case_ring import CaseKey, CaseRing

REASON = 500


@dataclass(frozen=True, repr=False)
class Waiting:
    """Somebody beside her who got new keys and cannot read until a confidant gives her this one."""

    case_id: UUID
    name: str
    member_id: UUID


def change(
    session: Session, case_id: UUID, candidates: Sequence[Candidate], *, now: datetime
) -> None:
    """Let others stand beside her: a new key for those who do not know her, for nobody else.

    One of them keeps standing where she stood, so that she is never without anybody who knows her
    story; raise Invalid otherwise.
    """
    key = case_key.open_ring(session, case_id)
    ids = chosen(candidates)
    if not set(ids) & set(key.ring.members):
        raise Invalid({"candidates": tr("Keep one of those who stand beside her now.")})
    _renew(session, key, ids, now=now)


def waiting(session: Session) -> Sequence[Waiting]:
    """Return who stands beside somebody with me but has no key: she got a new passphrase."""
    found: list[Waiting] = []
    for ring in case_key.mine(session):
        for member_id in _without_key(session, ring):
            name = case_name.name_with(session, case_ring.key_of(session, ring))
            found.append(Waiting(ring.case_id, name.shown, member_id))
    return found


def give_again(session: Session, case_id: UUID, *, now: datetime) -> None:
    """Give whoever lost her key a new one; a person who saw her says yes to this, never a program.

    An administrator can give anybody a new passphrase: given by itself, she could read along.
    """
    key = case_key.open_ring(session, case_id)
    _renew(session, key, key.ring.members, now=now)


def drop_leavers(session: Session, *, now: datetime) -> int:
    """Take out who left or is no confidant any more, with a new key for each; return how many."""
    count = 0
    for ring in case_key.mine(session):
        staying = [member for member in ring.members if _may(session, member)]
        if len(staying) < len(ring.members):
            _renew(session, case_ring.key_of(session, ring), staying, now=now)
            count += 1
    return count


def orphans(session: Session) -> Sequence[UUID]:
    """Return the cases that nobody can open any more but by the recovery key."""
    access.require(session, access.COORDINATORS)
    found: list[UUID] = []
    for case_id in session.scalars(_every_case()):
        ring = case_ring.current(session, case_id)
        if ring is not None and not _with_key(session, ring):
            found.append(case_id)
    return found


def recover(
    session: Session,
    case_id: UUID,
    reason: str,
    helpers: Helpers,
    candidates: Sequence[Candidate],
    *,
    now: datetime,
) -> None:
    """Open a case in need for new confidants: two people, a reason, a line in the log.

    The page offers it where nobody can open a case any more; it works for every case, and then
    those who stood beside her stand there no more until the new ones ask them back. Whoever does
    it gets no key unless she is one of them. Raise Invalid without a reason ("reason"), without
    halves that fit ("halves") or without anybody who may ("candidates").
    """
    access.require(session, access.COORDINATORS)
    reason = clean(reason)
    ring, ids = case_ring.current(session, case_id), chosen(candidates)
    if ring is None:
        raise access.refused()
    problems = {"reason": problem_with(reason, REASON) if reason else tr("Say why.")}
    if not ids:
        problems["candidates"] = tr("Nobody can stand beside her yet. Ask another confidant.")
    if found := {place: wrong for place, wrong in problems.items() if wrong}:
        raise Invalid(found)
    opened = recovery.key_with_helpers(session, helpers)
    key = case_ring.key_with(session, ring, opened)
    audit.mention(session, Act.RECOVER, "case_record", case_id)
    fresh = _renew(session, key, ids, now=now)
    note = Note(now, seen=reason, kind=NoteKind.OTHER)
    case_key.add(session, fresh, note, case_key.last_link(session, fresh), now=now)


def _renew(session: Session, old: CaseKey, ids: Sequence[UUID], *, now: datetime) -> CaseKey:
    """Give the case a new key and seal all of it again."""
    members = case_key.who_may(session, ids)
    new = case_ring.renew(session, old, members, now=now)
    case_name.seal_again(session, old, new)
    case_key.seal_again(session, old, new)
    appointment_rows.seal_again(session, old, new)
    _drop_drafts_of_others(session, new.ring)
    audit.mention(session, Act.REVOKE, "ring", old.ring.key.ring_id)
    last = case_key.last_link(session, new)
    if new.ring.members != old.ring.members:
        last = case_key.add(session, new, Beside(*new.ring.members), last, now=now).link
        _hand_to_first(session, new, now)
        appointment_rows.let_others_go(session, new, now=now)
    case_board.put(session, new, now=now)
    return new


def _drop_drafts_of_others(session: Session, ring: CaseRing) -> None:
    """Wipe what somebody half typed about her who does not stand beside her any more."""
    hers = Draft.place.startswith(f"cases/{ring.case_id}")
    session.execute(delete(Draft).where(hers, Draft.member_id.not_in(ring.members)))


def _hand_to_first(session: Session, key: CaseKey, now: datetime) -> None:
    """Let the first confidant hold her when whoever did of us does not stand beside her now."""
    holding = case_key.stands(session, key).holding
    assert holding is not None
    first = key.ring.members[0]
    ours = holding.holder.is_us and holding.holder.member_id not in key.ring.members
    if ours and holding.is_open and holding.handover is None:
        name = session.get_one(Member, first).name
        held = Held(holding.take(Holder("", name, first), now), "take")
        case_key.add(session, key, held, case_key.last_link(session, key), now=now)


def _may(session: Session, member_id: UUID) -> bool:
    return actor_of(session).directory.member(member_id).may_open(Role.CONFIDANT)


def _without_key(session: Session, ring: CaseRing) -> list[UUID]:
    held = sealing.holders(session, ring.key.ring_id)
    return [member for member in ring.members if member not in held and _may(session, member)]


def _with_key(session: Session, ring: CaseRing) -> list[UUID]:
    held = sealing.holders(session, ring.key.ring_id)
    return [member for member in ring.members if member in held and _may(session, member)]


def _every_case() -> Select[UUID]:
    return select(Case.id).order_by(Case.id)
