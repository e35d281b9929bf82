from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hgkm_desktop import clock, texts
from hgkm_desktop.rules import opening_words
from hgkm_desktop.rules.opening import (
    Hours,
    Span,
    is_open,
    next_open,
    pack,
    problem_with,
    unpack,
    until,
    words,
)

OFFICE = opening_words.read("ma-vr 9-17")
DAY_AND_NIGHT = Hours(always=True)
ROUND_THE_CLOCK = opening_words.read("elke dag 0-24")
MONDAY = date(2026, 11, 23)


def at(day, hour, minute=0, fold=0):
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=clock.AMSTERDAM, fold=fold)


def span(weekday, begins, ends):
    return Span(weekday, time(begins), time(ends))


def closes(hours, moment, on_holidays=False):
    return until(hours, moment, on_holidays=on_holidays)


def opens(hours, moment, on_holidays=False):
    return next_open(hours, moment, on_holidays=on_holidays)


@pytest.mark.parametrize(
    "said",
    [
        "ma–vr 9–17",
        "di, do 13–16",
        "elke dag 9–21",
        "wo, do 9–13",
        "ma, di, do–za 10–14",
        "ma–do 9–12.30 en 13.15–17; vr 9–12",
        "zo 0–24",
        "dag en nacht",
        "",
    ],
)
def test_hours_read_as_on_the_list_and_can_be_typed_so(said):
    hours = opening_words.read(said)
    assert words(hours) == said == opening_words.write(hours)
    assert sorted(unpack(pack(hours)).spans) == sorted(hours.spans)


def test_hours_are_told_in_the_language_on_the_screen():
    texts.use("en")
    assert words(opening_words.read("ma-wo 9-12 en 13-17")) == "Mon–Wed 9–12 and 13–17"
    assert words(DAY_AND_NIGHT) == "day and night"
    texts.use("ar")
    assert words(OFFICE) != "ma–vr 9–17"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("maandag t/m vrijdag van 9 tot 17 uur", "ma–vr 9–17"),
        ("Ma-Vr 09:00 - 17:30 uur, Za 10-12", "ma–vr 9–17.30; za 10–12"),
        ("ma & wo 9-12 + 13-17", "ma, wo 9–12 en 13–17"),
        ("vr - ma 10-14", "ma, vr–zo 10–14"),
        ("alle dagen 8–24", "elke dag 8–24"),
        ("di en do\n13-16", "di, do 13–16"),
        ("24/7", "dag en nacht"),
        ("  ", ""),
    ],
)
def test_hours_may_be_typed_in_many_ways(typed, said):
    assert words(opening_words.read(typed)) == said


@pytest.mark.parametrize(
    "typed",
    [
        "op afspraak",
        "9-17",
        "ma",
        "ma 9",
        "ma 9-17 behalve juli",
        "ma 9-25",
        "ma 9.75-10",
        "ma 9-24.30",
        "ma 9-17, di",
        "maandagen 9-17",
        "x" * 100_000,
    ],
)
def test_what_is_half_understood_is_no_opening_hour(typed):
    with pytest.raises(ValueError):
        opening_words.read(typed)


@pytest.mark.parametrize("text", ["x", "7 0900-1700", "0 0900-2400", "0 900-1700", "always;", ";"])
def test_a_text_that_holds_no_hours_is_not_unpacked(text):
    with pytest.raises(ValueError):
        unpack(text)


def test_packed_hours_are_in_order_and_each_once():
    mixed = Hours((span(4, 9, 12), span(0, 13, 17), span(0, 9, 12), span(4, 9, 12)))
    assert pack(mixed) == "0 0900-1200;0 1300-1700;4 0900-1200"
    assert pack(Hours()) == ""
    assert pack(DAY_AND_NIGHT) == "always"


def test_hours_over_midnight_are_to_be_written_at_the_next_day():
    reversed_ones = span(0, 17, 9), span(0, 9, 9), span(5, 22, 2)
    for one in reversed_ones:
        assert problem_with(Hours((one,))) == (
            "Het einde is voor het begin. Na middernacht? Zet dat bij de volgende dag."
        )
    assert problem_with(Hours((span(5, 22, 0), span(6, 0, 2)))) == ""


def test_times_that_overlap_are_told():
    overlapping = Hours((span(2, 13, 17), span(2, 9, 14)))
    assert problem_with(overlapping).startswith("Twee tijden op één dag overlappen.")
    assert problem_with(Hours((span(2, 9, 13), span(2, 13, 17), span(3, 12, 14)))) == ""
    assert problem_with(Hours()) == problem_with(DAY_AND_NIGHT) == ""


def test_somebody_is_there_from_the_first_minute_until_before_the_last():
    moments = [at(MONDAY, 8, 59), at(MONDAY, 9), at(MONDAY, 16, 59), at(MONDAY, 17)]
    assert [is_open(OFFICE, m, on_holidays=False) for m in moments] == [False, True, True, False]
    assert not is_open(OFFICE, at(date(2026, 11, 22), 12), on_holidays=True)
    assert not is_open(Hours(), at(MONDAY, 12), on_holidays=True)


