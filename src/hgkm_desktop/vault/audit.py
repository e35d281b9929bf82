"""The log of who did what: append-only, each line tied to all before it by a hash.

The newest hash is kept beside the device secret as well, so that a log cut short, or an older file
put back, is noticed at the next sign-in.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from hgkm_desktop.models import AuditLine
from hgkm_desktop.models.codes import Act
from hgkm_desktop.vault.store import driver_of

START = bytes(32)


class Deed(NamedTuple):
    """One thing somebody did, without content."""

    act: Act
    kind: str
    record_id: UUID | None = None


@dataclass(frozen=True)
class Head:
    """The newest line of the chain."""

    seq: int
    hash: bytes

    def text(self) -> str:
        """Return the form the key ring holds."""
        return f"{self.seq}:{self.hash.hex()}"

    @classmethod
    def parse(cls, text: str) -> "Head":
        """Return a head from the key ring's form; raise ValueError for anything else."""
        seq, _, digits = text.partition(":")
        return cls(int(seq), bytes.fromhex(digits))


def mention(session: Session, act: Act, kind: str, record_id: UUID | None = None) -> None:
    """Note a deed for the log; it is written in the same transaction as the deed."""
    session.info.setdefault("deeds", []).append(Deed(act, kind, record_id))


def head(session: Session) -> Head:
    """Return the newest line's number and hash."""
    newest = "SELECT seq, hash FROM audit_line ORDER BY seq DESC LIMIT 1"
    row = driver_of(session).execute(newest).fetchone()
    return Head(0, START) if row is None else Head(*row)


def link(before: bytes, seq: int, at: datetime, member_id: UUID | None, deed: Deed) -> bytes:
    """Return the hash of a line that follows `before`."""
    words = (str(seq), at.isoformat(), str(member_id), deed.act, deed.kind, str(deed.record_id))
    return sha256(before + "\x1f".join(words).encode()).digest()


def write(session: Session, member_id: UUID | None, deeds: Iterable[Deed], at: datetime) -> Head:
    """Append the deeds of one transaction; return the new head.

    Straight to the driver: every deed of the day passes here (bench/, save of one walk-in).
    """
    last, who = head(session), member_id and member_id.hex
    when = at.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")
    rows: list[tuple[object, ...]] = []
    for deed in dict.fromkeys(deeds):
        last = Head(last.seq + 1, link(last.hash, last.seq + 1, at, member_id, deed))
        what = deed.act.value, deed.kind, deed.record_id and deed.record_id.hex
        rows.append((last.seq, when, who, *what, last.hash))
    driver_of(session).executemany(
        "INSERT INTO audit_line (seq, at, member_id, act, kind, record_id, hash)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        rows,
    )
    return last


def broken_at(session: Session, after: int = 0) -> int | None:
    """Return the number of the first line that does not follow from the one before, or None."""
    lines = select(AuditLine).where(AuditLine.seq >= after).order_by(AuditLine.seq)
    before: Head | None = None if after > 1 else Head(0, START)
    for line in session.scalars(lines.execution_options(yield_per=2000)):
        deed = Deed(line.act, line.kind, line.record_id)
        if before is not None:
            expected = link(before.hash, line.seq, line.at, line.member_id, deed)
            if line.seq != before.seq + 1 or line.hash != expected:
                return line.seq
        before = Head(line.seq, line.hash)
    return None


def contains(session: Session, known: Head) -> bool:
    """Say whether the chain still holds a head that was seen before."""
    if known.seq == 0:
        return True
    line = session.get(AuditLine, known.seq)
    return line is not None and line.hash == known.hash
