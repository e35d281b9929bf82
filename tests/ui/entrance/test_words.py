from datetime import UTC, datetime

import pytest

from hgkm_desktop import texts
from hgkm_desktop.ui.entrance import words


def at(hour, minute=2):
    """A moment in Amsterdam in November, one hour before UTC."""
    return datetime(2026, 11, 19, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("utc_hour", "greeting"),
    [
        (2, "Goedenacht."),
        (5, "Goedemorgen."),
        (10, "Goedemorgen."),
        (11, "Goedemiddag."),
        (16, "Goedemiddag."),
        (17, "Goedenavond."),
        (22, "Goedenavond."),
    ],
)
def test_the_greeting_follows_the_hour_in_amsterdam(utc_hour, greeting):
    assert words.greeting(at(utc_hour)) == greeting


def test_the_day_and_time_are_said_as_people_say_them():
    assert words.day_and_time(at(8)) == "donderdag 19 november, 9.02"


def test_the_day_is_said_in_arabic():
    texts.use("ar")
    assert "نوفمبر" in words.day_and_time(at(8))
