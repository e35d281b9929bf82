"""The sessions of mock-up 09, with invented names: for the tour and the pictures."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from hgkm_desktop import clock
from hgkm_desktop.commands.tour_going import Known
from hgkm_desktop.db import Database
from hgkm_desktop.models import SchoolHoliday
from hgkm_desktop.models.codes import Language
from hgkm_desktop.rules.follow_ups import PrivateFollowUp, Step
from hgkm_desktop.rules.sessions import (
    Audience,
    Frequency,
    NameKind,
    SchoolHolidayKind,
    SessionForm,
    SessionTopic,
    StepState,
)
from hgkm_desktop.services import (
    attendance,
    follow_ups,
    information_sessions,
    registrations,
    school_holidays,
    session_series,
)
from hgkm_desktop.services.registrations import NewRegistration

T, L = SessionTopic, Language


@dataclass(frozen=True)
class Told:
    """One session: when, what, how many places, and how many are on the list."""

    title: str
    topic: SessionTopic
    day: date
    begins: time
    minutes: int
    places: int
    listed: int
    form: SessionForm = SessionForm.TALK


AHEAD = (
    Told("Je rechten bij scheiden", T.RIGHTS, date(2026, 11, 19), time(12, 30), 90, 18, 14),
    Told("Naailes", T.SELF_IMAGE, date(2026, 11, 19), time(16, 30), 60, 12, 9),
    Told("Praten met je puber", T.UPBRINGING, date(2026, 11, 24), time(10), 90, 18, 20),
    Told(
        "Wat is gewoon ruzie, wat niet?",
        T.SIGNALS_OF_VIOLENCE,
        date(2026, 11, 26),
        time(13),
        90,
        15,
        6,
    ),
    Told("Geld en post op orde", T.MONEY, date(2026, 12, 1), time(10), 90, 16, 4),
    Told("Avond voor dochters", T.FORCED_MARRIAGE, date(2026, 12, 3), time(19), 120, 20, 11),
)
NAMES = (
    ("Samira", L.ARABIC_MOROCCAN, 2),
    ("Zonnebloem", L.TURKISH, 0),
    ("Fatima", L.TAMAZIGHT, 1),
    ("Selihom", L.TIGRINYA, 0),
    ("Hawa", L.SOMALI, 2),
    ("Meryem", L.TURKISH, 0),
    ("Yasmin", L.DUTCH, 0),
    ("Mevrouw B.", L.ENGLISH, 0),
    ("Aicha", L.ARABIC_MOROCCAN, 0),
    ("Hodan", L.SOMALI, 0),
    ("Esra", L.TURKISH, 0),
    ("Wafa", L.ARABIC_MOROCCAN, 0),
    ("Nadia", L.ARABIC, 0),
    ("Rahel", L.TIGRINYA, 0),
)
HERE = frozenset({1, 2, 3, 5, 6, 8, 9, 10, 11})
BEFORE = date(2026, 11, 10)
"""A Tuesday that is over, counted by heads alone."""


def furnish(db: Database, known: Known, now: datetime) -> None:
    """Plan the sessions through the log of a staff member, and fill their lists."""
    speaker = known["Juridisch Loket"][0]
    for place, told in enumerate(AHEAD):
        session_id = _plan(db, told, speaker if place == 0 else None, now)
        for number in range(told.listed):
            name, language, children = NAMES[number % len(NAMES)]
            kind = NameKind.ALIAS if name == "Zonnebloem" else NameKind.FIRST_NAME
            new = NewRegistration(name, kind, language, children=children if number < 14 else 0)
            done = db.call(registrations.register, session_id, new)
            if place == 0 and number + 1 in HERE:
                db.call(attendance.tick, done.registration.id, is_here=True)
    _every_tuesday(db, now)
    holiday = SchoolHoliday(
        kind=SchoolHolidayKind.CHRISTMAS,
        first_day=date(2026, 12, 19),
        last_day=date(2027, 1, 3),
    )
    db.call(school_holidays.save, holiday)


def stayed_behind(db: Database, now: datetime) -> None:
    """Keep what a confidant goes on with after a session."""
    steps = (
        Step("Thee drinken op dinsdag", date(2026, 11, 24)),
        Step("Samen de huisarts bellen", state=StepState.NOT_NOW),
        Step("Het blad samen lezen", state=StepState.DONE),
    )
    db.call(follow_ups.begin, PrivateFollowUp("Zus A", "Vertelt over een nichtje.", steps), now=now)


def _plan(db: Database, told: Told, speaker: UUID | None, now: datetime) -> UUID:
    planned = db.call(information_sessions.blank, now=now)
    planned.starts_at = clock.at(told.day, told.begins)
    planned.ends_at = planned.starts_at + timedelta(minutes=told.minutes)
    planned.title, planned.topic, planned.form = told.title, told.topic, told.form
    planned.place, planned.capacity, planned.child_places = "zaal 1", told.places, 8
    planned.audience = Audience.WOMEN
    if speaker is not None:
        planned.speaker_partner, planned.speaker = speaker, "mevrouw Kok"
        planned.interpreter = L.ARABIC_MOROCCAN
        planned.sheets = ("restraining_order", "money")
    return db.call(information_sessions.save, planned, now=now).id


def _every_tuesday(db: Database, now: datetime) -> None:
    """Plan the coffee with a talk that was: heads, hands and sheets, and no name."""
    planned = db.call(information_sessions.blank, now=now)
    planned.starts_at = clock.at(BEFORE - timedelta(days=14), time(10))
    planned.ends_at = planned.starts_at + timedelta(minutes=90)
    planned.topic, planned.place = T.FGM, "zaal 2"
    planned.languages = (L.SOMALI,)
    repeat = session_series.Repeat(Frequency.WEEKLY, BEFORE)
    times = db.call(session_series.begin, planned, repeat, now=now)
    for one, heads in zip(times, (21, 19, 23), strict=True):
        db.call(attendance.count_heads, one.id, heads)
        db.call(attendance.show_hands, one.id, heads - 6, heads)
        db.call(attendance.hand_out, one.id, "fgm", "so", 20)
    db.call(attendance.what_worked, times[-1].id, "Eerst thee, dan het filmpje. Minder praten.")
