"""When an appointment can be: how long, how far, across midnight and across a clock change."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest
from desk import MONDAY
from going import (
    AUTUMN,
    BEFORE,
    DAY,
    HOUR,
    ID,
    NOW,
    SPRING,
    TUESDAY,
    act,
    blank,
    move,
    plan,
    refused,
    told,
)
from standing_beside import open_linde

from hgkm_desktop import clock
from hgkm_desktop.rules.appointment import (
    FURTHEST,
    LONGEST,
    OLDEST,
    SHORTEST,
)
from hgkm_desktop.rules.going_along import (
    Side,
)
from hgkm_desktop.services import (
    appointments,
)

MINUTE = timedelta(minutes=1)


@pytest.fixture
def leyla(sign_in):
    return sign_in("Leyla")


@pytest.fixture
def linde(desk, leyla):
    return open_linde(desk, leyla)


@pytest.mark.parametrize(
    ("lasts", "field"),
    [
        (timedelta(), "ends"),
        (-HOUR, "ends"),
        (SHORTEST - MINUTE, "ends"),
        (LONGEST + MINUTE, "ends"),
        (30 * HOUR, "ends"),
        (SHORTEST, None),
        (LONGEST, None),
    ],
)
def test_it_lasts_from_five_minutes_to_half_a_day(leyla, linde, lasts, field):
    given = replace(blank(leyla, linde), ends=TUESDAY + lasts)
    saved = plan(leyla, linde)
    if field is None:
        assert leyla.call(appointments.plan, given, **NOW).ends == TUESDAY + lasts
        assert move(leyla, saved, TUESDAY + DAY, lasts=lasts).ends == TUESDAY + DAY + lasts
        return
    assert refused(leyla.call, appointments.plan, given, **NOW) == {field}
    assert refused(move, leyla, saved, TUESDAY, lasts=lasts) == {field}
    assert leyla.call(appointments.get, saved.id) == saved


@pytest.mark.parametrize("ago", [OLDEST, -FURTHEST])
def test_the_past_is_noted_a_year_back_and_plans_go_two_years_ahead(leyla, linde, ago):
    just, further = MONDAY - ago, MONDAY - ago + (MINUTE if ago < DAY else -MINUTE)
    assert plan(leyla, linde, just).starts == just
    given = blank(leyla, linde, further)
    assert refused(leyla.call, appointments.plan, given, **NOW) == {"starts"}
    saved = plan(leyla, linde)
    assert refused(move, leyla, saved, further) == {"starts"}


def test_one_of_long_ago_can_still_be_corrected(leyla, linde):
    saved = plan(leyla, linde, BEFORE)
    later = {"now": MONDAY + 2 * OLDEST}
    assert leyla.call(appointments.change, told(saved, place="daar"), **later).details.place


def test_across_midnight_it_is_one_appointment(leyla, linde):
    late = clock.at(TUESDAY.date(), time(23, 30))
    saved = plan(leyla, linde, late)
    assert clock.local(saved.ends).date() == TUESDAY.date() + DAY
    assert leyla.call(appointments.of_case, linde) == [saved]


@pytest.mark.parametrize(
    ("day", "begins", "ends", "really"),
    [
        (AUTUMN, time(1, 30), time(3, 30), 3 * HOUR),
        (AUTUMN, time(0, 0), time(11, 0), 12 * HOUR),
        (SPRING, time(1, 30), time(3, 30), HOUR),
        (SPRING, time(0, 0), time(13, 0), 12 * HOUR),
    ],
)
def test_at_a_clock_change_it_lasts_as_long_as_it_lasts(leyla, linde, day, begins, ends, really):
    whole = blank(leyla, linde, clock.at(day, begins))
    utc = replace(whole, ends=clock.at(day, ends))
    local = replace(
        whole,
        starts=datetime.combine(day, begins, clock.AMSTERDAM),
        ends=datetime.combine(day, ends, clock.AMSTERDAM),
    )
    for given in (utc, replace(local, id=ID)):
        saved = leyla.call(appointments.plan, given, **NOW)
        assert saved.ends - saved.starts == really
        again = leyla.call(appointments.get, saved.id)
        assert (clock.local(again.starts).time(), clock.local(again.ends).time()) == (begins, ends)


def test_what_the_clock_change_makes_too_short_or_too_long_is_refused(leyla, linde):
    def between(day, begins, ends):
        times = (datetime.combine(day, hour, clock.AMSTERDAM) for hour in (begins, ends))
        starts, until = times
        return replace(blank(leyla, linde), starts=starts, ends=until)

    long = between(AUTUMN, time(0, 0), time(12, 0))
    short = between(SPRING, time(1, 58), time(3, 0))
    for given in (long, short):
        assert refused(leyla.call, appointments.plan, given, **NOW) == {"ends"}
    saved = plan(leyla, linde)
    times = long.starts, long.ends, Side.HER
    assert refused(act, leyla, appointments.move, saved, *times) == {"ends"}


def test_in_the_hour_that_comes_twice_an_hour_is_an_hour(leyla, linde):
    twice = datetime(2026, 10, 25, 2, 30, tzinfo=clock.AMSTERDAM)
    visit = blank(leyla, linde, twice)
    assert (visit.starts.tzinfo, visit.ends - visit.starts) == (UTC, HOUR)
    again = replace(visit, starts=twice, ends=twice.replace(fold=1))
    saved = leyla.call(appointments.plan, again, **NOW)
    assert saved.ends - saved.starts == HOUR
    assert leyla.call(appointments.get, saved.id) == saved
