"""Every way a file can be wrong has a sentence of its own, and nothing is made over it."""

import os
import sqlite3
from contextlib import closing

import pytest
from desk import MONDAY, Make
from first_start import found
from sqlalchemy.exc import DBAPIError

from hgkm_desktop.db import Database
from hgkm_desktop.errors import CannotOpen, UserError, WrongPassphrase
from hgkm_desktop.services import members, walk_in_list
from hgkm_desktop.services.walk_in_list import Query
from hgkm_desktop.vault import slots, store
from hgkm_desktop.vault.vault import Vault


def _refused(desk) -> UserError:
    with pytest.raises(UserError) as refused:
        desk.sign_in("Joke")
    assert not isinstance(refused.value, WrongPassphrase)
    assert refused.value.title.endswith(".")
    assert refused.value.hint.endswith(".")
    return refused.value


def _files(desk):
    return {file.name: file.read_bytes() for file in desk.folder.iterdir() if file.is_file()}


def _flip(path, place):
    with path.open("rb+") as file:
        file.seek(place)
        byte = file.read(1)[0]
        file.seek(place)
        file.write(bytes([byte ^ 1]))


def test_a_missing_file_is_not_made_again(desk):
    desk.vault.database.unlink()
    assert _refused(desk).code == "DB-01"
    assert not desk.vault.database.exists()
    assert desk.vault.exists()


def test_an_empty_file_is_told_apart_and_stays_empty(desk):
    desk.vault.database.write_bytes(b"")
    assert _refused(desk).code == "DB-04"
    assert desk.vault.database.stat().st_size == 0


def test_a_plain_database_is_not_our_log(desk):
    desk.vault.database.unlink()
    connection = sqlite3.connect(desk.vault.database)
    connection.execute("CREATE TABLE anything (x)")
    connection.close()
    before = _files(desk)
    assert _refused(desk).code == "DB-02"
    assert _files(desk) == before


def test_a_database_of_another_program_under_our_key_is_not_our_log(desk, raw):
    raw.run("PRAGMA application_id = 7")
    assert _refused(desk).code == "DB-02"


def test_the_file_of_another_log_does_not_belong_to_our_key(desk, tmp_path):
    other = found(tmp_path / "other", without_key_ring=True)
    desk.vault.database.write_bytes(other.vault.database.read_bytes())
    assert _refused(desk).code == "DB-05"


@pytest.mark.parametrize("content", [os.urandom(40_000), b"x" * 40_000, b"PK\x03\x04", b"\0"])
def test_noise_does_not_belong_to_our_key(desk, content):
    desk.vault.database.write_bytes(content)
    assert _refused(desk).code in {"DB-05", "DB-06"}
    assert desk.vault.database.read_bytes() == content


def test_a_damaged_first_page_is_damage_and_no_wrong_key(desk):
    _flip(desk.vault.database, 100)
    assert _refused(desk).code == "DB-06"


def test_a_damaged_salt_is_damage_too(desk):
    _flip(desk.vault.database, 3)
    opened = desk.open("Joke")
    opened.engine.dispose()


