"""What should be planned before a holiday: reminders that go away once it is planned (R-078)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from hgkm_desktop.rules.sessions import SchoolHolidayKind, SessionTopic


@dataclass(frozen=True)
class Rule:
    """Plan something about a topic so many weeks before a holiday."""

    weeks: int
    holiday: SchoolHolidayKind
    topic: SessionTopic


@dataclass(frozen=True)
class Holiday:
    """A holiday of the schools."""

    id: UUID
    kind: SchoolHolidayKind
    first_day: date


@dataclass(frozen=True)
class Reminder:
    """It is time to plan: the rule, and the first day of the holiday it is about."""

    rule: Rule
    first_day: date

    @property
    def since(self) -> date:
        """The day it is first shown."""
        return self.first_day - timedelta(weeks=self.rule.weeks)


def reminders(
    rules: Iterable[Rule],
    holidays: Sequence[Holiday],
    planned: Iterable[tuple[date, SessionTopic]],
    today: date,
) -> list[Reminder]:
    """Return what should be planned now, the nearest holiday first.

    `planned` are the sessions that take place. One between the day the reminder begins and the
    holiday answers it.
    """
    sessions = list(planned)
    found = (
        Reminder(rule, day.first_day) for rule in rules for day in holidays if _fits(rule, day)
    )
    due = (each for each in found if each.since <= today < each.first_day)
    return sorted(
        (each for each in due if not _is_planned(each, sessions)), key=lambda each: each.first_day
    )


def _fits(rule: Rule, holiday: Holiday) -> bool:
    return rule.holiday is holiday.kind


def _is_planned(reminder: Reminder, sessions: Iterable[tuple[date, SessionTopic]]) -> bool:
    return any(
        topic is reminder.rule.topic and reminder.since <= day < reminder.first_day
        for day, topic in sessions
    )
