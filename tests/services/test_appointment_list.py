"""The shared week: one's own as they are; of everybody else only that somebody is busy."""

from dataclasses import fields, replace
from datetime import date, datetime, time, timedelta

import pytest
from desk import MONDAY
from going import (
    AUTUMN,
    BEFORE,
    DAY,
    HOUR,
    NOW,
    SPRING,
    TUESDAY,
    act,
    blank,
    partner,
    person,
    plan,
)
from sqlalchemy.orm import Session
from standing_beside import TODAY, candidates, member, open_linde

from hgkm_desktop import clock
from hgkm_desktop.errors import Conflict, Forbidden
from hgkm_desktop.models import AuditLine, FixedTime
from hgkm_desktop.models.codes import Act
from hgkm_desktop.rules.cautions import Caution
from hgkm_desktop.rules.going_along import FixedKind, State
from hgkm_desktop.services import (
    absences,
    appointment_list,
    appointments,
    case_team,
    cases,
    fixed_times,
)
from hgkm_desktop.services.appointment_list import Busy

WEEK = TODAY, TODAY + timedelta(days=6)
TOMORROW = TODAY + DAY


@pytest.fixture
def leyla(sign_in):
    return sign_in("Leyla")


@pytest.fixture
def imane(sign_in):
    return sign_in("Imane")


@pytest.fixture
def linde(desk, leyla):
    return open_linde(desk, leyla)


def between(db, first=TODAY, last=WEEK[1]):
    return db.call(appointment_list.between, first, last, **NOW)


def ids(seen):
    return [each.visit.id for each in seen]


def away(db, name, first=TODAY, last=WEEK[1]):
    """Note that somebody is not there; return the id of the absence."""
    return db.call(absences.note, name, first, last, **NOW)


def left(db, now=MONDAY):
    return ids(db.call(appointment_list.to_hand_over, now=now))


def test_a_confidant_sees_hers_with_all_its_words(leyla, imane, linde):
    team = partner(leyla)
    jolanda = person(leyla, team)
    visit = plan(leyla, linde, partner_id=team, person_id=jolanda, was_asked_alone=False)
    for db in (leyla, imane):
        (seen,) = between(db).seen
        assert seen.visit == visit
        assert (seen.label, seen.partner, seen.person) == ("Linde", "Buurtteam Oost", "Jolanda")
        assert seen.name == leyla.call(cases.name_of, linde)
        assert Caution.NOT_ASKED_ALONE in seen.cautions
        assert seen.is_mine
        assert db.call(appointment_list.one, visit.id) == seen
    assert between(leyla).busy == []


def test_who_is_not_in_the_directory_is_called_as_typed(leyla, linde):
    plan(leyla, linde, partner_words="de buurvrouw", person_words="Els")
    (seen,) = between(leyla).seen
    assert (seen.partner, seen.person) == ("de buurvrouw", "Els")


def test_an_alias_is_called_by_it_and_she_without_one_by_her_code(leyla, linde):
    plan(leyla, None, TUESDAY + HOUR)
    plan(leyla, linde)
    leyla.call(cases.rename, linde, "")
    hers, walked_in = between(leyla).seen
    assert hers.label == hers.name.code
    assert (walked_in.label, walked_in.name) == ("Roos", None)


def test_the_walk_in_of_a_colleague_is_seen_and_is_not_mine(leyla, imane):
    visit = plan(leyla, None)
    (seen,) = between(imane).seen
    assert (seen.visit, seen.is_mine) == (visit, False)


@pytest.mark.parametrize("name", ["Hanan", "Joke", "Salma", "Imane"])
def test_others_see_that_somebody_is_busy_and_nothing_more(desk, leyla, sign_in, name):
    alone = open_linde(desk, leyla, Imane=True)
    visit = plan(leyla, alone)
    off = act(leyla, appointments.call_off, plan(leyla, alone), State.NOT_SAFE, None, "")
    days = between(sign_in(name))
    assert days.seen == []
    busy = Busy(visit.id, visit.starts, visit.ends, member(desk, "Leyla"))
    assert days.busy == [busy]
    assert {each.name for each in fields(Busy)} == {"id", "starts", "ends", "member_id"}
    for work in (appointment_list.one, appointments.get):
        for each in (visit, off):
            with pytest.raises(Forbidden):
                sign_in(name).call(work, each.id)


