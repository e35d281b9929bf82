"""A full disk: a clear sentence, nothing damaged, and on again as soon as there is room."""

import pytest
from desk import MONDAY, Make
from first_start import found

from hgkm_desktop import settings
from hgkm_desktop.db import Database
from hgkm_desktop.errors import UserError, WrongPassphrase
from hgkm_desktop.models import WalkIn
from hgkm_desktop.models.codes import HelpTopic
from hgkm_desktop.services import members, walk_in_list, walk_ins
from hgkm_desktop.services.walk_in_list import Query
from hgkm_desktop.vault import audit, slots
from hgkm_desktop.vault.restoring import restore_copy


@pytest.fixture
def cramped(founded, disk):
    """The whole team's log on a disk that can be filled."""
    return founded.copy(disk.folder / "log")


def _full(refused):
    assert refused.value.title == "De schijf van deze computer is vol."
    assert "Maak ruimte" in refused.value.hint


def test_a_visit_that_does_not_fit_is_told_and_saved_as_soon_as_there_is_room(cramped, disk):
    db = Database(cramped.open("Joke"), cramped.now)
    first = Make(db).walk_in(desk_question="van eerder")
    walk_in = db.call(walk_ins.blank, now=MONDAY)
    walk_in.topics, walk_in.desk_question = (HelpTopic.DEBT,), "de tekst van nu " * 30
    with disk.full():
        for _try in range(2):
            with pytest.raises(UserError) as refused:
                for _row in range(500):
                    db.call(walk_ins.log, walk_in, None, now=MONDAY)
                    walk_in = _another(walk_in)
            _full(refused)
        rows = db.call(walk_in_list.page, Query(), None, 5000).rows
        assert rows[-1].id == first.id
    saved = db.call(walk_ins.log, walk_in, None, now=MONDAY)
    assert db.call(walk_ins.get, saved.id).desk_question.startswith("de tekst van nu")
    assert db.problems() == []
    count = db.call(walk_in_list.count, Query())
    assert count == len(db.call(walk_in_list.page, Query(), None, 5000).rows)
    db.close()


def _another(walk_in):
    return WalkIn(
        happened_at=walk_in.happened_at,
        setting=walk_in.setting,
        topics=walk_in.topics,
        desk_question=walk_in.desk_question,
    )


def test_what_was_saved_before_the_disk_was_full_is_all_there(cramped, disk):
    db = Database(cramped.open("Joke"), cramped.now)
    saved = []
    with disk.full(), pytest.raises(UserError):
        for _row in range(2000):
            saved.append(Make(db).walk_in(desk_question="x" * 400).id)
    db.close()
    db = Database(cramped.open("Joke"), cramped.now)
    rows = db.call(walk_in_list.page, Query(), None, 5000).rows
    assert {row.id for row in rows} >= set(saved)
    assert db.problems() == []
    db.close()


def test_the_head_stays_with_what_is_on_the_disk(cramped, disk):
    db = Database(cramped.open("Joke"), cramped.now)
    with disk.full(), pytest.raises(UserError):
        for _row in range(2000):
            Make(db).walk_in(desk_question="x" * 400)
    assert db.call(audit.contains, db.head)
    db.close()


def test_signing_in_on_a_full_disk_works_or_says_why(cramped, disk):
    with disk.full():
        try:
            cramped.sign_in("Joke").engine.dispose()
        except UserError as refused:
            assert refused.title == "De schijf van deze computer is vol."
        with pytest.raises(WrongPassphrase):
            cramped.vault.sign_in(cramped.keys["Joke"].tile.member_id, "fout")
    cramped.sign_in("Joke").engine.dispose()


def test_a_member_who_does_not_fit_leaves_the_team_as_it_was(cramped, disk):
    db = Database(cramped.open("Bea"), cramped.now)
    with disk.full(), pytest.raises(UserError) as refused:
        for number in range(200):
            db.call(members.add, f"Nora {number}", ["volunteer"], 1, now=MONDAY)
    _full(refused)
    there = {member.name for member in db.call(members.everyone)}
    added = db.call(members.add, "Nora", ["volunteer"], 1, now=MONDAY)
    db.close()
    tiles = {tile.name for tile in cramped.vault.look().tiles}
    assert tiles == there | {"Nora"}
    cramped.vault.sign_in(added.member.id, added.passphrase).engine.dispose()


