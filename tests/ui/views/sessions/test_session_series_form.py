"""A series in the form: its days with a tick each, over the clock change, changed and undone."""

from datetime import date, time, timedelta

import pytest
from form_desk import TUESDAY, choose, christmas, series, wall
from PySide6.QtCore import Qt

from hgkm_desktop.errors import Conflict
from hgkm_desktop.models import SchoolHoliday
from hgkm_desktop.rules.sessions import NameKind, SchoolHolidayKind, SessionTopic
from hgkm_desktop.services import information_sessions, registrations, school_holidays
from hgkm_desktop.services.registrations import NewRegistration
from hgkm_desktop.ui.views.sessions.form_save import copied

WEEK = timedelta(weeks=1)


def repeating(it, first=TUESDAY, until=date(2027, 1, 12), often=1):
    """Begin a series: 1 is every week, 2 every two weeks, 3 every month."""
    form = it.new(SessionTopic.MONEY)
    form.all.when.day.set_value(first)
    form.all.repeat.frequency.segments[often].click()
    form.all.repeat.until.set_value(until)
    return form


def told(form):
    return form.all.repeat.count.text()


def boxes(form):
    return {box.text(): box.isChecked() for box in form.all.repeat.days.boxes.values()}


def test_a_session_that_is_once_shows_no_days(it):
    form = it.new(SessionTopic.MONEY)
    assert not form.all.repeat.ahead.isVisible()
    assert form.all.repeat.repeat() is None


def test_twelve_weeks_stand_ready_and_say_until_when(it):
    form = it.new(SessionTopic.MONEY)
    form.all.when.day.set_value(date(2027, 4, 6))
    form.all.repeat.frequency.segments[1].click()
    assert told(form) == "11 keer, tot en met di 22 jun 2027. 1 keer niet."
    assert boxes(form)["di 27 apr 2027, Koningsdag"] is False
    form.all.repeat.not_on_public.click()
    assert told(form) == "12 keer, tot en met di 22 jun 2027."
    form.all.when.day.set_value(date(2027, 4, 13))
    assert told(form) == "12 keer, tot en met di 29 jun 2027."


def test_who_chose_a_last_day_keeps_it_when_the_first_moves(it):
    form = repeating(it, until=date(2026, 12, 22))
    assert told(form) == "4 keer, tot en met di 22 dec."
    form.all.when.day.set_value(TUESDAY + WEEK)
    assert told(form) == "3 keer, tot en met di 22 dec."


def test_holidays_are_marked_and_left_out_at_once(it, joke):
    christmas(joke)
    form = repeating(it, first=date(2026, 12, 4), until=date(2027, 1, 8))
    assert boxes(form) == {
        "vr 4 dec": True,
        "vr 11 dec": True,
        "vr 18 dec": True,
        "vr 25 dec, Eerste kerstdag": False,
        "vr 1 jan 2027, Nieuwjaarsdag": False,
        "vr 8 jan 2027": True,
    }
    assert told(form) == "4 keer, tot en met vr 8 jan 2027. 2 keer niet."
    form.all.repeat.not_in_holidays.click()
    assert told(form).startswith("4 keer")
    form.all.repeat.not_on_public.click()
    assert told(form) == "6 keer, tot en met vr 8 jan 2027."


def test_school_holidays_are_marked_on_other_days(it, joke):
    christmas(joke)
    form = repeating(it)
    assert boxes(form)["di 22 dec, Kerstvakantie"] is False
    assert "Er staan nog geen schoolvakanties in." not in it.words(form)
    form.all.repeat.not_in_holidays.click()
    assert boxes(form)["di 22 dec, Kerstvakantie"] is True


def test_without_any_school_holiday_the_form_says_so(it):
    form = repeating(it)
    assert "Er staan nog geen schoolvakanties in." in it.words(form)


