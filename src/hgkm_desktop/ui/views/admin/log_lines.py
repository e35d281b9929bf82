"""The log's lines as a table shows them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from hgkm_desktop.models import Member
from hgkm_desktop.services.audit_log import AuditEntry
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.table import Column
from hgkm_desktop.ui.views.admin import deeds, when


@dataclass(frozen=True)
class LogLine:
    """Who did what, and when; the number is the line's own."""

    number: int
    moment: str
    moment_in_full: str
    name: str
    color: int
    deed: str


def lines_of(
    entries: Sequence[AuditEntry],
    names: Mapping[UUID, Member],
    now: datetime,
    veiled: bool,
) -> list[LogLine]:
    """Return lines of the log in words."""
    return [_line(entry, names, now, veiled) for entry in entries]


def columns() -> list[Column[LogLine]]:
    """Return the columns of the page with the whole log."""
    return [
        Column[LogLine](tr("When"), lambda line: line.moment_in_full, kind="muted", width=170),
        Column[LogLine](
            tr("Who"),
            lambda line: line.name,
            kind="person",
            width=220,
            extra=lambda line: (line.name, line.color, False),
        ),
        Column[LogLine](tr("What"), lambda line: line.deed, stretch=True),
        Column[LogLine](
            tr("Line"), lambda line: str(line.number), kind="muted", width=90, align="end"
        ),
    ]


def _line(entry: AuditEntry, names: Mapping[UUID, Member], now: datetime, veiled: bool) -> LogLine:
    member = names.get(entry.member_id) if entry.member_id else None
    return LogLine(
        entry.seq,
        when.in_log(entry.at, now),
        when.in_full(entry.at, now),
        deeds.who(entry, names, veiled),
        member.color if member else 6,
        deeds.words(entry, names, veiled),
    )
