"""Sessions that repeat: each day its own, the hour on the wall the same, exceptions kept."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from meeting import HALF_PAST_ELEVEN, NOW, TEN, TUESDAY, WEEK, meeting, planned
from sqlalchemy import select

from hgkm_desktop import clock
from hgkm_desktop.errors import Conflict, Invalid
from hgkm_desktop.models import SessionSeries
from hgkm_desktop.rules.sessions import Frequency, SessionTopic
from hgkm_desktop.services import information_sessions, session_list, session_series
from hgkm_desktop.services.session_list import Query
from hgkm_desktop.services.session_series import Repeat

SPRING = date(2027, 3, 28)
"""The night on which the clock goes forward."""
CHRISTMAS = date(2026, 12, 22)
WEEKLY = Repeat(Frequency.WEEKLY, date(2027, 4, 27), frozenset({CHRISTMAS}))


@pytest.fixture
def joke(sign_in):
    return sign_in("Joke")


def begin(db, repeat=WEEKLY, **given):
    return db.call(session_series.begin, meeting(**given), repeat, **NOW)


def fresh(db, one):
    return db.call(information_sessions.get, one.id)


def days(times):
    return [clock.local(one.starts_at).date() for one in times]


def test_every_time_is_at_ten_on_the_wall_in_winter_and_in_summer(joke):
    times = begin(joke)
    assert {clock.local(one.starts_at).time() for one in times} == {TEN}
    assert {clock.local(one.ends_at).time() for one in times} == {HALF_PAST_ELEVEN}
    assert days(times)[0] == TUESDAY
    assert days(times)[-1] > SPRING


def test_a_day_that_was_left_out_is_not_planned_and_stays_in_the_rule(joke):
    times = begin(joke)
    assert CHRISTMAS not in days(times)
    assert len(times) == 22
    series = joke.call(lambda session: session.get_one(SessionSeries, times[0].series_id))
    assert series.left_out == (CHRISTMAS.isoformat(),)
    assert series.rule == "FREQ=WEEKLY;INTERVAL=1;BYDAY=TU;UNTIL=20270427"


def test_the_days_can_be_looked_at_before_anything_is_planned(joke):
    found = joke.call(session_series.days, TUESDAY, WEEKLY)
    assert found == days(begin(joke))


@pytest.mark.parametrize(
    "repeat",
    [
        Repeat(Frequency.WEEKLY, TUESDAY - timedelta(days=1)),
        Repeat(Frequency.WEEKLY, TUESDAY, frozenset({TUESDAY})),
        Repeat(Frequency.WEEKLY, TUESDAY + 60 * WEEK),
    ],
    ids=["ends before it begins", "no day is left", "too many"],
)
def test_a_series_without_a_day_or_without_an_end_is_refused_and_nothing_is_planned(joke, repeat):
    with pytest.raises(Invalid) as wrong:
        begin(joke, repeat)
    assert set(wrong.value.problems) == {"until"}
    assert joke.call(session_list.count, Query(NOW["now"])) == 0


def test_each_time_can_have_a_topic_of_its_own(joke):
    first, second, *_ = begin(joke)
    second.topic, second.title = SessionTopic.FGM, ""
    joke.call(information_sessions.save, second, **NOW)
    assert fresh(joke, second).topic is SessionTopic.FGM
    assert fresh(joke, first).topic is SessionTopic.RIGHTS


def test_moving_one_time_moves_no_other(joke):
    first, second, *_ = begin(joke)
    first.starts_at += timedelta(hours=1)
    joke.call(information_sessions.save, first, **NOW)
    assert clock.local(fresh(joke, second).starts_at).time() == TEN


def test_this_and_all_later_ones_get_what_was_changed_and_nothing_else(joke):
    first, second, third, *_ = begin(joke)
    third.title = "Een filmochtend"
    joke.call(information_sessions.save, third, **NOW)
    second.place, second.capacity = "zaal 2", 12
    later = joke.call(session_series.save_following, second, **NOW)
    assert len(later) == 20
    assert fresh(joke, first).place == "zaal 1"
    changed = fresh(joke, third)
    assert (changed.place, changed.capacity, changed.title) == ("zaal 2", 12, "Een filmochtend")


def test_what_one_time_has_of_its_own_is_not_overwritten(joke):
    _, second, third, *_ = begin(joke)
    third.title = "Een filmochtend"
    joke.call(information_sessions.save, third, **NOW)
    second.title = "Je rechten bij wonen"
    *_, last = joke.call(session_series.save_following, second, **NOW)
    assert fresh(joke, third).title == "Een filmochtend"
    assert fresh(joke, last).title == "Je rechten bij wonen"
    found = joke.call(session_list.page, Query(NOW["now"], text="wonen")).rows
    assert len(found) == 20


def test_another_day_and_hour_for_all_later_ones_is_that_hour_after_the_clock_change_too(joke):
    first, *_, last = begin(joke)
    first.starts_at = clock.at(TUESDAY + timedelta(days=1), time(14))
    first.ends_at = first.starts_at + timedelta(hours=1)
    joke.call(session_series.save_following, first, **NOW)
    moved = fresh(joke, last)
    assert clock.local(moved.starts_at).date() == WEEKLY.until + timedelta(days=1)
    assert clock.local(moved.starts_at).time() == time(14)
    assert moved.ends_at - moved.starts_at == timedelta(hours=1)


def test_a_time_that_was_moved_by_itself_keeps_its_own_hour(joke):
    first, second, *_ = begin(joke)
    second.starts_at += timedelta(hours=3)
    second.ends_at += timedelta(hours=3)
    joke.call(information_sessions.save, second, **NOW)
    first.starts_at -= timedelta(hours=1)
    joke.call(session_series.save_following, first, **NOW)
    assert clock.local(fresh(joke, second).starts_at).time() == time(13)


def test_times_that_were_moved_together_move_together_again(joke):
    first, second, *_ = begin(joke)
    second.starts_at += timedelta(hours=1)
    second.ends_at += timedelta(hours=1)
    joke.call(session_series.save_following, second, **NOW)
    first.place, first.starts_at = "zaal 3", first.starts_at - timedelta(hours=1)
    joke.call(session_series.save_following, first, **NOW)
    assert clock.local(fresh(joke, second).starts_at).time() == time(9)


def test_one_that_was_moved_by_itself_stays_so_when_all_later_ones_change(joke):
    first, second, *_ = begin(joke)
    second.starts_at += timedelta(hours=1)
    second.ends_at += timedelta(hours=1)
    second = joke.call(information_sessions.save, second, **NOW)
    second.place = "zaal 2"
    joke.call(session_series.save_following, second, **NOW)
    first.starts_at -= timedelta(hours=1)
    joke.call(session_series.save_following, first, **NOW)
    assert clock.local(fresh(joke, second).starts_at).time() == time(11)


def test_a_series_that_is_taken_back_whole_leaves_nothing(joke):
    ids = [one.id for one in begin(joke)]
    joke.call(information_sessions.take_back, ids[1:])
    assert joke.call(_series) == 1
    joke.call(information_sessions.take_back, ids[:1])
    assert joke.call(_series) == 0


def _series(session):
    return len(session.scalars(select(SessionSeries)).all())


def test_what_cannot_be_kept_changes_no_time_at_all(joke):
    first, second, *_ = begin(joke)
    first.place, first.title = "zaal 2", "x" * 121
    with pytest.raises(Invalid):
        joke.call(session_series.save_following, first, **NOW)
    assert fresh(joke, second).place == "zaal 1"


def test_another_seat_that_changed_it_first_is_not_overwritten(joke):
    first, second, *_ = begin(joke)
    older = fresh(joke, first)
    first.place = "zaal 2"
    joke.call(information_sessions.save, first, **NOW)
    older.place = "zaal 3"
    with pytest.raises(Conflict):
        joke.call(session_series.save_following, older, **NOW)
    assert fresh(joke, second).place == "zaal 1"


def test_all_later_times_are_called_off_with_the_same_reason(joke):
    first, second, third, *_ = begin(joke)
    off = joke.call(session_series.call_off_following, second.id, second.version, "verbouwing")
    assert len(off) == 21
    assert {(one.is_off, one.off_why) for one in off} == {(True, "verbouwing")}
    assert not fresh(joke, first).is_off
    assert joke.call(session_series.following, first.id) == []
    joke.call(information_sessions.bring_back, third.id)
    assert [one.id for one in joke.call(session_series.following, first.id)] == [third.id]


def test_a_session_that_does_not_repeat_has_nothing_after_it(joke):
    one = planned(joke)
    with pytest.raises(Conflict):
        joke.call(session_series.following, one.id)
    with pytest.raises(Conflict):
        joke.call(session_series.save_following, one, **NOW)


def test_two_series_do_not_know_each_other(joke):
    mine, _ = begin(joke), begin(joke, replace(WEEKLY, frequency=Frequency.MONTHLY))
    assert len(joke.call(session_series.following, mine[0].id)) == len(mine) - 1
