from uuid import uuid4

import pytest
from hostile import HOSTILE
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from hgkm_desktop import texts
from hgkm_desktop.ui.entrance.sign_in import SignInPage
from hgkm_desktop.vault.slots import Tile

NAMES = ("Marleen", "Hatice", "Naima", "Yvonne", "Selam", "Asha")


def tiles(*names):
    return [Tile(uuid4(), name, number % 6 + 1) for number, name in enumerate(names)]


@pytest.fixture
def team():
    return tiles(*NAMES)


@pytest.fixture
def page(shown, now):
    return shown(SignInPage(now))


@pytest.fixture
def submitted(page):
    said = []
    page.submitted.connect(lambda *what: said.append(what))
    return said


def names(page):
    return [tile.text() for tile in page.who.tiles]


def line(page):
    return page.ask.line


def test_it_is_painted_before_anybody_is_known(page):
    assert page.who.blank.isVisible()
    assert not page.grab().isNull()
    assert page.ask.field.label.text() == "Wachtzin"


def test_it_shows_names_and_nothing_else_about_anybody(page, team):
    page.show_tiles(team)
    assert names(page) == list(NAMES)
    assert not page.who.blank.isVisible()
    assert all(not tile.accessibleDescription() for tile in page.who.tiles)


def test_it_greets_by_the_hour(page):
    assert page.morning.greeting.accessibleName() == "Goedemorgen. donderdag 19 november, 9.02"


def test_signing_in_by_keyboard_alone(page, team, keys, submitted):
    page.show_tiles(team)
    keys.press(Qt.Key.Key_Right)
    keys.press(Qt.Key.Key_Down)
    assert page.ask.field.label.text() == "Wachtzin van Yvonne"
    keys.enter()
    assert keys.here is line(page)
    keys.type("kaneel fiets regenjas brug")
    keys.enter()
    assert submitted == [(team[3].member_id, "kaneel fiets regenjas brug")]


def test_a_letter_jumps_to_the_name_and_again_to_the_next(page, keys):
    page.show_tiles(tiles("Anna", "Salma", "Selam", "Éva"))
    keys.type("s")
    assert keys.here.text() == "Salma"
    keys.type("s")
    assert keys.here.text() == "Selam"
    keys.type("e")
    assert keys.here.text() == "Éva"
    keys.type("q")
    assert keys.here.text() == "Éva"


