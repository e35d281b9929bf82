from datetime import date

from hgkm_desktop.ui.calendar.carry import Carry
from hgkm_desktop.ui.calendar.week_data import WeekData


def test_empty_hands_carry_and_put_down_nothing():
    carry, week = Carry(), WeekData(date(2026, 11, 16))
    carry.drag(1, 60, week)
    carry.nudge(1, 0, week)
    carry.keep_if_in(week)
    assert carry.ghost is None
    assert carry.put_down() is None
    assert not carry.give_up()
