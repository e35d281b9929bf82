from datetime import timedelta

import pytest

from hgkm_desktop import clock
from hgkm_desktop.db import Database
from hgkm_desktop.services import organisation, walk_in_list
from hgkm_desktop.vault.vault import Vault


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def backup(typed, data, words, stick):
    def run(name="Bea", target=None, given=None):
        options = ["--data-dir", data, "--member", name, "--passphrase-file", "-"]
        return typed("backup", *options, target or stick, given=given or words[name])

    return run


@pytest.fixture
def restore(typed, stick):
    def run(folder, code, *more, source=None):
        options = ["--data-dir", folder, "--code-file", "-", *more]
        return typed("restore", *options, source or stick, given=code + "\n")

    return run


def one_typo(code):
    """Return the code with its last letter exchanged for another one."""
    return code[:-1] + ("7" if code[-1] != "7" else "8")


def last_copy(desk):
    db = Database(desk.open("Bea"))
    try:
        return db.call(organisation.get).backed_up_at
    finally:
        db.close()


def test_a_copy_is_made_counted_and_noted(backup, stick, desk):
    told = backup()
    assert (told.code, told.err) == (0, "")
    copies = list(stick.iterdir())
    assert [copy.name for copy in copies] == [told.out.partition(":")[0]]
    assert told.out.endswith("Teruglezen is gelukt.\n")
    assert clock.now() - last_copy(desk) < timedelta(minutes=5)


def test_a_copy_that_fails_is_told_and_not_noted(backup, tmp_path, desk):
    before = last_copy(desk)
    told = backup(target=tmp_path / "no stick here")
    assert told.code == 1
    assert told.err.count("\n") == 1
    assert last_copy(desk) == before


def test_who_does_not_look_after_the_team_makes_no_copy(backup, stick):
    told = backup("Hanan")
    assert told.code == 1
    assert "coördinator" in told.err
    assert list(stick.iterdir()) == []


def test_a_wrong_passphrase_makes_no_copy(backup, stick):
    assert backup(given="niet de goede zin").code == 1
    assert list(stick.iterdir()) == []


def test_members_sign_in_on_what_was_restored(backup, restore, make, desk, stick, tmp_path):
    wanted = make.walk_in(desk_question="zevenblad")
    backup()
    elsewhere = tmp_path / "elsewhere"
    told = restore(elsewhere, desk.code.lower(), "--without-key-ring")
    assert (told.code, told.err) == (0, "")
    assert told.out.endswith(" rijen teruggezet.\n")
    vault = Vault(elsewhere / "log")
    tile = next(tile for tile in vault.look().tiles if tile.name == "Joke")
    db = Database(vault.sign_in(tile.member_id, desk.keys["Joke"].passphrase))
    try:
        found = db.call(walk_in_list.page, walk_in_list.Query(text="zevenblad"))
        assert [row.id for row in found.rows] == [wanted.id]
    finally:
        db.close()


def test_a_code_with_one_typo_is_refused_in_words_and_nothing_is_written(
    backup, restore, desk, tmp_path
):
    backup()
    told = restore(tmp_path / "elsewhere", one_typo(desk.code), "--without-key-ring")
    assert told.code == 1
    assert "code" in told.err
    assert "Traceback" not in told.err
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_the_log_that_was_there_steps_aside_and_is_not_lost(backup, restore, desk, data):
    backup()
    (desk.folder / "mark").write_text("the log before", encoding="utf-8")
    assert restore(data, desk.code, "--without-key-ring").code == 0
    (aside,) = data.glob("log-vorige-*")
    assert (aside / "mark").read_text(encoding="utf-8") == "the log before"
    assert not (data / "log" / "mark").exists()
    Vault(data / "log").sign_in(
        desk.keys["Bea"].tile.member_id, desk.keys["Bea"].passphrase
    ).engine.dispose()


def test_without_a_key_ring_it_is_only_restored_when_that_was_asked(
    backup, restore, desk, tmp_path
):
    backup()
    told = restore(tmp_path / "elsewhere", desk.code)
    assert told.code == 1
    assert "sleutelbos" in told.err
    assert not (tmp_path / "elsewhere" / "log").exists()


def test_a_stick_without_a_copy_is_told(restore, desk, tmp_path):
    told = restore(tmp_path / "elsewhere", desk.code, "--without-key-ring")
    assert told.code == 1
    assert told.err.count("\n") == 1
