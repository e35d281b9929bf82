"""Many records at once, for generated examples: same columns, same seals, one transaction."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import Any

from sqlalchemy import insert, update
from sqlalchemy.orm import Session

from hgkm_desktop.models import Member, RealQuestion, TallyDay, WalkIn
from hgkm_desktop.models.codes import Act, HelpTopic
from hgkm_desktop.services import access, rings, search, walk_ins
from hgkm_desktop.vault import audit, sealing
from hgkm_desktop.vault.sealing import RingKey

AT_ONCE = 2000


@dataclass(frozen=True, repr=False)
class Example:
    """A generated walk-in and the real question that goes with some of them."""

    walk_in: WalkIn
    question: RealQuestion | None


def add_walk_ins(session: Session, examples: Iterable[Example]) -> int:
    """Add generated walk-ins as they would have been typed; return how many."""
    access.require(session, access.DESK)
    ring = sealing.current(session, sealing.CONFIDANTS)
    count, rest = 0, iter(examples)
    while part := list(islice(rest, AT_ONCE)):
        rows = [_row(ring, example) for example in part]
        session.connection().execute(insert(WalkIn), rows)
        for row in rows:
            audit.mention(session, Act.CREATE, "walk_in", row["id"])
        count += len(rows)
    return count


def add_tallies(session: Session, numbers: Iterable[tuple[date, HelpTopic, int]]) -> int:
    """Add generated day totals; return how many rows."""
    access.require(session, access.DESK)
    rows = [{"day": day, "topic": topic, "count": count} for day, topic, count in numbers]
    for begin in range(0, len(rows), AT_ONCE):
        session.connection().execute(insert(TallyDay), rows[begin : begin + AT_ONCE])
    audit.mention(session, Act.CREATE, "tally_day")
    return len(rows)


def settle(session: Session) -> None:
    """Let generated members keep the passphrase they were given."""
    access.require(session, access.TEAM)
    session.execute(update(Member).values(must_renew=False))


def days(first: date, last: date) -> Iterator[date]:
    """Return every day from the first to the last."""
    return (first + timedelta(days=n) for n in range((last - first).days + 1))


def _row(ring: RingKey | None, example: Example) -> dict[str, Any]:
    record, question = example.walk_in, example.question
    row = {column.key: getattr(record, column.key) for column in WalkIn.__table__.columns}
    row["version"] = 1
    row["search_key"] = search.key(record.desk_question)
    if ring is not None and question:
        plain = walk_ins.packed(question)
        row["sealed"] = sealing.seal_for(ring, plain, *rings.QUESTION, record.id)
    return row