def test_when_they_close_and_open_again():
    assert closes(OFFICE, at(MONDAY, 12)) == at(MONDAY, 17)
    assert closes(OFFICE, at(MONDAY, 18)) is None
    assert opens(OFFICE, at(MONDAY, 12)) is None
    assert opens(OFFICE, at(MONDAY, 18)) == at(date(2026, 11, 24), 9)
    assert opens(OFFICE, at(date(2026, 11, 27), 18)) == at(date(2026, 11, 30), 9)
    assert opens(Hours(), at(MONDAY, 12)) is None


def test_times_that_touch_are_one_time_also_over_midnight():
    night = Hours((span(0, 20, 23), span(0, 23, 0), span(1, 0, 2), span(1, 2, 6)))
    assert closes(night, at(MONDAY, 21)) == at(date(2026, 11, 24), 6)
    assert closes(Hours((span(0, 20, 0),)), at(MONDAY, 21)) == at(date(2026, 11, 24), 0)


def test_day_and_night_has_no_end_and_no_holiday():
    christmas = at(date(2026, 12, 25), 3)
    assert is_open(DAY_AND_NIGHT, christmas, on_holidays=False)
    assert closes(DAY_AND_NIGHT, christmas) is None
    assert closes(ROUND_THE_CLOCK, at(MONDAY, 3), on_holidays=True) is None


def test_on_a_holiday_they_are_closed_unless_they_say_otherwise():
    christmas_eve, christmas = at(date(2026, 12, 24), 20), at(date(2026, 12, 25), 12)
    assert not is_open(OFFICE, christmas, on_holidays=False)
    assert is_open(OFFICE, christmas, on_holidays=True)
    assert closes(ROUND_THE_CLOCK, christmas_eve) == at(date(2026, 12, 25), 0)
    assert opens(OFFICE, christmas) == at(date(2026, 12, 28), 9)


def test_open_on_fridays_only_means_closed_two_weeks_over_christmas():
    fridays = opening_words.read("vr 9-12")
    assert opens(fridays, at(date(2026, 12, 18), 13)) == at(date(2027, 1, 8), 9)


SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)


def test_in_spring_the_hour_that_is_not_there_is_skipped():
    early = Hours((span(6, 2, 10), span(6, 0, 1)))
    half_past = Hours((Span(6, time(2, 30), time(5)),))
    assert opens(half_past, at(SPRING, 1, 50)) == at(SPRING, 3)
    assert is_open(half_past, at(SPRING, 3), on_holidays=True)
    assert closes(Hours((Span(6, time(1), time(2, 30)),)), at(SPRING, 1, 59)) == at(SPRING, 3)
    assert opens(early, at(SPRING, 1, 59)) == at(SPRING, 3)
    assert at(SPRING, 3).astimezone(UTC) == at(SPRING, 1, 59).astimezone(UTC) + timedelta(minutes=1)


def test_in_autumn_the_hour_that_comes_twice_goes_by_the_wall():
    early = Hours((Span(6, time(1), time(2, 30)),))
    first, second = at(AUTUMN, 2, 15), at(AUTUMN, 2, 15, fold=1)
    assert is_open(early, first, on_holidays=True)
    assert is_open(early, second, on_holidays=True)
    assert closes(early, first) == at(AUTUMN, 2, 30).astimezone(UTC)
    assert closes(early, second).astimezone(UTC) == at(AUTUMN, 2, 30, 1).astimezone(UTC)
    later = Hours((Span(6, time(2, 30), time(9)),))
    assert opens(later, at(AUTUMN, 2, 20, 1)).astimezone(UTC) == at(AUTUMN, 2, 30, 1).astimezone(
        UTC
    )


def test_in_both_weeks_the_office_opens_at_nine_on_the_wall():
    for sunday in (SPRING, AUTUMN):
        opened = opens(OFFICE, at(sunday, 1))
        assert clock.local(opened).time() == time(9)
        assert clock.local(closes(OFFICE, opened)).time() == time(17)


daytimes = st.integers(16, 95).map(lambda quarter: time(quarter // 4, quarter % 4 * 15))
spans = st.builds(Span, st.integers(0, 6), daytimes, daytimes).filter(lambda s: s.begins < s.ends)
weeks = st.lists(spans, max_size=6).map(lambda some: Hours(tuple(some)))
moments = st.datetimes(datetime(2025, 1, 1), datetime(2031, 1, 1), timezones=st.just(UTC))


@settings(max_examples=150, deadline=None)
@given(weeks, moments, st.booleans())
def test_open_closed_until_and_again_agree(hours, moment, on_holidays):
    shut, again = closes(hours, moment, on_holidays), opens(hours, moment, on_holidays)
    if is_open(hours, moment, on_holidays=on_holidays):
        assert again is None
        assert shut > moment
        assert not is_open(hours, shut, on_holidays=on_holidays)
        assert is_open(hours, shut - timedelta(seconds=1), on_holidays=on_holidays)
    else:
        assert shut is None
        assert again is None or is_open(hours, again, on_holidays=on_holidays)


@given(weeks)
def test_whatever_is_kept_comes_back(hours):
    assert pack(unpack(pack(hours))) == pack(hours)
    if not problem_with(hours):
        assert pack(opening_words.read(opening_words.write(hours))) == pack(hours)
