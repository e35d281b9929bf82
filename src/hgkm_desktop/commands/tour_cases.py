"""The women of the mock-ups, whom Hatice and Naima stand beside: for the tour and the pictures."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

from hgkm_desktop.commands import tour_roos
from hgkm_desktop.db import Database
from hgkm_desktop.rules.bodies import (
    Began,
    Consent,
    Note,
    Score,
)
from hgkm_desktop.rules.holding import Reason
from hgkm_desktop.rules.lists import (
    ConsentForm,
    NoteKind,
    Purpose,
    Voice,
)
from hgkm_desktop.services import (
    around_her,
    case_notes,
    cases,
    consents,
    holders,
)
from hgkm_desktop.services.cases import Candidate, NewCase

OTHERS = (
    ("Noor", 14, (4, 3, 4, 4), "offered"),
    ("", 9, (3, 3), "us"),
    ("Amal", 40, (4, 5, 5, 6), "us"),
    ("Meryem", 120, (4, 6, 7, 8), "us"),
    ("Dunya", 60, (4, 5, 6), "partner"),
    ("Lale", 200, (5, 6, 7, 7), "partner"),
    ("Samira", 300, (6, 7), "closed"),
)
"""Alias, days ago, her own numbers, and where she stands on the evening of the tour."""


def furnish(db: Database, first: UUID, second: UUID, now: datetime) -> UUID:
    """Make the cases for two confidants through the first one's log; return Roos."""
    roos = _roos(db, first, second)
    for number, (alias, days, numbers, state) in enumerate(OTHERS):
        pair = (first, second) if number % 2 else (second, first)
        _other(db, alias, pair, now - timedelta(days=days), numbers, state, now)
    return roos


def _open(db: Database, alias: str, pair: tuple[UUID, UUID], on: date, now: datetime) -> UUID:
    yes = Consent(Purpose.NOTES, ConsentForm.ORAL, on, language="Darija", heard_by="Hatice")
    candidates = tuple(Candidate(member_id, knows_her=False) for member_id in pair)
    new = NewCase(alias, candidates, replace(yes, text_version="1.0"), Began(on))
    return db.call(cases.open_case, new, now=now)


def _roos(db: Database, first: UUID, second: UUID) -> UUID:
    began = tour_roos.at(9, 1)
    case_id = _open(db, "Roos", (first, second), began.date(), began)
    for moment, service, given in tour_roos.autumn():
        db.call(service, case_id, *given, now=moment)
    db.call(around_her.clock_set, case_id, None, tour_roos.order(), now=tour_roos.at(11, 13, 19))
    return case_id


def _other(
    db: Database,
    alias: str,
    pair: tuple[UUID, UUID],
    began: datetime,
    numbers: tuple[int, ...],
    state: str,
    now: datetime,
) -> None:
    case_id = _open(db, alias, pair, began.date(), began)
    step = (now - began) / (len(numbers) + 1)
    for count, number in enumerate(numbers, start=1):
        moment = began + count * step
        given = Score(moment.date(), number, Voice.HERSELF)
        db.call(around_her.score, case_id, given, now=moment)
        note = Note(moment, "We dronken thee. Ze vertelde hoe het nu gaat.", kind=NoteKind.TALK)
        db.call(case_notes.write, case_id, note, now=moment)
    last = now - timedelta(days=3)
    if state in ("offered", "partner"):
        _offer(db, case_id, "Blijf Groep" if state == "offered" else "Veilig Thuis", state, last)
    if state == "closed":
        end = Reason.RETURNED_HOME
        db.call(holders.close, case_id, end, None, agreed_none=True, now=last)


def _offer(db: Database, case_id: UUID, partner: str, state: str, when: datetime) -> None:
    day = when.date()
    yes = Consent(Purpose.SHARE_WITH_PARTNER, ConsentForm.ORAL, day, partner)
    db.call(consents.answer, case_id, yes, now=when)
    db.call(holders.offer, case_id, partner, day + timedelta(days=2), now=when)
    if state == "partner":
        db.call(holders.accept, case_id, "Ilse", now=when)
        db.call(holders.talk, case_id, now=when)
        db.call(holders.confirm, case_id, now=when)
