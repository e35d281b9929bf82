"""Cases: who stands beside her reads, nobody else learns that she is there (US-2)."""

import re
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from desk import MONDAY
from sqlalchemy import text
from sqlalchemy.orm import Session
from standing_beside import TODAY, YES, agree, candidates, linde, member, open_linde

from hgkm_desktop.errors import Forbidden, Invalid
from hgkm_desktop.models import Case, CaseEntry
from hgkm_desktop.rules.bodies import Began, Consent, ContactAgreement, Note
from hgkm_desktop.rules.lists import ConsentForm, Purpose
from hgkm_desktop.services import case_list, case_notes, cases
from hgkm_desktop.services.cases import NewCase
from hgkm_desktop.vault.directory import RECOVERY_ID


@pytest.fixture
def opened(desk, sign_in):
    leyla = sign_in("Leyla")
    case_id = open_linde(desk, leyla)
    leyla.call(case_notes.write, case_id, Note(MONDAY, seen="zevenblad"), now=MONDAY)
    return leyla, case_id


def test_both_confidants_read_what_one_of_them_noted(opened, sign_in, desk):
    leyla, case_id = opened
    for name in ("Leyla", "Imane"):
        db = leyla if name == "Leyla" else sign_in(name)
        page = db.call(cases.page, case_id)
        assert [type(entry.body).__name__ for entry in page.entries] == [
            "Began",
            "Beside",
            "Consent",
            "Held",
            "Note",
        ]
        assert page.standing.notes[-1].body.seen == "zevenblad"
        assert (page.first, page.second) == (member(desk, "Leyla"), member(desk, "Imane"))
        assert [case.shown for case in db.call(cases.names).values()] == ["Linde"]
        assert db.call(cases.name_of, case_id).alias == "Linde"


@pytest.mark.parametrize("name", ["Hanan", "Joke", "Salma", "Bea"])
def test_nobody_else_gets_in_and_the_answer_is_that_of_a_case_that_is_not_there(
    opened, sign_in, name
):
    _, case_id = opened
    db = sign_in(name)
    for service in (cases.page, cases.name_of):
        with pytest.raises(Forbidden) as refused:
            db.call(service, case_id)
        with pytest.raises(Forbidden) as of_nobody:
            db.call(service, UUID(int=1))
        assert refused.value.title == of_nobody.value.title
        assert refused.value.hint == of_nobody.value.hint


def test_a_confidant_of_others_gets_the_answer_of_a_case_that_is_not_there(desk, sign_in):
    leyla = sign_in("Leyla")
    case_id = open_linde(desk, leyla, Imane=True)
    imane = sign_in("Imane")
    with pytest.raises(Forbidden) as refused:
        imane.call(cases.page, case_id)
    with pytest.raises(Forbidden) as of_nobody:
        imane.call(cases.page, UUID(int=1))
    assert refused.value.title == of_nobody.value.title
    assert imane.call(cases.names) == {}
    assert imane.call(case_list.rows, now=MONDAY) == []


@pytest.mark.parametrize("answer", [True, None])
def test_whoever_knows_her_or_does_not_answer_gets_no_key(desk, sign_in, answer):
    leyla = sign_in("Leyla")
    case_id = open_linde(desk, leyla, Imane=answer)
    assert member(desk, "Imane") not in _holders(leyla, case_id)
    assert _holders(leyla, case_id) == {member(desk, "Leyla"), RECOVERY_ID}


def _holders(db, case_id):
    with Session(db.engine) as session:
        sql = text(
            "SELECT holder_id FROM ring_grant g JOIN ring r ON r.id = g.ring_id WHERE r.name = :n"
        )
        return {UUID(row[0]) for row in session.execute(sql, {"n": f"case:{case_id}"})}


@pytest.mark.parametrize("answer", [True, None])
def test_whoever_opens_must_not_know_her_herself(desk, sign_in, answer):
    with pytest.raises(Invalid) as refused:
        open_linde(desk, sign_in("Leyla"), Leyla=answer)
    assert set(refused.value.problems) == {"candidates"}


def test_a_coordinator_assigns_two_confidants_and_keeps_no_key(desk, sign_in):
    salma = sign_in("Salma")
    case_id = open_linde(desk, salma)
    with pytest.raises(Forbidden):
        salma.call(cases.page, case_id)
    assert member(desk, "Salma") not in _holders(salma, case_id)
    page = sign_in("Imane").call(cases.page, case_id)
    assert page.standing.holding.holder.person == "Leyla"


def test_nobody_left_to_stand_beside_her_means_no_case(desk, sign_in):
    with pytest.raises(Invalid) as refused:
        open_linde(desk, sign_in("Salma"), Leyla=True, Imane=None)
    assert set(refused.value.problems) == {"candidates"}


