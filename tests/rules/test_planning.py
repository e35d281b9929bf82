"""What should be planned before a holiday, and when the reminder goes away (R-078, US-4)."""

from datetime import date, timedelta
from uuid import UUID

from hgkm_desktop.rules.planning import Holiday, Reminder, Rule, reminders
from hgkm_desktop.rules.sessions import SchoolHolidayKind, SessionTopic

SUMMER_2027 = date(2027, 7, 17)
SIX_WEEKS = Rule(6, SchoolHolidayKind.SUMMER, SessionTopic.FGM)
SUMMER = Holiday(UUID(int=1), SchoolHolidayKind.SUMMER, SUMMER_2027)
DUE = Reminder(SIX_WEEKS, SUMMER_2027)
JUNE_5 = date(2027, 6, 5)
DAY = timedelta(days=1)


def on(today, planned=(), rules=(SIX_WEEKS,), holidays=(SUMMER,)):
    return reminders(rules, holidays, planned, today)


def test_on_the_fifth_of_june_it_is_six_weeks_before_the_summer():
    assert on(JUNE_5) == [DUE]
    assert DUE.since == JUNE_5


def test_the_day_before_nobody_is_reminded():
    assert on(JUNE_5 - DAY) == []


def test_once_the_holiday_began_it_is_too_late_to_plan():
    assert on(SUMMER_2027 - DAY) == [DUE]
    assert on(SUMMER_2027) == []


def test_a_session_about_it_in_these_weeks_answers_the_reminder():
    assert on(JUNE_5, [(date(2027, 6, 22), SessionTopic.FGM)]) == []


def test_a_session_about_something_else_does_not():
    assert on(JUNE_5, [(date(2027, 6, 22), SessionTopic.MONEY)]) == [DUE]


def test_a_session_long_before_or_after_does_not():
    planned = [(JUNE_5 - DAY, SessionTopic.FGM), (SUMMER_2027, SessionTopic.FGM)]
    assert on(JUNE_5, planned) == [DUE]


def test_another_holiday_is_not_meant():
    may = Holiday(UUID(int=2), SchoolHolidayKind.MAY, SUMMER_2027)
    assert on(JUNE_5, holidays=[may]) == []


def test_the_nearest_holiday_comes_first():
    early = Rule(20, SchoolHolidayKind.SUMMER, SessionTopic.MONEY)
    may = Holiday(UUID(int=2), SchoolHolidayKind.MAY, date(2027, 4, 24))
    before_may = Rule(20, SchoolHolidayKind.MAY, SessionTopic.FGM)
    found = on(date(2027, 3, 15), rules=[early, before_may], holidays=[SUMMER, may])
    assert [each.first_day for each in found] == [may.first_day, SUMMER_2027]
