"""What is gathered: hers alone, read once, and nothing that stands behind the gate."""

from dataclasses import fields, is_dataclass, replace
from uuid import UUID

import pytest
from desk import MONDAY
from sqlalchemy import event
from standing_beside import NUMBER, agree, open_linde

from hgkm_desktop.models import AuditLine, RealQuestion
from hgkm_desktop.models.codes import HarmKind
from hgkm_desktop.rules.bodies import Note
from hgkm_desktop.services import (
    case_notes,
    cases,
    finding,
    gathering,
    rings,
    walk_ins,
)
from hgkm_desktop.services.finding import EMPTY, Kind, OpenVisit

NOW = {"now": MONDAY}


def said_in(thing: object) -> list[str]:
    """Return every text that an index or a hit holds, however deep."""
    if isinstance(thing, str):
        return [thing]
    if isinstance(thing, dict):
        return [text for pair in thing.items() for each in pair for text in said_in(each)]
    if isinstance(thing, tuple | list | set | frozenset):
        return [text for each in thing for text in said_in(each)]
    if is_dataclass(thing):
        return [text for field in fields(thing) for text in said_in(getattr(thing, field.name))]
    return []


@pytest.fixture
def leyla(sign_in):
    return sign_in("Leyla")


@pytest.fixture
def linde(desk, leyla):
    return open_linde(desk, leyla)


@pytest.fixture
def note(leyla, linde):
    """Write a note beside Linde."""

    def write(seen="", case_id=linde, **given):
        at = given.pop("at", MONDAY)
        return leyla.call(case_notes.write, case_id, Note(at, seen, **given), **NOW)

    return write


def found(db, typed, **given):
    index = db.call(gathering.with_questions, db.call(gathering.gather))
    return list(finding.search(index, typed, **given))


def people(db, typed, **given):
    return [hit for hit in found(db, typed, **given) if hit.kind is not Kind.DEED]


def test_her_number_and_code_word_are_nowhere(leyla, linde):
    agree(leyla, linde)
    index = leyla.call(gathering.gather)
    everything = "\n".join(said_in(index))
    assert "Linde" in everything
    for secret in (NUMBER, NUMBER.replace("-", ""), "blauwe stof"):
        assert secret not in everything
        assert [h for h in finding.search(index, secret) if h.kind is not Kind.DEED] == []
    folded = [text.folded for _case, text in index.notes]
    assert not any("verkeerd verbonden" in text or "els van" in text for text in folded)


@pytest.mark.parametrize("name", ["Hanan", "Joke", "Salma", "Bea", "Imane"])
def test_whoever_does_not_stand_beside_her_holds_nothing_of_her(desk, leyla, sign_in, name):
    case_id = open_linde(desk, leyla, Imane=True)
    leyla.call(case_notes.write, case_id, Note(MONDAY, "zevenblad"), **NOW)
    code = leyla.call(cases.name_of, case_id).code
    db = sign_in(name)
    index = db.call(gathering.with_questions, db.call(gathering.gather))
    assert (index.cases, index.notes) == ({}, ())
    assert not {"Linde", "zevenblad", code, code.lower()} & set(said_in(index))
    for typed in ("Linde", "zevenblad", code):
        assert found(db, typed) == found(db, "BL-000000")


def test_no_question_to_the_file_is_about_what_is_not_hers(desk, leyla, linde, sign_in):
    hers = open_linde(desk, sign_in("Imane"), Leyla=True)
    asked = []

    def remember(_connection, _cursor, statement, parameters, *_more):
        asked.append((statement, [str(each) for each in parameters]))

    event.listen(leyla.engine, "before_cursor_execute", remember)
    leyla.call(gathering.gather)
    values = {value for _statement, values in asked for value in values}
    assert any(linde.hex in value or str(linde) in value for value in values)
    assert not any(hers.hex in value or str(hers) in value for value in values)
    sealed = [each for each in asked if "case_entry" in each[0] or "case_record" in each[0]]
    assert sealed
    assert all(values for _statement, values in sealed)


