"""Erasing somebody: her keys, what was noted, half-typed texts; and never back with a copy."""

import pytest
from desk import MONDAY
from sqlalchemy import text
from sqlalchemy.orm import Session
from standing_beside import open_linde

from hgkm_desktop.errors import Forbidden
from hgkm_desktop.rules.bodies import Note
from hgkm_desktop.services import case_list, case_notes, cases, drafts, erasing
from hgkm_desktop.vault import restoring


@pytest.fixture
def noted(desk, sign_in):
    leyla = sign_in("Leyla")
    kept, gone = open_linde(desk, leyla), open_linde(desk, leyla)
    for case_id in (kept, gone):
        leyla.call(case_notes.write, case_id, Note(MONDAY, seen="zevenblad"), now=MONDAY)
        leyla.call(drafts.keep, f"cases/{case_id}/note", {"seen": "half"})
    return leyla, kept, gone


def count(db, table):
    with Session(db.engine) as session:
        return session.execute(text(f"SELECT count(*) FROM {table}")).scalar()


def test_nothing_of_her_is_left_and_nothing_of_others_is_touched(noted):
    leyla, kept, gone = noted
    before = count(leyla, "ring_grant")
    paper = leyla.call(erasing.erase, gone, now=MONDAY)
    assert (paper.grants, paper.entries) == (3, 5)
    assert (paper.copies_until - paper.erased_on).days == 90
    assert count(leyla, "ring_grant") == before - 3
    assert [row.name.case_id for row in leyla.call(case_list.rows, now=MONDAY)] == [kept]
    assert leyla.call(drafts.look, f"cases/{gone}/note") is None
    assert leyla.call(drafts.look, f"cases/{kept}/note") == {"seen": "half"}
    with pytest.raises(Forbidden):
        leyla.call(cases.page, gone)
    assert leyla.call(cases.page, kept).standing.notes
    assert count(leyla, "case_entry") == 5


def test_only_who_stands_beside_her_erases(noted, sign_in):
    _, kept, _ = noted
    for name in ("Hanan", "Salma", "Bea"):
        with pytest.raises(Forbidden):
            sign_in(name).call(erasing.erase, kept, now=MONDAY)


def test_an_older_copy_does_not_bring_her_back(noted, desk, tmp_path, sign_in):
    leyla, kept, gone = noted
    place = tmp_path / "stick"
    place.mkdir()
    older = leyla.copy_to(place)
    leyla.call(erasing.erase, gone, now=MONDAY)
    leyla.close()
    restoring.restore_copy(older.folder, desk.code, desk.folder, without_key_ring=True)
    again = sign_in("Leyla")
    assert [row.name.case_id for row in again.call(case_list.rows, now=MONDAY)] == [kept]
    assert count(again, "case_entry") == 5


def test_a_later_copy_on_the_same_stick_knows_it_too(noted, desk, tmp_path, sign_in):
    leyla, kept, gone = noted
    place = tmp_path / "stick"
    place.mkdir()
    older = leyla.copy_to(place)
    older.folder.rename(place / "logboek-kopie-2026-01-01-000000")
    leyla.call(erasing.erase, gone, now=MONDAY)
    leyla.copy_to(place)
    leyla.close()
    elsewhere = desk.folder.with_name("elsewhere")
    first = place / "logboek-kopie-2026-01-01-000000"
    restoring.restore_copy(first, desk.code, elsewhere, without_key_ring=True)
    desk.folder = elsewhere
    again = sign_in("Leyla")
    assert [row.name.case_id for row in again.call(case_list.rows, now=MONDAY)] == [kept]


def test_a_copy_that_does_not_open_knows_nothing(noted, desk, tmp_path, sign_in):
    leyla, _, _ = noted
    place = tmp_path / "stick"
    place.mkdir()
    copy = leyla.copy_to(place)
    broken = place / "logboek-kopie-2026-01-02-000000"
    broken.mkdir()
    (broken / "logboek.db").write_bytes(b"not a log" * 1000)
    leyla.close()
    restoring.restore_copy(copy.folder, desk.code, desk.folder, without_key_ring=True)
    assert len(sign_in("Leyla").call(case_list.rows, now=MONDAY)) == 2
