"""The school holidays and the reminders to plan: written down, changed, taken out, undone."""

import sys
from datetime import date, time
from pathlib import Path

import pytest
from form_desk import LARGE, SMALL, choose, christmas, form_desk
from PySide6.QtCore import Qt

from hgkm_desktop import clock
from hgkm_desktop.models import PlanningRule
from hgkm_desktop.rules.sessions import SchoolHolidayKind, SessionTopic
from hgkm_desktop.services import drafts, school_holidays
from hgkm_desktop.ui.views.sessions.holidays import HolidaysOverlay

sys.path[:0] = [str(Path(__file__).parents[2])]
"""Where `inspection` lies, also when only this folder is run."""


@pytest.fixture
def page(it):
    return opened(it)


def opened(it):
    made = HolidaysOverlay(it.ctx)
    made.open(it.window)
    return made


def holidays(it):
    found = it.ctx.call(school_holidays.everything)
    return [(each.kind, each.first_day, each.last_day) for each in found]


def rules(it):
    found = it.ctx.call(school_holidays.rules)
    return [(each.weeks, each.holiday, each.topic, each.is_on) for each in found]


CHRISTMAS = SchoolHolidayKind.CHRISTMAS, date(2026, 12, 19), date(2027, 1, 3)
USUAL = 6, SchoolHolidayKind.SUMMER, SessionTopic.FGM, True


def test_a_holiday_is_written_down_by_keyboard(it, page):
    assert "Er staan nog geen schoolvakanties in." in it.words(page)
    assert it.focus is page.add_holiday
    it.press(Qt.Key.Key_Return)
    it.keys("kerst")
    form = it.overlay
    form.first_day.set_value(date(2026, 12, 19))
    assert form.last_day.value() == date(2026, 12, 27)
    form.last_day.set_value(date(2027, 1, 3))
    it.save()
    assert holidays(it) == [CHRISTMAS]
    assert it.overlay is page
    assert it.focus is page.add_holiday
    assert "Kerstvakantie 19 dec – 3 jan 2027" in it.words(page)


def test_one_is_changed_and_what_is_wrong_stands_at_its_field(it, joke):
    christmas(joke)
    page = opened(it)
    it.push(page.holidays[0].change)
    form = it.overlay
    form.last_day.set_value(date(2026, 12, 1))
    it.save()
    assert form.fields["last_day"].problem() == "De laatste dag komt na de eerste."
    form.last_day.set_value(date(2027, 6, 1))
    it.save()
    assert form.fields["last_day"].problem()
    form.last_day.set_value(date(2027, 1, 2))
    it.save()
    assert holidays(it) == [(*CHRISTMAS[:2], date(2027, 1, 2))]


def test_one_is_taken_out_and_comes_back(it, joke):
    christmas(joke)
    page = opened(it)
    it.push(page.holidays[0].remove)
    assert holidays(it) == []
    assert it.focus is page.add_holiday
    it.undo()
    assert holidays(it) == [CHRISTMAS]
    assert len(page.holidays) == 1


def test_what_is_over_is_not_shown_any_more(joke, qtbot, qapp):
    christmas(joke)
    with form_desk(joke, qtbot, qapp, now=clock.at(date(2027, 1, 4), time(9))) as it:
        assert opened(it).holidays == []


def test_a_reminder_is_added_switched_off_changed_and_taken_out(it, page):
    assert rules(it) == [USUAL]
    it.push(page.add_rule)
    form = it.overlay
    choose(form.topic, SessionTopic.DIGITAL_SAFETY)
    choose(form.holiday, SchoolHolidayKind.MAY)
    form.weeks.setText("4")
    it.save()
    added = (4, SchoolHolidayKind.MAY, SessionTopic.DIGITAL_SAFETY, True)
    assert sorted(rules(it)) == sorted([USUAL, added])
    assert it.focus is page.add_rule
    place = rules(it).index(added)
    it.push(page.rules[place].switch)
    assert (*added[:3], False) in rules(it)
    assert it.focus is page.rules[place].switch
    it.push(page.rules[place].change)
    it.overlay.weeks.setText("5")
    it.save()
    assert (5, *added[1:3], False) in rules(it)
    it.push(page.rules[place].remove)
    assert rules(it) == [USUAL]
    it.undo()
    assert (5, *added[1:3], False) in rules(it)


