"""A copy and the paper code bring a log back, here or on another computer."""

import os
import shutil
from datetime import timedelta

import pytest
from desk import MONDAY, Desk, Make
from first_start import WORDS, found

from hgkm_desktop.db import Database
from hgkm_desktop.errors import (
    CannotOpen,
    Conflict,
    Invalid,
    KeyRingTrouble,
    UserError,
)
from hgkm_desktop.models import RealQuestion
from hgkm_desktop.services import walk_in_list, walk_ins
from hgkm_desktop.services.walk_in_list import Query
from hgkm_desktop.vault import backup, keyring, recovery_code, slots, store
from hgkm_desktop.vault.keyring import State
from hgkm_desktop.vault.restoring import restore_copy
from hgkm_desktop.vault.vault import DEVICE, LOG, Vault


@pytest.fixture
def copy(desk, tmp_path):
    """A copy on a stick, with one walk-in in it that has a real question."""
    db = Database(desk.open("Joke"), desk.now)
    Make(db).walk_in(RealQuestion("marker-zevenblad"), desk_question="aan de balie")
    (tmp_path / "stick").mkdir()
    made = db.copy_to(tmp_path / "stick")
    db.close()
    return made


@pytest.fixture
def elsewhere(tmp_path):
    """Where a log would go on another computer."""
    return tmp_path / "another computer" / "data" / "log"


def _restored(desk, copy, elsewhere, **how) -> Desk:
    restore_copy(copy.folder, desk.code, elsewhere, **({"without_key_ring": True} | how))
    return Desk(elsewhere, desk.code, desk.keys, desk.now)


def _questions(desk, name="Leyla"):
    db = Database(desk.open(name), desk.now)
    try:
        rows = db.call(walk_in_list.page, Query()).rows
        read = [db.call(walk_ins.read_real_question, row.id) for row in rows]
        return [question.question for question in read]
    finally:
        db.close()


def test_on_another_computer_the_paper_code_alone_brings_everything_back(desk, copy, elsewhere):
    shutil.rmtree(desk.folder)
    assert restore_copy(copy.folder, desk.code, elsewhere, without_key_ring=True) == copy.rows
    there = Desk(elsewhere, desk.code, desk.keys, desk.now)
    for name in desk.keys:
        there.sign_in(name).engine.dispose()
    assert _questions(there) == ["marker-zevenblad"]
    db = Database(there.open("Joke"), there.now)
    assert db.problems() == []
    db.close()


def test_a_restored_log_is_for_its_owner_only(desk, copy, elsewhere):
    before = os.umask(0)
    try:
        _restored(desk, copy, elsewhere)
    finally:
        os.umask(before)
    for folder in (elsewhere, elsewhere.parent, elsewhere.parent.parent):
        assert folder.stat().st_mode & 0o777 == 0o700
    assert {f.stat().st_mode & 0o777 for f in elsewhere.iterdir()} == {0o600}


def test_a_restored_log_has_a_key_ring_of_its_own(desk, copy, elsewhere, private_service, tmp_path):
    vault_id = slots.load(copy.folder).vault_id
    keyring.write(vault_id, LOG, "999:00")
    there = _restored(desk, copy, elsewhere, without_key_ring=False)
    assert keyring.read(vault_id, DEVICE) == keyring.as_value(desk.keys["Joke"].secret)
    assert keyring.read(vault_id, LOG) is None
    opened = there.sign_in("Joke")
    assert not opened.older_file
    opened.engine.dispose()
    assert slots.load(elsewhere).uses_key_ring


def test_a_log_from_a_key_ring_comes_back_without_one(lone_found, elsewhere, monkeypatch, tmp_path):
    db = Database(lone_found.open("Salma"), lone_found.now)
    copy = db.copy_to(tmp_path)
    db.close()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/no-bus")
    with pytest.raises(KeyRingTrouble) as refused:
        restore_copy(copy.folder, lone_found.code, elsewhere)
    assert refused.value.state in {State.MISSING, State.UNTRUSTED}
    assert not elsewhere.exists()
    restore_copy(copy.folder, lone_found.code, elsewhere, without_key_ring=True)
    there = Vault(elsewhere, lone_found.now)
    assert there.look().key_ring is State.NOT_USED
    there.sign_in(lone_found.keys["Salma"].tile.member_id, WORDS).engine.dispose()


@pytest.fixture
def lone_found(private_service, tmp_path):
    return found(tmp_path / "first" / "log")


def test_what_was_there_steps_aside_and_is_never_overwritten(desk, copy):
    before = {f.name: f.read_bytes() for f in desk.folder.iterdir()}
    restore_copy(copy.folder, desk.code, desk.folder, without_key_ring=True)
    (aside,) = desk.folder.parent.glob("log-vorige-*")
    assert {f.name: f.read_bytes() for f in aside.iterdir()} == before
    assert _questions(desk) == ["marker-zevenblad"]


def test_an_empty_folder_is_simply_used(desk, copy, elsewhere):
    elsewhere.mkdir(parents=True)
    _restored(desk, copy, elsewhere)
    assert [f.name for f in elsewhere.parent.iterdir()] == ["log"]