def test_every_damaged_page_is_found_by_the_check(desk, raw):
    db = Database(desk.open("Joke"), desk.now)
    for _row in range(60):
        Make(db).walk_in(desk_question="een lange vraag " * 30)
    db.close()
    whole = raw.path.read_bytes()
    for page in range(1, len(whole) // 4096):
        raw.path.write_bytes(whole)
        _flip(raw.path, page * 4096 + 1000)
        try:
            db = Database(desk.open("Joke"), desk.now)
        except CannotOpen as refused:
            assert refused.code in {"DB-06", "DB-07"}
            continue
        assert db.problems(), page
        db.engine.dispose()


def test_damage_met_while_working_says_not_to_type_on(desk, raw):
    db = Database(desk.open("Joke"), desk.now)
    for _row in range(200):
        Make(db).walk_in(desk_question="een lange vraag " * 30)
    db.close()
    size = raw.path.stat().st_size
    for page in range(size // 8192, size // 4096):
        _flip(raw.path, page * 4096 + 1000)
    db = Database(desk.open("Joke"), desk.now)
    with pytest.raises(CannotOpen) as refused:
        db.call(walk_in_list.page, Query(), None, 500)
    assert "Typ niet verder" in refused.value.hint
    with pytest.raises(CannotOpen) as refused:
        Make(db).walk_in()
    assert refused.value.code in {"DB-06", "DB-07"}
    db.close()


def test_a_file_that_only_says_it_is_read_only_is_damaged(desk):
    db = Database(desk.open("Joke"), desk.now)
    with closing(db.engine.raw_connection()) as connection:
        connection.driver_connection.execute("PRAGMA query_only=ON").fetchall()
    with pytest.raises(CannotOpen) as refused:
        Make(db).walk_in()
    assert refused.value.code == "DB-06"
    db.close()


@pytest.mark.parametrize("pages", [1, 3, 20])
def test_a_file_cut_short_at_a_page_is_damaged(desk, pages):
    os.truncate(desk.vault.database, pages * 4096)
    assert _refused(desk).code in {"DB-06", "DB-07"}


@pytest.mark.parametrize("size", [1, 15, 16, 100, 4095])
def test_a_file_cut_short_in_its_first_page_is_refused(desk, size):
    os.truncate(desk.vault.database, size)
    assert _refused(desk).code in {"DB-05", "DB-06"}


def test_a_log_of_a_newer_version_is_refused_and_left_alone(desk, raw):
    raw.run("UPDATE alembic_version SET version_num = '9999'")
    raw.run("PRAGMA wal_checkpoint(TRUNCATE)")
    before = _files(desk)
    refused = _refused(desk)
    assert refused.code == "DB-08"
    assert "nieuwste versie" in refused.hint
    assert _files(desk)[store.FILE] == before[store.FILE]


def test_a_folder_in_the_place_of_the_file_is_refused(desk):
    desk.vault.database.unlink()
    desk.vault.database.mkdir()
    _refused(desk)


def test_a_folder_that_cannot_be_written_is_told(desk, ordinary_user):
    os.chmod(desk.folder, 0o500)
    with ordinary_user():
        assert _refused(desk).code == "DB-03"
    os.chmod(desk.folder, 0o700)
    desk.sign_in("Joke").engine.dispose()


def test_a_file_that_cannot_be_written_is_told(desk, ordinary_user):
    os.chmod(desk.vault.database, 0o400)
    with ordinary_user():
        assert _refused(desk).code == "DB-03"


def test_a_file_that_becomes_read_only_while_working_says_so(desk, ordinary_user):
    with ordinary_user():
        db = Database(desk.open("Joke"), desk.now)
        db.engine.dispose()
        os.chmod(desk.folder, 0o500)
        with pytest.raises(UserError, match="kan niet beschreven worden"):
            Make(db).walk_in()
        os.chmod(desk.folder, 0o700)
        assert Make(db).walk_in()
        db.close()


def test_without_the_newest_slots_the_ones_before_are_used_and_put_right(desk):
    (desk.folder / slots.FILE).unlink()
    assert len(desk.vault.look().tiles) == len(desk.keys)
    desk.sign_in("Joke").engine.dispose()
    assert slots.is_whole(desk.folder, desk.keys["Joke"].secret)


def test_damaged_slots_are_put_right_at_the_next_sign_in(desk):
    _flip(desk.folder / slots.FILE, 400)
    desk.sign_in("Joke").engine.dispose()
    assert slots.is_whole(desk.folder, desk.keys["Joke"].secret)


def test_damaged_slots_never_replace_the_good_ones_before(desk, sign_in):
    good = (desk.folder / slots.KEPT).read_bytes()
    db = sign_in("Bea")
    (desk.folder / slots.FILE).write_bytes(b"damaged")
    found = db.vault.read_slots(db.actor.device_secret)
    slots.save(desk.folder, found, db.actor.device_secret)
    assert (desk.folder / slots.KEPT).read_bytes() == good


def test_with_both_slots_files_damaged_the_paper_sheet_is_the_way(desk):
    for name in (slots.FILE, slots.KEPT):
        (desk.folder / name).write_bytes(b'{"format": 9}')
    refused = _refused(desk)
    assert refused.code == "SL-01"
    assert "herstelblad" in refused.hint


def test_without_any_slots_files_the_paper_sheet_is_the_way(desk):
    for name in (slots.FILE, slots.KEPT):
        (desk.folder / name).unlink()
    assert _refused(desk).code == "SL-01"


def test_a_power_cut_between_file_and_slots_is_put_right(desk, sign_in):
    kept = {name: (desk.folder / name).read_bytes() for name in (slots.FILE, slots.KEPT)}
    bea = sign_in("Bea")
    words = bea.call(members.add, "Nora", ["volunteer"], 1, now=MONDAY)
    bea.close()
    for name, raw in kept.items():
        (desk.folder / name).write_bytes(raw)
    desk.sign_in("Joke").engine.dispose()
    desk.vault.sign_in(words.member.id, words.passphrase).engine.dispose()


def test_a_power_cut_while_slots_are_written_leaves_the_old_ones(desk):
    (desk.folder / (slots.FILE + ".deel")).write_bytes(b"half")
    desk.sign_in("Joke").engine.dispose()


def test_two_engines_do_not_make_an_existing_file_anew(desk, raw):
    with pytest.raises(FileExistsError):
        store.open_engine(raw.path, raw.key, create=True)
    assert raw.one("SELECT count(*) FROM member") == len(desk.keys)


def test_a_path_with_odd_letters_opens(founded, tmp_path):
    desk = founded.copy(tmp_path / "map é # % ? en spatie" / "log")
    desk.sign_in("Joke").engine.dispose()


def test_the_file_is_durable_and_careful(desk):
    opened = desk.open("Joke")
    connection = opened.engine.raw_connection().driver_connection
    expected = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}
    for pragma, value in (expected | {"temp_store": 2, "trusted_schema": 0}).items():
        assert connection.execute(f"PRAGMA {pragma}").fetchone()[0] == value
    opened.engine.dispose()


def test_there_is_no_log_in_a_folder_that_is_not_there(tmp_path):
    assert not Vault(tmp_path / "nergens").exists()


def test_an_error_of_the_file_never_carries_what_was_typed(desk):
    opened = desk.open("Joke")
    with opened.engine.connect() as connection, pytest.raises(DBAPIError) as refused:
        connection.exec_driver_sql("SELECT nonsense FROM walk_in WHERE x = ?", ("marker",))
    assert "marker" not in str(refused.value)
    opened.engine.dispose()


def test_where_folders_cannot_be_synced_nothing_is_tried(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "name", "nt")
    slots.sync_folder(tmp_path / "nowhere")
