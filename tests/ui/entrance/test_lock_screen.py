from uuid import uuid4

import pytest
from PySide6.QtCore import Qt

from hgkm_desktop.ui.entrance import lock_screen
from hgkm_desktop.ui.entrance.lock_screen import LockScreen
from hgkm_desktop.vault.slots import Tile

NAIMA, ASHA = Tile(uuid4(), "Naima", 2), Tile(uuid4(), "Asha", 3)


@pytest.fixture
def lock(shown, now):
    def make(member_id=NAIMA.member_id, **more):
        return shown(LockScreen(now, member_id, **more))

    return make


@pytest.fixture
def page(lock):
    made = lock()
    made.show_tiles([ASHA, NAIMA])
    return made


def test_it_shows_a_clock_and_nothing_else(page):
    assert not page.card.isVisible()
    assert page.night.clock.accessibleName() == "09:02, donderdag 19 november"


def test_it_needs_no_name_to_be_painted(lock):
    assert not lock(None).grab().isNull()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_A, Qt.Key.Key_Return])
def test_a_key_shows_whose_turn_it_was(page, keys, key):
    keys.press(key)
    assert page.card.isVisible()
    assert keys.here is page.card.ask.line
    assert page.card.ask.line.text() == ""
    assert page.card.ask.line.accessibleName() == "Wachtzin van Naima"


def test_a_click_does_too(page, qtbot):
    qtbot.mouseClick(page, Qt.MouseButton.LeftButton)
    assert page.card.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_F12, Qt.Key.Key_Shift])
def test_the_keys_that_lock_do_not_show_the_card(page, keys, key):
    keys.press(key)
    assert not page.card.isVisible()


def test_unlocking_by_keyboard_alone(page, keys, qtbot):
    keys.press(Qt.Key.Key_Space)
    keys.type("kaneel fiets regenjas brug")
    with qtbot.waitSignal(page.submitted) as told:
        keys.enter()
    assert told.args == [NAIMA.member_id, "kaneel fiets regenjas brug"]
    assert page.card.ask.line.text() == ""


def test_esc_hides_the_card_and_what_was_typed(page, keys):
    keys.press(Qt.Key.Key_Space)
    keys.type("kaneel")
    keys.press(Qt.Key.Key_Escape)
    assert not page.card.isVisible()
    keys.press(Qt.Key.Key_Space)
    assert page.card.ask.line.text() == ""


def test_esc_works_from_the_buttons_too(page, keys):
    keys.press(Qt.Key.Key_Space)
    page.card.other.setFocus()
    keys.press(Qt.Key.Key_Escape)
    assert not page.card.isVisible()


def test_it_hides_again_when_nobody_comes(lock, keys, qtbot, monkeypatch):
    monkeypatch.setattr(lock_screen, "IDLE", 60)
    page = lock()
    page.show_tiles([NAIMA])
    keys.press(Qt.Key.Key_Space)
    keys.type("kan")
    qtbot.waitUntil(lambda: not page.card.isVisible(), timeout=2000)
    assert page.card.ask.line.text() == ""


def test_it_does_not_hide_while_it_is_being_tried(lock, keys, qtbot, monkeypatch):
    monkeypatch.setattr(lock_screen, "IDLE", 40)
    page = lock()
    page.show_tiles([NAIMA])
    keys.press(Qt.Key.Key_Space)
    page.busy(True)
    qtbot.wait(150)
    assert page.card.isVisible()


def test_a_key_before_the_names_are_known_is_not_lost(lock, keys):
    page = lock()
    keys.press(Qt.Key.Key_Space)
    assert not page.card.isVisible()
    page.show_tiles([ASHA, NAIMA])
    assert page.card.isVisible()


def test_somebody_else_can_sign_in(page, keys, qtbot):
    keys.press(Qt.Key.Key_Space)
    with qtbot.waitSignal(page.someone_else):
        page.card.other.click()


def test_without_anybody_to_unlock_for_the_tiles_are_asked(lock, keys, qtbot):
    page = lock(None)
    with qtbot.waitSignal(page.someone_else):
        keys.press(Qt.Key.Key_Space)


def test_whoever_left_the_team_cannot_unlock(lock, keys, qtbot):
    page = lock()
    page.show_tiles([ASHA])
    with qtbot.waitSignal(page.someone_else):
        keys.press(Qt.Key.Key_Space)


def test_a_wrong_passphrase_says_so_on_the_card(page, keys):
    keys.press(Qt.Key.Key_Space)
    keys.type("fout")
    keys.enter()
    page.show_problem("Dat klopt niet. Probeer het nog een keer.")
    assert page.card.ask.field.problem() == "Dat klopt niet. Probeer het nog een keer."
    assert keys.here is page.card.ask.line


def test_while_she_has_to_wait_the_button_is_off(page, keys):
    keys.press(Qt.Key.Key_Space)
    page.wait(8)
    assert page.card.ask.field.problem() == "Wacht 8 seconden. Probeer het dan opnieuw."
    assert not page.card.go_on.isEnabled()


def test_a_kept_draft_is_told(lock, keys):
    page = lock(draft_kept=True)
    page.show_tiles([NAIMA])
    keys.press(Qt.Key.Key_Space)
    assert page.card.kept.isVisible()
    assert page.card.kept.text() == "Je tekst is bewaard. Er is niets weg."


def test_without_a_draft_nothing_is_told(page, keys):
    keys.press(Qt.Key.Key_Space)
    assert not page.card.kept.isVisible()


@pytest.mark.parametrize("size", [(1440, 868), (1366, 696), (1024, 640)])
def test_the_card_never_covers_the_clock_and_fits(page, keys, size):
    page.resize(*size)
    keys.press(Qt.Key.Key_Space)
    page.show_problem("Dat klopt niet. Probeer het nog een keer.")
    card = page.card.geometry()
    assert page.rect().contains(card.adjusted(0, 0, 0, -40))
