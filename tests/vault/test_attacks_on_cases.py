"""The cousin who also volunteers: the raw file, its key, her own keys, and any program she likes.

Hanan is a volunteer; Imane is a confidant of others, who knows Linde and so got no key to her.
"""

import os
from uuid import UUID

import pytest
from attacked_case import MARKER, STAMP, refused, statement_of
from desk import MONDAY
from raw_file import body_of, signed
from sqlalchemy.orm import Session
from standing_beside import linde, member

from hgkm_desktop.db import Database
from hgkm_desktop.errors import Tampered
from hgkm_desktop.models import Case, CaseEntry, Draft
from hgkm_desktop.rules import entries
from hgkm_desktop.rules.bodies import Note
from hgkm_desktop.services import case_board, case_list, case_notes, cases, drafts
from hgkm_desktop.services import holders as holding
from hgkm_desktop.vault.envelope import (
    seal_field,
    seal_field_to,
    unb64,
)


def test_entries_made_without_the_key_are_refused(linde_case, desk, raw):
    """The public half of a ring lies in the file: what is sealed to it proves nothing."""
    _leyla, case_id = linde_case
    ring = body_of(statement_of(raw, case_id))
    number = raw.one("SELECT count(*) FROM case_entry") + 1
    entry_id = entries.id_of(case_id, number)
    link = entries.Link(number - 1, b"", b"")
    plain, _ = entries.pack(Note(MONDAY, seen="vals"), member(desk, "Leyla"), MONDAY, link)
    place = f"case:{case_id}", "case_entry", "sealed", entry_id, case_id
    forged = seal_field_to(unb64(ring["x"]), UUID(ring["id"]), plain, *place)
    raw.run("INSERT INTO case_entry VALUES (?, ?, ?, ?)", entry_id, case_id, STAMP, forged)
    refused(desk, case_id)
    with_own_key = seal_field(os.urandom(32), UUID(ring["id"]), plain, *place)
    raw.run("UPDATE case_entry SET sealed = ? WHERE id = ?", with_own_key, entry_id)
    refused(desk, case_id)


@pytest.mark.parametrize("number", [1, 3, 7])
def test_a_missing_entry_is_noticed_the_last_one_too(linde_case, desk, raw, number):
    _leyla, case_id = linde_case
    last = raw.one("SELECT count(*) FROM case_entry")
    assert last == 7
    raw.run("DELETE FROM case_entry WHERE id = ?", entries.id_of(case_id, number))
    refused(desk, case_id)


def test_a_note_is_not_written_behind_a_missing_one(linde_case, desk, raw, sign_in):
    _leyla, case_id = linde_case
    raw.run("DELETE FROM case_entry WHERE id = ?", entries.id_of(case_id, 3))
    with pytest.raises(Tampered):
        sign_in("Leyla").call(case_notes.write, case_id, Note(MONDAY, seen="x"), now=MONDAY)


def test_a_sealed_field_fits_in_no_other_row_column_or_case(linde_case, desk, raw, sign_in):
    leyla, case_id = linde_case
    other = leyla.call(cases.open_case, linde(desk, Imane=True), now=MONDAY)
    one, two = entries.id_of(case_id, 3), entries.id_of(case_id, 4)
    kept = raw.one("SELECT sealed FROM case_entry WHERE id = ?", one)
    moves = (
        ("UPDATE case_entry SET sealed = (SELECT sealed FROM case_entry WHERE id = ?)", two),
        ("UPDATE case_entry SET sealed = (SELECT sealed FROM case_record WHERE id = ?)", case_id),
        (
            "UPDATE case_entry SET sealed = (SELECT sealed FROM case_entry WHERE id = ?)",
            entries.id_of(other, 3),
        ),
    )
    for move, source in moves:
        raw.run(f"{move} WHERE id = ?", source, one)
        refused(desk, case_id)
    raw.run("UPDATE case_entry SET sealed = ? WHERE id = ?", kept, one)
    assert sign_in("Leyla").call(cases.page, case_id).name.alias == "Linde"
    raw.run(
        "UPDATE case_record SET sealed = (SELECT sealed FROM case_record WHERE id = ?)"
        " WHERE id = ?",
        other,
        case_id,
    )
    refused(desk, case_id)


def test_an_entry_carried_to_another_case_is_refused(linde_case, desk, raw):
    leyla, case_id = linde_case
    other = leyla.call(cases.open_case, linde(desk, Imane=True), now=MONDAY)
    raw.run("UPDATE case_entry SET case_id = ? WHERE id = ?", other, entries.id_of(case_id, 7))
    refused(desk, case_id)
    refused(desk, other)


