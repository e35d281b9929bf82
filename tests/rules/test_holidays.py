from datetime import date

import pytest

from hgkm_desktop.rules.holidays import holiday


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 1, 1), "Nieuwjaarsdag"),
        (date(2026, 4, 5), "Eerste paasdag"),
        (date(2026, 4, 6), "Tweede paasdag"),
        (date(2026, 4, 27), "Koningsdag"),
        (date(2026, 5, 14), "Hemelvaartsdag"),
        (date(2026, 5, 24), "Eerste pinksterdag"),
        (date(2026, 5, 25), "Tweede pinksterdag"),
        (date(2026, 12, 25), "Eerste kerstdag"),
        (date(2026, 12, 26), "Tweede kerstdag"),
    ],
)
def test_a_public_holiday_has_its_dutch_name(day, name):
    assert holiday(day) == name


def test_nothing_else_in_the_year_is_a_holiday():
    days = (date.fromordinal(n) for n in range(date(2026, 1, 1).toordinal(), 740_000))
    assert len([day for day in days if day.year == 2026 and holiday(day)]) == 9


def test_on_good_friday_offices_are_open():
    assert holiday(date(2026, 4, 3)) == ""
    assert holiday(date(2030, 4, 19)) == ""


@pytest.mark.parametrize(("year", "is_free"), [(2025, True), (2026, False), (2030, True)])
def test_liberation_day_counts_once_in_five_years(year, is_free):
    assert bool(holiday(date(year, 5, 5))) is is_free


def test_kings_day_is_a_day_early_when_it_would_be_a_sunday():
    assert (holiday(date(2025, 4, 26)), holiday(date(2025, 4, 27))) == ("Koningsdag", "")


@pytest.mark.parametrize("year", [1, 1700, 9999])
def test_a_year_far_away_is_ordinary(year):
    assert holiday(date(year, 12, 25)) == ""
