"""Going along with Linde: a partner, somebody there, and a visit that is right as it stands."""

from dataclasses import fields, replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

import pytest
from desk import MONDAY
from sqlalchemy.orm import Session

from hgkm_desktop.db import Database
from hgkm_desktop.errors import Invalid
from hgkm_desktop.models import Partner, PartnerPerson
from hgkm_desktop.rules.appointment import Details, Interpreter, NotWith, Visit
from hgkm_desktop.rules.going_along import (
    AppointmentKind,
    ArrivalSignal,
    BothSides,
    Presence,
    Side,
)
from hgkm_desktop.rules.lists import LifeDomain
from hgkm_desktop.services import appointments

TUESDAY = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
"""The day after, ten o'clock in Amsterdam: inside the hours in which Linde may be called."""
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
BEFORE = MONDAY - timedelta(days=3)
"""The Friday before: a visit that was then is over."""
AUTUMN, SPRING = date(2026, 10, 25), date(2027, 3, 28)
"""The nights on which the clock goes back, and forward."""
ID = UUID(int=7)
NOW = {"now": MONDAY}
BOTH = frozenset({BothSides.SHE_WANTS_US, BothSides.PARTNER_KNOWS})
TOLD = Details(
    AppointmentKind.BUURTTEAM,
    partner_words="Buurtteam Oost",
    person_words="Jolanda",
    has_met=True,
    purpose="Over de huur",
    meet_at=time(9, 45),
    meet_where="bij de bieb",
    place="hun kantoor",
    signal=ArrivalSignal.RING,
    presence=Presence.INSIDE,
    was_asked_alone=True,
    language="arabic",
    interpreter=Interpreter("Amal", "een vrouw", is_sure=True),
    domains=(LifeDomain.MONEY,),
    questions=("Mag ik blijven wonen?",),
    not_with=(NotWith("de zoon", "de opvang"),),
    both_sides=BOTH,
)
"""Everything somebody can say of an appointment, and nothing wrong in it."""


def blank(db: Database, case_id: UUID | None, starts: datetime = TUESDAY, **told) -> Visit:
    """Return a visit that can be planned; with a walk-in's alias when there is no case."""
    visit = db.call(appointments.blank, starts, case_id, **NOW)
    alias = "" if case_id is not None else "Roos"
    if told.get("signal") is ArrivalSignal.CALL:
        # Linde may be called from ten o'clock on, and not a quarter of an hour before.
        told = {"meet_at": None} | told
    return replace(visit, details=replace(TOLD, **{"alias": alias} | told))


def plan(db: Database, case_id: UUID | None, starts: datetime = TUESDAY, **told) -> Visit:
    return db.call(appointments.plan, blank(db, case_id, starts, **told), **NOW)


def told(visit: Visit, **changes) -> Visit:
    """Return the visit with something else said of it."""
    return replace(visit, details=replace(visit.details, **changes))


def move(db: Database, visit: Visit, starts: datetime, side: Side = Side.HER, **given) -> Visit:
    times = starts, starts + given.pop("lasts", HOUR)
    return db.call(appointments.move, visit.id, visit.version, *times, side, **NOW | given)


def act(db: Database, service, visit: Visit, *given, **named) -> Visit:
    """Call a service that changes a visit, from the version that is in hand."""
    return db.call(service, visit.id, visit.version, *given, **NOW | named)


def refused(work, *given, **named) -> set[str]:
    """Return beside which fields it is said why something is not done."""
    with pytest.raises(Invalid) as error:
        work(*given, **named)
    assert all(error.value.problems.values())
    return set(error.value.problems)


def partner(db: Database, name: str = "Buurtteam Oost") -> UUID:
    """Put a partner in the directory, past the service for it; return its id."""
    return db.call(_added, Partner(name=name))


def person(db: Database, partner_id: UUID, name: str = "Jolanda") -> UUID:
    return db.call(_added, PartnerPerson(partner_id=partner_id, name=name))


def _added(session: Session, record: Partner | PartnerPerson) -> UUID:
    session.add(record)
    session.flush()
    return record.id


def same(one: Visit, other: Visit) -> bool:
    """Say whether two visits are alike in everything but their version and who changed them."""
    left_out = {"version", "changed_at", "changed_by"}
    names = [each.name for each in fields(Visit) if each.name not in left_out]
    return all(getattr(one, name) == getattr(other, name) for name in names)
