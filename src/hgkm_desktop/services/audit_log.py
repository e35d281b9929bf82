"""Who looked where: the log, for those who may read it. It holds no content."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from hgkm_desktop.models import AuditLine
from hgkm_desktop.models.codes import Act
from hgkm_desktop.services import access
from hgkm_desktop.vault import audit


@dataclass(frozen=True)
class AuditEntry:
    """One line, for the screen."""

    seq: int
    at: datetime
    member_id: UUID | None
    act: Act
    kind: str
    record_id: UUID | None


def page(session: Session, before: int | None = None, limit: int = 100) -> Sequence[AuditEntry]:
    """Return the newest lines, or those before a number."""
    access.require(session, access.LOG_READERS)
    lines = select(AuditLine).order_by(AuditLine.seq.desc()).limit(limit)
    if before is not None:
        lines = lines.where(AuditLine.seq < before)
    return [
        AuditEntry(line.seq, line.at, line.member_id, line.act, line.kind, line.record_id)
        for line in session.scalars(lines)
    ]


def note(session: Session, act: Act, kind: str, record_id: UUID | None = None) -> None:
    """Note something a view did that no other service did: a print, an export."""
    access.require(session, access.EVERYONE)
    audit.mention(session, act, kind, record_id)


def first_broken_line(session: Session) -> int | None:
    """Return the first line that does not follow from the one before, None when all is whole."""
    access.require(session, access.LOG_READERS)
    return audit.broken_at(session)
