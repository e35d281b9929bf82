from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hgkm_desktop import clock

days = st.dates(date(1950, 1, 1), date(2100, 1, 1))
moments = st.datetimes(datetime(1950, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))


def test_now_is_aware_and_in_utc():
    assert clock.now().tzinfo is UTC
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(seconds=5)


@settings(deadline=None)
@given(moments)
def test_a_moment_shown_in_amsterdam_is_the_same_moment(moment):
    assert clock.local(moment).astimezone(UTC) == moment
    assert clock.local(moment).astimezone(UTC) == moment


@settings(deadline=None)
@given(days, st.times())
def test_a_local_time_is_one_moment_and_reads_back_except_in_the_hour_that_is_skipped(day, hour):
    moment = clock.at(day, hour)
    assert moment.tzinfo is UTC
    shown = clock.local(moment)
    skipped = shown.replace(tzinfo=None) - datetime.combine(day, hour)
    assert skipped in (timedelta(0), timedelta(hours=1))


@settings(deadline=None)
@given(days)
def test_a_day_has_23_24_or_25_hours(day):
    begin, end = clock.at(day, time(0)), clock.at(day + timedelta(days=1), time(0))
    assert end - begin in {timedelta(hours=hours) for hours in (23, 24, 25)}


@pytest.mark.parametrize(
    ("day", "hour", "utc"),
    [
        (date(2026, 11, 23), time(11, 40), "2026-11-23 10:40"),
        (date(2026, 7, 1), time(11, 40), "2026-07-01 09:40"),
        (date(2026, 3, 29), time(1, 59), "2026-03-29 00:59"),
        (date(2026, 3, 29), time(2, 30), "2026-03-29 01:30"),
        (date(2026, 3, 29), time(3, 0), "2026-03-29 01:00"),
        (date(2026, 10, 25), time(1, 59), "2026-10-24 23:59"),
        (date(2026, 10, 25), time(2, 30), "2026-10-25 00:30"),
        (date(2026, 10, 25), time(3, 0), "2026-10-25 02:00"),
        (date(2024, 2, 29), time(0, 0), "2024-02-28 23:00"),
    ],
)
def test_summer_winter_and_the_hours_between(day, hour, utc):
    assert clock.at(day, hour) == datetime.fromisoformat(utc).replace(tzinfo=UTC)


def test_the_second_of_two_autumn_hours_is_told_apart():
    first = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    second = first + timedelta(hours=1)
    assert clock.local(first).time() == clock.local(second).time() == time(2, 30)
    assert clock.local(first).utcoffset() != clock.local(second).utcoffset()
