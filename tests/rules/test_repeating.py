"""When a session repeats: days by the rules of RFC 5545, whatever the clocks do."""

from datetime import date, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from hgkm_desktop.errors import Invalid
from hgkm_desktop.rules import repeating
from hgkm_desktop.rules.sessions import Frequency

TUESDAY = date(2026, 11, 24)


def days(frequency, first=TUESDAY, until=date(2027, 3, 30), left_out=()):
    return repeating.days(repeating.written(frequency, first, until), first, left_out)


def test_every_week_is_every_tuesday_until_the_last_day_and_that_day_too():
    found = days(Frequency.WEEKLY, until=date(2026, 12, 15))
    assert found == [date(2026, 11, 24), date(2026, 12, 1), date(2026, 12, 8), date(2026, 12, 15)]


def test_every_two_weeks_leaves_one_week_out():
    found = days(Frequency.FORTNIGHTLY, until=date(2026, 12, 22))
    assert found == [date(2026, 11, 24), date(2026, 12, 8), date(2026, 12, 22)]


def test_every_month_is_the_same_weekday_at_the_same_place_in_the_month():
    found = days(Frequency.MONTHLY, first=date(2026, 11, 17))
    assert found == [
        *(date(2026, 11, 17), date(2026, 12, 15), date(2027, 1, 19)),
        *(date(2027, 2, 16), date(2027, 3, 16)),
    ]


def test_a_fifth_tuesday_means_the_last_of_every_month():
    found = days(Frequency.MONTHLY, first=date(2027, 3, 30), until=date(2027, 6, 30))
    assert found == [date(2027, 3, 30), date(2027, 4, 27), date(2027, 5, 25), date(2027, 6, 29)]


def test_a_day_that_is_left_out_is_left_out_and_no_other():
    all_days, christmas = days(Frequency.WEEKLY), date(2026, 12, 22)
    assert days(Frequency.WEEKLY, left_out={christmas}) == [d for d in all_days if d != christmas]


def test_a_day_on_which_it_would_not_be_cannot_be_left_out():
    assert days(Frequency.WEEKLY, left_out={date(2026, 12, 23)}) == days(Frequency.WEEKLY)


def test_more_than_sixty_times_is_refused_and_sixty_are_not():
    sixty = TUESDAY + timedelta(weeks=59)
    assert len(days(Frequency.WEEKLY, until=sixty)) == 60
    with pytest.raises(Invalid) as wrong:
        days(Frequency.WEEKLY, until=sixty + timedelta(weeks=1))
    assert set(wrong.value.problems) == {"until"}


def test_a_rule_for_all_eternity_is_cut_off_at_once():
    with pytest.raises(Invalid):
        repeating.days("FREQ=DAILY", TUESDAY)


@pytest.mark.parametrize("frequency", Frequency)
def test_a_rule_says_again_how_often_it_repeats(frequency):
    rule = repeating.written(frequency, TUESDAY, date(2027, 6, 29))
    assert repeating.frequency_of(rule) is frequency


@given(
    st.sampled_from(Frequency),
    st.dates(date(2024, 1, 1), date(2030, 1, 1)),
    st.integers(0, 300),
)
def test_every_series_begins_on_its_first_day_and_keeps_its_weekday(frequency, first, lasts):
    until = first + timedelta(days=lasts)
    found = days(frequency, first, until)
    assert found[0] == first
    assert {day.weekday() for day in found} == {first.weekday()}
    assert found == sorted(set(found))
    assert found[-1] <= until


@given(st.sampled_from(Frequency), st.dates(date(2024, 1, 1), date(2030, 1, 1)))
def test_a_rule_is_one_that_any_calendar_program_reads(frequency, first):
    rule = repeating.written(frequency, first, first + timedelta(days=90))
    assert str(rrulestr(f"DTSTART:{first:%Y%m%d}\nRRULE:{rule}"))
