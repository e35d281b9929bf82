import shutil

import pytest
from hostile import HOSTILE

from hgkm_desktop.ui.entrance.restore import RestorePage
from hgkm_desktop.vault import keyring, recovery_code
from hgkm_desktop.vault.keyring import State
from hgkm_desktop.vault.vault import Vault


@pytest.fixture
def stick(db, tmp_path):
    """A stick with a copy of the desk's log."""
    folder = tmp_path / "stick"
    folder.mkdir()
    db.copy_to(folder)
    return folder


@pytest.fixture
def target(tmp_path):
    return tmp_path / "new computer" / "log"


@pytest.fixture
def page(shown, world, background, target, monkeypatch):
    monkeypatch.setattr(keyring, "state", lambda: State(world.state))
    made = shown(RestorePage(target, background, world.around()))
    made.arrive()
    return made


def choose(page, world, folder, qtbot):
    world.chosen = folder
    page.choose.click()
    qtbot.waitUntil(lambda: page.code.widget.hasFocus() or bool(page.trouble.text()))


def test_a_copy_comes_back_with_the_code_alone(page, world, stick, desk, target, qtbot, keys):
    world.state = "missing"
    choose(page, world, stick, qtbot)
    keys.type(desk.code)
    keys.enter()
    qtbot.waitUntil(page.without.isVisible)
    assert "geen sleutelbos" in page.trouble.text()
    page.without.understood.click()
    page.without.button.click()
    qtbot.waitUntil(lambda: "De kopie is terug." in page.trouble.text(), timeout=10_000)
    assert page.code.widget.text() == ""
    with qtbot.waitSignal(page.restored):
        keys.enter()
    tiles = {tile.name for tile in Vault(target).look().tiles}
    assert tiles == set(desk.keys)


def test_it_says_of_when_the_copy_is(page, world, stick, qtbot):
    choose(page, world, stick, qtbot)
    assert page.which.text() == "Kopie van maandag 23 november, 11.40."


def test_a_copy_under_another_name_is_found_too(page, world, stick, tmp_path, qtbot):
    moved = tmp_path / "<b>stick</b> van Joke"
    shutil.move(next(stick.iterdir()), moved)
    choose(page, world, moved, qtbot)
    assert page.which.text() == "Er staat een kopie in deze map."


def test_a_folder_without_a_copy_is_said(page, world, tmp_path, qtbot):
    choose(page, world, tmp_path, qtbot)
    assert "geen kopie" in page.trouble.text()
    assert not page.start.isEnabled()


def test_choosing_nothing_changes_nothing(page):
    page.choose.click()
    assert page.trouble.text() == ""


def test_the_code_of_another_log_is_said_at_the_field(page, world, stick, qtbot, keys):
    choose(page, world, stick, qtbot)
    keys.type(recovery_code.new())
    keys.enter()
    qtbot.waitUntil(lambda: bool(page.code.problem()))
    assert "ander logboek" in page.code.problem()
    assert keys.here is page.code.widget


def test_a_typing_mistake_is_said_at_the_field(page, world, stick, desk, qtbot, keys):
    choose(page, world, stick, qtbot)
    keys.type(("2" if desk.code[0] != "2" else "3") + desk.code[1:])
    keys.enter()
    qtbot.waitUntil(lambda: bool(page.code.problem()))


def test_a_damaged_copy_is_said_and_another_can_be_taken(page, world, stick, desk, qtbot, keys):
    world.state = "missing"
    database = next(stick.glob("*/logboek.db"))
    raw = bytearray(database.read_bytes())
    raw[len(raw) // 2] ^= 0xFF
    database.write_bytes(raw)
    choose(page, world, stick, qtbot)
    keys.type(desk.code)
    keys.enter()
    qtbot.waitUntil(page.without.isVisible)
    page.without.understood.click()
    page.without.button.click()
    qtbot.waitUntil(lambda: "beschadigd" in page.trouble.text(), timeout=10_000)
    assert page.choose.isEnabled()
    assert page.code.widget.text() == desk.code


def test_a_locked_key_ring_is_asked_to_open_first(page, world, stick, desk, qtbot, keys):
    world.state, world.after_unlocking = "locked", "missing"
    choose(page, world, stick, qtbot)
    keys.type(desk.code)
    keys.enter()
    qtbot.waitUntil(page.without.isVisible)
    assert world.unlocked == 1


def test_it_cannot_be_left_while_it_is_busy(page, world, stick, desk, qtbot, keys, monkeypatch):
    from threading import Event

    from hgkm_desktop.vault import restoring

    go = Event()
    monkeypatch.setattr(restoring, "restore_copy", lambda *a, **k: go.wait(10) and 12345)
    choose(page, world, stick, qtbot)
    keys.type(desk.code)
    keys.enter()
    assert page.is_busy
    go.set()
    qtbot.waitUntil(lambda: not page.is_busy)
    assert "12.345 rijen teruggezet." in page.trouble.text()


@pytest.mark.parametrize("text", [text for _, text in HOSTILE], ids=[name for name, _ in HOSTILE])
def test_nothing_typed_does_harm(page, text):
    page.code.widget.setText(text)
    assert not page.start.isEnabled()