def test_a_day_is_left_out_by_keyboard_and_stays_so(it, joke):
    christmas(joke)
    form = repeating(it)
    form.all.repeat.not_on_public.setFocus()
    it.press(Qt.Key.Key_Tab)
    days = form.all.repeat.days.boxes
    assert it.focus is days[TUESDAY]
    it.press(Qt.Key.Key_Right, Qt.Key.Key_Space)
    assert form.all.repeat.days.left_out() == {TUESDAY + WEEK, *closed()}
    it.press(Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert form.all.repeat.days.left_out() == {TUESDAY + WEEK, *closed()} - {TUESDAY + 3 * WEEK}
    form.all.repeat.until.set_value(date(2027, 1, 19))
    assert form.all.repeat.days.left_out() == {TUESDAY + WEEK, *closed()} - {TUESDAY + 3 * WEEK}
    it.press(Qt.Key.Key_Tab)
    assert it.focus is form.all.folds[0].button
    it.save()
    assert it.days() == [
        "01-12 10.00",
        "15-12 10.00",
        "22-12 10.00",
        "05-01 10.00",
        "12-01 10.00",
        "19-01 10.00",
    ]


def closed():
    return {TUESDAY + 3 * WEEK, TUESDAY + 4 * WEEK}


def test_the_keyboard_stays_at_its_day_when_the_days_change(it, joke):
    form = repeating(it)
    form.all.repeat.days.boxes[TUESDAY + WEEK].setFocus()
    form.all.repeat.until.set_value(date(2027, 1, 26))
    assert it.focus is form.all.repeat.days.boxes[TUESDAY + WEEK]


def test_a_series_over_the_clock_change_is_at_ten_on_the_wall_every_week(it):
    form = repeating(it, first=date(2027, 3, 16), until=date(2027, 4, 6))
    form.all.repeat.not_on_public.click()
    it.save()
    found = it.planned()
    assert [wall(each) for each in found] == [
        "16-03 10.00",
        "23-03 10.00",
        "30-03 10.00",
        "06-04 10.00",
    ]
    assert [each.starts_at.hour for each in found] == [9, 9, 8, 8]
    assert {each.ends_at - each.starts_at for each in found} == {timedelta(minutes=90)}
    assert it.saved == [found[0].id]
    assert it.last() == "4 bijeenkomsten bewaard, tot en met di 6 apr 2027."


def test_every_two_weeks_and_every_month(it):
    repeating(it, often=2, until=date(2026, 12, 31))
    it.save()
    assert it.days() == ["01-12 10.00", "15-12 10.00", "29-12 10.00"]
    it.undo()
    assert it.days() == []
    repeating(it, often=3, until=date(2027, 3, 1))
    it.save()
    assert it.days() == ["01-12 10.00", "05-01 10.00", "02-02 10.00"]


def test_too_many_days_and_none_at_all_are_said_at_the_last_day(it):
    form = repeating(it, until=date(2030, 1, 1))
    until = form.fields["until"]
    assert until.problem() == "Dit is vaker dan 60 keer."
    assert (told(form), boxes(form)) == ("", {})
    it.save()
    assert until.problem() == "Dit is vaker dan 60 keer."
    form.all.repeat.until.set_value(date(2026, 11, 30))
    assert until.problem() == "De laatste dag komt na de eerste."
    form.all.repeat.until.set_value(TUESDAY)
    assert until.problem() == ""
    form.all.repeat.days.boxes[TUESDAY].click()
    assert told(form) == ""
    it.save()
    assert until.problem() == "Er blijft geen dag over. Laat minder dagen weg."
    assert it.planned() == []


def test_the_last_day_there_is_brings_nothing_down(it):
    form = it.new(SessionTopic.MONEY)
    form.all.repeat.frequency.segments[1].click()
    for day in (date(9999, 12, 31), date(1752, 9, 14)):
        form.all.when.day.set_value(day)
        it.save()
        assert form.fields["starts_at"].problem()


def test_one_of_a_series_is_changed_alone(it, joke):
    times = series(joke)
    form = it.open(times[1])
    assert form.scope.isVisible()
    assert form.all.repeat is None
    form.all.when.begins.set_value(time(13))
    form.all.where.place.setText("zaal 2")
    it.save()
    assert it.days() == ["01-12 10.00", "08-12 13.00", "15-12 10.00", "22-12 10.00"]
    assert [each.place for each in it.planned()] == ["", "zaal 2", "", ""]
    it.undo()
    assert it.days()[1] == "08-12 10.00"


def test_this_one_and_all_that_follow_are_changed_and_put_back(it, joke):
    times = series(joke, place="zaal 1")
    moved = it.open(times[2])
    moved.all.when.day.set_value(date(2026, 12, 16))
    moved.all.where.place.setText("buiten")
    it.save()
    form = it.open(times[1])
    form.scope.choice.segments[1].click()
    assert "Er volgen er nog 2, tot en met di 22 dec." in it.words(form)
    form.all.when.day.set_value(date(2026, 12, 9))
    form.all.when.begins.set_value(time(13))
    form.all.where.place.setText("zaal 2")
    it.save()
    assert it.last() == "3 bijeenkomsten veranderd."
    assert it.days() == ["01-12 10.00", "09-12 13.00", "16-12 10.00", "23-12 13.00"]
    assert [each.place for each in it.planned()] == ["zaal 1", "zaal 2", "buiten", "zaal 2"]
    it.undo()
    assert it.days() == ["01-12 10.00", "08-12 10.00", "16-12 10.00", "22-12 10.00"]
    assert [each.place for each in it.planned()] == ["zaal 1", "zaal 1", "buiten", "zaal 1"]


def test_all_that_follow_keep_their_hour_on_the_wall_over_the_clock_change(it, joke):
    times = series(joke, day=date(2027, 3, 16), until=date(2027, 4, 6))
    form = it.open(times[0])
    form.scope.choice.segments[1].click()
    form.all.when.begins.set_value(time(14))
    it.save()
    wanted = ["16-03 14.00", "23-03 14.00", "30-03 14.00", "06-04 14.00"]
    assert it.days() == wanted
    form = it.open(it.planned()[0])
    form.scope.choice.segments[1].click()
    form.all.when.day.set_value(date(2027, 3, 17))
    it.save()
    assert it.days() == ["17-03 14.00", "24-03 14.00", "31-03 14.00", "07-04 14.00"]
    it.undo()
    assert it.days() == wanted


def test_the_last_of_a_series_asks_nothing_about_others(it, joke):
    form = it.open(series(joke)[-1])
    assert not form.scope.isVisible()


def test_another_seat_was_first_and_all_that_follow_are_saved_all_the_same(it, joke, sign_in):
    times = series(joke)
    form = it.open(times[0])
    form.scope.choice.segments[1].click()
    form.all.where.place.setText("zaal 2")
    salma = sign_in("Salma")
    theirs = copied(salma.call(information_sessions.get, times[0].id))
    theirs.place = "zaal 9"
    salma.call(information_sessions.save, theirs, now=it.ctx.now())
    it.save()
    assert "Waar is het: zaal 9" in it.words(form)
    assert form.scope.is_following
    it.push(form.accept_button)
    assert [each.place for each in it.planned()] == ["zaal 2"] * 4


def test_what_was_chosen_for_the_series_comes_back_after_locking(it, joke):
    times = series(joke)
    form = it.open(times[0])
    form.scope.choice.segments[1].click()
    choose(form.all.what.topic, SessionTopic.WORK)
    form.keep_half_typed()
    form.close_overlay()
    again = it.open(times[0])
    assert again.scope.is_following
    assert again.all.what.topic.value() == SessionTopic.WORK


def test_a_series_somebody_registered_for_is_not_taken_back(it, joke):
    repeating(it, until=date(2026, 12, 15))
    it.save()
    last = it.planned()[-1]
    joke.call(registrations.register, last.id, NewRegistration("Hodan", NameKind.FIRST_NAME))
    with pytest.raises(Conflict):
        it.said[-1].undo()
    assert len(it.planned()) == 3


def test_a_holiday_written_down_meanwhile_is_known_the_next_time(it, joke):
    form = repeating(it)
    assert boxes(form)["di 22 dec"] is True
    it.press(Qt.Key.Key_Escape)
    kind = SchoolHolidayKind.CHRISTMAS
    one_day = SchoolHoliday(kind=kind, first_day=date(2026, 12, 22), last_day=date(2026, 12, 22))
    joke.call(school_holidays.save, one_day)
    again = it.new(SessionTopic.MONEY)
    assert boxes(again)["di 22 dec, Kerstvakantie"] is False
