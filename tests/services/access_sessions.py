"""The part of the table (test_access.py) that is about information sessions and their lists."""

from datetime import date
from uuid import UUID

from desk import MONDAY
from standing_beside import AGREED, linde

from hgkm_desktop.models import InformationSession, PlanningRule, Registration, SchoolHoliday
from hgkm_desktop.models.codes import Role
from hgkm_desktop.rules.contact import Channel
from hgkm_desktop.rules.follow_ups import PrivateFollowUp
from hgkm_desktop.rules.lists import Outcome
from hgkm_desktop.rules.sessions import Frequency, SchoolHolidayKind, SessionTopic
from hgkm_desktop.services.registration_files import Column, Preview
from hgkm_desktop.services.registrations import NewRegistration
from hgkm_desktop.services.session_list import Query
from hgkm_desktop.services.session_series import Repeat
from hgkm_desktop.services.tables import Format, Table

ALL = set(Role)
DESK = {Role.VOLUNTEER, Role.CONFIDANT, Role.STAFF, Role.COORDINATOR}
EDITORS = {Role.STAFF, Role.COORDINATOR}
CONFIDANTS = {Role.CONFIDANT}
LEADERS = {Role.COORDINATOR, Role.ADMINISTRATOR}
NOW = {"now": MONDAY}
TODAY = MONDAY.date()
NOBODY = UUID(int=1)
"""Whoever may, hears that it is not in the list; whoever may not, nothing."""
CALL = Channel.CALL
ROOS = PrivateFollowUp("Roos")
ON_LIST = NewRegistration("Hodan")
EMPTY = Table(("naam",), (), ())
MONTHLY = Repeat(Frequency.MONTHLY, date(2027, 3, 1))


def planned() -> InformationSession:
    return InformationSession(
        starts_at=MONDAY, ends_at=MONDAY.replace(hour=12), topic=SessionTopic.MONEY
    )


def registered() -> Registration:
    return Registration(session_id=NOBODY, name="Hodan")


def holiday() -> SchoolHoliday:
    return SchoolHoliday(kind=SchoolHolidayKind.MAY, first_day=TODAY, last_day=TODAY)


def reminder() -> PlanningRule:
    return PlanningRule(weeks=4, holiday=SchoolHolidayKind.MAY, topic=SessionTopic.MONEY)


_FOR_SERVICE = "works for a service that asked who may"
_ON_RENEWING = "part of rings.renew, which asks who may"
TOOLS = {
    "follow_ups.seal_again": _ON_RENEWING,
    "information_sessions.found": _FOR_SERVICE,
    "information_sessions.must_be": _FOR_SERVICE,
    "reach_signed.opened": _FOR_SERVICE,
    "reach_signed.signed": _FOR_SERVICE,
    "registrations.last_number": _FOR_SERVICE,
    "registrations.named": _FOR_SERVICE,
    "registrations.of_id": _FOR_SERVICE,
    "registrations.open_list": _FOR_SERVICE,
    "registrations.places_left": _FOR_SERVICE,
    "registrations.places_to_give": _FOR_SERVICE,
    "registrations.worked_on": _FOR_SERVICE,
    "session_reach.seal_again": _ON_RENEWING,
}

PLANNING = {
    "information_sessions.blank": (EDITORS, lambda c: ((), NOW)),
    "information_sessions.bring_back": (EDITORS, lambda c: ((NOBODY,), {})),
    "information_sessions.call_off": (EDITORS, lambda c: ((NOBODY, 1, "ziek"), {})),
    "information_sessions.get": (DESK, lambda c: ((NOBODY,), {})),
    "information_sessions.printed": (DESK, lambda c: ((NOBODY,), {})),
    "information_sessions.save": (EDITORS, lambda c: ((planned(),), NOW)),
    "information_sessions.take_back": (EDITORS, lambda c: (([NOBODY],), {})),
    "session_counts.of_year": (DESK, lambda c: ((2026,), {})),
    "session_counts.table": (
        EDITORS,
        lambda c: ((TODAY, TODAY, Format.CSV), {"outside": False}),
    ),
    "session_counts.years": (DESK, lambda c: ((), {})),
    "session_list.count": (DESK, lambda c: ((Query(MONDAY),), {})),
    "session_list.one": (DESK, lambda c: ((NOBODY,), {})),
    "session_list.page": (DESK, lambda c: ((Query(MONDAY),), {})),
    "session_series.begin": (EDITORS, lambda c: ((planned(), MONTHLY), NOW)),
    "session_series.call_off_following": (EDITORS, lambda c: ((NOBODY, 1, "ziek"), {})),
    "session_series.days": (EDITORS, lambda c: ((TODAY, MONTHLY), {})),
    "session_series.following": (DESK, lambda c: ((NOBODY,), {})),
    "session_series.save_following": (EDITORS, lambda c: ((planned(),), NOW)),
    "school_holidays.everything": (DESK, lambda c: ((), {})),
    "school_holidays.reminders": (DESK, lambda c: ((), NOW)),
    "school_holidays.remove": (EDITORS, lambda c: ((NOBODY,), {})),
    "school_holidays.remove_rule": (EDITORS, lambda c: ((NOBODY,), {})),
    "school_holidays.rules": (DESK, lambda c: ((), {})),
    "school_holidays.save": (EDITORS, lambda c: ((holiday(),), {})),
    "school_holidays.save_rule": (EDITORS, lambda c: ((reminder(),), {})),
}

