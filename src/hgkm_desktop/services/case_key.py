"""The way into a case: only for who stands beside her; whoever else asks learns nothing (R-075)."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, func, select, text, update
from sqlalchemy.orm import Session

from hgkm_desktop.models import AuditLine, CaseEntry, Grant, Ring
from hgkm_desktop.models.codes import Role
from hgkm_desktop.rules import entries
from hgkm_desktop.rules.bodies import Body
from hgkm_desktop.rules.entries import FIRST, Entry, Link
from hgkm_desktop.rules.standing import Standing, standing
from hgkm_desktop.services import access, direct
from hgkm_desktop.vault import case_ring
from hgkm_desktop.vault.actor import actor_of
from hgkm_desktop.vault.case_ring import PREFIX, CaseKey, CaseRing
from hgkm_desktop.vault.directory import Certificate, tampered

ENTRY = "case_entry", "sealed"


def open_ring(session: Session, case_id: UUID) -> CaseKey:
    """Return a case's key; raise Forbidden, in the one wording, for whoever has no part in it."""
    actor = access.require(session, access.CONFIDANTS)
    ring = case_ring.current(session, case_id)
    if ring is None or actor.member_id not in ring.members:
        raise access.refused()
    return case_ring.key_of(session, ring)


def mine(session: Session) -> list[CaseRing]:
    """Return the rings this member can open, in an order that tells nothing."""
    actor = access.require(session, access.CONFIDANTS)
    granted = select(Ring.name).join(Grant, Grant.ring_id == Ring.id)
    names = session.scalars(granted.where(Grant.holder_id == actor.member_id))
    ids = {_case_of(name) for name in names if name.startswith(PREFIX)}
    rings = case_ring.currents(session, ids)
    mine = (case_id for case_id in sorted(rings) if actor.member_id in rings[case_id].members)
    return [rings[case_id] for case_id in mine]


def who_may(session: Session, member_ids: Iterable[UUID]) -> list[Certificate]:
    """Return the certificates of confidants, each once; raise Forbidden when one is none."""
    directory = actor_of(session).directory
    found = [directory.member(member_id) for member_id in dict.fromkeys(member_ids)]
    if not all(certificate.may_open(Role.CONFIDANT) for certificate in found):
        raise access.refused()
    return found


def add(session: Session, key: CaseKey, body: Body, last: Link, *, now: datetime) -> Entry:
    """Seal one more entry behind the last; nothing that stands there is changed."""
    actor, case_id = actor_of(session), key.ring.case_id
    plain, link = entries.pack(body, actor.member_id, now, last)
    entry_id = entries.id_of(case_id, link.number)
    sealed = case_ring.seal(key, plain, *ENTRY, entry_id, case_id)
    direct.insert(session, CaseEntry(id=entry_id, case_id=case_id, made_at=now, sealed=sealed))
    return Entry(entry_id, now, actor.member_id, body, link)


def note(session: Session, case_id: UUID, body: Body, *, now: datetime) -> Entry:
    """Add an entry to a case one stands beside."""
    key = open_ring(session, case_id)
    return add(session, key, body, last_link(session, key), now=now)


def last_link(session: Session, key: CaseKey) -> Link:
    """Return where the chain of a case ends.

    Raise Tampered when its last entry is not there, or the log knows of one that came after.
    """
    case_id = key.ring.case_id
    many = select(func.count()).select_from(CaseEntry).where(CaseEntry.case_id == case_id)
    number = session.scalar(many) or 0
    refuse_if_cut(session, {case_id: number})
    row = session.execute(_rows(case_id).where(CaseEntry.id == entries.id_of(case_id, number)))
    found = row.first()
    if found is None:
        raise tampered("CA-01")
    return _unsealed(key, *found).link


def everything(session: Session, key: CaseKey) -> Sequence[Entry]:
    """Return all entries, oldest first.

    Raise Tampered when one was put back, put elsewhere or taken out: the numbers and hashes inside
    must follow each other, and the log must not know of one that comes after the last.
    """
    rows = [(row.id, row.sealed) for row in session.execute(_rows(key.ring.case_id))]
    found = in_order(key, rows)
    refuse_if_cut(session, {key.ring.case_id: len(found)})
    return found


def in_order(key: CaseKey, rows: Iterable[tuple[UUID, bytes]]) -> Sequence[Entry]:
    """Return the entries of rows, unsealed, oldest first; raise Tampered for a gap in the chain."""
    found = sorted((_unsealed(key, *row) for row in rows), key=_number)
    last = FIRST
    for entry in found:
        if not entry.link.follows(last):
            raise tampered("CA-01")
        last = entry.link
    return found


def refuse_if_cut(session: Session, lengths: Mapping[UUID, int]) -> None:
    """Raise Tampered when the log knows of an entry after the last of one of these cases."""
    after = [entries.id_of(case_id, number + 1) for case_id, number in lengths.items()]
    line = select(AuditLine.seq).where(AuditLine.record_id.in_(after), _OF_CASES)
    if session.scalars(line.limit(1)).first() is not None:
        raise tampered("CA-02")


def stands(session: Session, key: CaseKey) -> Standing:
    """Return how it stands, her number included: for services, never for a view."""
    return standing(everything(session, key))


def seal_again(session: Session, old: CaseKey, new: CaseKey) -> int:
    """Seal every entry with the new key, in its place; return how many."""
    case_id, values = old.ring.case_id, list[dict[str, object]]()
    for entry_id, sealed in session.execute(_rows(case_id)):
        place = *ENTRY, entry_id, case_id
        again = case_ring.seal(new, case_ring.unseal(old, sealed, *place), *place)
        values.append({"id": entry_id, "sealed": again})
    if values:
        session.execute(update(CaseEntry), values)
    return len(values)


def _case_of(name: str) -> UUID:
    try:
        return UUID(name.removeprefix(PREFIX))
    except ValueError as error:
        raise tampered("CR-01") from error


def _unsealed(key: CaseKey, entry_id: UUID, sealed: bytes) -> Entry:
    plain = case_ring.unseal(key, sealed, *ENTRY, entry_id, key.ring.case_id)
    return entries.unpack(entry_id, plain)


def _rows(case_id: UUID) -> Select[UUID, bytes]:
    columns = select(CaseEntry.id, CaseEntry.sealed)
    return columns.where(CaseEntry.case_id == case_id)


def _number(entry: Entry) -> int:
    return entry.link.number


_OF_CASES = text("kind IN ('case_board', 'case_entry')")
"""Word for word the condition of the index ix_audit_line_case, or SQLite does not use it."""
