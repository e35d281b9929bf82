"""What stays of sessions: counts, per session and per year, and never a person (R-003, R-236).

A table that leaves the house is rounded to fives, and what is under eight is hidden; without
totals, so that nothing can be worked out (PRODUCT.md, 9).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from hgkm_desktop import clock
from hgkm_desktop.models import InformationSession, Registration, SessionHandout
from hgkm_desktop.models.codes import Act
from hgkm_desktop.models.labels import label
from hgkm_desktop.rules import session_words
from hgkm_desktop.rules.sessions import WAITS, Place, SessionTopic
from hgkm_desktop.services import access, tables
from hgkm_desktop.services.tables import Format
from hgkm_desktop.texts import tr
from hgkm_desktop.vault import audit

SMALLEST = 8
STEP = 5


@dataclass(frozen=True)
class OfTopic:
    """What a year brought on one topic; sessions that were called off are not in it."""

    topic: SessionTopic
    sessions: int
    present: int
    hands: int
    hands_of: int
    sheets: int


@dataclass(frozen=True, repr=False)
class _Line:
    session: InformationSession
    registered: int
    waiting: int
    here: int
    children: int
    sheets: int

    @property
    def present(self) -> int:
        heads = self.session.head_count
        return self.here if heads is None else heads


def years(session: Session) -> Sequence[int]:
    """Return the years with sessions that are over, the latest first."""
    access.require(session, access.DESK)
    is_over = InformationSession.starts_at <= session.info["now"]()
    first = session.scalar(select(func.min(InformationSession.starts_at)).where(is_over))
    last = session.scalar(select(func.max(InformationSession.starts_at)).where(is_over))
    if first is None or last is None:
        return []
    return list(range(clock.local(last).year, clock.local(first).year - 1, -1))


def of_year(session: Session, year: int) -> Sequence[OfTopic]:
    """Return what took place in a year, per topic, the most frequent first."""
    access.require(session, access.DESK)
    now = session.info["now"]()
    found: dict[SessionTopic, list[_Line]] = {}
    for line in _lines(session, date(year, 1, 1), date(year, 12, 31)):
        if not line.session.is_off and line.session.starts_at <= now:
            found.setdefault(line.session.topic, []).append(line)
    return sorted((_of_topic(topic, of) for topic, of in found.items()), key=_most_first)


def table(session: Session, first: date, last: date, form: Format, *, outside: bool) -> bytes:
    """Return a table of the sessions of these days, counts only; it is noted who took it."""
    access.require(session, access.EDITORS)
    rows = [_cells(line, outside) for line in _lines(session, first, last)]
    file = tables.written(_header(), rows, form)
    audit.mention(session, Act.EXPORT, InformationSession.__tablename__)
    return file


def for_outside(number: int) -> str:
    """Return a count as it may leave the house: hidden under eight, else rounded to fives."""
    if number < SMALLEST:
        return tr("under {count}").format(count=SMALLEST)
    return str(round(number / STEP) * STEP)


def _lines(session: Session, first: date, last: date) -> Iterator[_Line]:
    begin, end = clock.at(first, time()), clock.at(last + timedelta(days=1), time())
    of_days = InformationSession.starts_at >= begin, InformationSession.starts_at < end
    rows = session.scalars(
        select(InformationSession).where(*of_days).order_by(InformationSession.starts_at)
    ).all()
    lists, sheets = _lists(session, begin, end), _sheets(session, begin, end)
    for row in rows:
        yield _Line(row, *lists.get(row.id, (0, 0, 0, 0)), sheets.get(row.id, 0))


def _lists(
    session: Session, begin: datetime, end: datetime
) -> dict[UUID, tuple[int, int, int, int]]:
    """Return of each session: registered with a place, waiting, here, and children of who came."""
    has_place = Registration.place == Place.HAS_PLACE
    is_here = has_place & Registration.is_here
    sums = (
        func.sum(case((has_place, 1), else_=0)),
        func.sum(case((Registration.place.in_(WAITS), 1), else_=0)),
        func.sum(case((is_here, 1), else_=0)),
        func.sum(case((is_here, Registration.children), else_=0)),
    )
    joined = select(Registration.session_id, *sums).join(
        InformationSession, InformationSession.id == Registration.session_id
    )
    of_days = InformationSession.starts_at >= begin, InformationSession.starts_at < end
    rows = session.execute(joined.where(*of_days).group_by(Registration.session_id)).all()
    return {row[0]: (row[1], row[2], row[3], row[4]) for row in rows}


def _sheets(session: Session, begin: datetime, end: datetime) -> dict[UUID, int]:
    joined = select(SessionHandout.session_id, func.sum(SessionHandout.copies)).join(
        InformationSession, InformationSession.id == SessionHandout.session_id
    )
    of_days = InformationSession.starts_at >= begin, InformationSession.starts_at < end
    rows = session.execute(joined.where(*of_days).group_by(SessionHandout.session_id)).all()
    return {row[0]: row[1] for row in rows}


def _of_topic(topic: SessionTopic, lines: Sequence[_Line]) -> OfTopic:
    shown = [line.session for line in lines]
    return OfTopic(
        topic,
        sessions=len(lines),
        present=sum(line.present for line in lines),
        hands=sum(one.hands or 0 for one in shown),
        hands_of=sum(one.hands_of or 0 for one in shown),
        sheets=sum(line.sheets for line in lines),
    )


def _most_first(of: OfTopic) -> tuple[int, str]:
    return -of.sessions, of.topic.value


def _header() -> tuple[str, ...]:
    return (
        *(tr("Date"), tr("Time"), tr("Topic"), tr("Title"), tr("Form"), tr("Languages")),
        *(tr("For whom"), tr("Takes place"), tr("Places"), tr("Registered"), tr("Waited")),
        *(tr("Present"), tr("Children"), tr("Hands"), tr("Hands of"), tr("Sheets")),
    )


def _cells(line: _Line, outside: bool) -> tuple[str | int, ...]:
    one, starts = line.session, clock.local(line.session.starts_at)
    numbers = (
        *(line.registered, line.waiting, line.present, line.children),
        *(one.hands, one.hands_of, line.sheets),
    )
    return (
        starts.date().isoformat(),
        f"{starts:%H:%M}",
        session_words.word(one.topic),
        one.title,
        session_words.word(one.form),
        ", ".join(label(language) for language in one.languages),
        session_words.word(one.audience),
        tr("no") if one.is_off else tr("yes"),
        "" if one.capacity is None else one.capacity,
        *(_number(number, outside) for number in numbers),
    )


def _number(number: int | None, outside: bool) -> str | int:
    if number is None:
        return ""
    return for_outside(number) if outside else number
