"""Whatever byte is changed in what is kept of a woman, it is refused, in words of its own."""

import pytest
from attacked_case import MARKER
from desk import MONDAY
from flipping import flipped
from standing_beside import candidates

from hgkm_desktop.db import Database
from hgkm_desktop.errors import Tampered
from hgkm_desktop.models.codes import Role
from hgkm_desktop.rules import entries
from hgkm_desktop.rules.advice import Advice
from hgkm_desktop.services import (
    advice_log,
    case_board,
    case_key,
    case_list,
    case_notes,
    case_team,
    cases,
    erasing,
    gathering,
    members,
    safe_contact,
)
from hgkm_desktop.services.recovery import Helpers
from hgkm_desktop.vault import case_ring, own_head

NOW = {"now": MONDAY}
TITLE = "Iemand heeft het bestand van buiten veranderd."
ONE = (0x04,)
NOTHING_LIKE_IT = (b"", b"\x00", b"x" * 17, bytes(400), "zevenblad é".encode())


def dozen(raw: bytes):
    """Return some copies with one byte changed, spread over the whole, its ends among them."""
    yield from flipped(raw, max(1, len(raw) // 12), ONE)
    yield raw[:-1] + bytes([raw[-1] ^ 1])
    yield raw[:-1]
    yield raw + b"\x00"
    yield from NOTHING_LIKE_IT


@pytest.fixture
def met(desk):
    """Let somebody meet what was changed, in a session of her own; her answer is always the same.

    The words are those of a damaged or changed file; nothing of hers stands in them.
    """

    def meet(name: str, *works) -> None:
        db = Database(desk.open(name), desk.now)
        try:
            for work in works:
                with pytest.raises(Tampered) as refused:
                    work(db)
                said = f"{refused.value.title} {refused.value.hint} {refused.value!r}"
                assert refused.value.title == TITLE
                assert MARKER not in said and "Linde" not in said
        finally:
            db.close()

    return meet


def reads(case_id):
    """Return everything that reads a case, each as a deed of whoever has the log open."""
    return (
        lambda db: db.call(cases.page, case_id),
        lambda db: db.call(case_list.rows, **NOW),
        lambda db: db.call(gathering.gather),
        lambda db: db.call(safe_contact.still_right, case_id, **NOW),
    )


def test_in_an_entry(linde_case, raw):
    leyla, case_id = linde_case
    key = leyla.call(case_key.open_ring, case_id)
    for entry_id, sealed in raw.run("SELECT id, sealed FROM case_entry"):
        place = "case_entry", "sealed", entries.UUID(entry_id), case_id
        assert case_ring.unseal(key, sealed, *place)
        for changed in flipped(sealed, every=3):
            with pytest.raises(Tampered):
                case_ring.unseal(key, changed, *place)


def test_in_an_entry_as_the_program_meets_it(linde_case, raw, met):
    _leyla, case_id = linde_case
    for entry_id, sealed in raw.run("SELECT id, sealed FROM case_entry")[::3]:
        for changed in dozen(sealed):
            raw.run("UPDATE case_entry SET sealed = ? WHERE id = ?", changed, entry_id)
            met("Leyla", reads(case_id)[0])
        met("Leyla", *reads(case_id))
        raw.run("UPDATE case_entry SET sealed = ? WHERE id = ?", sealed, entry_id)


def test_nothing_is_noted_behind_a_changed_entry(linde_case, raw, met):
    _leyla, case_id = linde_case
    last = entries.id_of(case_id, 7)
    sealed = raw.one("SELECT sealed FROM case_entry WHERE id = ?", last)
    raw.run("UPDATE case_entry SET sealed = ? WHERE id = ?", sealed[:-1] + b"x", last)
    note = case_notes.Note(MONDAY, seen="erna")
    met(
        "Leyla",
        lambda db: db.call(case_notes.write, case_id, note, **NOW),
        lambda db: db.call(case_team.change, case_id, candidates_of(db), **NOW),
        lambda db: db.call(erasing.erase, case_id, **NOW),
    )
    assert raw.one("SELECT count(*) FROM case_entry") == 7


def candidates_of(db):
    return [cases.Candidate(db.actor.member_id, False)]


def test_in_her_name(linde_case, raw, met):
    _leyla, case_id = linde_case
    sealed = raw.one("SELECT sealed FROM case_record")
    for changed in dozen(sealed):
        raw.run("UPDATE case_record SET sealed = ?", changed)
        met("Leyla", lambda db: db.call(cases.names), lambda db: db.call(cases.name_of, case_id))
    met("Leyla", reads(case_id)[0], lambda db: db.call(cases.rename, case_id, "Roos"))


def test_what_is_no_envelope_and_no_case_at_all(linde_case, raw, met):
    _leyla, case_id = linde_case
    raw.run("UPDATE case_entry SET sealed = 12")
    met("Leyla", *reads(case_id))
    raw.run("UPDATE case_record SET sealed = 12")
    met("Leyla", lambda db: db.call(cases.names))
    raw.run("UPDATE ring SET name = 'case:zevenblad' WHERE name LIKE 'case:%'")
    met("Leyla", *reads(case_id)[1:3], lambda db: db.call(cases.names))


def test_in_the_board(linde_case, raw, met, sign_in):
    leyla, _case_id = linde_case
    sign_in("Salma").call(case_board.start, **NOW)
    leyla.call(case_board.fill, **NOW)
    board = raw.one("SELECT board FROM case_record")
    for changed in dozen(board):
        raw.run("UPDATE case_record SET board = ?", changed)
        met("Salma", lambda db: db.call(case_board.board))


def test_in_the_word_that_makes_a_ring(linde_case, raw, met, sign_in):
    leyla, case_id = linde_case
    leyla.call(case_team.give_again, case_id, **NOW)
    rings = raw.run("SELECT id, statement FROM ring WHERE name = ?", f"case:{case_id}")
    assert len(rings) == 2
    for ring_id, statement in rings:
        for changed in dozen(statement):
            raw.run("UPDATE ring SET statement = ? WHERE id = ?", changed, ring_id)
            met("Leyla", reads(case_id)[0])
        met("Leyla", *reads(case_id))
        met("Salma", lambda db: db.call(case_team.orphans))
        raw.run("UPDATE ring SET statement = ? WHERE id = ?", statement, ring_id)
    assert sign_in("Leyla").call(cases.name_of, case_id).alias == "Linde"


def test_in_the_grant_of_her_confidant(linde_case, raw, met, desk):
    _leyla, case_id = linde_case
    mine = "holder_id = ? AND ring_id IN (SELECT id FROM ring WHERE name LIKE 'case:%')"
    leyla = desk.keys["Leyla"].tile.member_id
    statement = raw.one(f"SELECT statement FROM ring_grant WHERE {mine}", leyla)
    for changed in dozen(statement):
        raw.run(f"UPDATE ring_grant SET statement = ? WHERE {mine}", changed, leyla)
        met("Leyla", reads(case_id)[0])
    met("Leyla", *reads(case_id))


def test_in_the_grant_of_the_recovery_key(linde_case, raw, met, sign_in, desk):
    """Only what is sealed in it counts: whatever comes out must be the key of her ring."""
    _leyla, case_id = linde_case
    bea = sign_in("Bea")
    leyla = desk.keys["Leyla"].tile.member_id
    bea.call(members.change, leyla, "Leyla", [Role.VOLUNTEER], 1)
    theirs = "holder_id NOT IN (SELECT id FROM member) AND ring_id IN" + (
        " (SELECT id FROM ring WHERE name LIKE 'case:%')"
    )
    statement = raw.one(f"SELECT statement FROM ring_grant WHERE {theirs}")
    back = case_id, "niemand kan erbij", Helpers(desk.code), candidates(desk)[1:]
    sealed = statement.index(b"sealed") + 12
    changes = [statement[:sealed] + each for each in flipped(statement[sealed:], 30, ONE)][:4]
    for changed in (*changes, *NOTHING_LIKE_IT):
        raw.run(f"UPDATE ring_grant SET statement = ? WHERE {theirs}", changed)
        met("Salma", lambda db: db.call(case_team.recover, *back, **NOW))
    raw.run(f"DELETE FROM ring_grant WHERE {theirs}")
    met("Salma", lambda db: db.call(case_team.recover, *back, **NOW))


def test_in_advice_that_was_asked(sign_in, raw, met):
    sign_in("Leyla").call(advice_log.ask, Advice(MONDAY.date(), MARKER), **NOW)
    sealed = raw.one("SELECT sealed FROM advice_call")
    for changed in dozen(sealed):
        raw.run("UPDATE advice_call SET sealed = ?", changed)
        met("Leyla", lambda db: db.call(advice_log.page))


def test_in_what_she_kept_of_the_log(sign_in, raw, desk):
    sign_in("Joke").call(own_head.keep)
    sealed = raw.one("SELECT sealed FROM draft WHERE place = 'log'")
    for changed in list(dozen(sealed))[::2]:
        raw.run("UPDATE draft SET sealed = ? WHERE place = 'log'", changed)
        opened = desk.open("Joke")
        opened.engine.dispose()
        assert opened.older_file
