"""What takes place every week: the network meeting and our own programme (R-010, R-011, R-028)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from hgkm_desktop import clock
from hgkm_desktop.errors import Conflict, Invalid
from hgkm_desktop.models import FixedTime
from hgkm_desktop.rules.going_along import FixedKind
from hgkm_desktop.services import access
from hgkm_desktop.services.changing import changed
from hgkm_desktop.services.fields import one_line, problem_with, problem_with_name
from hgkm_desktop.texts import tr

SHORT = 120
DAYS = 7


@dataclass(frozen=True, repr=False)
class Fixed:
    """One time it takes place."""

    id: UUID
    kind: FixedKind
    title: str
    starts: datetime
    ends: datetime
    place: str


def everything(session: Session) -> Sequence[FixedTime]:
    """Return the weekly programme, in the order of the week."""
    access.require(session, access.DESK)
    order = FixedTime.weekday, FixedTime.begins, FixedTime.id
    return session.scalars(select(FixedTime).order_by(*order)).all()


def save(session: Session, fixed: FixedTime, *, now: datetime) -> FixedTime:
    """Keep something that takes place every week; raise Invalid or Conflict."""
    access.require(session, access.EDITORS)
    fixed.title, fixed.place = one_line(fixed.title), one_line(fixed.place)
    problems = {
        "title": problem_with_name(fixed.title) or problem_with(fixed.title),
        "place": problem_with(fixed.place, SHORT),
    }
    if not 0 <= fixed.weekday < DAYS:
        problems["weekday"] = tr("Choose a day of the week.")
    if fixed.begins >= fixed.ends:
        problems["ends"] = tr("The end comes after the beginning.")
    if fixed.last_day is not None and fixed.last_day < fixed.first_day:
        problems["last_day"] = tr("The last day comes after the first.")
    if found := {place: wrong for place, wrong in problems.items() if wrong}:
        raise Invalid(found)
    return changed(session, fixed)


def end(session: Session, fixed_id: UUID, on: date) -> None:
    """Let it take place for the last time on a day; what was stays."""
    access.require(session, access.EDITORS)
    fixed = session.get(FixedTime, fixed_id)
    if fixed is None:
        raise Conflict(tr("This was taken back already."))
    if on < fixed.first_day:
        session.delete(fixed)
    else:
        fixed.last_day = on


def between(session: Session, first: date, last: date) -> Sequence[Fixed]:
    """Return every time something takes place in these days, in order."""
    access.require(session, access.DESK)
    running = or_(FixedTime.last_day.is_(None), FixedTime.last_day >= first)
    rows = session.scalars(select(FixedTime).where(FixedTime.first_day <= last, running)).all()
    found = [each for row in rows for each in _times(row, first, last)]
    return sorted(found, key=_start)


def _times(row: FixedTime, first: date, last: date) -> Iterator[Fixed]:
    day = max(first, row.first_day)
    day += timedelta(days=(row.weekday - day.weekday()) % DAYS)
    while day <= min(last, row.last_day or last):
        starts, ends = clock.at(day, row.begins), clock.at(day, row.ends)
        yield Fixed(row.id, row.kind, row.title, starts, ends, row.place)
        day += timedelta(days=DAYS)


def _start(fixed: Fixed) -> tuple[datetime, str]:
    return fixed.starts, fixed.title
