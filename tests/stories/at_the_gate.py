"""Somebody whose number is planted, and every way in which the gate to her can be shut."""

import sys
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from uuid import UUID

from desk import MONDAY, Desk
from every_way import digits
from going import plan
from meeting import planned, register

from hgkm_desktop.db import Database
from hgkm_desktop.models import Registration
from hgkm_desktop.rules.bodies import Consent, Note
from hgkm_desktop.rules.contact import Channel, SafeContact, Window
from hgkm_desktop.rules.going_along import ArrivalSignal
from hgkm_desktop.rules.lists import ConsentForm, Outcome, Purpose
from hgkm_desktop.services import (
    case_notes,
    information_sessions,
    safe_contact,
    session_reach,
)

sys.path.insert(0, str(Path(__file__).parents[1] / "ui" / "views" / "cases"))
from cases_window import begin

NUMBER = "06-97531864"
MARKER = "97531864"
TODAY = date(2026, 11, 23)
TUESDAY = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
"""10.30 in Amsterdam: her hour. MONDAY is not."""
AGREED = SafeContact(
    channels=frozenset({Channel.CALL, Channel.APP}),
    number=NUMBER,
    windows=(Window(frozenset({1, 3}), time(10), time(12)),),
    name_we_use="Els van de naaicursus",
)
YES = Consent(Purpose.CONTACT_BY_US, ConsentForm.ORAL, TODAY, heard_by="Leyla")


def known(desk: Desk, leyla: Database) -> UUID:
    """Let her be called in her hours, and once in vain; return her case."""
    made = begin(desk, leyla, "Linde")
    leyla.call(safe_contact.agree_with, made, YES, AGREED, now=MONDAY)
    leyla.call(case_notes.write, made, Note(MONDAY, seen="zevenblad"), now=MONDAY)
    leyla.call(safe_contact.tried, made, Channel.CALL, Outcome.NO_ANSWER, now=MONDAY)
    return made


def going_along(leyla: Database, case_id: UUID) -> dict[str, object]:
    """Return what the services of going along ask for: she is called out at the door."""
    visit = plan(leyla, case_id, signal=ArrivalSignal.CALL)
    return {
        "visit_id": visit.id,
        "visit_ids": [visit.id],
        "version": visit.version,
        "companions": visit.companions,
        "starts": visit.starts,
        "ends": visit.ends,
        "at": visit.starts,
        "first": TODAY,
        "last": TODAY + timedelta(days=7),
    }


def on_a_list(joke: Database, hanan: Database) -> Registration:
    """Put her on the list of a session that moves; she may hear it, in her hours alone."""
    held = planned(joke, TODAY + timedelta(days=3), title="Geld en post")
    her = register(hanan, held.id, "Hodan").registration
    hanan.call(session_reach.agree, her.id, AGREED, now=MONDAY)
    held.starts_at, held.ends_at = (
        at + timedelta(hours=1) for at in (held.starts_at, held.ends_at)
    )
    joke.call(information_sessions.save, held, now=MONDAY)
    return her


def somebody_else_answered(leyla: Database, registration_id: UUID) -> None:
    leyla.call(session_reach.tried, registration_id, Outcome.SOMEBODY_ELSE, now=MONDAY)


def something_happened(leyla: Database, case_id: UUID) -> None:
    leyla.call(safe_contact.incident, case_id, "", now=MONDAY)


def she_said_no(leyla: Database, case_id: UUID) -> None:
    no = replace(YES, form=ConsentForm.REFUSED)
    leyla.call(safe_contact.agree_with, case_id, no, None, now=MONDAY)


def holds_marker(strings) -> list[str]:
    return [text[:60] for text in strings if MARKER in digits(text)]
