"""Erasing somebody: first the keys, then the rows, then a paper that says so (R-277)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from hgkm_desktop import clock
from hgkm_desktop.models.codes import Act
from hgkm_desktop.services import case_key
from hgkm_desktop.vault import audit, erasure

COPIES = timedelta(days=90)
"""Within so many days every copy that still holds her has been overwritten (SECURITY.md)."""


@dataclass(frozen=True, repr=False)
class Certificate:
    """What was erased, without saying who it was."""

    erased_on: date
    copies_until: date
    grants: int
    entries: int


def erase(session: Session, case_id: UUID, *, now: datetime) -> Certificate:
    """Erase a case that one stands beside: every key to it, what was noted, half-typed texts.

    Raise Forbidden for whoever has no part in it.
    """
    key = case_key.open_ring(session, case_id)
    today = clock.local(now).date()
    entries = len(case_key.everything(session, key))
    grants = erasure.erase(session, case_id, now=now)
    audit.mention(session, Act.DELETE, "case_record", case_id)
    return Certificate(today, today + COPIES, grants, entries)