def test_slots_that_cannot_be_written_are_told_and_put_right_later(desk, sign_in):
    bea = sign_in("Bea")
    in_the_way = desk.folder / (slots.FILE + ".deel")
    in_the_way.mkdir()
    with pytest.raises(UserError):
        bea.call(members.leave, desk.keys["Hanan"].tile.member_id, now=MONDAY)
    in_the_way.rmdir()
    bea.close()
    with pytest.raises(WrongPassphrase):
        desk.sign_in("Hanan")
    desk.sign_in("Joke").engine.dispose()
    assert "Hanan" not in {tile.name for tile in desk.vault.look().tiles}


def test_a_first_start_on_a_full_disk_leaves_nothing_half_made(disk):
    place = disk.folder / "data" / "log"
    with disk.full(), pytest.raises(UserError) as refused:
        found(place, without_key_ring=True)
    _full(refused)
    assert not place.exists()
    assert list(disk.folder.rglob("*.nieuw")) == []
    found(place, without_key_ring=True).sign_in("Salma").engine.dispose()


def test_a_first_start_in_a_folder_with_something_in_it_changes_nothing(tmp_path):
    (tmp_path / "log").mkdir()
    (tmp_path / "log" / "brief.txt").write_text("x")
    with pytest.raises(UserError, match="staat al iets"):
        found(tmp_path / "log", without_key_ring=True)
    assert [file.name for file in tmp_path.rglob("*")] == ["log", "brief.txt"]


def test_a_first_start_in_an_empty_folder_uses_it(tmp_path):
    (tmp_path / "log").mkdir()
    found(tmp_path / "log", without_key_ring=True).sign_in("Salma").engine.dispose()


def test_a_first_start_where_nothing_may_be_written_says_so(tmp_path, ordinary_user):
    (tmp_path / "data").mkdir(mode=0o500)
    with ordinary_user(), pytest.raises(UserError, match="kan niet beschreven worden"):
        found(tmp_path / "data" / "log", without_key_ring=True)


def test_a_copy_that_does_not_fit_is_no_copy(desk, disk, sign_in):
    db = sign_in("Joke")
    with disk.full(), pytest.raises(UserError, match="kopie is mislukt"):
        db.copy_to(disk.folder)
    assert list(disk.folder.iterdir()) == []
    assert db.copy_to(disk.folder).rows
    assert db.problems() == []


def test_a_restore_that_does_not_fit_leaves_everything_as_it_was(cramped, disk, tmp_path):
    db = Database(cramped.open("Joke"), cramped.now)
    copy = db.copy_to(tmp_path)
    db.close()
    before = {file.name: file.read_bytes() for file in cramped.folder.iterdir()}
    with disk.full(), pytest.raises(UserError) as refused:
        restore_copy(copy.folder, cramped.code, cramped.folder, without_key_ring=True)
    _full(refused)
    assert {file.name: file.read_bytes() for file in cramped.folder.iterdir()} == before
    assert {file.name for file in disk.folder.iterdir()} == {"log"}
    restore_copy(copy.folder, cramped.code, cramped.folder, without_key_ring=True)
    cramped.sign_in("Joke").engine.dispose()


def test_choices_that_do_not_fit_cost_only_themselves(disk):
    path = disk.folder / "keuzes.json"
    settings.save(path, settings.Settings(dark=True))
    with disk.full():
        settings.save(path, settings.Settings(scale=130))
    assert settings.load(path) == settings.Settings(dark=True)
    assert [file.name for file in disk.folder.iterdir()] == ["keuzes.json"]


def test_a_newer_directory_on_a_full_disk_keeps_nobody_out(cramped, disk, monkeypatch):
    db = Database(cramped.open("Bea"), cramped.now)
    db.call(members.add, "Nora", ["volunteer"], 1, now=MONDAY)
    opened = cramped.open("Joke")
    with disk.full():
        opened.vault._remember_serial(opened, cramped.keys["Joke"].passphrase)
    opened.engine.dispose()
    db.close()
    cramped.sign_in("Joke").engine.dispose()
