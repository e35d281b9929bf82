"""Taking appointments along in a calendar: who may, what is noted, and what a move becomes."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from calendars import DETAILS, STARTS, events, taken_in
from desk import MONDAY
from ical.calendar import Calendar
from sqlalchemy import text
from standing_beside import member, open_linde

from hgkm_desktop.errors import Forbidden, Invalid
from hgkm_desktop.rules.going_along import Side, State
from hgkm_desktop.services import appointments, calendar_file


@pytest.fixture
def hers(desk, sign_in):
    """Leyla's plan to go along with Linde, Imane in reserve."""
    leyla = sign_in("Leyla")
    case_id = open_linde(desk, leyla)
    blank = leyla.call(appointments.blank, STARTS, case_id, now=MONDAY)
    details = replace(DETAILS, alias="", introduced=blank.companions)
    visit = leyla.call(appointments.plan, replace(blank, details=details), now=MONDAY)
    return leyla, visit


def export(db, *visits):
    return db.call(calendar_file.ics, [visit.id for visit in visits], now=MONDAY)


def acts(db):
    with db.engine.connect() as connection:
        rows = connection.execute(text("SELECT act, kind, record_id FROM audit_line ORDER BY seq"))
        return [(act, kind, UUID(str(found))) for act, kind, found in rows if act == "export"]


def test_who_goes_along_and_her_reserve_take_it_along(hers, sign_in):
    leyla, visit = hers
    for db in (leyla, sign_in("Imane")):
        (event,) = events(export(db, visit, visit))
        assert event.dtstart == STARTS
    assert acts(leyla) == [("export", "appointment", visit.id)] * 2


def test_a_move_and_a_call_off_reach_the_calendar(hers):
    leyla, visit = hers
    calendar = Calendar()
    taken_in(calendar, export(leyla, visit))
    day = timedelta(days=1)
    moved = leyla.call(
        appointments.move,
        visit.id,
        visit.version,
        visit.starts + day,
        visit.ends + day,
        Side.PARTNER,
        now=MONDAY,
    )
    taken_in(calendar, export(leyla, moved))
    assert [event.dtstart for event in calendar.events] == [STARTS + day]
    off = leyla.call(
        appointments.call_off, moved.id, moved.version, State.CANCELLED, Side.HER, "", now=MONDAY
    )
    taken_in(calendar, export(leyla, off))
    assert [event.status for event in calendar.events] == ["CANCELLED"]


def test_one_of_others_is_refused_and_nothing_is_noted(hers, desk, monkeypatch):
    leyla, visit = hers
    others = replace(visit, first=member(desk, "Imane"), reserve=None)
    monkeypatch.setattr(appointments, "get", lambda _session, _visit_id: others)
    with pytest.raises(Forbidden):
        export(leyla, visit)
    assert acts(leyla) == []


@pytest.mark.parametrize("name", ["Hanan", "Joke", "Salma", "Bea"])
def test_only_confidants_take_appointments_along(hers, sign_in, name):
    _, visit = hers
    with pytest.raises(Forbidden):
        export(sign_in(name), visit)


def test_nothing_chosen_makes_no_file(hers):
    leyla, _ = hers
    with pytest.raises(Invalid) as refused:
        export(leyla)
    assert refused.value.problems == {"visits": "Kies eerst een afspraak."}