def test_the_number_of_weeks_is_looked_at(it, page):
    it.push(page.add_rule)
    form = it.overlay
    for typed in ("", "veel", "0", "27"):
        form.weeks.setText(typed)
        it.save()
        assert form.fields["weeks"].problem(), typed
    assert rules(it) == [USUAL]


def test_another_seat_was_first_and_what_is_typed_stays(it, page, sign_in):
    it.push(page.rules[0].change)
    form = it.overlay
    salma = sign_in("Salma")
    theirs = salma.call(school_holidays.rules)[0]
    theirs.weeks = 8
    salma.call(school_holidays.save_rule, theirs)
    form.weeks.setText("7")
    it.save()
    assert form.problem()
    assert (form.weeks.text(), form.accept_button.text()) == ("7", "Bewaar die van mij")
    it.push(form.accept_button)
    assert rules(it) == [(7, *USUAL[1:])]


def test_a_holiday_that_is_gone_is_said_so(it, joke, sign_in):
    known = christmas(joke)
    page = opened(it)
    it.push(page.holidays[0].change)
    form = it.overlay
    sign_in("Salma").call(school_holidays.remove, known.id)
    form.last_day.set_value(date(2027, 1, 2))
    it.save()
    assert form.problem()
    assert form.accept_button.text() == "Bewaar"
    assert form.last_day.value() == date(2027, 1, 2)


def test_what_is_half_typed_survives_locking(it, page, joke):
    it.push(page.add_rule)
    it.overlay.weeks.setText("12")
    it.overlay.keep_half_typed()
    it.overlay.close_overlay()
    it.push(page.add_rule)
    assert it.overlay.weeks.text() == "12"
    it.push(it.overlay.cancel_button)
    assert joke.call(drafts.look, "sessions/rule/new") is None
    it.push(page.add_holiday)
    choose(it.overlay.kind, SchoolHolidayKind.MAY)
    it.press(Qt.Key.Key_Escape)
    it.push(page.add_holiday)
    assert it.overlay.kind.value() == SchoolHolidayKind.MAY


def test_who_may_not_change_them_reads_them(sign_in, qtbot, qapp):
    christmas(sign_in("Joke"))
    with form_desk(sign_in("Leyla"), qtbot, qapp) as it:
        page = opened(it)
        words = it.words(page)
        assert "Kerstvakantie" in words
        assert "Verander" not in words
        assert "Zet een" not in words
        assert not page.rules[0].switch.isEnabled()
        assert it.focus is page.cancel_button


@pytest.mark.parametrize("language", ["nl", "ar"])
@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_the_keyboard_comes_everywhere_and_no_word_is_cut(joke, qtbot, qapp, size, language):
    from inspection import faults_of, walk_round

    christmas(joke)
    rule = PlanningRule(
        weeks=3, holiday=SchoolHolidayKind.AUTUMN, topic=SessionTopic.YOUTH_PROTECTION_TELLS
    )
    joke.call(school_holidays.save_rule, rule)
    with form_desk(joke, qtbot, qapp, size=size, language=language) as it:
        page = opened(it)
        assert faults_of(page) == []
        seen, faults = walk_round(page)
        assert faults == []
        assert len(seen) == len(page.stops())
        first, last = page.holidays[0], page.rules[-1]
        assert page.stops()[:3] == [first.change, first.remove, page.add_holiday]
        assert page.stops()[-5:-2] == [last.switch, last.change, last.remove]
        assert page.stops()[-2:] == [page.add_rule, page.cancel_button]
        for add in (page.add_holiday, page.add_rule):
            it.push(add)
            assert faults_of(it.overlay) == []
            it.press(Qt.Key.Key_Escape)
