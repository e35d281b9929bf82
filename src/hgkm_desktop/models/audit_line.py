"""One line of the log of who did what; chained by hash, without content."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, LargeBinary, text
from sqlalchemy.orm import Mapped, mapped_column

from hgkm_desktop.models.base import Code, Moment, Record
from hgkm_desktop.models.codes import Act


class AuditLine(Record, kw_only=True):
    """Who did what to which record, and the hash that ties the line to all before it."""

    __tablename__ = "audit_line"

    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime] = mapped_column(Moment)
    member_id: Mapped[UUID | None]
    act: Mapped[Act] = mapped_column(Code(Act))
    kind: Mapped[str]
    record_id: Mapped[UUID | None]
    hash: Mapped[bytes] = mapped_column(LargeBinary)

    __table_args__ = (
        Index(
            "ix_audit_line_case",
            "record_id",
            sqlite_where=text("kind IN ('case_board', 'case_entry')"),
        ),
    )
