"""The day at a glance: each sees what is hers to see, and it says nothing of anybody else's."""

from datetime import time, timedelta

import pytest
from desk import MONDAY
from going import AUTUMN, DAY, HOUR, NOW, SPRING, plan
from standing_beside import AGREED, TODAY, agree, member, open_linde

from hgkm_desktop import clock
from hgkm_desktop.errors import Forbidden
from hgkm_desktop.models import FixedTime
from hgkm_desktop.models.codes import Role
from hgkm_desktop.rules.bodies import Consent, Note
from hgkm_desktop.rules.going_along import FixedKind
from hgkm_desktop.rules.holding import State
from hgkm_desktop.rules.lists import ConsentForm, Purpose
from hgkm_desktop.services import (
    absences,
    case_board,
    case_notes,
    case_team,
    consents,
    fixed_times,
    holders,
    members,
    shift_notes,
    today,
)

LATER = MONDAY + 15 * DAY
PARTS = "calls", "going", "to_hand_over", "nobody", "endings", "late", "changed"
SHARE = Consent(Purpose.SHARE_WITH_PARTNER, ConsentForm.ORAL, TODAY, "Buurtteam")


@pytest.fixture
def leyla(sign_in):
    return sign_in("Leyla")


@pytest.fixture
def linde(desk, leyla):
    return open_linde(desk, leyla)


def of(db, now=MONDAY):
    return db.call(today.today, now=now)


def filled(found) -> set[str]:
    return {part for part in PARTS if getattr(found, part)}


def offer(leyla, linde):
    leyla.call(consents.answer, linde, SHARE, **NOW)
    leyla.call(holders.offer, linde, "Buurtteam", TODAY + 7 * DAY, **NOW)


@pytest.fixture
def full_day(desk, leyla, sign_in, linde):
    """A day on which there is something in every part, for who may see it."""
    agree(leyla, linde, AGREED)
    offer(leyla, linde)
    for starts in (MONDAY + HOUR, MONDAY + DAY):
        plan(leyla, linde, starts)
    joke = sign_in("Joke")
    programme = FixedTime(
        kind=FixedKind.OWN_PROGRAMME,
        title="Naaicafé",
        weekday=0,
        begins=time(13),
        ends=time(15),
        first_day=TODAY,
    )
    joke.call(fixed_times.save, programme, **NOW)
    joke.call(shift_notes.write, "de sleutel ligt bij Joke", for_confidants=False, **NOW)
    leyla.call(shift_notes.write, "zevenblad", for_confidants=True, **NOW)
    salma = sign_in("Salma")
    salma.call(case_board.start, **NOW)
    leyla.call(case_board.fill, **NOW)
    salma.call(absences.note, member(desk, "Leyla"), TODAY, TODAY, **NOW)
    return linde


def test_an_empty_day_is_empty(leyla):
    found = of(leyla)
    assert found.day == TODAY
    assert filled(found) == set()
    assert (found.busy, found.fixed, found.away, found.hand_over) == ([], [], [], [])


@pytest.mark.parametrize("name", ["Hanan", "Joke"])
def test_a_volunteer_sees_who_is_busy_the_programme_and_the_open_note(full_day, sign_in, name):
    found = of(sign_in(name))
    assert filled(found) == set()
    assert [each.starts for each in found.busy] == [MONDAY + HOUR]
    assert [each.title for each in found.fixed] == ["Naaicafé"]
    assert [note.for_confidants for note in found.hand_over] == [False]
    assert len(found.away) == 1


def test_a_confidant_sees_hers(full_day, sign_in):
    found = of(sign_in("Imane"), MONDAY)
    assert filled(found) == {"going", "to_hand_over", "nobody"}
    (going,) = found.going
    assert (going.label, found.busy) == ("Linde", [])
    assert [each.visit.id for each in found.to_hand_over] == [going.visit.id]
    (nobody,) = found.nobody
    assert (nobody.name.shown, nobody.state) == ("Linde", State.OFFERED)
    assert {note.for_confidants for note in found.hand_over} == {True, False}


def test_a_confidant_of_others_sees_nothing_of_her(desk, leyla, sign_in):
    alone = open_linde(desk, leyla, Imane=True)
    agree(leyla, alone)
    offer(leyla, alone)
    plan(leyla, alone, MONDAY + HOUR)
    leyla.call(case_notes.write, alone, Note(MONDAY, seen="x"), **NOW)
    found = of(sign_in("Imane"), MONDAY)
    assert filled(found) == set()
    assert len(found.busy) == 1


