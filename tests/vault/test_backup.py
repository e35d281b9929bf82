import threading

import pytest
from desk import MONDAY, Make

from hgkm_desktop.db import Database
from hgkm_desktop.errors import CannotOpen, UserError
from hgkm_desktop.services import walk_in_list
from hgkm_desktop.services.walk_in_list import Query
from hgkm_desktop.vault import backup, slots, store


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def _rows(db):
    return db.call(walk_in_list.count, Query())


def test_a_copy_is_counted_and_has_a_neutral_name(db, make, stick):
    for _row in range(3):
        make.walk_in(desk_question="marker-zevenblad")
    copy = db.copy_to(stick)
    assert copy.folder.name == "logboek-kopie-2026-11-23-114000"
    assert copy.made_at == MONDAY
    assert copy.rows > 3
    assert copy.size == sum(file.stat().st_size for file in copy.folder.iterdir())
    assert sorted(f.name for f in copy.folder.iterdir()) == [store.FILE, slots.FILE]


def test_a_copy_shows_nothing_and_is_for_its_owner_only(db, make, stick):
    make.walk_in(desk_question="marker-zevenblad")
    folder = db.copy_to(stick).folder
    assert folder.stat().st_mode & 0o777 == 0o700
    for file in folder.iterdir():
        assert file.stat().st_mode & 0o777 == 0o600
        assert b"zevenblad" not in file.read_bytes()
    assert not (folder / store.FILE).read_bytes().startswith(b"SQLite format 3")


def test_a_copy_is_under_a_key_of_its_own(db, desk, stick):
    folder = db.copy_to(stick).folder
    with pytest.raises(CannotOpen) as refused:
        store.ensure_opens(folder / store.FILE, desk.keys["Joke"].bundle.database)
    assert refused.value.code == "DB-05"


def test_a_copy_made_while_somebody_writes_is_whole(db, make, stick, desk):
    other = Database(desk.open("Hanan"), desk.now)
    going, written = threading.Event(), []

    def write():
        hanan = Make(other)
        while not going.is_set():
            written.append(hanan.walk_in().id)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        copies = [_copy(other, db, stick / str(n)) for n in range(4)]
    finally:
        going.set()
        writer.join()
    assert len({copy.rows for copy in copies}) > 1
    assert _rows(db) == len(written)
    other.close()


def _copy(other, db, folder):
    folder.mkdir()
    return db.copy_to(folder)


def test_a_folder_that_is_gone_is_told_and_nothing_is_made(db, tmp_path):
    with pytest.raises(UserError, match="kopie is mislukt") as refused:
        db.copy_to(tmp_path / "weg")
    assert "USB" in refused.value.hint
    assert not (tmp_path / "weg").exists()


def test_a_file_in_the_place_of_the_folder_is_told(db, tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(UserError, match="kopie is mislukt"):
        db.copy_to(tmp_path / "file")


def test_a_folder_that_cannot_be_written_is_told(desk, tmp_path, ordinary_user):
    room = tmp_path / "stick"
    room.mkdir(mode=0o500)
    with ordinary_user():
        db = Database(desk.open("Joke"), desk.now)
        with pytest.raises(UserError, match="kopie is mislukt"):
            db.copy_to(room)
        db.close()
    assert list(room.iterdir()) == []


def test_a_half_made_copy_of_before_does_not_stand_in_the_way(db, stick):
    (stick / "logboek-kopie-2026-11-23-114000.deel").mkdir()
    with pytest.raises(UserError):
        db.copy_to(stick)
    assert db.copy_to(stick).rows


def test_a_copy_that_does_not_verify_is_no_copy(db, stick, monkeypatch):
    real = backup._copy_into

    def damage(source, path, key):
        real(source, path, key)
        with path.open("rb+") as file:
            file.seek(3 * 4096 + 50)
            file.write(b"????")

    monkeypatch.setattr(backup, "_copy_into", damage)
    with pytest.raises(UserError, match="kopie is mislukt"):
        db.copy_to(stick)
    assert list(stick.iterdir()) == []


def test_damaged_slots_are_not_carried_into_a_copy(db, stick, desk):
    (desk.folder / slots.FILE).write_bytes(b"damaged")
    folder = db.copy_to(stick).folder
    slots.Slots.unpack((folder / slots.FILE).read_bytes()).open(desk.keys["Joke"].secret)


def test_without_any_slots_there_is_no_copy_but_a_sentence(db, stick, desk):
    for name in (slots.FILE, slots.KEPT):
        (desk.folder / name).unlink()
    with pytest.raises(CannotOpen):
        db.copy_to(stick)
    assert list(stick.iterdir()) == []


def test_a_damaged_log_makes_no_copy(db, stick, raw):
    for _row in range(40):
        Make(db).walk_in(desk_question="x" * 400)
    db.close()
    size = raw.path.stat().st_size
    with raw.path.open("rb+") as file:
        file.seek(size - 4096 + 50)
        file.write(b"????")
    with pytest.raises(UserError, match="kopie is mislukt"):
        db.copy_to(stick)
    assert list(stick.iterdir()) == []


def test_a_stick_that_cannot_sync_folders_still_gets_its_copy(db, stick, monkeypatch):
    def refuse(folder):
        raise OSError(22, "Invalid argument")

    monkeypatch.setattr(slots, "sync_folder", refuse)
    monkeypatch.setattr(slots, "write_durably", lambda target, raw: target.write_bytes(raw))
    assert db.copy_to(stick).rows


def test_the_newest_whole_copy_is_found_from_wherever_one_points(db, stick, desk):
    copy = db.copy_to(stick).folder
    (stick / (backup.PREFIX + "2099-01-01-000000.deel")).mkdir()
    (stick / (backup.PREFIX + "2098-01-01-000000")).mkdir()
    for chosen in (stick, copy, copy / store.FILE, copy / slots.FILE):
        assert backup.find(chosen) == copy


def test_where_no_copy_is_it_says_so(tmp_path):
    for chosen in (tmp_path, tmp_path / "weg", tmp_path / "weg" / "verder"):
        with pytest.raises(UserError, match="staat geen kopie"):
            backup.find(chosen)
