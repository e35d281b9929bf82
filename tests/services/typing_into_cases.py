"""Every field that is typed beside somebody (typed_fields.py): how a text gets into it."""

from dataclasses import replace
from uuid import UUID

from desk import MONDAY
from going import blank, told
from standing_beside import AGREED, TODAY, YES

from hgkm_desktop.rules.advice import Advice
from hgkm_desktop.rules.appointment import Afterwards, Interpreter, NotWith
from hgkm_desktop.rules.bodies import (
    Agreement,
    Consent,
    GuideNote,
    Household,
    Note,
    Person,
    Plan,
    Promise,
    Referral,
    Score,
    Situation,
)
from hgkm_desktop.rules.clocks import Clock, Kind
from hgkm_desktop.rules.going_along import Side, State
from hgkm_desktop.rules.holding import Reason, Waiting
from hgkm_desktop.rules.lists import (
    Area,
    ConsentForm,
    GuideStep,
    LifeDomain,
    Purpose,
    ReferralKind,
    ReferralStatus,
    Voice,
)
from hgkm_desktop.services import (
    advice_log,
    appointment_afterwards,
    appointments,
    around_her,
    case_notes,
    cases,
    consents,
    holders,
    referrals,
    safe_contact,
    shift_notes,
)

NOW = {"now": MONDAY}
SHARE = Consent(Purpose.SHARE_WITH_PARTNER, ConsentForm.ORAL, TODAY, "het wijkteam")
PERSON, ID = Person("haar zus"), UUID(int=3)
WAY = ReferralKind.SUPPORT_GROUP, "het wijkteam", Area.OOST, ReferralStatus.STILL_ATTENDING
BODIES = {
    Note: (case_notes.write, Note(MONDAY, "gezien", "gedacht")),
    Consent: (consents.answer, SHARE),
    type(AGREED): (safe_contact.agree, AGREED),
    Household: (around_her.household, Household()),
    Situation: (around_her.situation, Situation()),
    Promise: (around_her.promise, Promise(ID, "bellen", "Leyla")),
    Agreement: (around_her.agreement, Agreement(ID, "geen post")),
    Referral: (referrals.note, Referral(ID, *WAY, TODAY)),
    Score: (around_her.score, Score(TODAY, 4, Voice.HERSELF)),
    GuideNote: (around_her.guide, GuideNote(GuideStep.CONSULT, TODAY, "gevraagd")),
}
"""Which service takes a whole body, and one that is right."""


def _person(at, text: str, field: str) -> None:
    people = PERSON, replace(PERSON, **{field: text})
    at.note(around_her.household, Household(people))


def _plan(at, text: str, field: str) -> None:
    at.note(around_her.household, Household(plan=Plan(**{field: text})))


def _domains(at, text: str, _field: str) -> None:
    at.note(around_her.situation, Situation(domains={LifeDomain.LAW: text}))


def _clock(at, text: str, field: str) -> None:
    running = replace(Clock(Kind.TIME_OUT, MONDAY, 14), **{field: text})
    at.note(around_her.clock_set, None, running)


def _incident(at, text: str, _field: str) -> None:
    at.note(safe_contact.incident, text)


def _alias(at, text: str, _field: str) -> None:
    at.call(cases.rename, at.case_id, text)


def _advice(at, text: str, field: str) -> None:
    at.call(advice_log.ask, replace(Advice(TODAY, "gevraagd"), **{field: text}), **NOW)


def _organisation(at, text: str, _field: str) -> None:
    at.note(consents.answer, replace(SHARE, receiver=text))
    at.begin_anew()
    at.note(consents.answer, replace(SHARE, receiver=text))
    at.note(holders.offer, text, TODAY)


def _partner(at, text: str, _field: str) -> None:
    _organisation(at, text, _field)
    at.note(holders.accept, "Anna")
    at.note(holders.talk)
    at.note(holders.confirm)


def _offered(at) -> None:
    at.begin_anew()
    at.note(consents.answer, SHARE)
    at.note(holders.offer, SHARE.receiver, TODAY)