def test_a_coordinator_sees_codes_alone(full_day, desk, sign_in):
    bea, salma = sign_in("Bea"), member(desk, "Salma")
    bea.call(members.change, salma, "Salma", [Role.COORDINATOR], 6)
    found = of(sign_in("Salma"), LATER)
    assert filled(found) == {"nobody"}
    (nobody,) = found.nobody
    assert (nobody.name, nobody.state, nobody.organisation) == (None, State.OFFERED, "Buurtteam")
    assert nobody.code.startswith("BL-")
    assert nobody.days_late == 8


def test_a_confidant_who_coordinates_as_well_sees_each_of_them_once(desk, sign_in, leyla):
    two = open_linde(desk, leyla), open_linde(desk, leyla, Imane=True)
    for case_id in two:
        offer(leyla, case_id)
    bea = sign_in("Bea")
    roles = [Role.CONFIDANT, Role.COORDINATOR]
    bea.call(members.change, member(desk, "Imane"), "Imane", roles, 4)
    imane = sign_in("Imane")
    imane.call(case_board.start, **NOW)
    sign_in("Leyla").call(case_board.fill, **NOW)
    found = of(imane).nobody
    assert {each.case_id: each.name and each.name.shown for each in found} == {
        two[0]: "Linde",
        two[1]: None,
    }


def test_the_board_tells_of_a_late_answer_and_of_nobody_else(desk, leyla, sign_in, linde):
    salma = sign_in("Salma")
    salma.call(case_board.start, **NOW)
    leyla.call(case_board.fill, **NOW)
    assert of(salma).nobody == []
    offer(leyla, linde)
    assert [each.days_late for each in of(salma).nobody] == [0]
    leyla.call(holders.feedback, linde, **NOW)
    assert [each.days_late for each in of(salma, LATER).nobody] == [0]
    leyla.call(holders.end_handover, linde, holders.Ending.REFUSED, **NOW)
    assert of(salma, LATER).nobody == []


def test_a_coordinator_who_waits_for_the_key_still_has_her_day(desk, leyla, sign_in, linde):
    offer(leyla, linde)
    sign_in("Salma").call(case_board.start, **NOW)
    sign_in("Leyla").call(case_board.fill, **NOW)
    sign_in("Bea").call(members.change, member(desk, "Joke"), "Joke", [Role.COORDINATOR], 3)
    assert not of(sign_in("Joke")).nobody
    assert len(of(sign_in("Salma")).nobody) == 1


def test_whom_nobody_of_us_holds_any_more_is_told(desk, leyla, sign_in, linde):
    """Leyla held her and left: until somebody takes over she is nobody's."""
    sign_in("Bea").call(members.leave, member(desk, "Leyla"), **NOW)
    imane = sign_in("Imane")
    imane.call(case_team.drop_leavers, **NOW)
    assert of(imane).nobody == []


def test_an_administrator_has_no_day(sign_in):
    with pytest.raises(Forbidden):
        of(sign_in("Bea"))


@pytest.mark.parametrize("day", [AUTUMN, SPRING])
def test_the_day_is_the_one_on_the_wall_also_at_a_clock_change(leyla, linde, day):
    first = plan(leyla, linde, clock.at(day, time(0)))
    last = plan(leyla, linde, clock.at(day, time(22, 30)))
    for hour in (time(0), time(3, 30), time(23, 59)):
        found = of(leyla, clock.at(day, hour))
        assert found.day == day
        assert [each.visit.id for each in found.going] == [first.id, last.id]
    assert of(leyla, clock.at(day + DAY, time(0))).going == []


def test_after_midnight_in_amsterdam_it_is_another_day(leyla):
    assert of(leyla, clock.at(TODAY + DAY, time(0, 30))).day == TODAY + DAY


def test_nothing_of_the_day_is_said_aloud(full_day, leyla, sign_in):
    for db in (leyla, sign_in("Salma")):
        found = of(db, MONDAY + timedelta(minutes=1))
        said = repr([found, found.going, found.nobody, found.calls, found.hand_over, found.fixed])
        assert not any(word in said for word in ("Linde", "zevenblad", "sleutel", "BL-", "Naai"))
