"""Cases: who stands beside her reads, nobody else learns that she is there (US-2)."""

from datetime import date
from uuid import UUID

import pytest
from desk import MONDAY
from sqlalchemy import text
from sqlalchemy.orm import Session

from hgkm_desktop.errors import CannotOpen, Forbidden, Invalid
from hgkm_desktop.models import Case, CaseEntry, Grant
from hgkm_desktop.rules.entries import Began, Consent, ConsentForm, Note, Purpose
from hgkm_desktop.services import cases
from hgkm_desktop.services.cases import Candidate, NewCase

TODAY = date(2026, 11, 23)
YES = Consent(Purpose.NOTES, ConsentForm.ORAL, TODAY, language="arabic", heard_by="Leyla")


def linde(desk, **knows) -> NewCase:
    answers = {"Leyla": False, "Imane": False} | knows
    candidates = tuple(
        Candidate(desk.keys[name].tile.member_id, answer) for name, answer in answers.items()
    )
    return NewCase("Linde", candidates, YES, Began(TODAY))


@pytest.fixture
def opened(desk, sign_in):
    leyla = sign_in("Leyla")
    case_id = leyla.call(cases.open_case, linde(desk), now=MONDAY)
    leyla.call(cases.note, case_id, Note(MONDAY, seen="zevenblad"), now=MONDAY)
    return leyla, case_id


def test_both_confidants_read_what_one_of_them_noted(opened, sign_in):
    leyla, case_id = opened
    for name in ("Leyla", "Imane"):
        db = leyla if name == "Leyla" else sign_in(name)
        found = db.call(cases.read, case_id)
        assert [type(entry.body).__name__ for entry in found][:3] == ["Began", "Consent", "Held"]
        assert found[-1].body.seen == "zevenblad"
        assert [case.alias for case in db.call(cases.mine)] == ["Linde"]


@pytest.mark.parametrize("name", ["Hanan", "Joke", "Salma", "Bea"])
def test_nobody_else_gets_in(opened, sign_in, name):
    _, case_id = opened
    db = sign_in(name)
    for service, given in ((cases.read, (case_id,)), (cases.name_of, (case_id,))):
        with pytest.raises(Forbidden) as refused:
            db.call(service, *given)
        with pytest.raises(Forbidden) as of_nobody:
            db.call(service, UUID(int=1))
        assert refused.value.title == of_nobody.value.title


def test_whoever_knows_her_or_does_not_answer_gets_no_key(desk, sign_in):
    leyla = sign_in("Leyla")
    for answer in (True, None):
        case_id = leyla.call(cases.open_case, linde(desk, Imane=answer), now=MONDAY)
        imane = sign_in("Imane")
        with pytest.raises(Forbidden):
            imane.call(cases.read, case_id)
        assert imane.call(cases.mine) == []


def test_whoever_opens_must_not_know_her_herself(desk, sign_in):
    leyla = sign_in("Leyla")
    for answer in (True, None):
        with pytest.raises(Invalid):
            leyla.call(cases.open_case, linde(desk, Leyla=answer), now=MONDAY)


def test_a_volunteer_never_gets_a_key_even_when_named(desk, sign_in):
    leyla = sign_in("Leyla")
    with pytest.raises(Forbidden):
        leyla.call(cases.open_case, linde(desk, Hanan=False), now=MONDAY)
    assert leyla.call(cases.mine) == []


@pytest.mark.parametrize("form", [ConsentForm.REFUSED, ConsentForm.WITHDRAWN])
def test_without_her_yes_nothing_begins(desk, sign_in, form):
    leyla = sign_in("Leyla")
    no = Consent(Purpose.NOTES, form, TODAY)
    for consent in (None, no):
        new = NewCase("Linde", linde(desk).candidates, consent, Began(TODAY))
        with pytest.raises(Invalid) as refused:
            leyla.call(cases.open_case, new, now=MONDAY)
        assert "consent" in refused.value.problems


def test_nothing_readable_lies_in_the_file(opened):
    leyla, _ = opened
    with Session(leyla.engine) as session:
        kept = [c.sealed for c in session.query(Case)] + [
            e.sealed for e in session.query(CaseEntry)
        ]
    for word in (b"Linde", b"zevenblad", b"BL-", b"Note", b"oral"):
        assert all(word not in blob for blob in kept)


def test_an_entry_that_was_moved_to_another_case_does_not_open(desk, opened):
    leyla, case_id = opened
    other = leyla.call(cases.open_case, linde(desk), now=MONDAY)
    with leyla.engine.begin() as connection:
        connection.execute(
            text("UPDATE case_entry SET case_id = :other WHERE case_id = :case"),
            {"other": other.hex, "case": case_id.hex},
        )
    with pytest.raises((CannotOpen, Forbidden)):
        leyla.call(cases.read, other)


def test_an_entry_that_was_swapped_with_another_does_not_open(opened):
    leyla, case_id = opened
    with Session(leyla.engine) as session, session.begin():
        first, last = session.query(CaseEntry).order_by(CaseEntry.id).all()[::3]
        first.sealed, last.sealed = last.sealed, first.sealed
    with pytest.raises(CannotOpen):
        leyla.call(cases.read, case_id)


def test_a_planted_grant_opens_nothing(desk, opened, sign_in):
    leyla, case_id = opened
    with Session(leyla.engine) as session, session.begin():
        grant = session.query(Grant).filter_by(holder_id=leyla.actor.member_id).all()[-1]
        hanan = desk.keys["Hanan"].tile.member_id
        copied = {"ring_id": grant.ring_id, "statement": grant.statement, "made_at": MONDAY}
        session.add(Grant(holder_id=hanan, **copied))
    db = sign_in("Hanan")
    with pytest.raises((Forbidden, CannotOpen)):
        db.call(cases.read, case_id)


def test_her_yes_to_notes_can_end():
    from hgkm_desktop.rules.entries import Entry

    def said(form, until=None):
        return Entry(
            UUID(int=1), MONDAY, UUID(int=2), Consent(Purpose.NOTES, form, TODAY, until=until)
        )

    assert not cases.may_note([], TODAY)
    assert cases.may_note([said(ConsentForm.ORAL)], TODAY)
    assert not cases.may_note([said(ConsentForm.ORAL), said(ConsentForm.WITHDRAWN)], TODAY)
    assert not cases.may_note([said(ConsentForm.ORAL, date(2026, 11, 22))], TODAY)
