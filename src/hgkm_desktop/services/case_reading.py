"""Reading all cases of a confidant at once: the list, the day. What was not changed is kept.

Entries are never changed, only followed by others: a case with as many entries under the same ring
is the same case. What is kept lives as long as she is signed in, without anybody's number.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from hgkm_desktop.models import Case, CaseEntry
from hgkm_desktop.services import case_key, case_name
from hgkm_desktop.services.cases import CasePage, page_of
from hgkm_desktop.vault import case_ring, sealing
from hgkm_desktop.vault.actor import actor_of
from hgkm_desktop.vault.case_ring import CaseKey, CaseRing


@dataclass(frozen=True, repr=False)
class Hers:
    """A case of mine, open: its key, and everything a confidant sees."""

    key: CaseKey
    page: CasePage


@dataclass(frozen=True, repr=False)
class _Kept:
    ring_id: UUID
    entries: int
    page: CasePage


def everybody(session: Session) -> list[Hers]:
    """Return all cases this member stands beside; raise Tampered as reading one would."""
    rings = {ring.case_id: ring for ring in case_key.mine(session)}
    sealing.open_all(session, (ring.key for ring in rings.values()))
    lengths = _lengths(session, list(rings))
    case_key.refuse_if_cut(session, lengths)
    kept = actor_of(session).read
    fresh = {
        case_id: ring
        for case_id, ring in rings.items()
        if not _is_kept(kept.get(case_id), ring, lengths.get(case_id, 0))
    }
    rows = _rows(session, list(fresh))
    records = session.scalars(select(Case).where(Case.id.in_(list(rings))))
    sealed = {record.id: record.sealed for record in records}
    for case_id in [known for known in kept if known not in rings]:
        del kept[case_id]
    found: list[Hers] = []
    for case_id, ring in rings.items():
        key = case_ring.key_of(session, ring)
        name = case_name.unsealed(key, sealed[case_id])
        if case_id in fresh:
            page = page_of(key, name, case_key.in_order(key, rows.get(case_id, ())))
            kept[case_id] = _Kept(ring.key.ring_id, len(page.entries), page)
        found.append(Hers(key, replace(kept[case_id].page, name=name)))
    return found


def _is_kept(kept: _Kept | None, ring: CaseRing, entries: int) -> bool:
    return kept is not None and (kept.ring_id, kept.entries) == (ring.key.ring_id, entries)


def _lengths(session: Session, ids: Sequence[UUID]) -> dict[UUID, int]:
    counted = select(CaseEntry.case_id, func.count()).where(CaseEntry.case_id.in_(ids))
    rows = session.execute(counted.group_by(CaseEntry.case_id))
    return {case_id: number for case_id, number in rows}


def _rows(session: Session, ids: Sequence[UUID]) -> dict[UUID, list[tuple[UUID, bytes]]]:
    found: dict[UUID, list[tuple[UUID, bytes]]] = {}
    columns = select(CaseEntry.case_id, CaseEntry.id, CaseEntry.sealed)
    for case_id, entry_id, sealed in session.execute(columns.where(CaseEntry.case_id.in_(ids))):
        found.setdefault(case_id, []).append((entry_id, sealed))
    return found