def test_a_stale_wal_beside_the_old_log_does_not_reach_the_restored_one(desk, copy, raw):
    held = store.connect(raw.path, raw.key)
    held.execute("UPDATE walk_in SET desk_question = 'uit de oude wal'")
    wal = raw.path.with_name(store.FILE + "-wal")
    assert wal.stat().st_size > 0
    stale = wal.read_bytes()
    held.close()
    wal.write_bytes(stale)
    restore_copy(copy.folder, desk.code, desk.folder, without_key_ring=True)
    assert not wal.exists()
    assert raw.one("SELECT desk_question FROM walk_in") == "aan de balie"


def test_a_stale_wal_beside_the_copy_does_not_reach_the_restored_one(desk, copy, elsewhere, raw):
    (copy.folder / (store.FILE + "-wal")).write_bytes(os.urandom(9000))
    there = _restored(desk, copy, elsewhere)
    assert _questions(there) == ["marker-zevenblad"]


def test_a_code_with_a_typing_mistake_is_refused_before_anything_happens(desk, copy, elsewhere):
    wrong = desk.code[:-1] + ("2" if desk.code[-1] != "2" else "3")
    with pytest.raises(Invalid):
        restore_copy(copy.folder, wrong, elsewhere, without_key_ring=True)
    assert not elsewhere.parent.exists()


def test_the_code_of_another_log_is_refused_with_its_own_sentence(desk, copy, elsewhere):
    with pytest.raises(Invalid) as refused:
        restore_copy(copy.folder, recovery_code.new(), elsewhere, without_key_ring=True)
    assert refused.value.problems["code"].startswith("Deze code hoort bij een ander logboek")
    assert not elsewhere.parent.exists()


def test_a_typing_mistake_that_fits_by_chance_opens_no_other_log(desk, copy, elsewhere):
    body = recovery_code.read(desk.code)
    other = ("1" if body[0] != "1" else "2") + body[1:]
    fits = recovery_code.groups(other + recovery_code._check(other))
    with pytest.raises(Invalid, match="ander logboek"):
        restore_copy(copy.folder, fits, elsewhere, without_key_ring=True)


@pytest.mark.parametrize("place", [20, 4096 + 50, 5 * 4096 + 50])
def test_a_damaged_copy_is_refused_and_what_is_there_stays(desk, copy, place):
    with (copy.folder / store.FILE).open("rb+") as file:
        file.seek(place)
        file.write(b"????")
    before = {f.name: f.read_bytes() for f in desk.folder.iterdir()}
    with pytest.raises(CannotOpen) as refused:
        restore_copy(copy.folder, desk.code, desk.folder, without_key_ring=True)
    assert refused.value.code == "KO-01"
    assert "oudere kopie" in refused.value.hint
    assert {f.name: f.read_bytes() for f in desk.folder.iterdir()} == before
    assert [f.name for f in desk.folder.parent.glob("log*")] == ["log"]


@pytest.mark.parametrize("size", [0, 100, 4096, 3 * 4096])
def test_a_copy_cut_short_is_refused(desk, copy, elsewhere, size):
    os.truncate(copy.folder / store.FILE, size)
    with pytest.raises(CannotOpen):
        restore_copy(copy.folder, desk.code, elsewhere, without_key_ring=True)
    assert not elsewhere.exists()


def test_a_copy_that_changes_on_the_way_is_refused(desk, copy, elsewhere, monkeypatch):
    real = backup._copy_into

    def lose_a_row(source, path, key):
        real(source, path, key)
        connection = store.connect(path, key)
        connection.execute("DELETE FROM walk_in")
        connection.execute("PRAGMA journal_mode=DELETE").fetchall()
        connection.close()

    monkeypatch.setattr(backup, "_copy_into", lose_a_row)
    with pytest.raises(CannotOpen):
        restore_copy(copy.folder, desk.code, elsewhere, without_key_ring=True)
    assert not elsewhere.exists()


@pytest.mark.parametrize("part", ["sealed", "recovery"])
def test_a_copy_with_damaged_slots_is_refused_with_a_sentence(desk, copy, elsewhere, part):
    file = copy.folder / slots.FILE
    raw = bytearray(file.read_bytes())
    raw[raw.index(f'"{part}":"'.encode()) + 40] ^= 1
    file.write_bytes(bytes(raw))
    with pytest.raises(UserError) as refused:
        restore_copy(copy.folder, desk.code, elsewhere, without_key_ring=True)
    assert refused.value.title or refused.value.problems
    assert not elsewhere.exists()


def test_a_restored_log_of_yesterday_misses_only_today(desk, copy, elsewhere, sign_in):
    today = Make(sign_in("Joke")).walk_in(now=MONDAY + timedelta(hours=1))
    there = _restored(desk, copy, elsewhere)
    db = Database(there.open("Joke"), there.now)
    assert db.call(walk_in_list.count, Query()) == 1
    with pytest.raises(Conflict):
        db.call(walk_ins.get, today.id)
    db.close()