ON_THE_LIST = {
    "attendance.arrive": (DESK, lambda c: ((NOBODY, "Hodan"), {})),
    "attendance.count_heads": (DESK, lambda c: ((NOBODY, 17), {})),
    "attendance.hand_out": (DESK, lambda c: ((NOBODY, "money", "ar", 3), {})),
    "attendance.handed_out": (DESK, lambda c: ((NOBODY,), {})),
    "attendance.matches": (DESK, lambda c: ((NOBODY, "Ho"), {})),
    "attendance.show_hands": (DESK, lambda c: ((NOBODY, 17, 23), {})),
    "attendance.tick": (DESK, lambda c: ((NOBODY,), {"is_here": True})),
    "attendance.what_worked": (DESK, lambda c: ((NOBODY, "thee"), {})),
    "registration_files.preview": (DESK, lambda c: ((NOBODY, EMPTY, {Column.NAME: 0}), {})),
    "registration_files.take_in": (DESK, lambda c: ((NOBODY, Preview((), ())), {})),
    "registrations.cancel": (DESK, lambda c: ((NOBODY,), {})),
    "registrations.change": (DESK, lambda c: ((registered(),), {})),
    "registrations.comes_after_all": (DESK, lambda c: ((NOBODY,), {})),
    "registrations.counts": (DESK, lambda c: ((NOBODY,), {})),
    "registrations.of_session": (DESK, lambda c: ((NOBODY,), {})),
    "registrations.register": (DESK, lambda c: ((NOBODY, ON_LIST), {})),
    "registrations.remove": (DESK, lambda c: ((NOBODY,), {})),
    "registrations.remove_all": (DESK, lambda c: (([NOBODY],), {})),
    "session_names.forget": (ALL, lambda c: ((), NOW)),
    "session_names.forget_due": (ALL, lambda c: ((), NOW)),
    "session_names.keep_for": (LEADERS, lambda c: ((30,), {})),
    "session_names.kept_for": (ALL, lambda c: ((), {})),
    "waiting_list.could_not_ask": (DESK, lambda c: ((NOBODY,), {})),
    "waiting_list.first": (DESK, lambda c: ((NOBODY,), {})),
    "waiting_list.says_yes": (DESK, lambda c: ((NOBODY,), {})),
}

APART = {
    "follow_up_case.open_case": (CONFIDANTS, lambda c: ((NOBODY, linde(c.desk)), NOW)),
    "follow_ups.begin": (CONFIDANTS, lambda c: ((ROOS,), NOW)),
    "follow_ups.due": (CONFIDANTS, lambda c: ((TODAY,), {})),
    "follow_ups.end": (CONFIDANTS, lambda c: ((NOBODY,), {})),
    "follow_ups.as_far_as_whole": (CONFIDANTS, lambda c: ((), {})),
    "follow_ups.everything": (CONFIDANTS, lambda c: ((), {})),
    "follow_ups.save": (CONFIDANTS, lambda c: ((NOBODY, 1, ROOS), NOW)),
    "sessions_today.between": (DESK, lambda c: ((TODAY, TODAY), {})),
    "sessions_today.of_day": (DESK, lambda c: ((TODAY,), NOW)),
    "session_reach.agree": (DESK, lambda c: ((NOBODY, AGREED), NOW)),
    "session_reach.reach": (CONFIDANTS, lambda c: ((NOBODY, CALL), NOW)),
    "session_reach.still_right": (CONFIDANTS, lambda c: ((NOBODY,), NOW)),
    "session_reach.as_far_as_whole": (CONFIDANTS, lambda c: ((NOBODY,), NOW)),
    "session_reach.to_tell": (CONFIDANTS, lambda c: ((NOBODY,), NOW)),
    "session_reach.tried": (CONFIDANTS, lambda c: ((NOBODY, Outcome.SPOKE), NOW)),
}

ROWS = PLANNING | ON_THE_LIST | APART