def test_an_older_board_put_back_is_noticed_through_the_log(linde_case, desk, raw, sign_in):
    leyla, case_id = linde_case
    salma = sign_in("Salma")
    salma.call(case_board.start, now=MONDAY)
    leyla.call(case_board.fill, now=MONDAY)
    older = raw.one("SELECT board FROM case_record")
    leyla.call(
        holding.close,
        case_id,
        next(iter(holding.Reason)).RETURNED_HOME,
        None,
        agreed_none=True,
        now=MONDAY,
    )
    assert salma.call(case_board.board)[0].state.value == "closed"
    raw.run("UPDATE case_record SET board = ?", older)
    with pytest.raises(Tampered):
        salma.call(case_board.board)


def test_a_board_by_a_stranger_is_refused(linde_case, desk, raw, sign_in):
    leyla, _case_id = linde_case
    salma = sign_in("Salma")
    salma.call(case_board.start, now=MONDAY)
    leyla.call(case_board.fill, now=MONDAY)
    statement = raw.one("SELECT statement FROM ring WHERE name = 'coordination'")
    ring, case_id = body_of(statement), raw.one("SELECT id FROM case_record")
    plain = signed(desk.keys["Imane"].bundle.ed, {"kind": "board", "row": "{}", "number": 1})
    place = "coordination", "case_record", "board", UUID(case_id)
    forged = seal_field_to(unb64(ring["x"]), UUID(ring["id"]), plain, *place)
    raw.run("UPDATE case_record SET board = ?", forged)
    with pytest.raises(Tampered):
        salma.call(case_board.board)
    raw.run("DELETE FROM ring WHERE name LIKE 'case:%' AND 0")


def test_a_board_without_a_ring_is_refused(linde_case, raw, sign_in):
    leyla, case_id = linde_case
    salma = sign_in("Salma")
    salma.call(case_board.start, now=MONDAY)
    leyla.call(case_board.fill, now=MONDAY)
    raw.run("PRAGMA foreign_keys = OFF")
    raw.run("UPDATE ring SET name = 'case:elsewhere' WHERE name = ?", f"case:{case_id}")
    with pytest.raises(Tampered):
        salma.call(case_board.board)


def test_another_members_draft_stays_shut(linde_case, desk, raw, sign_in):
    leyla, case_id = linde_case
    leyla.call(drafts.keep, f"cases/{case_id}/note", {"seen": MARKER})
    sealed = raw.one("SELECT sealed FROM draft")
    assert MARKER.encode() not in sealed
    imane = sign_in("Imane")
    assert imane.call(drafts.look, f"cases/{case_id}/note") is None
    raw.run("UPDATE draft SET member_id = ?", member(desk, "Imane"))
    with pytest.raises(Tampered):
        imane.call(drafts.look, f"cases/{case_id}/note")


def test_a_draft_does_not_turn_up_in_another_case(linde_case, raw, sign_in):
    leyla, case_id = linde_case
    leyla.call(drafts.keep, f"cases/{case_id}/note", {"seen": MARKER})
    raw.run("UPDATE draft SET place = ?", f"cases/{UUID(int=9)}/note")
    with pytest.raises(Tampered):
        leyla.call(drafts.look, f"cases/{UUID(int=9)}/note")


def test_the_list_of_a_confidant_refuses_a_changed_file_too(linde_case, desk, raw):
    _leyla, case_id = linde_case
    raw.run("DELETE FROM case_entry WHERE id = ?", entries.id_of(case_id, 2))
    db = Database(desk.open("Leyla"), desk.now)
    try:
        with pytest.raises(Tampered):
            db.call(case_list.rows, now=MONDAY)
    finally:
        db.close()


def test_reprs_tell_nothing(linde_case):
    leyla, case_id = linde_case
    page = leyla.call(cases.page, case_id)
    with Session(leyla.engine) as session:
        shown = repr(
            (
                page,
                page.entries,
                page.standing,
                session.query(Case).all(),
                session.query(CaseEntry).all(),
                session.query(Draft).all(),
            )
        )
    for word in ("Linde", MARKER, "12345678"):
        assert word not in shown


def test_a_date_moved_from_outside_moves_nothing(linde_case, desk, raw, sign_in):
    """The columns are for the file's own order; the true moments are sealed with the words."""
    leyla, case_id = linde_case
    before = [entry.made_at for entry in leyla.call(cases.page, case_id).entries]
    raw.run("UPDATE case_entry SET made_at = '2020-01-01 00:00:00.000000'")
    after = [entry.made_at for entry in sign_in("Leyla").call(cases.page, case_id).entries]
    assert after == before