def test_an_administrator_alone_has_no_week(sign_in):
    with pytest.raises(Forbidden):
        between(sign_in("Bea"))


def test_the_reserve_is_not_busy(desk, leyla, sign_in, linde):
    plan(leyla, linde)
    assert [each.member_id for each in between(sign_in("Hanan")).busy] == [member(desk, "Leyla")]


def test_what_was_called_off_is_seen_by_her_confidants_and_makes_nobody_busy(leyla, sign_in, linde):
    visit = plan(leyla, linde)
    act(leyla, appointments.call_off, visit, State.NOT_SAFE, None, "")
    assert ids(between(leyla).seen) == [visit.id]
    assert between(sign_in("Joke")).busy == []


def test_who_does_not_stand_there_any_more_sees_that_somebody_is_busy(desk, leyla, imane, linde):
    visit = plan(leyla, linde)
    leyla.call(case_team.change, linde, candidates(desk)[:1], **NOW)
    days = between(imane)
    assert (days.seen, [each.id for each in days.busy]) == ([], [visit.id])


def test_both_days_count_and_what_touches_midnight_from_outside_does_not(leyla, linde):
    def at(day, hour, lasts=HOUR):
        starts = clock.at(day, hour)
        return leyla.call(
            appointments.plan, replace(blank(leyla, linde, starts), ends=starts + lasts), **NOW
        ).id

    at(TODAY - DAY, time(23)), at(TOMORROW + DAY, time(0))
    into = at(TODAY - DAY, time(23, 30))
    first, last = at(TODAY, time(0)), at(TOMORROW, time(23))
    across = at(TOMORROW, time(23, 30))
    long = at(TODAY - DAY, time(12, 1), 12 * HOUR)
    found = ids(between(leyla, TODAY, TOMORROW).seen)
    assert found == [long, into, first, last, across]
    assert ids(between(leyla, TOMORROW + DAY, TOMORROW + DAY).seen)[0] == across


@pytest.mark.parametrize("day", [AUTUMN, SPRING])
def test_a_day_of_a_clock_change_is_whole_and_no_longer(leyla, linde, day):
    hours = [time(0), time(1, 30), time(3, 30), time(23)]
    inside = [plan(leyla, linde, clock.at(day, hour)).id for hour in hours]
    before = plan(leyla, linde, clock.at(day - DAY, time(23))).id
    after = plan(leyla, linde, clock.at(day + DAY, time(0))).id
    assert ids(between(leyla, day, day).seen) == inside
    assert ids(between(leyla, day - DAY, day - DAY).seen) == [before]
    assert ids(between(leyla, day + DAY, day + DAY).seen) == [after]
    assert ids(between(leyla, day - DAY, day + DAY).seen) == [before, *inside, after]


def test_the_hour_that_comes_twice_is_in_its_order(leyla, linde):
    twice = [datetime(2026, 10, 25, 2, 30, fold=fold, tzinfo=clock.AMSTERDAM) for fold in (1, 0)]
    second, first = (plan(leyla, linde, starts).id for starts in twice)
    assert ids(between(leyla, AUTUMN, AUTUMN).seen) == [first, second]


def test_the_week_knows_holidays_the_programme_and_who_is_away(desk, leyla, sign_in):
    joke = sign_in("Joke")
    weekly = FixedTime(
        kind=FixedKind.NETWORK_MEETING,
        title="Netwerk",
        weekday=4,
        begins=time(9),
        ends=time(10),
        first_day=date(2026, 12, 1),
    )
    joke.call(fixed_times.save, weekly, **NOW)
    first, last = date(2026, 12, 21), date(2026, 12, 27)
    gone = away(leyla, member(desk, "Imane"), first, first)
    days = between(sign_in("Hanan"), first, last)
    assert days.holidays == {
        date(2026, 12, 25): "Eerste kerstdag",
        date(2026, 12, 26): "Tweede kerstdag",
    }
    assert [each.title for each in days.fixed] == ["Netwerk"]
    assert [each.id for each in days.away] == [gone]


