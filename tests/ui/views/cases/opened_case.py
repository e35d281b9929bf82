"""One case with a little of everything, noted through the real services over eleven weeks."""

from datetime import date, datetime, timedelta
from uuid import uuid4

from desk import MONDAY

from hgkm_desktop import clock
from hgkm_desktop.rules.bodies import (
    Agreement,
    Began,
    Consent,
    Note,
    Promise,
    Score,
    Situation,
)
from hgkm_desktop.rules.clocks import Kind, begin
from hgkm_desktop.rules.contact import Channel, SafeContact, Window
from hgkm_desktop.rules.lists import ConsentForm, NoteKind, Outcome, Purpose, Voice
from hgkm_desktop.services import (
    around_her,
    case_notes,
    cases,
    consents,
    holders,
    members,
    safe_contact,
)
from hgkm_desktop.services.cases import Candidate, NewCase

TODAY = date(2026, 11, 23)
CALLS = SafeContact(
    frozenset({Channel.CALL}),
    "06-12345678",
    (Window(frozenset({0, 2}), datetime(2026, 1, 1, 10).time(), datetime(2026, 1, 1, 12).time()),),
    name_we_use="Leyla van de kookgroep",
    if_another_answers="Verkeerd verbonden",
    until=TODAY + timedelta(days=10),
)


def on(day: int, hour: int = 11, minute: int = 0, month: int = 11) -> datetime:
    """A moment of this autumn, as people in Amsterdam say it."""
    return clock.at(date(2026, month, day), datetime(2026, 1, 1, hour, minute).time())


def yes(purpose, day, **more) -> Consent:
    return Consent(purpose, ConsentForm.ORAL, day, heard_by="Leyla", **more)


def open_case(db, alias="Roos", now=None):
    """Begin to stand beside her; return the case's id."""
    now = now or on(1, month=9)
    ids = {member.name: member.id for member in db.call(members.names).values()}
    candidates = Candidate(ids["Leyla"], False), Candidate(ids["Imane"], False)
    day = now.date()
    new = NewCase(alias, candidates, yes(Purpose.NOTES, day, language="arabic"), Began(day))
    return db.call(cases.open_case, new, now=now)


def note(db, case_id, at, seen="", think="", **more):
    made = more.pop("made", at)
    return db.call(case_notes.write, case_id, Note(at, seen, think, **more), now=made)


def agree(db, case_id, now=None, agreed=CALLS):
    now = now or on(3)
    consent = yes(Purpose.CONTACT_BY_US, now.date())
    db.call(consents.answer, case_id, consent, now=now)
    db.call(safe_contact.agree, case_id, agreed, now=now)


def furnish(db):
    """Return the id of a case in which much happened."""
    case_id = open_case(db)
    agree(db, case_id)
    first = note(db, case_id, on(10, 14, 20), "Ze vertelde dat hij de post openmaakt.", "Bang?")
    note(db, case_id, on(10, 14, 20), "Hij opent ook haar mail.", corrects=first, made=on(11))
    restrained = begin(Kind.RESTRAINING_ORDER, on(16, 18), who="Leyla")
    db.call(around_her.clock_set, case_id, None, restrained, now=on(16, 19))
    for day, number, why in ((12, 4, ""), (18, 5, "Hij is niet in huis. Dat geeft rust.")):
        score = Score(date(2026, 11, day), number, Voice.HERSELF, why=why)
        db.call(around_her.score, case_id, score, now=on(day))
    db.call(safe_contact.tried, case_id, Channel.CALL, Outcome.NO_ANSWER, now=on(18, 11, 10))
    for partner, until in (("Buurtteam Osdorp", date(2027, 1, 31)), ("School", on(18, month=12))):
        day = until.date() if isinstance(until, datetime) else until
        consent = yes(Purpose.SHARE_WITH_PARTNER, TODAY - timedelta(4), receiver=partner, until=day)
        db.call(consents.answer, case_id, consent, now=on(19))
    no = Consent(Purpose.SHARE_WITH_PARTNER, ConsentForm.REFUSED, TODAY, receiver="Blijf Groep")
    db.call(consents.answer, case_id, no, now=on(23, 9))
    promise = Promise(uuid4(), "belt over de woning", "Jolanda", TODAY + timedelta(days=1))
    db.call(around_her.promise, case_id, promise, now=on(20))
    agreed = Agreement(uuid4(), "Geen post naar huis.")
    db.call(around_her.agreement, case_id, agreed, now=on(20))
    told = Situation(not_to_discuss="geld, de afspraak bij het Buurtteam.")
    db.call(around_her.situation, case_id, told, now=on(20))
    db.call(holders.offer, case_id, "Buurtteam Osdorp", TODAY + timedelta(days=7), now=on(21))
    note(
        db,
        case_id,
        on(23, 9, 5),
        "“Ik slaap pas als de deur op slot is.” Ze had haar jas aan, het hele gesprek.",
        "Ze wil mee naar het Buurtteam, maar is bang dat hij het hoort.",
        kind=NoteKind.TALK,
    )
    return case_id


def many_notes(db, case_id, count=200):
    """Write so many notes, a day apart backwards."""
    for number in range(count):
        at = MONDAY - timedelta(days=count - number)
        note(db, case_id, at, f"Zij zei: “nummer {number}”. " * 6, "Ze is moe. " * 8, made=MONDAY)