def test_gathering_and_searching_leave_no_line_in_the_log(leyla, note):
    note("zevenblad")

    def lines(session):
        return session.query(AuditLine).count()

    before = leyla.call(lines)
    found(leyla, "zevenblad")
    leyla.call(finding.visits, "zevenblad")
    assert leyla.call(lines) == before


def test_what_did_not_change_is_not_read_again(desk, leyla, linde, note):
    other = open_linde(desk, leyla)
    first = leyla.call(gathering.gather)
    again = leyla.call(gathering.gather, first)
    assert again.cases[linde] is first.cases[linde]
    note("zevenblad")
    after_note = leyla.call(gathering.gather, again)
    assert after_note.cases[linde] is not first.cases[linde]
    assert after_note.cases[other] is first.cases[other]
    leyla.call(cases.rename, other, "Roos")
    renamed = leyla.call(gathering.gather, after_note)
    assert renamed.cases[other].name.alias == "Roos"
    assert renamed.cases[linde] is after_note.cases[linde]


def test_who_no_longer_stands_beside_her_forgets_her(desk, leyla, linde):
    index = leyla.call(gathering.gather)
    stranger = open_linde(desk, leyla)
    longer = leyla.call(gathering.gather, index)
    assert set(longer.cases) == {linde, stranger}
    gone = replace(longer, cases={**longer.cases, UUID(int=1): longer.cases[linde]})
    assert set(leyla.call(gathering.gather, gone).cases) == {linde, stranger}


def test_real_questions_are_found_by_confidants_alone(leyla, make, sign_in):
    question = RealQuestion("vraagt naar opvang", "hij leest mijn agenda", (HarmKind.NEGLECT,))
    walk_in = make.walk_in(question)
    hits = people(leyla, "agenda")
    assert [(hit.kind, hit.target) for hit in hits] == [(Kind.VISIT, OpenVisit(walk_in.id))]
    assert (hits[0].about, hits[0].snippet.text) == ("Echte vraag", "hij leest mijn agenda")
    for name in ("Hanan", "Joke", "Salma", "Bea"):
        assert people(sign_in(name), "agenda") == []


def test_a_confidant_who_waits_for_the_key_finds_no_questions(leyla, make, monkeypatch):
    make.walk_in(RealQuestion("opvang"))
    index = leyla.call(gathering.with_questions, EMPTY)
    assert len(index.questions) == 1
    monkeypatch.setattr(rings, "is_held", lambda _session: False)
    assert leyla.call(gathering.with_questions, index).questions == ()


def test_questions_are_kept_until_they_change_or_go(leyla, make, db):
    one, other = make.walk_in(RealQuestion("opvang")), make.walk_in(RealQuestion("opvang"))
    first = leyla.call(gathering.with_questions, EMPTY)
    again = leyla.call(gathering.with_questions, first)
    assert {id(text) for text in again.questions} == {id(text) for text in first.questions}
    db.call(walk_ins.correct, one, RealQuestion("bakker"), **NOW)
    db.call(walk_ins.delete, other.id, "dubbel", **NOW)
    after = leyla.call(gathering.with_questions, again)
    assert [text.words for text in after.questions] == [("bakker",)]


def test_what_can_be_done_follows_from_the_roles(sign_in):
    names = "Hanan", "Joke", "Leyla", "Salma", "Bea"
    deeds = {name: found(sign_in(name), "") for name in names}
    targets = {name: [hit.target.page for hit in hits] for name, hits in deeds.items()}
    assert targets == {
        "Hanan": ["walk_ins"],
        "Joke": ["walk_ins", "sessions"],
        "Leyla": ["walk_ins", "cases", "appointments"],
        "Salma": ["walk_ins", "sessions", "cases"],
        "Bea": [],
    }


def test_no_repr_tells_anything(leyla, note, make):
    note("zevenblad")
    make.walk_in(RealQuestion("zevenblad"))
    index = leyla.call(gathering.with_questions, leyla.call(gathering.gather))
    parts = [index, *index.cases.values(), *index.questions, *found(leyla, "zevenblad")]
    shown = " ".join(map(repr, [*parts, *(hit.snippet for hit in found(leyla, "zevenblad"))]))
    assert not any(word in shown for word in ("zevenblad", "Linde", "BL-"))
