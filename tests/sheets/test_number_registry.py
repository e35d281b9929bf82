"""How long a check of a number counts, and which numbers must be looked at again."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from hgkm_desktop.sheets.numbers import FRESH_FOR, Number, old, shipped

TODAY = date(2026, 11, 23)


def checked(day, key="x"):
    return Number(key, "", "112", checked_on=day)


@pytest.mark.parametrize(
    ("days", "fresh"), [(0, True), (1, True), (179, True), (180, True), (181, False), (400, False)]
)
def test_a_check_counts_for_180_days(days, fresh):
    assert checked(TODAY - timedelta(days)).is_fresh(TODAY) is fresh
    assert timedelta(180) == FRESH_FOR


@pytest.mark.parametrize("days", [1, 2, 180, 400])
def test_a_check_from_the_future_is_no_check(days):
    assert not checked(TODAY + timedelta(days)).is_fresh(TODAY)


def test_a_number_nobody_checked_is_not_fresh():
    assert not checked(None).is_fresh(TODAY)


@pytest.mark.parametrize(
    ("on", "today", "fresh"),
    [
        (date(2028, 2, 29), date(2028, 8, 27), True),
        (date(2028, 2, 29), date(2028, 8, 28), False),
        (date(2027, 9, 2), date(2028, 2, 29), True),
        (date(2027, 9, 1), date(2028, 2, 29), False),
        (date(2026, 9, 2), date(2027, 3, 1), True),
        (date(2026, 9, 1), date(2027, 3, 1), False),
        (date(2026, 5, 1), date(2026, 11, 23), False),
    ],
)
def test_a_leap_day_is_a_day(on, today, fresh):
    assert checked(on).is_fresh(today) is fresh


def test_only_what_was_checked_too_long_ago_is_asked_for_and_only_once():
    known = {
        "fresh": checked(TODAY, "fresh"),
        "stale": checked(TODAY - timedelta(181), "stale"),
        "ahead": checked(TODAY + timedelta(1), "ahead"),
        "never": checked(None, "never"),
        "other": checked(TODAY - timedelta(999), "other"),
    }
    asked = ["stale", "fresh", "never", "stale", "ahead", "unknown"]
    assert [n.key for n in old(known, asked, TODAY)] == ["stale", "ahead"]
    assert old(known, [], TODAY) == []


def test_what_ships_is_unchecked_where_no_two_sources_agree():
    found = {number.key: number for number in shipped()}
    assert found["veilig_thuis"].checked_on == date(2026, 11, 21)
    assert found["veilig_thuis"].number == "0800-2000"
    assert found["blijf_groep"].checked_on is None
    assert not any(number.is_own or number.checked_by for number in shipped())
    assert replace(found["fsan"]) == found["fsan"]