def test_days_that_run_backwards_hold_nothing(leyla, linde):
    plan(leyla, linde)
    days = between(leyla, TOMORROW, TODAY)
    assert (days.seen, days.busy, days.fixed, days.holidays) == ([], [], [], {})


def test_who_looked_at_one_is_noted_and_one_that_is_gone_is_a_conflict(leyla, linde):
    visit = plan(leyla, linde)
    leyla.call(appointment_list.one, visit.id)
    with Session(leyla.engine) as session:
        read = session.query(AuditLine).filter_by(record_id=visit.id, act=Act.READ)
        assert read.count() == 1
    with pytest.raises(Conflict):
        leyla.call(appointment_list.one, linde)


def test_ill_in_the_morning_the_reserve_is_proposed_and_no_stranger(desk, leyla, sign_in, linde):
    """Leyla is ill on the day itself: Imane, whom Linde knows, is asked; nobody else ever is."""
    today = plan(leyla, linde, MONDAY + HOUR)
    away(sign_in("Salma"), member(desk, "Leyla"), TODAY, TODAY)
    imane = sign_in("Imane")
    assert left(imane) == [today.id]
    assert left(leyla) == []
    for name in ("Hanan", "Joke", "Salma"):
        with pytest.raises(Forbidden):
            left(sign_in(name))
    swapped = act(imane, appointments.let_reserve_go, today)
    assert (swapped.first, swapped.reserve) == (member(desk, "Imane"), member(desk, "Leyla"))
    assert left(imane) == []


def test_a_confidant_of_others_is_never_proposed(desk, leyla, imane):
    alone = open_linde(desk, leyla, Imane=True)
    walk_in = plan(leyla, alone) and plan(leyla, None)
    away(leyla, member(desk, "Leyla"))
    (told,) = imane.call(appointment_list.to_hand_over, now=MONDAY)
    assert (told.visit.id, told.visit.reserve) == (walk_in.id, None)


def test_only_what_lies_ahead_and_goes_on_is_handed_over(desk, leyla, imane, linde):
    over, ahead = plan(leyla, linde, MONDAY), plan(leyla, linde, TUESDAY + HOUR)
    act(leyla, appointments.call_off, plan(leyla, linde), State.NOT_SAFE, None, "")
    far = plan(leyla, linde, TUESDAY + 30 * DAY)
    away(leyla, member(desk, "Leyla"), TODAY - DAY, TODAY + 60 * DAY)
    assert left(imane) == [ahead.id, far.id]
    assert left(imane, now=over.starts - HOUR) == [over.id, ahead.id, far.id]


def test_two_absences_in_one_week_propose_a_visit_once_and_in_order(desk, leyla, imane, linde):
    late, early = plan(leyla, linde, TUESDAY + 3 * DAY), plan(leyla, linde)
    away(leyla, member(desk, "Leyla"), TODAY + 3 * DAY, TODAY + 5 * DAY)
    away(leyla, member(desk, "Leyla"), TODAY, TODAY + 4 * DAY)
    assert left(imane) == [early.id, late.id]


def test_whoever_is_there_again_goes_herself(desk, leyla, imane, linde):
    plan(leyla, linde)
    absence = away(leyla, member(desk, "Leyla"))
    assert left(imane)
    leyla.call(absences.end, absence)
    assert left(imane) == []


def test_an_absence_that_is_far_off_asks_nobody_yet(desk, leyla, imane, linde):
    plan(leyla, linde, TUESDAY + 20 * DAY)
    away(leyla, member(desk, "Leyla"), TODAY + 20 * DAY, TODAY + 25 * DAY)
    assert left(imane) == []
    assert len(left(imane, now=MONDAY + 10 * DAY)) == 1


def test_nothing_of_the_week_is_said_aloud(leyla, linde):
    plan(leyla, linde, BEFORE), plan(leyla, linde)
    days = between(leyla)
    said = repr([days, days.seen])
    assert not any(word in said for word in ("Linde", "Jolanda", "Buurtteam", "BL-"))
