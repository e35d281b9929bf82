"""The gate: no agreement means no; an old agreement means ask again; the clock is hers."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hgkm_desktop import clock
from hgkm_desktop.rules.contact import Channel, SafeContact, Verdict, Window, gate

TUESDAY_THURSDAY = Window(frozenset({1, 3}), time(10), time(12))
LINDE = SafeContact(
    channels=frozenset({Channel.APP}),
    number="06-12345678",
    windows=(TUESDAY_THURSDAY,),
    name_we_use="Els van de naaicursus",
    if_another_answers="verkeerd verbonden",
    code_word="blauwe stof",
    checked_on=date(2026, 11, 26),
)


def at(day, hour, minute=0):
    return clock.at(day, time(hour, minute))


def test_without_an_agreement_she_calls_us():
    assert gate(None, Channel.CALL, at(date(2026, 11, 26), 11)).verdict is Verdict.SHE_CALLS


def test_a_way_that_was_not_agreed_is_no_way():
    assert gate(LINDE, Channel.CALL, at(date(2026, 11, 26), 11)).verdict is Verdict.SHE_CALLS


@pytest.mark.parametrize(
    ("hour", "minute", "may"), [(9, 59, False), (10, 0, True), (11, 59, True), (12, 0, False)]
)
def test_only_on_her_day_between_her_times(hour, minute, may):
    assert gate(LINDE, Channel.APP, at(date(2026, 11, 26), hour, minute)).may is may


def test_on_friday_it_says_when_it_may_again():
    answer = gate(LINDE, Channel.APP, at(date(2026, 11, 27), 11))
    assert answer.verdict is Verdict.NOT_NOW
    assert clock.local(answer.next_from) == clock.local(at(date(2026, 12, 1), 10))


def test_after_thirty_days_she_is_asked_again():
    thursday = at(date(2026, 12, 24), 11)
    assert gate(LINDE, Channel.APP, thursday).may
    assert gate(LINDE, Channel.APP, at(date(2026, 12, 29), 11)).verdict is Verdict.ASK_AGAIN
    assert gate(LINDE, Channel.APP, at(date(2027, 1, 2), 11)).verdict is Verdict.ASK_AGAIN


def test_after_something_happened_she_is_asked_again_at_once():
    hurt = replace(LINDE, incident_on=date(2026, 11, 26))
    assert gate(hurt, Channel.APP, at(date(2026, 11, 26), 11)).verdict is Verdict.ASK_AGAIN
    still = replace(hurt, checked_on=date(2026, 12, 1))
    assert gate(still, Channel.APP, at(date(2026, 12, 1), 11)).verdict is Verdict.ASK_AGAIN
    asked = replace(still, incident_on=None)
    assert gate(asked, Channel.APP, at(date(2026, 12, 1), 11)).may


def test_an_agreement_that_ran_out_is_asked_again():
    short = replace(LINDE, until=date(2026, 12, 2))
    assert gate(short, Channel.APP, at(date(2026, 12, 3), 11)).verdict is Verdict.ASK_AGAIN


def test_a_clock_that_was_moved_back_opens_nothing():
    assert gate(LINDE, Channel.APP, at(date(2026, 11, 24), 11)).verdict is Verdict.ASK_AGAIN


def test_the_hour_that_comes_twice_and_the_hour_that_never_comes():
    night = Window(frozenset({6}), time(2), time(3))
    asked = replace(LINDE, windows=(night,), checked_on=date(2026, 10, 20))
    first = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert gate(asked, Channel.APP, first).may
    assert gate(asked, Channel.APP, first + timedelta(hours=1)).may
    spring = replace(asked, checked_on=date(2027, 3, 20))
    assert not gate(spring, Channel.APP, datetime(2027, 3, 28, 1, 30, tzinfo=UTC)).may


@given(
    st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC)),
    st.none() | st.dates(date(2026, 1, 1), date(2027, 12, 31)),
    st.sampled_from(Channel),
)
def test_it_never_opens_without_a_current_agreement(now, checked, channel):
    agreed = replace(LINDE, checked_on=checked)
    if gate(agreed, channel, now).may:
        today = clock.local(now).date()
        assert checked is not None and timedelta() <= today - checked <= timedelta(days=30)
        assert channel is Channel.APP
        assert today.weekday() in (1, 3)
