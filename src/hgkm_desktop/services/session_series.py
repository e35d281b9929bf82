"""Sessions that repeat: each time is a session of its own, some days are left out (R-070)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from hgkm_desktop import clock
from hgkm_desktop.errors import Conflict, Invalid
from hgkm_desktop.models import InformationSession, SessionSeries, new_id
from hgkm_desktop.rules import repeating
from hgkm_desktop.rules.sessions import Frequency
from hgkm_desktop.services import access, information_sessions
from hgkm_desktop.services.information_sessions import PLANNED
from hgkm_desktop.texts import tr

_TIMES = frozenset({"starts_at", "ends_at"})


@dataclass(frozen=True)
class Repeat:
    """How often, until when, and on which days not."""

    frequency: Frequency
    until: date
    left_out: frozenset[date] = frozenset()


def days(session: Session, first_day: date, repeat: Repeat) -> Sequence[date]:
    """Return the days a series would have; raise Invalid({"until": …}) for none or too many."""
    access.require(session, access.EDITORS)
    return _days(first_day, repeat)


def begin(
    session: Session, planned: InformationSession, repeat: Repeat, *, now: datetime
) -> Sequence[InformationSession]:
    """Keep a series, all its times at once, each as planned; raise Invalid({field: …})."""
    access.require(session, access.EDITORS)
    information_sessions.tidy(planned, now)
    first = clock.local(planned.starts_at)
    found = _days(first.date(), repeat)
    left_out = tuple(day.isoformat() for day in sorted(repeat.left_out))
    rule = repeating.written(repeat.frequency, first.date(), repeat.until)
    series = SessionSeries(
        rule=rule, first_day=first.date(), begins=first.time(), left_out=left_out
    )
    session.add(series)
    session.flush()
    lasts = planned.ends_at - planned.starts_at
    times = [_time(planned, series, clock.at(day, first.time()), lasts) for day in found]
    session.add_all(times)
    session.flush()
    return times


def following(session: Session, session_id: UUID) -> Sequence[InformationSession]:
    """Return the later times of its series that still take place, in order."""
    access.require(session, access.DESK)
    return _following(session, information_sessions.found(session, session_id))


def save_following(
    session: Session, planned: InformationSession, *, now: datetime
) -> Sequence[InformationSession]:
    """Change one time of a series and what was changed in it of all later ones; return these.

    Another hour is another hour for those that stand where the series put them; one that was
    moved by itself keeps its own hour. Raise Invalid or Conflict, and then nothing is changed.
    """
    access.require(session, access.EDITORS)
    known = information_sessions.must_be(session, planned.id, planned.version)
    later = _following(session, known)
    information_sessions.tidy(planned, now)
    before = {name: getattr(known, name) for name in PLANNED}
    changed = [name for name in PLANNED if getattr(planned, name) != before[name]]
    stood_in_series = known.starts_at == known.planned_for
    information_sessions.copy(planned, known)
    if stood_in_series:
        known.planned_for = known.starts_at
    for one in later:
        _change_alike(one, planned, before, changed)
    session.flush()
    return later


def call_off_following(
    session: Session, session_id: UUID, version: int, why: str
) -> Sequence[InformationSession]:
    """Note that this and all later times do not take place; return all of them."""
    access.require(session, access.EDITORS)
    known = information_sessions.found(session, session_id)
    later = _following(session, known)
    information_sessions.call_off(session, session_id, version, why)
    for one in later:
        one.is_off, one.off_why = True, known.off_why
    session.flush()
    return [known, *later]


def _days(first_day: date, repeat: Repeat) -> Sequence[date]:
    if repeat.until < first_day:
        raise Invalid({"until": tr("The last day comes after the first.")})
    rule = repeating.written(repeat.frequency, first_day, repeat.until)
    found = repeating.days(rule, first_day, repeat.left_out)
    if not found:
        raise Invalid({"until": tr("No day is left. Leave out fewer days.")})
    return found


def _time(
    planned: InformationSession, series: SessionSeries, starts: datetime, lasts: timedelta
) -> InformationSession:
    as_planned = {name: getattr(planned, name) for name in (*PLANNED, "search_key")}
    as_planned |= {"starts_at": starts, "ends_at": starts + lasts}
    return InformationSession(id=new_id(), series_id=series.id, planned_for=starts, **as_planned)


def _following(session: Session, known: InformationSession) -> Sequence[InformationSession]:
    if known.series_id is None:
        raise Conflict(tr("This session does not repeat."))
    ours = InformationSession.series_id == known.series_id
    later = InformationSession.starts_at > known.starts_at
    alive = InformationSession.is_off.is_(False)
    rows = select(InformationSession).where(ours, later, alive)
    return session.scalars(rows.order_by(InformationSession.starts_at)).all()


def _change_alike(
    one: InformationSession,
    planned: InformationSession,
    before: dict[str, object],
    changed: Collection[str],
) -> None:
    for name in changed:
        if name not in _TIMES and getattr(one, name) == before[name]:
            setattr(one, name, getattr(planned, name))
    one.search_key = information_sessions.search_key(one)
    if _TIMES.intersection(changed) and one.starts_at == one.planned_for:
        _move_alike(one, planned, before["starts_at"])


def _move_alike(one: InformationSession, planned: InformationSession, was: object) -> None:
    """Move by as many days, to the same hour on the wall: summer time shifts nothing."""
    assert isinstance(was, datetime)
    starts, before = clock.local(planned.starts_at), clock.local(was)
    day = clock.local(one.starts_at).date() + (starts.date() - before.date())
    one.starts_at = clock.at(day, starts.time())
    one.ends_at = one.starts_at + (planned.ends_at - planned.starts_at)
    one.planned_for = one.starts_at
