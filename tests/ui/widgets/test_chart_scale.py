from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from hgkm_desktop.ui.widgets.chart_lines import Line, Walk
from hgkm_desktop.ui.widgets.chart_scale import Scale, reach, spread, ticks

PLOT = QRectF(46, 46, 600, 400)
FIRST = date(2026, 9, 1)


def scale(days, rtl=False):
    return Scale(PLOT, FIRST, FIRST + timedelta(days=days), rtl)


@given(st.lists(st.integers(0, 400), max_size=12))
def test_words_beside_the_plot_never_meet_and_keep_their_order(wished):
    moved = spread(wished, 20, 0, 400)
    assert all(b - a >= 20 - 1e-6 for a, b in pairwise(sorted(moved)))
    assert all(-1e-6 <= height <= 400 + 1e-6 for height in moved)
    pairs = sorted(zip(wished, moved, strict=True))
    assert [height for _, height in pairs] == sorted(moved)


def test_words_that_do_not_meet_stay_where_they_are():
    assert spread([100, 300, 200], 20, 0, 400) == [100, 300, 200]
    assert spread([100, 100], 20, 0, 400) == [90, 110]


def test_too_many_words_for_the_room_come_closer():
    moved = spread([5] * 41, 20, 0, 400)
    assert moved == pytest.approx([number * 10 for number in range(41)])


def test_days_run_the_way_the_page_runs():
    day = FIRST + timedelta(days=15)
    assert scale(60).x(day) == pytest.approx(196)
    assert scale(60, rtl=True).x(day) == pytest.approx(496)
    assert scale(60).at(FIRST, 10).y() == pytest.approx(PLOT.top())


@pytest.mark.parametrize("days", [2, 9, 30, 79, 200, 400, 1500, 4000])
def test_the_days_below_the_axis_never_meet(days):
    named = [scale(days).x(day) for day in ticks(scale(days), 60)]
    assert 1 <= len(named) <= 10
    assert all(b - a >= 60 for a, b in pairwise(named))


def test_a_season_is_named_by_half_months():
    assert [day.day for day in ticks(scale(79), 60)] == [1, 15, 1, 15, 1, 15]


def test_an_axis_without_a_fitting_day_names_its_first():
    narrow = Scale(QRectF(0, 0, 30, 100), date(2026, 3, 3), date(2026, 3, 6))
    assert ticks(narrow, 60) == [date(2026, 3, 3)]


def test_one_day_alone_stands_in_the_middle():
    first, last = reach([FIRST])
    assert (FIRST - first, last - FIRST) == (timedelta(days=7), timedelta(days=7))
    assert reach([FIRST, FIRST + timedelta(days=79)])[0] == FIRST - timedelta(days=1)


def test_an_empty_walk_stands_nowhere():
    walk = Walk([Line("Roos", 1, "circle", [])])
    assert [walk.begin(), walk.step(1), walk.person(1), walk.end(True)] == [None] * 4
    assert walk.summary() == ""


def test_the_names_of_people_stay_out_of_what_is_logged():
    line = Line("Roos", 1, "circle", [(FIRST, 5)])
    walk = Walk([line])
    assert "Roos" not in repr(line) + repr(walk.begin())
    assert "5" not in repr(walk.begin())