def test_a_volunteer_never_gets_a_key_even_when_named(desk, sign_in):
    leyla = sign_in("Leyla")
    new = NewCase("Linde", candidates(desk, Hanan=False)[::2], YES, Began(TODAY))
    with pytest.raises(Forbidden):
        leyla.call(cases.open_case, new, now=MONDAY)
    assert leyla.call(cases.names) == {}


@pytest.mark.parametrize(
    "consent",
    [
        None,
        replace(YES, purpose=Purpose.INTERPRETER),
        replace(YES, form=ConsentForm.REFUSED),
        replace(YES, form=ConsentForm.ASKED),
        replace(YES, on=TODAY + timedelta(days=1)),
    ],
)
def test_without_her_yes_to_notes_there_is_no_case(desk, sign_in, consent: Consent | None):
    leyla = sign_in("Leyla")
    with pytest.raises(Invalid) as refused:
        leyla.call(cases.open_case, replace(linde(desk), consent=consent), now=MONDAY)
    assert set(refused.value.problems) == {"consent"}
    assert leyla.call(cases.names) == {}


def test_it_cannot_have_begun_tomorrow_and_an_alias_has_an_end(desk, sign_in):
    new = replace(linde(desk), began=Began(date(2026, 11, 24)), alias="x" * 61)
    with pytest.raises(Invalid) as refused:
        sign_in("Leyla").call(cases.open_case, new, now=MONDAY)
    assert set(refused.value.problems) == {"began", "alias"}


def test_the_day_of_the_first_visit_is_kept(desk, sign_in):
    leyla, day = sign_in("Leyla"), date(2026, 8, 28)
    new = replace(linde(desk), began=Began(day, UUID(int=7)))
    case_id = leyla.call(cases.open_case, new, now=MONDAY)
    assert leyla.call(cases.page, case_id).standing.began == Began(day, UUID(int=7))


def test_without_an_alias_she_is_a_code_of_chance(desk, sign_in):
    leyla = sign_in("Leyla")
    first = leyla.call(cases.open_case, replace(linde(desk), alias=""), now=MONDAY)
    second = leyla.call(cases.open_case, replace(linde(desk), alias=" "), now=MONDAY)
    one, two = leyla.call(cases.name_of, first), leyla.call(cases.name_of, second)
    assert re.fullmatch(r"BL-\d{6}", one.shown)
    assert one.code != two.code


def test_another_alias_leaves_the_code(opened):
    leyla, case_id = opened
    code = leyla.call(cases.name_of, case_id).code
    leyla.call(cases.rename, case_id, "Roos")
    assert (leyla.call(cases.name_of, case_id).alias, leyla.call(cases.name_of, case_id).code) == (
        "Roos",
        code,
    )
    with pytest.raises(Invalid):
        leyla.call(cases.rename, case_id, "x" * 61)
    leyla.call(cases.rename, case_id, "")
    assert leyla.call(cases.name_of, case_id).shown == code


def test_both_partners_of_a_couple_are_two_cases_that_do_not_know_of_each_other(desk, sign_in):
    leyla, imane = sign_in("Leyla"), sign_in("Imane")
    noor = open_linde(desk, leyla, Imane=True)
    bram = open_linde(desk, imane, Leyla=True)
    assert set(leyla.call(cases.names)) == {noor}
    assert set(imane.call(cases.names)) == {bram}


def test_the_file_shows_nothing_of_her(opened):
    leyla, _ = opened
    with Session(leyla.engine) as session:
        case = session.query(Case).one()
        rows = [case.sealed, *(e.sealed for e in session.query(CaseEntry))]
    for word in (b"Linde", b"zevenblad", b"arabic"):
        assert all(word not in sealed for sealed in rows)


def test_who_looked_stands_in_the_log_and_a_list_does_not(opened, sign_in):
    leyla, case_id = opened
    leyla.call(case_list.rows, now=MONDAY)
    before = _reads(leyla)
    leyla.call(cases.page, case_id)
    assert _reads(leyla) == before + 1


def _reads(db):
    with Session(db.engine) as session:
        sql = "SELECT count(*) FROM audit_line WHERE act = 'read' AND kind = 'case_record'"
        return session.execute(text(sql)).scalar()


def test_a_page_holds_her_number_nowhere(opened):
    leyla, case_id = opened
    agree(leyla, case_id)
    page = leyla.call(cases.page, case_id)
    assert page.standing.contact.name_we_use
    assert page.standing.contact.number == ""
    bodies = [entry.body for entry in page.entries if isinstance(entry.body, ContactAgreement)]
    assert [body.agreed.number for body in bodies] == [""]
