"""What else there is at that time is shown: other visits, the meeting, our programme, absences."""

from dataclasses import replace
from datetime import time, timedelta

import pytest
from going import AUTUMN, DAY, HOUR, ID, NOW, SPRING, TUESDAY, act, blank, plan
from standing_beside import TODAY, member, open_linde

from hgkm_desktop import clock
from hgkm_desktop.models import FixedTime
from hgkm_desktop.rules.going_along import FixedKind, State
from hgkm_desktop.services import absences, appointments, conflicts, fixed_times
from hgkm_desktop.services.conflicts import Clash

MINUTE = timedelta(minutes=1)
END = TUESDAY + HOUR


@pytest.fixture
def leyla(sign_in):
    return sign_in("Leyla")


@pytest.fixture
def linde(desk, leyla):
    return open_linde(desk, leyla)


@pytest.fixture
def both(desk):
    return member(desk, "Leyla"), member(desk, "Imane")


def found(db, who, starts=TUESDAY, ends=END, but=None):
    return [
        (each.what, each.member_id) for each in db.call(conflicts.conflicts, who, starts, ends, but)
    ]


def weekly(kind, begins, ends, day=TUESDAY):
    return FixedTime(
        kind=kind,
        title="Elke week",
        weekday=clock.local(day).weekday(),
        begins=begins,
        ends=ends,
        first_day=TODAY,
    )


def test_an_empty_week_has_no_conflicts(leyla, both):
    assert found(leyla, both) == []


@pytest.mark.parametrize(
    ("starts", "ends", "clashes"),
    [
        (TUESDAY, END, True),
        (TUESDAY + MINUTE, END - MINUTE, True),
        (TUESDAY - HOUR, END + HOUR, True),
        (END - MINUTE, END + HOUR, True),
        (TUESDAY - HOUR, TUESDAY + MINUTE, True),
        (TUESDAY - HOUR, TUESDAY, False),
        (END, END + HOUR, False),
        (TUESDAY + DAY, END + DAY, False),
    ],
)
def test_only_what_overlaps_is_in_the_way(leyla, linde, both, starts, ends, clashes):
    plan(leyla, linde)
    expected = [(Clash.VISIT, who) for who in both] if clashes else []
    assert found(leyla, both, starts, ends) == expected


def test_each_of_the_two_is_told_apart(leyla, linde, both):
    first, reserve = both
    alone = replace(blank(leyla, linde), reserve=None)
    leyla.call(appointments.plan, alone, **NOW)
    assert found(leyla, both) == [(Clash.VISIT, first)]
    assert found(leyla, [reserve]) == []
    assert found(leyla, []) == []
    assert found(leyla, [ID]) == []


def test_the_appointment_itself_and_what_was_called_off_are_not_in_the_way(leyla, linde, both):
    visit = plan(leyla, linde)
    assert found(leyla, both, but=visit.id) == []
    act(leyla, appointments.call_off, visit, State.NOT_SAFE, None, "")
    assert found(leyla, both) == []


def test_a_visit_with_somebody_one_does_not_know_is_a_time_without_a_name(desk, leyla, sign_in):
    alone = open_linde(desk, leyla, Imane=True)
    visit = plan(leyla, alone)
    (conflict,) = sign_in("Hanan").call(conflicts.conflicts, [member(desk, "Leyla")], TUESDAY, END)
    assert (conflict.starts, conflict.ends, conflict.title) == (visit.starts, visit.ends, "")


def test_the_longest_visit_is_seen_from_its_last_minute(leyla, linde, both):
    long = replace(blank(leyla, linde), ends=TUESDAY + 12 * HOUR)
    leyla.call(appointments.plan, long, **NOW)
    assert len(found(leyla, both, TUESDAY + 12 * HOUR - MINUTE, TUESDAY + 13 * HOUR)) == 2


def test_across_midnight_both_days_are_looked_at(leyla, linde, both):
    late = clock.at(TODAY, time(23, 30))
    plan(leyla, linde, late)
    assert len(found(leyla, both, late + HOUR / 2, late + HOUR)) == 2
    leyla.call(absences.note, both[0], TODAY + DAY, TODAY + DAY, **NOW)
    assert (Clash.AWAY, both[0]) in found(leyla, both, late, late + HOUR)


def test_what_ends_at_midnight_is_not_on_the_next_day(leyla, both):
    leyla.call(absences.note, both[0], TODAY + DAY, TODAY + DAY, **NOW)
    midnight = clock.at(TODAY + DAY, time.min)
    assert found(leyla, both, midnight - HOUR, midnight) == []
    assert found(leyla, both, midnight, midnight + HOUR) == [(Clash.AWAY, both[0])]


def test_whoever_is_away_is_told_and_others_are_not(leyla, both):
    leyla.call(absences.note, both[1], TODAY, TODAY + DAY, **NOW)
    assert found(leyla, both) == [(Clash.AWAY, both[1])]
    assert found(leyla, both[:1]) == []


def test_the_meeting_and_our_programme_are_everybodys(sign_in, both):
    joke = sign_in("Joke")
    joke.call(fixed_times.save, weekly(FixedKind.OWN_PROGRAMME, time(10, 30), time(12)), **NOW)
    joke.call(fixed_times.save, weekly(FixedKind.NETWORK_MEETING, time(9), time(10, 15)), **NOW)
    assert found(joke, both) == [(Clash.NETWORK_MEETING, None), (Clash.OWN_PROGRAMME, None)]
    assert found(joke, both, TUESDAY - 2 * HOUR, TUESDAY - HOUR) == []
    assert found(joke, both, TUESDAY + 2 * HOUR, TUESDAY + 3 * HOUR) == []


@pytest.mark.parametrize("day", [AUTUMN, SPRING])
def test_on_the_day_of_a_clock_change_hours_are_those_on_the_wall(leyla, linde, both, day):
    plan(leyla, linde, clock.at(day, time(9)))
    assert len(found(leyla, both, clock.at(day, time(9)), clock.at(day, time(10)))) == 2
    assert found(leyla, both, clock.at(day, time(8)), clock.at(day, time(9))) == []
    assert found(leyla, both, clock.at(day, time(10)), clock.at(day, time(11))) == []


def test_everything_at_once_comes_in_order_and_says_nothing_aloud(desk, leyla, sign_in, both):
    linde = open_linde(desk, leyla)
    plan(leyla, linde, TUESDAY + MINUTE)
    leyla.call(absences.note, both[0], TODAY, TODAY + DAY, **NOW)
    meeting = weekly(FixedKind.NETWORK_MEETING, time(9), time(12))
    sign_in("Joke").call(fixed_times.save, meeting, **NOW)
    every = leyla.call(conflicts.conflicts, both, TUESDAY, END)
    assert [each.what for each in every] == [
        Clash.NETWORK_MEETING,
        Clash.AWAY,
        Clash.VISIT,
        Clash.VISIT,
    ]
    assert "Elke week" not in repr(every)
    assert every[0].title == "Elke week"
