"""Erasing a case for good: its keys, then its rows, and again where an old copy returns."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from hgkm_desktop.models import Appointment, Case, CaseEntry, Draft, Erasure
from hgkm_desktop.vault import case_ring


def erase(session: Session, case_id: UUID, *, now: datetime) -> int:
    """Destroy every grant of a case, then what was noted, and remember that; return the grants."""
    grants = case_ring.destroy(session, case_id)
    session.execute(delete(CaseEntry).where(CaseEntry.case_id == case_id))
    session.execute(delete(Appointment).where(Appointment.case_id == case_id))
    session.execute(delete(Draft).where(Draft.place.startswith(f"cases/{case_id}")))
    session.execute(delete(Case).where(Case.id == case_id))
    if session.get(Erasure, case_id) is None:
        session.add(Erasure(id=case_id, erased_at=now))
        session.flush()
    return grants


def replay(session: Session, known: Mapping[UUID, datetime]) -> int:
    """Erase again what an older copy brought back; return how many cases."""
    back = session.scalars(select(Case.id).where(Case.id.in_(list(known)))).all()
    for case_id, moment in known.items():
        erase(session, case_id, now=moment)
    return len(back)
