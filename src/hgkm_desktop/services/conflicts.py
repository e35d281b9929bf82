"""What else there is at that time: shown to a person, never in the way (R-028)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum, auto
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from hgkm_desktop import clock
from hgkm_desktop.models import Appointment
from hgkm_desktop.rules.going_along import FixedKind
from hgkm_desktop.services import absences, access, fixed_times

ONE_DAY = timedelta(days=1)


class Clash(StrEnum):
    """What is at the same time."""

    VISIT = auto()
    NETWORK_MEETING = auto()
    OWN_PROGRAMME = auto()
    AWAY = auto()


@dataclass(frozen=True, repr=False)
class Conflict:
    """Something at the same time, and of whom; None where it is everybody's."""

    member_id: UUID | None
    what: Clash
    starts: datetime
    ends: datetime
    title: str = ""


def conflicts(
    session: Session,
    companions: Iterable[UUID],
    starts: datetime,
    ends: datetime,
    but: UUID | None = None,
) -> Sequence[Conflict]:
    """Return what else there is for those who go along, but for the appointment itself."""
    access.require(session, access.DESK)
    who = list(dict.fromkeys(companions))
    found = [
        *_visits(session, who, starts, ends, but),
        *_away(session, who, starts, ends),
        *_programme(session, starts, ends),
    ]
    return sorted(found, key=_start)


def _visits(
    session: Session, who: Sequence[UUID], starts: datetime, ends: datetime, but: UUID | None
) -> Iterator[Conflict]:
    rows = select(Appointment).where(
        # No appointment is longer than half a day, so the index can begin a day earlier.
        Appointment.starts_at > starts - ONE_DAY,
        Appointment.starts_at < ends,
        Appointment.ends_at > starts,
        Appointment.is_off.is_(False),
        or_(Appointment.first_id.in_(who), Appointment.reserve_id.in_(who)),
    )
    for row in session.scalars(rows):
        for member in (row.first_id, row.reserve_id):
            if row.id != but and member in who:
                yield Conflict(member, Clash.VISIT, row.starts_at, row.ends_at)


def _away(
    session: Session, who: Sequence[UUID], starts: datetime, ends: datetime
) -> Iterator[Conflict]:
    for absence in absences.of_days(session, _day(starts), _last_day(ends)):
        if absence.member_id in who:
            yield Conflict(absence.member_id, Clash.AWAY, starts, ends)


def _programme(session: Session, starts: datetime, ends: datetime) -> Iterator[Conflict]:
    for fixed in fixed_times.between(session, _day(starts), _last_day(ends)):
        if fixed.starts < ends and fixed.ends > starts:
            meeting = fixed.kind is FixedKind.NETWORK_MEETING
            what = Clash.NETWORK_MEETING if meeting else Clash.OWN_PROGRAMME
            yield Conflict(None, what, fixed.starts, fixed.ends, fixed.title)


def _day(moment: datetime) -> date:
    return clock.local(moment).date()


def _last_day(ends: datetime) -> date:
    """Return the last day something is on: what ends at midnight is not on the next day."""
    return _day(ends - timedelta(microseconds=1))


def _start(conflict: Conflict) -> tuple[datetime, str]:
    return conflict.starts, conflict.what
