"""Every place in what is noted beside somebody where a text stands: what the tests must fill."""

import inspect
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import get_args, get_type_hints

from sqlalchemy import String

from hgkm_desktop.models import (
    FixedTime,
    InformationSession,
    PlanningRule,
    Registration,
    SchoolHoliday,
    SessionFollowUp,
    SessionHandout,
    SessionSeries,
    ShiftNote,
)
from hgkm_desktop.rules import appointment, bodies, clocks, contact, follow_ups, holding
from hgkm_desktop.rules.advice import Advice
from hgkm_desktop.services.case_name import CaseName

TYPED = {
    "Advice.answer",
    "Advice.asked",
    "Advice.next_step",
    "Afterwards.agreed",
    "Afterwards.instead",
    "Agreement.text",
    "AskedAfter.words",
    "CaseName.alias",
    "Clock.then",
    "Clock.who",
    "Consent.heard_by",
    "Consent.her_words",
    "Consent.language",
    "Consent.person",
    "Consent.receiver",
    "Consent.text_version",
    "Consent.why",
    "Details.alias",
    "Details.meet_where",
    "Details.not_met_reason",
    "Details.off_why",
    "Details.partner_words",
    "Details.person_words",
    "Details.place",
    "Details.purpose",
    "Details.questions",
    "GuideNote.text",
    "GuideNote.with_whom",
    "Handover.organisation",
    "Handover.person",
    "Holder.organisation",
    "Holder.person",
    "Household.circle",
    "Incident.what",
    "Interpreter.name",
    "Interpreter.wish",
    "NotWith.what",
    "NotWith.who",
    "Note.seen",
    "Note.think",
    "Person.relation",
    "Person.words",
    "Plan.kept_where",
    "Plan.made_with",
    "Promise.otherwise",
    "Promise.what",
    "Promise.who",
    "Referral.by",
    "SafeContact.code_word",
    "SafeContact.if_another_answers",
    "SafeContact.if_line_drops",
    "SafeContact.name_we_use",
    "SafeContact.number",
    "SafeContact.voicemail",
    "SafeContact.who_may_answer",
    "Score.name",
    "Score.one_higher_when",
    "Score.why",
    "ShiftNote.text",
    "Situation.domains",
    "Situation.not_to_discuss",
    "Situation.own_words",
    "Situation.wishes",
    "Waiting.keeps_contact",
    "Waiting.what",
}
"""Where a confidant types; each is planted in the leak tests and has its hostile texts."""
BY_STAFF = {"FixedTime.place", "FixedTime.title"}
"""Where only staff type: planted in the leak drill; hostile in services/test_fixed_times.py."""
OF_SESSIONS = {
    "InformationSession.materials",
    "InformationSession.off_why",
    "InformationSession.place",
    "InformationSession.speaker",
    "InformationSession.title",
    "InformationSession.what_worked",
    "PrivateFollowUp.alias",
    "PrivateFollowUp.said",
    "Registration.name",
    "Step.what",
}
"""Planted in day_of_a_list.py; hostile in services/test_typed_texts_of_sessions.py."""
SESSIONS = InformationSession, SessionSeries, SessionHandout, Registration, SessionFollowUp
HOLIDAYS = SchoolHoliday, PlanningRule
OURS = {
    "CaseName.code": "made of chance",
    "Details.language": "a code of a list; anything else is refused",
    "Held.act": "a word of the program: what was done",
    "InformationSession.printed_for": "the hour and place as they were when it was printed",
    "InformationSession.search_key": "made of title, place and speaker",
    "SafeContact.checked_by": "the name of who is signed in, which is typed in the team",
    "SessionHandout.language": "a language of our sheets; anything else is refused",
    "SessionHandout.sheet": "one of our sheets; anything else is refused",
    "SessionSeries.rule": "written by rules/repeating.py",
    "Situation.harms": "codes of a list; others are left out",
}
"""Texts that nobody can type, and why."""


def known() -> set[str]:
    """Return every field that holds text in any of the classes things are noted with."""
    modules = appointment, bodies, clocks, contact, follow_ups, holding
    kinds = [kind for module in modules for kind in _own_classes(module)]
    return _columns(FixedTime, ShiftNote, *SESSIONS, *HOLIDAYS) | {
        f"{kind.__name__}.{name}"
        for kind in (*kinds, Advice, CaseName)
        for name, hint in get_type_hints(kind).items()
        if _holds_text(hint)
    }


def _columns(*records: type) -> set[str]:
    """Return the columns with free text; codes of a list are types of their own."""
    return {
        f"{record.__name__}.{column.name}"
        for record in records
        for column in record.__table__.columns
        if type(column.type) is String
    }


def _own_classes(module) -> Iterator[type]:
    for kind in vars(module).values():
        if inspect.isclass(kind) and is_dataclass(kind) and kind.__module__ == module.__name__:
            yield kind


def _holds_text(hint: object) -> bool:
    return hint is str or any(_holds_text(part) for part in get_args(hint))


def texts_in(thing: object, place: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text inside of something, with the class and the field it stands in."""
    if type(thing) is str:
        yield place, thing
    elif is_dataclass(thing):
        for each in fields(thing):
            yield from texts_in(getattr(thing, each.name), f"{type(thing).__name__}.{each.name}")
    elif isinstance(thing, dict):
        yield from texts_in(tuple(thing.values()), place)
    elif isinstance(thing, list | tuple | set | frozenset):
        for each in thing:
            yield from texts_in(each, place)
