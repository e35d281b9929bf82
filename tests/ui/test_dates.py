from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hgkm_desktop import texts
from hgkm_desktop.ui import dates

THURSDAY = date(2026, 11, 19)


def test_a_day_in_full_is_written_as_on_the_mock_up():
    assert dates.day_in_full(THURSDAY) == "donderdag 19 november"


def test_a_day_in_short_is_written_as_on_the_mock_up():
    assert dates.day_in_short(THURSDAY) == "do 19 nov"


def test_another_year_is_named():
    assert dates.day_in_full(date(2019, 3, 4), THURSDAY) == "maandag 4 maart 2019"
    assert dates.day_in_short(date(2019, 3, 4), THURSDAY) == "ma 4 mrt 2019"
    assert dates.day_without_weekday(date(2019, 3, 4), THURSDAY) == "4 mrt 2019"


def test_english_and_arabic_have_their_own_words():
    texts.use("en")
    assert dates.day_in_full(THURSDAY) == "Thursday 19 November"
    texts.use("ar")
    assert dates.day_in_full(THURSDAY) == "الخميس 19 نوفمبر"
    assert dates.day_in_short(THURSDAY) == "الخميس 19/11"


def test_near_days_have_names():
    assert dates.day_as_spoken(THURSDAY, THURSDAY) == "vandaag"
    assert dates.day_as_spoken(date(2026, 11, 18), THURSDAY) == "gisteren"
    assert dates.day_as_spoken(date(2026, 11, 20), THURSDAY) == "morgen"
    assert dates.day_as_spoken(date(2026, 11, 16), THURSDAY) == "ma 16 nov"


def test_a_time_is_that_of_amsterdam_with_a_point():
    assert dates.time_of(datetime(2026, 11, 19, 8, 5, tzinfo=UTC)) == "9.05"
    assert dates.time_of(datetime(2026, 7, 19, 8, 5, tzinfo=UTC)) == "10.05"
    assert dates.time_of(time(0, 7)) == "0.07"


def test_in_a_column_times_line_up():
    assert dates.time_in_column(time(9, 5)) == "09.05"


def test_the_day_of_a_late_evening_is_that_of_amsterdam():
    assert dates.day_of(datetime(2026, 11, 18, 23, 30, tzinfo=UTC)) == THURSDAY


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("vandaag", THURSDAY),
        (" Gisteren ", date(2026, 11, 18)),
        ("eergisteren", date(2026, 11, 17)),
        ("ma", date(2026, 11, 16)),
        ("donderdag", THURSDAY),
        ("vr", date(2026, 11, 13)),
        ("17", date(2026, 11, 17)),
        ("31", date(2026, 10, 31)),
        ("17-11", date(2026, 11, 17)),
        ("17/11", date(2026, 11, 17)),
        ("1 12", date(2025, 12, 1)),
        ("17-11-2019", date(2019, 11, 17)),
        ("17.11.19", date(2019, 11, 17)),
        ("17 nov", date(2026, 11, 17)),
        ("ma 16 november", date(2026, 11, 16)),
        ("3 mrt", date(2026, 3, 3)),
        ("24 dec", date(2025, 12, 24)),
        ("24 dec 2020", date(2020, 12, 24)),
        ("29-2", date(2024, 2, 29)),
        ("١٧-١١", date(2026, 11, 17)),
    ],
)
def test_a_typed_day_is_understood(typed, day):
    assert dates.read_day(typed, THURSDAY) == day


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("morgen", date(2026, 11, 20)),
        ("overmorgen", date(2026, 11, 21)),
        ("di", date(2026, 11, 24)),
        ("do", date(2026, 11, 26)),
        ("24", date(2026, 11, 24)),
        ("3", date(2026, 12, 3)),
        ("3-1", date(2027, 1, 3)),
        ("24 nov", date(2026, 11, 24)),
    ],
)
def test_a_day_to_come_is_understood(typed, day):
    assert dates.read_day(typed, THURSDAY, ahead=True) == day


@pytest.mark.parametrize(
    "typed", ["", "x", "40-40", "31-2", "17 xyz", "0", "99", "1e3", "d", "0 0 0000"]
)
def test_what_is_no_day_is_no_day(typed):
    assert dates.read_day(typed, THURSDAY) is None


@pytest.mark.parametrize("language", ["nl", "en", "ar"])
def test_every_shown_day_can_be_typed_back(language):
    texts.use(language)
    for day in (THURSDAY, date(2026, 3, 5), date(2026, 8, 30), date(2019, 5, 1)):
        for shown in (
            dates.day_in_full(day, THURSDAY),
            dates.day_in_short(day, THURSDAY),
            dates.day_as_spoken(day, THURSDAY),
            dates.day_without_weekday(day, THURSDAY),
        ):
            assert dates.read_day(shown, THURSDAY) == day


@given(st.text(max_size=40), st.booleans())
def test_no_text_breaks_the_reader(typed, ahead):
    found = dates.read_day(typed, THURSDAY, ahead)
    assert found is None or isinstance(found, date)


def test_digits_are_kept_together_for_arabic():
    assert dates.kept_together("14.20") == "\u206614.20\u2069"
