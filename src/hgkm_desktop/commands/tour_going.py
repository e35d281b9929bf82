"""A week of going along, as in mock-ups 03 and 08: for the tour and the pictures."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from uuid import UUID

from hgkm_desktop import clock
from hgkm_desktop.db import Database
from hgkm_desktop.models import FixedTime
from hgkm_desktop.rules.appointment import Afterwards, Interpreter, NotWith
from hgkm_desktop.rules.bodies import Consent
from hgkm_desktop.rules.contact import Channel, SafeContact, Window
from hgkm_desktop.rules.going_along import (
    AppointmentKind,
    ArrivalSignal,
    BothSides,
    FixedKind,
    PlaceWord,
    Presence,
    Punctual,
    Wishes,
)
from hgkm_desktop.rules.lists import ConsentForm, LifeDomain, Outcome, Purpose
from hgkm_desktop.services import (
    appointment_afterwards,
    appointments,
    consents,
    fixed_times,
    safe_contact,
    shift_notes,
)

MORNING = clock.at(date(2026, 11, 19), time(9, 38))
"""Thursday 19 November 2026, 9.38: the moment of mock-up 03."""
K, D = AppointmentKind, LifeDomain
BOTH = frozenset({BothSides.SHE_WANTS_US, BothSides.PARTNER_KNOWS})
Known = dict[str, tuple[UUID, UUID | None]]


@dataclass(frozen=True)
class Going:
    """One appointment of the week: whom, when, where to, and how sure it is."""

    alias: str
    day: int
    begins: time
    minutes: int
    kind: AppointmentKind
    partner: str
    sure: bool = True
    held: bool = False


WEEK = (
    Going("Noor", 16, time(10), 70, K.BLIJF_GROEP, "Blijf Groep, aanmelding", held=True),
    Going("Amal", 17, time(9, 30), 70, K.LAWYER, "Juridisch Loket", held=True),
    Going("Dunya", 17, time(13), 70, K.SCHOOL, "Basisschool De Vlieger", sure=False),
    Going("Meryem", 18, time(11), 70, K.BANK, "", held=True),
    Going("Roos", 19, time(10, 30), 90, K.BUURTTEAM, "Buurtteam Osdorp"),
    Going("Amal", 19, time(13, 45), 75, K.VEILIG_THUIS, "Veilig Thuis, spreekuur", sure=False),
    Going("", 19, time(16), 75, K.LAWYER, "Juridisch Loket"),
    Going("Lale", 20, time(10), 70, K.BUURTTEAM, "Buurtteam Osdorp"),
    Going("Dunya", 20, time(15, 30), 75, K.SCHOOL, "Basisschool De Vlieger"),
    Going("Meryem", 21, time(11), 60, K.DOCTOR, ""),
)
SAID = {"Meryem": "Fatima van de naailes", "Dunya": "Nadia van school", "Lale": "Rabia"}


def furnish(db: Database, cases: dict[str, UUID], known: Known, now: datetime) -> None:
    """Plan the week through the log of a confidant, and leave a note for the next shift."""
    for going in WEEK:
        _plan(db, going, cases[going.alias], known, now)
    agreed = (
        ("Meryem", frozenset({1, 3}), time(9), time(11), date(2026, 11, 12)),
        ("Dunya", frozenset({3}), time(13), time(15), date(2026, 11, 12)),
        ("Lale", frozenset({0, 3}), time(9), time(17), date(2026, 10, 16)),
    )
    for alias, days, begins, ends, on in agreed:
        _agree(db, cases[alias], SAID[alias], Window(days, begins, ends), on)
    missed = clock.at(date(2026, 11, 12), time(10))
    lale = cases["Lale"], Channel.CALL, Outcome.NO_ANSWER
    db.call(safe_contact.tried, *lale, now=missed)
    text = "Roos is gespannen. Laat haar naast Hatice zitten.\nSleutel van kamer 2: balie."
    db.call(shift_notes.write, text, for_confidants=True, now=MORNING - timedelta(hours=14))


def programme(db: Database, now: datetime) -> None:
    """Note what takes place every week, through the log of somebody who may."""
    for kind, title, weekday, begins, ends in (
        (FixedKind.NETWORK_MEETING, "Netwerkoverleg", 2, time(9, 30), time(11)),
        (FixedKind.OWN_PROGRAMME, "Naailes", 3, time(16, 30), time(17, 30)),
        (FixedKind.OWN_PROGRAMME, "Koffieochtend", 1, time(10), time(12)),
    ):
        fixed = FixedTime(
            kind=kind,
            title=title,
            weekday=weekday,
            begins=begins,
            ends=ends,
            first_day=date(2026, 9, 1),
        )
        db.call(fixed_times.save, fixed, now=now)


def _plan(db: Database, going: Going, case_id: UUID, known: Known, now: datetime) -> None:
    starts = clock.at(date(2026, 11, going.day), going.begins)
    planned = starts - timedelta(days=6)
    visit = db.call(appointments.blank, starts, case_id, now=planned)
    partner, person = known.get(going.partner, (None, None))
    told = replace(
        visit.details,
        kind=going.kind,
        partner_id=partner,
        person_id=person,
        has_met=person is not None or None,
        meet_at=(datetime.combine(date.min, going.begins) - timedelta(minutes=15)).time(),
        meet_where="hier",
        place_word=PlaceWord.HERE,
        signal=ArrivalSignal.WAIT_OUTSIDE,
        presence=Presence.INSIDE,
        was_asked_alone=True,
        introduced=visit.companions,
        domains=(D.SAFETY, D.CHILDREN),
        questions=("Hoe lang duurt het?", "Kan het ook zonder hem?"),
        both_sides=BOTH if going.sure else frozenset({BothSides.SHE_WANTS_US}),
    )
    if not going.sure:
        rachida = Interpreter("Rachida, Darija", "Vrouw, niet uit de buurt.")
        told = replace(told, interpreter=rachida)
    if going.alias == "Amal":
        told = replace(told, not_with=(NotWith("haar man", "De time-out. Dat ze hier komt."),))
    ends = starts + timedelta(minutes=going.minutes)
    visit = db.call(appointments.plan, replace(visit, ends=ends, details=told), now=planned)
    if going.held:
        _was(db, visit.id, visit.version, ends)
    elif going.sure:
        db.call(appointments.confirm, visit.id, visit.version, now=planned)


def _was(db: Database, visit_id: UUID, version: int, ends: datetime) -> None:
    after = Afterwards(ends.date(), Punctual.ON_TIME, known_face=True, wishes=Wishes.YES)
    db.call(appointment_afterwards.save, visit_id, version, after, (), now=ends)


def _agree(db: Database, case_id: UUID, name: str, window: Window, on: date) -> None:
    moment = clock.at(on, time(12))
    yes = Consent(Purpose.CONTACT_BY_US, ConsentForm.ORAL, on, heard_by="Hatice")
    db.call(consents.answer, case_id, yes, now=moment)
    agreed = SafeContact(
        channels=frozenset({Channel.CALL}),
        number="06-12345678",
        windows=(window,),
        name_we_use=name,
        voicemail="Niets inspreken",
        if_another_answers="Verkeerd verbonden",
    )
    db.call(safe_contact.agree, case_id, agreed, now=moment)
