"""Linde, whom Leyla and Imane stand beside: what the tests of cases begin from (US-2)."""

from datetime import date, time
from uuid import UUID

from desk import MONDAY, Desk

from hgkm_desktop.db import Database
from hgkm_desktop.rules.bodies import Began, Consent
from hgkm_desktop.rules.contact import Channel, SafeContact, Window
from hgkm_desktop.rules.lists import ConsentForm, Purpose
from hgkm_desktop.services import cases, consents, safe_contact
from hgkm_desktop.services.cases import Candidate, NewCase

TODAY = date(2026, 11, 23)
YES = Consent(
    Purpose.NOTES, ConsentForm.ORAL, TODAY, language="arabic", heard_by="Leyla", text_version="1.0"
)
MAY_CONTACT = Consent(Purpose.CONTACT_BY_US, ConsentForm.ORAL, TODAY, heard_by="Leyla")
NUMBER = "06-12345678"
AGREED = SafeContact(
    channels=frozenset({Channel.APP, Channel.CALL}),
    number=NUMBER,
    windows=(Window(frozenset({1, 3}), time(10), time(12)),),
    name_we_use="Els van de naaicursus",
    voicemail="Niets inspreken",
    if_another_answers="Verkeerd verbonden",
    code_word="blauwe stof",
)


def member(desk: Desk, name: str) -> UUID:
    return desk.keys[name].tile.member_id


def candidates(desk: Desk, **knows: bool | None) -> tuple[Candidate, ...]:
    answers = {"Leyla": False, "Imane": False} | knows
    return tuple(Candidate(member(desk, name), answer) for name, answer in answers.items())


def linde(desk: Desk, **knows: bool | None) -> NewCase:
    return NewCase("Linde", candidates(desk, **knows), YES, Began(TODAY))


def open_linde(desk: Desk, db: Database, **knows: bool | None) -> UUID:
    return db.call(cases.open_case, linde(desk, **knows), now=MONDAY)


def agree(db: Database, case_id: UUID, agreed: SafeContact = AGREED) -> None:
    """Her yes to contact by us, and how."""
    db.call(consents.answer, case_id, MAY_CONTACT, now=MONDAY)
    db.call(safe_contact.agree, case_id, agreed, now=MONDAY)
