"""Clocks of the law and of agreements (US-8)."""

from datetime import date, time

import pytest

from hgkm_desktop import clock
from hgkm_desktop.errors import Invalid
from hgkm_desktop.rules import clocks
from hgkm_desktop.rules.clocks import Clock, Kind, Stage

START = clock.at(date(2026, 11, 20), time(21, 30))


def local(moment):
    return clock.local(moment).strftime("%Y-%m-%d %H.%M")


def test_a_restraining_order_ends_on_its_tenth_day_and_warns_on_the_eighth():
    order = clocks.begin(Kind.RESTRAINING_ORDER, START, then="Wie is er?", who="Leyla")
    assert local(order.ends) == "2026-11-30 21.30"
    assert local(order.warns) == "2026-11-28 21.30"
    assert (order.then, order.who) == ("Wie is er?", "Leyla")


def test_it_lasts_at_most_twenty_eight_days_from_its_start():
    order = clocks.begin(Kind.RESTRAINING_ORDER, START).extended(28)
    assert local(order.ends) == "2026-12-18 21.30"
    for days in (29, 0, -1):
        with pytest.raises(Invalid):
            order.extended(days)


def test_a_time_out_lasts_four_weeks_at_most():
    stay = clocks.begin(Kind.TIME_OUT, clock.at(date(2026, 12, 1), time(12)))
    assert local(stay.ends) == "2026-12-29 12.00"
    with pytest.raises(Invalid):
        stay.extended(29)


def test_moving_the_start_moves_the_end_along():
    order = clocks.begin(Kind.RESTRAINING_ORDER, START)
    later = order.moved(clock.at(date(2026, 11, 21), time(1)))
    assert local(later.ends) == "2026-12-01 01.00"


def test_a_change_of_hour_moves_nothing():
    order = clocks.begin(Kind.RESTRAINING_ORDER, clock.at(date(2027, 3, 20), time(21, 30)))
    assert local(order.ends) == "2027-03-30 21.30"


def test_it_says_which_day_it_is_and_when_it_ends_soon():
    order = clocks.begin(Kind.RESTRAINING_ORDER, START)
    morning = clock.at(date(2026, 11, 26), time(9))
    assert order.day(morning) == 7
    assert order.stage(morning) is Stage.RUNNING
    assert order.stage(order.warns) is Stage.ENDING
    assert order.stage(order.ends) is Stage.ENDED
    assert order.day(order.ends) == 10
    assert order.day(clock.at(date(2026, 11, 1), time(9))) == 1


def test_an_agreement_may_last_as_long_as_was_agreed():
    assert Clock(Kind.CONSENT, START, 90).extended(400).days == 400
