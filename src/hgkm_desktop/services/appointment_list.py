"""The shared week: one's own appointments as they are, of everybody else only who is busy."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from hgkm_desktop import clock
from hgkm_desktop.models import Absence, Appointment
from hgkm_desktop.models.codes import Act, Role
from hgkm_desktop.rules import cautions
from hgkm_desktop.rules.appointment import Visit
from hgkm_desktop.rules.cautions import Caution
from hgkm_desktop.rules.holidays import holiday
from hgkm_desktop.services import (
    absences,
    access,
    appointment_checks,
    appointment_rows,
    case_name,
    fixed_times,
    partner_names,
    sessions_today,
)
from hgkm_desktop.services.case_name import CaseName
from hgkm_desktop.services.fixed_times import Fixed
from hgkm_desktop.services.sessions_today import TakesPlace
from hgkm_desktop.vault import audit, sealing
from hgkm_desktop.vault.actor import actor_of
from hgkm_desktop.vault.case_ring import CaseKey

ONE_DAY = timedelta(days=1)
SOON = timedelta(days=14)


@dataclass(frozen=True)
class ShowVisit:
    """The wish to see an appointment in the calendar."""

    visit_id: UUID


@dataclass(frozen=True)
class NewVisit:
    """The wish to plan to go along with somebody; without a case it is asked who."""

    case_id: UUID | None = None
    starts: datetime | None = None


@dataclass(frozen=True, repr=False)
class Seen:
    """An appointment with the words for it: how she is called, the partner and the person."""

    visit: Visit
    name: CaseName | None
    label: str
    partner: str
    person: str
    cautions: tuple[Caution, ...]
    is_mine: bool


@dataclass(frozen=True)
class Busy:
    """That somebody goes along with somebody: with whom and where is not told."""

    id: UUID
    starts: datetime
    ends: datetime
    member_id: UUID


@dataclass(frozen=True, repr=False)
class Days:
    """What there is in some days, as this member may see it."""

    seen: Sequence[Seen]
    busy: Sequence[Busy]
    fixed: Sequence[Fixed]
    away: Sequence[Absence]
    holidays: dict[date, str] = field(default_factory=dict[date, str])
    sessions: Sequence[TakesPlace] = ()


@dataclass(frozen=True, repr=False)
class _Names:
    """What stands for ids: cases, partners and the people who work there."""

    keys: dict[UUID, CaseKey]
    names: dict[UUID, CaseName]
    partners: dict[UUID, str]
    persons: dict[UUID, str]


def between(session: Session, first: date, last: date, *, now: datetime) -> Days:
    """Return what there is from one day to another, both included."""
    held = sessions_today.between(session, first, last)
    holidays = dict(_holidays(first, last))
    return replace(_days(session, first, last), holidays=holidays, sessions=held)


def of_day(session: Session, day: date) -> Days:
    """Return what there is on one day, without holidays and sessions: the day asks those itself."""
    return _days(session, day, day)


def _days(session: Session, first: date, last: date) -> Days:
    access.require(session, access.DESK)
    rows = _rows(session, first, last)
    seen = _seen(session, rows)
    known = {each.visit.id for each in seen}
    busy = [_busy(row) for row in rows if row.id not in known and not row.is_off]
    return Days(
        seen,
        busy,
        fixed_times.between(session, first, last),
        absences.of_days(session, first, last),
    )


def one(session: Session, visit_id: UUID) -> Seen:
    """Return one appointment with its words; it is noted who looked.

    Raise Forbidden for whoever has no part in it.
    """
    access.require(session, access.CONFIDANTS)
    row = appointment_rows.row_of(session, visit_id)
    key = appointment_rows.opener(session, row)
    audit.mention(session, Act.READ, "appointment", visit_id)
    keys = {} if row.case_id is None or key is None else {row.case_id: key}
    return _told(session, _names(session, keys), row)


def to_hand_over(session: Session, *, now: datetime) -> Sequence[Seen]:
    """Return what lies ahead where whoever goes along is not there, for who can do something.

    Her reserve is asked. Where nobody in reserve is there either, all who may read it hear of it:
    nobody goes to the police alone because the one who would go along is ill, or left (R-254).
    """
    actor = access.require(session, access.CONFIDANTS)
    missing = _Missing.soon(session, clock.local(now).date())
    rows = session.scalars(
        select(Appointment)
        .where(Appointment.starts_at > now, Appointment.is_off.is_(False))
        .where(Appointment.first_id.in_(missing.who()), Appointment.first_id != actor.member_id)
        .order_by(Appointment.starts_at, Appointment.id)
    )
    seen = _seen(session, [row for row in rows if missing.is_left(row, actor.member_id)])
    return [each for each in seen if each.visit.state.is_ahead]


@dataclass(frozen=True)
class _Missing:
    """Who is away for some days, and who goes along with nobody any more."""

    away: Sequence[Absence]
    left: frozenset[UUID]

    @classmethod
    def soon(cls, session: Session, today: date) -> "_Missing":
        """Return who is not there from today on, where that begins in two weeks at the latest."""
        everybody = actor_of(session).directory.certificates.values()
        left = (each.member_id for each in everybody if not each.may_open(Role.CONFIDANT))
        return cls(absences.of_days(session, today, today + SOON), frozenset(left))

    def who(self) -> set[UUID]:
        """Return everybody who is missing on some day."""
        return {absence.member_id for absence in self.away} | self.left

    def is_left(self, row: Appointment, me: UUID) -> bool:
        """Say whether it is for me to look at: I am the reserve, or there is nobody else."""
        if not self._is_missing(row.first_id, row):
            return False
        reserve = row.reserve_id
        return reserve in (None, me) or self._is_missing(reserve, row)

    def _is_missing(self, member: UUID | None, row: Appointment) -> bool:
        first, last = clock.local(row.starts_at).date(), clock.local(row.ends_at).date()
        days = (each for each in self.away if each.member_id == member)
        is_away = any(each.first_day <= last and each.last_day >= first for each in days)
        return is_away or member in self.left


def _rows(session: Session, first: date, last: date) -> Sequence[Appointment]:
    since, until = clock.at(first, time.min), clock.at(last + ONE_DAY, time.min)
    inside = Appointment.starts_at < until, Appointment.ends_at > since
    # No appointment is longer than half a day, so the index can begin a day earlier.
    near = Appointment.starts_at > since - ONE_DAY
    order = Appointment.starts_at, Appointment.id
    return session.scalars(select(Appointment).where(near, *inside).order_by(*order)).all()


def _seen(session: Session, rows: Sequence[Appointment]) -> list[Seen]:
    if not actor_of(session).may(Role.CONFIDANT):
        return []
    cases = (row.case_id for row in rows if row.case_id is not None)
    keys = appointment_rows.openers(session, cases)
    names = _names(session, keys)
    held = sealing.is_held(session, sealing.CONFIDANTS)
    mine = (row for row in rows if (held if row.case_id is None else row.case_id in keys))
    return [_told(session, names, row) for row in mine]


def _names(session: Session, keys: dict[UUID, CaseKey]) -> _Names:
    return _Names(
        keys,
        {case_id: case_name.name_with(session, key) for case_id, key in keys.items()},
        partner_names.names(session),
        partner_names.person_names(session),
    )


def _told(session: Session, names: _Names, row: Appointment) -> Seen:
    key = None if row.case_id is None else names.keys[row.case_id]
    visit = appointment_rows.read(session, row, key)
    told, name = visit.details, None if row.case_id is None else names.names[row.case_id]
    me = actor_of(session).member_id
    return Seen(
        visit,
        name,
        told.alias if name is None else name.shown,
        _named(names.partners, told.partner_id, told.partner_words),
        _named(names.persons, told.person_id, told.person_words),
        _cautions(session, visit, key),
        me in visit.companions,
    )


def _cautions(session: Session, visit: Visit, key: CaseKey | None) -> tuple[Caution, ...]:
    """Return what is not right yet; what she allowed may have changed since it was planned."""
    found = cautions.cautions(visit)
    if visit.state.is_ahead and not appointment_checks.may_signal(session, visit, key):
        found = [Caution.CALL_NOT_AGREED, *found]
    return tuple(found)


def _named(known: dict[UUID, str], named: UUID | None, words: str) -> str:
    return words if named is None else known.get(named, words)


def _busy(row: Appointment) -> Busy:
    return Busy(row.id, row.starts_at, row.ends_at, row.first_id)


def _holidays(first: date, last: date) -> Iterator[tuple[date, str]]:
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        if name := holiday(day):
            yield day, name
