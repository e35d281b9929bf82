"""A day beside somebody, with a marker typed wherever something can be typed; used by both leaks.

Whoever calls this gives the markers and gets back what was noted, as it can be read with the key.
"""

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import time
from random import choices
from typing import Any
from uuid import UUID

from desk import MONDAY
from sqlalchemy import select
from standing_beside import TODAY

from hgkm_desktop.db import Database
from hgkm_desktop.models import Appointment, FixedTime, ShiftNote
from hgkm_desktop.models.codes import Role
from hgkm_desktop.rules.advice import Advice
from hgkm_desktop.rules.appointment import Afterwards, Details, Interpreter, NotWith, Visit
from hgkm_desktop.rules.bodies import (
    Agreement,
    Began,
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
from hgkm_desktop.rules.contact import Channel, SafeContact, Window
from hgkm_desktop.rules.going_along import AppointmentKind, FixedKind, Side, State
from hgkm_desktop.rules.holding import Reason, Waiting
from hgkm_desktop.rules.lists import (
    Area,
    ConsentForm,
    GuideStep,
    LifeDomain,
    Outcome,
    Purpose,
    ReferralKind,
    ReferralStatus,
    Voice,
)
from hgkm_desktop.services import (
    advice_log,
    appointment_afterwards,
    appointment_list,
    appointment_rows,
    appointments,
    around_her,
    case_key,
    case_list,
    case_name,
    case_notes,
    cases,
    consents,
    drafts,
    finding,
    fixed_times,
    gathering,
    holders,
    referrals,
    safe_contact,
    shift_notes,
    today,
)
from hgkm_desktop.services.appointment_afterwards import Agreed
from hgkm_desktop.services.cases import Candidate, NewCase

NOW = {"now": MONDAY}
ID = UUID(int=7)


@dataclass
class Hand:
    """Whoever types: her open log, and where she gets words nobody else writes."""

    db: Database
    mark: Callable[[str], str]
    remember: Callable[[str], object]

    def filled(self, kind: type, *without: str) -> dict[str, Any]:
        """Return a marker for every text of a class, a few apart."""
        names = [each.name for each in fields(kind) if each.type is str or each.type == "str"]
        return {name: self.mark(name.replace("_", "")) for name in names if name not in without}

    def number(self) -> str:
        """Return a telephone number nobody has."""
        digits = "0" + "".join(choices("123456789", k=18))
        self.remember(digits)
        return digits

    def call(self, service, *given, **named):
        return self.db.call(service, *given, **named)


def live(hand: Hand) -> UUID:
    """Note everything that can be noted beside somebody; return her case."""
    case_id = _begin(hand)
    _write(hand, case_id)
    _agree_on_contact(hand, case_id)
    _tell_of_her(hand, case_id)
    _count_and_promise(hand, case_id)
    _go_along(hand, case_id)
    _hand_over(hand, case_id)
    for for_confidants in (True, False):
        note = hand.mark("overdracht")
        hand.call(shift_notes.write, note, for_confidants=for_confidants, **NOW)
    hand.call(drafts.keep, f"cases/{case_id}/half", {"seen": hand.mark("halfnotitie")})
    hand.call(advice_log.ask, Advice(TODAY, **hand.filled(Advice)), **NOW)
    return case_id


def look_around(hand: Hand, case_id: UUID, sought: list[str]) -> list[str]:
    """Read and look for everything; return what all of it says of itself."""
    said = [repr(hand.call(cases.page, case_id)), repr(hand.call(case_list.rows, **NOW))]
    index = hand.call(gathering.gather)
    index = hand.call(gathering.with_questions, index)
    found = [list(finding.search(index, word)) for word in sought]
    assert sum(any(hit.case for hit in hits) for hits in found) > 20
    visits = [hand.call(finding.visits, word) for word in sought]
    said += [repr(index), repr(found), repr(visits), repr(hand.call(advice_log.page))]
    said += [repr(part) for part in vars(hand.call(today.today, **NOW)).values()]
    said.append(repr(hand.call(appointment_list.between, TODAY, TODAY, **NOW).seen))
    return [*said, repr(everything(hand.db, case_id))]


def everything(db: Database, case_id: UUID) -> list[object]:
    """Return all that was noted, as only the key of her case and the confidants' ring show it."""
    name, *noted = db.call(_opened, case_id)
    advice = [line.advice for line in db.call(advice_log.page)]
    return [name, *noted, *advice]


def _opened(session, case_id: UUID) -> list[object]:
    key = case_key.open_ring(session, case_id)
    noted = [entry.body for entry in case_key.everything(session, key)]
    rows = session.scalars(select(Appointment).where(Appointment.case_id.is_(None)))
    visits = [appointment_rows.read(session, row, None) for row in rows]
    visits += appointment_rows.of_case(session, key)
    week = [*session.scalars(select(ShiftNote)), *session.scalars(select(FixedTime))]
    return [case_name.name_with(session, key), *noted, *visits, *week]


def _begin(hand: Hand) -> UUID:
    consent = _yes(hand, Purpose.NOTES)
    me = Candidate(hand.db.actor.member_id, False)
    new = NewCase(hand.mark("eerst"), (me,), consent, Began(TODAY))
    case_id = hand.call(cases.open_case, new, **NOW)
    hand.call(cases.rename, case_id, hand.mark("alias"))
    assert Role.CONFIDANT in hand.db.actor.roles
    return case_id


def _yes(hand: Hand, purpose: Purpose, **given) -> Consent:
    texts = hand.filled(Consent, "receiver") | given
    return Consent(purpose, ConsentForm.ORAL, TODAY, **texts)


def _write(hand: Hand, case_id: UUID) -> None:
    note_id = hand.call(case_notes.write, case_id, Note(MONDAY, **hand.filled(Note)), **NOW)
    better = Note(MONDAY, hand.mark("beter"), voice=Voice.HERSELF, corrects=note_id)
    hand.call(case_notes.write, case_id, better, **NOW)


def _agree_on_contact(hand: Hand, case_id: UUID) -> None:
    hand.call(consents.answer, case_id, _yes(hand, Purpose.CONTACT_BY_US), **NOW)
    agreed = SafeContact(
        frozenset({Channel.CALL}),
        hand.number(),
        (Window(frozenset(range(7)), time(8), time(20)),),
        **hand.filled(SafeContact, "number", "checked_by"),
    )
    hand.call(safe_contact.agree, case_id, agreed, **NOW)
    assert hand.call(safe_contact.reach, case_id, Channel.CALL, **NOW).gate.may
    hand.call(safe_contact.tried, case_id, Channel.CALL, Outcome.SPOKE, **NOW)
    hand.call(safe_contact.incident, case_id, hand.mark("voorval"), **NOW)
    assert not hand.call(safe_contact.reach, case_id, Channel.CALL, **NOW).gate.may
    hand.call(safe_contact.still_right, case_id, **NOW)


def _tell_of_her(hand: Hand, case_id: UUID) -> None:
    people = (Person(**hand.filled(Person)), Person(hand.mark("zoon"), in_the_house=False))
    home = Household(people, hand.mark("kring"), Plan(**hand.filled(Plan)))
    hand.call(around_her.household, case_id, home, **NOW)
    domains = {LifeDomain.MONEY: hand.mark("geld"), LifeDomain.LAW: hand.mark("recht")}
    told = Situation(domains=domains, **hand.filled(Situation))
    hand.call(around_her.situation, case_id, told, **NOW)


def _count_and_promise(hand: Hand, case_id: UUID) -> None:
    score = Score(TODAY, 4, Voice.HERSELF, **hand.filled(Score))
    hand.call(around_her.score, case_id, score, **NOW)
    running = Clock(Kind.TIME_OUT, MONDAY, 14, **hand.filled(Clock))
    hand.call(around_her.clock_set, case_id, None, running, **NOW)
    hand.call(around_her.promise, case_id, Promise(ID, **hand.filled(Promise)), **NOW)
    hand.call(around_her.agreement, case_id, Agreement(ID, hand.mark("afspraak")), **NOW)
    done = GuideNote(GuideStep.CONSULT, TODAY, **hand.filled(GuideNote))
    hand.call(around_her.guide, case_id, done, **NOW)
    way = ReferralKind.SUPPORT_GROUP, hand.mark("praatgroep"), Area.OOST
    shown = Referral(ID, *way, ReferralStatus.STILL_ATTENDING, TODAY)
    hand.call(referrals.note, case_id, shown, **NOW)


def plan_the_week(hand: Hand) -> None:
    """Note what takes place every week, as only staff and coordinators do."""
    at = {"kind": FixedKind.OWN_PROGRAMME, "weekday": 1, "first_day": TODAY}
    hours = {"begins": time(10), "ends": time(12)}
    texts = {"title": hand.mark("programma"), "place": hand.mark("zaal")}
    hand.call(fixed_times.save, FixedTime(**at, **hours, **texts), **NOW)


def _go_along(hand: Hand, case_id: UUID) -> None:
    met = _planned(hand, case_id)
    went = Afterwards(TODAY, **hand.filled(Afterwards))
    agreed = [Agreed(**hand.filled(Agreed), by=TODAY)]
    hand.call(appointment_afterwards.save, met.id, met.version, went, agreed, **NOW)
    for case in (case_id, None):
        off = _planned(hand, case)
        why = State.CANCELLED, Side.PARTNER, hand.mark("afgezegd")
        hand.call(appointments.call_off, off.id, off.version, *why, **NOW)


def _planned(hand: Hand, case_id: UUID | None) -> Visit:
    told = Details(
        AppointmentKind.DOCTOR,
        **hand.filled(Details, "language"),
        questions=(hand.mark("mag"), hand.mark("hoe")),
        not_with=(NotWith(**hand.filled(NotWith)),),
        interpreter=Interpreter(**hand.filled(Interpreter)),
    )
    blank = hand.call(appointments.blank, MONDAY, case_id, **NOW)
    return hand.call(appointments.plan, replace(blank, details=told), **NOW)


def _hand_over(hand: Hand, case_id: UUID) -> None:
    partner = hand.mark("partner")
    share = _yes(hand, Purpose.SHARE_WITH_PARTNER, receiver=partner)
    hand.call(consents.answer, case_id, share, **NOW)
    hand.call(holders.offer, case_id, partner, TODAY, **NOW)
    hand.call(holders.accept, case_id, hand.mark("persoon"), **NOW)
    waiting = Waiting(hand.mark("lijst"), TODAY, hand.mark("belt"))
    hand.call(holders.wait, case_id, waiting, **NOW)
    hand.call(holders.feedback, case_id, **NOW)
    hand.call(holders.talk, case_id, **NOW)
    hand.call(holders.confirm, case_id, **NOW)
    hand.call(consents.answer, case_id, _yes(hand, Purpose.AFTERCARE_CHECK_IN), **NOW)
    stop = Reason.HELD_BY_OTHERS, TODAY
    hand.call(holders.close, case_id, *stop, agreed_none=False, **NOW)
    hand.call(holders.asked_after, case_id, TODAY, hand.mark("nazorg"), **NOW)
    hand.call(holders.reopen, case_id, **NOW)
    heard = hand.mark("hoorde")
    back = Purpose.SHARE_WITH_PARTNER, partner
    assert hand.call(consents.withdraw, case_id, *back, heard_by=heard, **NOW) == [partner]