def _accepting(at, text: str, _field: str) -> None:
    _offered(at)
    at.note(holders.accept, text)


def _holding(at, text: str, _field: str) -> None:
    _accepting(at, text, _field)
    at.note(holders.talk)
    at.note(holders.confirm)


def _waiting(at, text: str, field: str) -> None:
    _offered(at)
    waiting = replace(Waiting("plek", TODAY, "Leyla"), **{field: text})
    at.note(holders.wait, waiting)


def _asked_after(at, text: str, _field: str) -> None:
    at.begin_anew()
    at.note(consents.answer, replace(YES, purpose=Purpose.AFTERCARE_CHECK_IN))
    at.call(holders.close, at.case_id, Reason.MOVED_AWAY, TODAY, agreed_none=False, **NOW)
    at.note(holders.asked_after, TODAY, text)


def _planned(at, **given):
    """Plan a visit of today: with her, or with a walk-in who is called by an alias."""
    case_id = None if "alias" in given else at.case_id
    return at.call(appointments.plan, told(blank(at.db, case_id, MONDAY), **given), **NOW)


def _details(at, text: str, field: str) -> None:
    _planned(at, **{field: text})


def _questions(at, text: str, _field: str) -> None:
    _planned(at, questions=("mag ik?", text))


def _not_with(at, text: str, field: str) -> None:
    _planned(at, not_with=(replace(NotWith("de zoon", "geld"), **{field: text}),))


def _interpreter(at, text: str, field: str) -> None:
    _planned(at, interpreter=Interpreter(**{field: text}))


def _off_why(at, text: str, _field: str) -> None:
    visit = _planned(at)
    why = State.CANCELLED, Side.HER, text
    at.call(appointments.call_off, visit.id, visit.version, *why, **NOW)


def _afterwards(at, text: str, field: str) -> None:
    visit = _planned(at)
    went = replace(Afterwards(TODAY), **{field: text})
    at.call(appointment_afterwards.save, visit.id, visit.version, went, (), **NOW)


def _shift_note(at, text: str, _field: str) -> None:
    at.call(shift_notes.write, text, for_confidants=False, **NOW)


SPECIAL = {
    "Advice": (_advice, None),
    "Afterwards": (_afterwards, None),
    "AskedAfter.words": (_asked_after, "words"),
    "CaseName.alias": (_alias, "alias"),
    "Clock": (_clock, None),
    "Details": (_details, None),
    "Details.off_why": (_off_why, "off_why"),
    "Details.partner_words": (_details, "partner"),
    "Details.person_words": (_details, "person"),
    "Details.questions": (_questions, "questions"),
    "Handover.organisation": (_organisation, "holding"),
    "Handover.person": (_accepting, "holding"),
    "Holder.organisation": (_partner, "holding"),
    "Holder.person": (_holding, "holding"),
    "Interpreter": (_interpreter, "interpreter"),
    "NotWith": (_not_with, "not_with.0"),
    "ShiftNote": (_shift_note, "text"),
    "Incident.what": (_incident, "what"),
    "Person.relation": (_person, "people.1.relation"),
    "Person.words": (_person, "people.1.words"),
    "Plan.kept_where": (_plan, "plan.kept_where"),
    "Plan.made_with": (_plan, "plan.made_with"),
    "Situation.domains": (_domains, "domains.law"),
    "Waiting": (_waiting, "holding"),
}
"""Fields, or whole classes, that are typed in another way; and where a complaint is said."""


def way_in(place: str):
    """Return how a text gets into a field, and the key of a complaint about it."""
    kind, field = place.split(".")
    if special := SPECIAL.get(place) or SPECIAL.get(kind):
        put, key = special
        return (lambda at, text: put(at, text, field)), key or field
    service, body = next(each for known, each in BODIES.items() if known.__name__ == kind)
    return (lambda at, text: at.note(service, replace(body, **{field: text}))), field
