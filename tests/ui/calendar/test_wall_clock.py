"""Blocks by the clock on the wall: midnight, the hour that comes twice, the hour that is not."""

from datetime import date, timedelta

import pytest

from hgkm_desktop.ui.calendar.block import moved_to
from hgkm_desktop.ui.calendar.carry import Carry
from hgkm_desktop.ui.calendar.layout import Lane, lanes, rows
from hgkm_desktop.ui.calendar.wall import minutes_on, moment_at, pieces_of, shifted
from hgkm_desktop.ui.calendar.week_data import WeekData

AUTUMN, SPRING, WEEK = date(2026, 10, 19), date(2027, 3, 22), date(2026, 11, 16)


def minutes(blocks, monday):
    return [[(p.begins, p.ends) for p in day] for day in pieces_of(blocks, monday, 7)]


def test_a_block_across_midnight_is_on_both_days(block, moment):
    night = block(moment(19, 23), 180)
    assert minutes([night], WEEK)[3:5] == [[(23 * 60, 24 * 60)], [(0, 120)]]


def test_a_block_until_midnight_is_not_on_the_next_day(block, moment):
    assert minutes([block(moment(19, 22), 120)], WEEK)[3:5] == [[(22 * 60, 24 * 60)], []]


def test_of_a_block_longer_than_the_week_every_day_has_a_piece(block, moment):
    long = block(moment(1, 12), 60 * 24 * 30)
    assert minutes([long], WEEK) == [[(0, 24 * 60)]] * 7


def test_a_block_of_no_time_still_has_a_place(block, moment):
    assert minutes([block(moment(19, 0), 0)], WEEK)[3] == [(0, 0)]


def test_an_hour_that_comes_twice_is_drawn_once(block, moment):
    two_hours = block(moment(25, 1, 30, month=10), 120)
    assert minutes([two_hours], AUTUMN)[6] == [(90, 150)]
    within = block(moment(25, 2, 45, month=10), 30)
    assert minutes([within], AUTUMN)[6] == [(165, 165)]


def test_after_the_clock_changed_a_visit_stands_at_the_time_on_the_wall(block, moment):
    after = block(moment(25, 10, month=10), 60)
    assert minutes([after], AUTUMN)[6] == [(600, 660)]
    later = block(moment(28, 10, month=3, year=2027), 60)
    assert minutes([later], SPRING)[6] == [(600, 660)]


def test_a_visit_over_the_hour_that_is_skipped_is_drawn_by_the_wall(block, moment):
    one_hour = block(moment(28, 1, 30, month=3, year=2027), 60)
    assert minutes([one_hour], SPRING)[6] == [(90, 210)]


def test_carried_over_the_change_the_time_on_the_wall_stays(block, moment):
    saturday = block(moment(24, 10, month=10), 60)
    sunday = shifted(saturday, 1, 0, 480, 1200)
    assert sunday == moment(25, 10, month=10)
    assert sunday - saturday.starts == timedelta(hours=25)
    carried = moved_to(saturday, sunday)
    assert carried.ends - carried.starts == timedelta(hours=1)


def test_a_time_that_is_skipped_becomes_the_next_there_is(moment):
    assert moment_at(date(2027, 3, 28), 150) == moment(28, 3, 30, month=3, year=2027)


@pytest.mark.parametrize("step", [1, -1])
def test_by_quarters_one_gets_over_the_hour_that_is_skipped(block, moment, step):
    begin, end = (1, 3) if step > 0 else (3, 1)
    start = moment(28, begin, 45 if step > 0 else 0, month=3, year=2027)
    visit = block(start, 30)
    data = WeekData(SPRING, (visit, block(moment(28, 0, month=3, year=2027), 30)))
    carry = Carry()
    carry.lift(visit)
    carry.nudge(0, step, data)
    assert carry.ghost.starts - start == timedelta(minutes=15 * step)
    assert carry.ghost.starts == moment(28, end, 0 if step > 0 else 45, month=3, year=2027)


def test_a_block_is_carried_to_quarters_of_an_hour_and_stays_in_the_hours(block, moment):
    odd = block(moment(19, 10, 5))
    assert shifted(odd, 0, 8, 480, 1185) == moment(19, 10, 15)
    assert shifted(odd, 0, -900, 480, 1185) == moment(19, 8)
    assert shifted(odd, -3, 9000, 480, 1185) == moment(16, 19, 45)


def test_what_is_not_on_a_day_has_no_minutes_there(moment):
    assert minutes_on(date(2026, 11, 20), moment(19, 23), moment(20, 0)) is None
    assert minutes_on(date(2026, 11, 18), moment(19, 23), moment(20, 0)) is None


def test_hours_grow_to_what_lies_outside_them(block, moment):
    assert WeekData(WEEK).hours == (8, 20)
    early, late = block(moment(17, 6, 30)), block(moment(18, 20, 30), 40)
    assert WeekData(WEEK, (early, late)).hours == (6, 22)
    assert WeekData(WEEK, (block(moment(19, 23), 180),)).hours == (0, 24)


def test_only_what_meets_stands_beside_each_other():
    spans = [(0, 10), (5, 15), (12, 20), (30, 40)]
    assert lanes(spans) == [Lane(0, 2), Lane(1, 2), Lane(0, 2), Lane(0, 1)]
    assert lanes([]) == []
    assert rows([(5, 9), (0, 6), (9, 12)]) == [1, 0, 0]
