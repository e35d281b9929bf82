"""A time as people say it: right at every minute of the day, in every language."""

import re
from datetime import UTC, datetime, time

import pytest

from hgkm_desktop.handouts.her_words import LANGUAGES, her_words

EVERY = [time(hour, minute) for hour in range(24) for minute in range(60)]
WHOLE = [at for at in EVERY if at.minute % 5 == 0]
ONE_TO_SIX = ["één", "twee", "drie", "vier", "vijf", "zes"]
ONE_TO_TWELVE = [*ONE_TO_SIX, "zeven", "acht", "negen", "tien", "elf", "twaalf"]


@pytest.fixture(params=LANGUAGES)
def words(request):
    return her_words(request.param)


def said(language, text):
    hour, minute = map(int, text.split("."))
    return her_words(language).time_in_words(time(hour, minute))


def test_only_whole_five_minutes_are_said(words):
    for at in EVERY:
        assert bool(words.time_in_words(at)) is (at.minute % 5 == 0), at


def test_no_two_times_of_a_day_are_said_the_same(words):
    assert len({words.time_in_words(at) for at in WHOLE}) == len(WHOLE) == 288


def test_what_is_said_has_no_holes_and_no_digits(words):
    for at in WHOLE:
        text = words.time_in_words(at)
        assert not re.search(r"[{}0-9]|  |^ | $", text), text


def test_every_dutch_time_can_be_told_back():
    for at in WHOLE:
        assert _understood(her_words("nl").time_in_words(at)) == at


def _understood(text):
    """Return the time a listener writes down: another way round than it was made."""
    spoken, part = text.rsplit(" 's ", 1)
    *before, hour = spoken.removesuffix(" uur").split()
    minutes = 60 * (ONE_TO_TWELVE.index(hour) + 1)
    steps = {"vijf": 5, "tien": 10, "kwart": 15}
    if "half" in before:
        minutes -= 30
        before.remove("half")
    if before:
        sign = {"voor": -1, "over": 1}[before[1]]
        minutes += sign * steps[before[0]]
    minutes %= 720
    parts = {"nachts": (0, 300), "ochtends": (300, 720), "middags": (720, 1080)}
    begins, ends = parts.get(part, (1080, 1440))
    (found,) = [m for m in (minutes, minutes + 720) if begins <= m < ends]
    return time(*divmod(found, 60))


@pytest.mark.parametrize(
    ("language", "at", "words"),
    [
        ("nl", "13.45", "kwart voor twee 's middags"),
        ("nl", "9.00", "negen uur 's ochtends"),
        ("nl", "10.20", "tien voor half elf 's ochtends"),
        ("nl", "12.30", "half één 's middags"),
        ("nl", "0.00", "twaalf uur 's nachts"),
        ("nl", "23.55", "vijf voor twaalf 's avonds"),
        ("en", "13.45", "quarter to two in the afternoon"),
        ("en", "12.00", "twelve noon"),
        ("en", "0.00", "midnight"),
        ("en", "9.00", "nine o’clock in the morning"),
        ("en", "22.25", "twenty-five past ten at night"),
        ("ar", "13.45", "الساعة الثانية إلا ربعاً بعد الظهر"),
        ("ar", "9.00", "الساعة التاسعة صباحاً"),
        ("ar", "10.30", "الساعة العاشرة والنصف صباحاً"),
        ("ar", "11.45", "الساعة الثانية عشرة إلا ربعاً ظهراً"),
        ("ar", "13.05", "الساعة الواحدة وخمس دقائق بعد الظهر"),
        ("tr", "13.45", "öğleden sonra ikiye çeyrek kala"),
        ("tr", "9.00", "sabah saat dokuzda"),
        ("tr", "10.30", "sabah on buçukta"),
        ("tr", "11.45", "öğlen on ikiye çeyrek kala"),
        ("tr", "16.20", "öğleden sonra dördü yirmi geçe"),
        ("fr", "13.45", "deux heures moins le quart de l’après-midi"),
        ("fr", "12.00", "midi"),
        ("fr", "12.30", "midi et demi"),
        ("fr", "9.30", "neuf heures et demie du matin"),
        ("fr", "0.30", "minuit et demi"),
        ("es", "13.45", "a las dos menos cuarto de la tarde"),
        ("es", "12.45", "a la una menos cuarto de la tarde"),
        ("es", "9.00", "a las nueve de la mañana"),
        ("es", "21.25", "a las nueve y veinticinco de la noche"),
    ],
)
def test_people_say_it_like_this(language, at, words):
    assert said(language, at) == words


def test_every_language_has_every_word(words):
    nl = her_words("nl").data
    assert words.data.keys() == nl.keys()
    assert words.data["places"].keys() == nl["places"].keys()
    assert len(words.data["weekdays"]) == len(set(words.data["weekdays"])) == 7
    assert len(words.data["months"]) == len(set(words.data["months"])) == 12
    assert len(words.data["clock"]["steps"]) == 12
    assert all(len(hours) in (12, 24) for hours in words.data["clock"]["hours"].values())
    assert "{time}" in words.data["digits"]


def test_only_dutch_has_been_read_by_whoever_speaks_it(words):
    assert bool(words["unread"]) is (words.language != "nl")


def test_every_day_of_a_year_has_its_name(words):
    days = {words.day(datetime(2026, month, 28, 12, tzinfo=UTC)) for month in range(1, 13)}
    assert len(days) == 12
    assert all("28" in day for day in days)


def test_the_first_of_a_month_is_said_as_the_language_does():
    first = datetime(2026, 12, 1, 12, tzinfo=UTC)
    assert her_words("fr").day(first) == "mardi 1er décembre"
    assert her_words("nl").day(first) == "dinsdag 1 december"


def test_around_midnight_the_day_is_that_of_the_wall():
    assert her_words("nl").day(datetime(2026, 6, 30, 22, 30, tzinfo=UTC)) == "woensdag 1 juli"
