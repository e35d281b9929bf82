"""A session that ends after midnight: people type the hour, and the form says which day."""

from datetime import date, datetime, time, timedelta

from form_desk import one

from hgkm_desktop import clock
from hgkm_desktop.rules.sessions import Frequency, SessionTopic

TOLD = "Tot 1.00, de volgende dag."


def test_an_end_after_midnight_is_typed_and_told_and_kept(it):
    form = it.new(SessionTopic.MONEY)
    assert TOLD not in it.words(form)
    form.all.when.begins.setFocus()
    it.keys("2100")
    form.all.when.ends.setFocus()
    it.keys("0100")
    assert TOLD in it.words(form)
    it.save()
    (found,) = it.planned()
    assert clock.local(found.ends_at).date() == clock.local(found.starts_at).date() + timedelta(1)
    assert found.ends_at - found.starts_at == timedelta(hours=4)
    again = it.open(found)
    assert TOLD in it.words(again)
    assert again.typed().ends_at == found.ends_at
    again.all.when.ends.set_value(time(23))
    assert "volgende dag" not in it.words(again)
    assert again.typed().ends_at == found.starts_at + timedelta(hours=2)


def test_more_than_half_a_day_is_a_slip_and_not_the_next_day(it):
    form = it.new(SessionTopic.MONEY)
    form.all.when.begins.set_value(time(15))
    form.all.when.ends.set_value(time(3))
    assert form.typed().ends_at - form.typed().starts_at == timedelta(hours=12)
    form.all.when.ends.set_value(time(3, 1))
    assert "volgende dag" not in it.words(form)
    it.save()
    assert form.fields["ends_at"].problem() == "Het einde komt na het begin."
    assert it.planned() == []


def test_the_night_of_winter_time_is_counted_in_real_hours(it, joke):
    form = it.open(one(joke, date(2027, 10, 30), time(16)))
    form.all.when.ends.set_value(time(4))
    assert "volgende dag" not in it.words(form)
    form.all.when.ends.set_value(time(3))
    assert "Tot 3.00, de volgende dag." in it.words(form)
    it.save()
    (found,) = it.planned()
    assert found.ends_at - found.starts_at == timedelta(hours=12)


def test_every_evening_of_a_series_ends_after_midnight(it):
    form = it.new(SessionTopic.MONEY)
    form.all.when.begins.set_value(time(23, 30))
    choose_weekly(form)
    form.all.repeat.until.set_value(form.all.when.day.value() + timedelta(weeks=2))
    it.save()
    assert [wall(each.starts_at) + wall(each.ends_at) for each in it.planned()] == [
        "30-11 23.3001-12 01.00",
        "07-12 23.3008-12 01.00",
        "14-12 23.3015-12 01.00",
    ]


def choose_weekly(form):
    """Choose every week."""
    form.all.repeat.frequency.set_value(Frequency.WEEKLY)
    form.all.repeat.frequency.changed.emit(Frequency.WEEKLY)


def wall(moment: datetime) -> str:
    """Return a moment as the clock and the calendar on the wall say it."""
    return f"{clock.local(moment):%d-%m %H.%M}"


def test_the_last_day_of_all_has_no_next_one(it):
    form = it.new(SessionTopic.MONEY)
    form.all.when.begins.set_value(time(21))
    form.all.when.ends.set_value(time(1))
    form.all.when.day.set_value(date.max)
    assert "volgende dag" not in it.words(form)
