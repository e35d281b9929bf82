"""School holidays are typed in and stay editable; so do the reminders before them (R-078)."""

from datetime import date, time, timedelta
from uuid import UUID

import pytest
from meeting import meeting

from hgkm_desktop import clock
from hgkm_desktop.errors import Conflict, Forbidden, Invalid
from hgkm_desktop.models import PlanningRule, SchoolHoliday
from hgkm_desktop.rules.sessions import SchoolHolidayKind, SessionTopic
from hgkm_desktop.services import information_sessions, school_holidays

SUMMER = SchoolHolidayKind.SUMMER
BEGIN, END = date(2027, 7, 17), date(2027, 8, 29)
JUNE_5 = clock.at(date(2027, 6, 5), time(9))
GONE = UUID(int=1)


@pytest.fixture
def joke(sign_in):
    return sign_in("Joke")


def summer(db, **given):
    values = {"kind": SUMMER, "first_day": BEGIN, "last_day": END}
    return db.call(school_holidays.save, SchoolHoliday(**values | given))


def due(db, now=JUNE_5):
    return [(r.rule.topic, r.first_day) for r in db.call(school_holidays.reminders, now=now)]


def test_a_new_log_knows_the_rule_of_six_weeks_before_the_summer(joke):
    (rule,) = joke.call(school_holidays.rules)
    known = (rule.weeks, rule.holiday, rule.topic, rule.is_on)
    assert known == (6, SUMMER, SessionTopic.FGM, True)


def test_on_the_fifth_of_june_staff_and_volunteers_are_reminded(joke, sign_in):
    assert due(joke) == []
    summer(joke)
    assert due(joke) == [(SessionTopic.FGM, BEGIN)]
    assert due(sign_in("Hanan")) == [(SessionTopic.FGM, BEGIN)]
    assert due(joke, JUNE_5 - timedelta(days=1)) == []


def test_planning_it_answers_the_reminder_and_calling_it_off_brings_it_back(joke):
    summer(joke)
    tuesday = meeting(date(2027, 6, 22), topic=SessionTopic.FGM, title="")
    one = joke.call(information_sessions.save, tuesday, now=JUNE_5)
    assert due(joke) == []
    joke.call(information_sessions.call_off, one.id, one.version, "spreker ziek")
    assert due(joke) == [(SessionTopic.FGM, BEGIN)]


def test_a_rule_can_be_changed_switched_off_added_and_taken_out(joke):
    summer(joke)
    (rule,) = joke.call(school_holidays.rules)
    rule.is_on = False
    rule = joke.call(school_holidays.save_rule, rule)
    assert due(joke) == []
    other = PlanningRule(weeks=8, holiday=SUMMER, topic=SessionTopic.MONEY)
    other = joke.call(school_holidays.save_rule, other)
    assert due(joke) == [(SessionTopic.MONEY, BEGIN)]
    joke.call(school_holidays.remove_rule, other.id)
    joke.call(school_holidays.remove_rule, rule.id)
    assert joke.call(school_holidays.rules) == []
    assert due(joke) == []


@pytest.mark.parametrize("weeks", [0, -1, 27])
def test_a_number_of_weeks_nobody_means_is_refused(joke, weeks):
    with pytest.raises(Invalid) as wrong:
        new = PlanningRule(weeks=weeks, holiday=SUMMER, topic=SessionTopic.FGM)
        joke.call(school_holidays.save_rule, new)
    assert set(wrong.value.problems) == {"weeks"}


@pytest.mark.parametrize("last", [BEGIN - timedelta(days=1), BEGIN + timedelta(days=71)])
def test_a_holiday_that_ends_too_soon_or_never_is_refused(joke, last):
    with pytest.raises(Invalid) as wrong:
        summer(joke, last_day=last)
    assert set(wrong.value.problems) == {"last_day"}
    assert joke.call(school_holidays.everything) == []


def test_a_holiday_of_one_day_is_one(joke):
    assert summer(joke, last_day=BEGIN).last_day == BEGIN


def test_holidays_stand_in_order_and_can_be_taken_out(joke):
    late = summer(joke)
    may = date(2027, 4, 24)
    early = summer(joke, kind=SchoolHolidayKind.MAY, first_day=may, last_day=may)
    found = joke.call(school_holidays.everything)
    assert [day.id for day in found] == [early.id, late.id]
    joke.call(school_holidays.remove, early.id)
    assert [day.id for day in joke.call(school_holidays.everything)] == [late.id]


def test_what_is_gone_cannot_be_taken_out_again(joke):
    for deed in (school_holidays.remove, school_holidays.remove_rule):
        with pytest.raises(Conflict):
            joke.call(deed, GONE)


def test_who_changes_what_another_changed_first_hears_it(joke, sign_in):
    mine = summer(joke)
    (theirs,) = sign_in("Salma").call(school_holidays.everything)
    mine.last_day = BEGIN
    joke.call(school_holidays.save, mine)
    theirs.last_day = END
    with pytest.raises(Conflict):
        sign_in("Salma").call(school_holidays.save, theirs)


def test_a_volunteer_changes_no_holiday(sign_in):
    with pytest.raises(Forbidden):
        summer(sign_in("Hanan"))