def test_a_click_chooses_and_asks_for_the_passphrase(page, team, qtbot):
    page.show_tiles(team)
    qtbot.mouseClick(page.who.tiles[2], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(line(page).hasFocus)
    assert page.who.current() == team[2].member_id


def test_the_only_name_is_chosen_at_once(page, keys):
    page.show_tiles(tiles("Marleen"))
    assert page.ask.field.label.text() == "Wachtzin van Marleen"
    assert keys.here is line(page)


def test_the_button_does_the_same_as_enter(page, team, keys, submitted):
    page.show_tiles(team)
    keys.enter()
    keys.type("een twee drie vier")
    keys.tab(2)
    assert keys.here is page.button
    keys.enter()
    assert len(submitted) == 1


def test_the_passphrase_is_nowhere_after_it_was_sent(page, team, keys, submitted):
    page.show_tiles(team)
    keys.enter()
    line(page).toggle.click()
    keys.here.setFocus()
    line(page).setFocus()
    keys.type("kaneel fiets regenjas brug")
    keys.enter()
    page.busy(False)
    line(page).undo()
    line(page).redo()
    assert line(page).text() == ""
    assert line(page).echoMode() == QLineEdit.EchoMode.Password
    assert "kaneel" not in repr(vars(page)) + repr(vars(page.ask))


def test_somebody_has_to_be_chosen_first(page, team, keys, submitted):
    page.show_tiles(team)
    line(page).setFocus()
    keys.type("kaneel")
    keys.enter()
    assert submitted == []
    assert page.ask.field.problem() == "Kies eerst wie je bent."
    assert keys.here is page.who.tiles[0]


def test_an_empty_passphrase_is_not_sent(page, team, keys, submitted):
    page.show_tiles(team)
    keys.enter()
    keys.enter()
    assert submitted == []


def test_a_wrong_passphrase_says_so_and_lets_her_try_again(page, team, keys):
    page.show_tiles(team)
    keys.enter()
    keys.type("fout")
    keys.enter()
    assert not page.button.isEnabled()
    page.show_problem("Dat klopt niet. Probeer het nog een keer.")
    assert page.ask.field.problem() == "Dat klopt niet. Probeer het nog een keer."
    assert page.button.isEnabled()
    assert keys.here is line(page)
    keys.type("k")
    assert page.ask.field.problem() == ""


def test_while_she_has_to_wait_nothing_can_be_tried(page, team, keys, submitted, qtbot):
    page.show_tiles(team)
    keys.enter()
    page.wait(1)
    assert page.ask.field.problem() == "Wacht één seconde. Probeer het dan opnieuw."
    keys.type("kaneel fiets")
    keys.enter()
    assert submitted == []
    assert page.ask.field.problem()
    qtbot.waitUntil(page.button.isEnabled, timeout=3000)
    assert page.ask.field.problem() == ""
    keys.enter()
    assert len(submitted) == 1


def test_a_large_team_can_be_searched(page, keys, submitted):
    page.show_tiles(tiles(*(f"Naam {number}" for number in range(58)), "Fatıma", "Éva"))
    assert keys.here is page.who.search
    keys.type("fati")
    assert names(page) == ["Fatıma"]
    keys.enter()
    assert keys.here is line(page)
    assert page.ask.field.label.text() == "Wachtzin van Fatıma"


def test_down_leaves_the_search_for_the_names(page, keys):
    page.show_tiles(tiles(*(f"Naam {number}" for number in range(30))))
    keys.type("naam 2")
    keys.press(Qt.Key.Key_Down)
    assert keys.here.text() == "Naam 2"
    keys.press(Qt.Key.Key_Right)
    assert keys.here.text() == "Naam 20"


def test_nobody_found_is_said(page, keys):
    page.show_tiles(tiles(*(f"Naam {number}" for number in range(30))))
    keys.type("zz")
    assert page.who.nobody.isVisible()
    keys.enter()
    assert page.who.current() is None


def test_a_small_team_has_no_search(page, team):
    page.show_tiles(team)
    assert not page.who.search.isVisible()


def test_sixty_names_scroll_and_the_passphrase_stays_in_sight(shown, now):
    page = shown(SignInPage(now), 1366, 696)
    page.show_tiles(tiles(*(f"Naam {number}" for number in range(60))))
    field = line(page)
    bottom = field.mapTo(page, field.rect().bottomLeft()).y()
    assert bottom < page.height()


def test_the_tile_with_the_keyboard_is_in_sight(page, keys):
    page.show_tiles(tiles(*(f"Naam {number}" for number in range(60))))
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_End)
    assert keys.here.text() == "Naam 59"
    assert not keys.here.visibleRegion().isEmpty()


def test_forgetting_it_leads_to_a_person_without_a_name(page, team):
    page.show_tiles(team)
    assert page.help.text() == "Wachtzin vergeten? Vraag de coördinator of beheerder."


def test_another_language_is_asked_for(page, qtbot):
    with qtbot.waitSignal(page.language_chosen) as told:
        page.language.menu.actions()[2].trigger()
    assert told.args == ["ar"]


def test_the_language_spoken_now_asks_for_nothing(page, qtbot):
    with qtbot.assertNotEmitted(page.language_chosen):
        page.language.menu.actions()[0].trigger()


def test_the_list_of_languages_opens_from_the_keyboard(page, keys, qtbot):
    page.language.button.setFocus()
    keys.enter()
    qtbot.waitUntil(page.language.menu.isVisible)
    page.language.menu.close()


def test_names_come_again_after_a_change_and_the_choice_stays(page, team, keys):
    page.show_tiles(team)
    keys.press(Qt.Key.Key_Right)
    page.show_tiles(team[:3])
    assert page.who.current() == team[1].member_id


def test_it_stands_in_arabic_from_right_to_left(shown, now, team, qapp):
    texts.use("ar")
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    page = shown(SignInPage(now))
    page.show_tiles(team)
    assert page.morning.x() > page.who.x()
    assert page.button.text() == "تسجيل الدخول"
    assert not page.grab().isNull()


@pytest.mark.parametrize("text", [text for _, text in HOSTILE], ids=[name for name, _ in HOSTILE])
def test_nothing_typed_and_no_name_does_harm(page, text, submitted):
    name = text[:60]
    page.show_tiles(tiles(name, "Anna"))
    page.who.tiles[0].click()
    line(page).setText(text)
    page.button.click()
    assert not page.grab().isNull()
    assert all(len(typed) <= 200 for _, typed in submitted)
    assert page.ask.field.label.textFormat() == Qt.TextFormat.PlainText


def test_names_that_come_late_do_not_interrupt_her_typing(page, team, keys):
    line(page).setFocus()
    keys.type("kaneel")
    page.show_tiles(team)
    assert keys.here is line(page)
    assert line(page).text() == "kaneel"
