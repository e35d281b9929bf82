from first_steps import OWN, choose_passphrase, fill_two_steps, finish_sheet, next_page
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from hgkm_desktop import texts
from hgkm_desktop.errors import UserError
from hgkm_desktop.ui.entrance.restore import RestorePage
from hgkm_desktop.vault import founding, recovery_code
from hgkm_desktop.vault.vault import Vault


def test_the_whole_first_start_by_keyboard_alone(wizard, keys, qtbot, begun, world):
    page = wizard()
    fill_two_steps(page, keys, qtbot)
    choose_passphrase(page, keys, qtbot)
    finish_sheet(page, keys, qtbot)
    code = page.answers.code
    with qtbot.waitSignal(page.finished), qtbot.waitSignal(page.opened) as told:
        keys.enter()
    (start,) = begun
    assert (start.organisation, start.window_title) == ("Nisa for Nisa", "Buurtlogboek")
    assert [(p.name, p.color, p.passphrase) for p in start.people] == [("Marleen", 1, OWN)]
    assert (start.code, start.without_key_ring) == (code, False)
    assert told.args == ["an open log"]
    assert len(world.printed) == 1


def test_it_founds_a_real_log(wizard, keys, qtbot, world, begun, tmp_path, now):
    world.state = "missing"
    begun.really = lambda start: founding.found(tmp_path / "log", start, now)
    page = wizard()
    keys.type("Nisa for Nisa")
    next_page(page, keys, qtbot)
    page.page.without.understood.click()
    page.page.without.button.click()
    keys.type("Marleen")
    next_page(page, keys, qtbot)
    choose_passphrase(page, keys, qtbot)
    finish_sheet(page, keys, qtbot)
    with qtbot.waitSignal(page.opened, timeout=20_000) as told:
        keys.enter()
    told.args[0].engine.dispose()
    assert [tile.name for tile in Vault(tmp_path / "log").look().tiles] == ["Marleen"]


def test_nothing_secret_stays_after_the_founding(wizard, keys, qtbot):
    page = wizard()
    fill_two_steps(page, keys, qtbot)
    choose_passphrase(page, keys, qtbot)
    finish_sheet(page, keys, qtbot)
    code, pages = page.answers.code, page.findChildren(QLineEdit)
    with qtbot.waitSignal(page.opened):
        keys.enter()
    assert (page.answers.passphrase, page.answers.code) == ("", "")
    assert all(line.text() not in (OWN, code) for line in pages)


def test_an_empty_name_is_said_at_its_field_and_takes_the_keyboard(wizard, keys):
    page = wizard()
    keys.enter()
    step = page.page
    assert step.organisation.problem() == "Typ eerst een naam."
    assert keys.here is step.organisation.widget


def test_a_telling_window_title_is_refused(wizard, keys):
    page = wizard()
    keys.type("Nisa for Nisa")
    page.page.window_title.widget.setText("Vrouwenopvang")
    keys.enter()
    assert "gewone naam" in page.page.window_title.problem()
    assert keys.here is page.page.window_title.widget


def test_two_people_have_two_names(wizard, keys, qtbot):
    page = wizard()
    keys.type("Nisa for Nisa")
    next_page(page, keys, qtbot)
    keys.type("Marleen")
    page.page.second.widget.setText(" marleen ")
    keys.enter()
    assert page.page.second.problem()


def test_arrows_choose_a_color_and_the_tile_shows_it(wizard, keys, qtbot):
    page = wizard()
    keys.type("Nisa for Nisa")
    next_page(page, keys, qtbot)
    keys.type("Marleen")
    keys.tab()
    keys.press(Qt.Key.Key_Right)
    keys.press(Qt.Key.Key_Right)
    next_page(page, keys, qtbot)
    assert page.answers.color == 3


def test_going_back_loses_nothing(wizard, keys, qtbot):
    page = wizard()
    fill_two_steps(page, keys, qtbot)
    page.foot.back_button.click()
    assert page.page.name.widget.text() == "Marleen"
    page.foot.back_button.click()
    assert page.page.organisation.widget.text() == "Nisa for Nisa"
    assert not page.foot.back_button.isVisible()


def test_another_language_keeps_what_is_typed(wizard, keys, qtbot):
    page = wizard()
    keys.type("Nisa for")
    with qtbot.waitSignal(page.language_chosen) as told:
        page.page.languages.chips[1].click()
    assert told.args == ["en"]
    texts.use("en")
    again = wizard(answers=page.answers)
    assert again.page.organisation.widget.text() == "Nisa for"
    assert again.page.organisation.label.text() == "Name of the organisation"


def test_the_language_that_is_on_stays_on(wizard, qtbot):
    page = wizard()
    with qtbot.assertNotEmitted(page.language_chosen):
        page.page.languages.chips[0].click()
    assert page.page.languages.value() == "nl"


def test_a_second_coordinator_gets_her_words_once(wizard, keys, qtbot, begun, world):
    page = wizard()
    fill_two_steps(page, keys, qtbot, second="Yvonne")
    choose_passphrase(page, keys, qtbot)
    finish_sheet(page, keys, qtbot)
    next_page(page, keys, qtbot)
    slip = page.page
    qtbot.waitUntil(slip.slip.print_button.isEnabled)
    second = begun[0].people[1]
    assert (second.name, second.color) == ("Yvonne", 2)
    read = slip.paper.preview.accessibleDescription()
    assert all(word in read for word in second.passphrase.split())
    assert not page.foot.next_button.isEnabled()
    assert not page.foot.back_button.isVisible()
    slip.slip.print_button.click()
    slip.given.click()
    with qtbot.waitSignal(page.opened):
        page.foot.next_button.click()
    assert len(world.printed) == 2


def test_a_full_disk_is_said_and_nothing_typed_is_lost(wizard, keys, qtbot, begun):
    begun.fault = UserError("De schijf van deze computer is vol.", "Maak ruimte.")
    page = wizard()
    fill_two_steps(page, keys, qtbot)
    choose_passphrase(page, keys, qtbot)
    finish_sheet(page, keys, qtbot)
    keys.enter()
    qtbot.waitUntil(page.trouble.isVisible)
    assert "schijf" in page.trouble.text()
    assert page.page.is_complete()
    begun.fault = None
    with qtbot.waitSignal(page.opened):
        page.foot.next_button.click()
    assert begun[0].code == begun[1].code


def test_the_quiet_link_leads_to_a_copy_and_back(wizard):
    page = wizard()
    page.foot.aside_button.click()
    assert isinstance(page.page, RestorePage)
    page.foot.back_button.click()
    assert page.page.organisation.isVisible()


def test_restoring_begins_at_the_copy_and_can_be_left(wizard, qtbot):
    page = wizard(restoring=True)
    assert isinstance(page.page, RestorePage)
    with qtbot.waitSignal(page.left):
        page.foot.back_button.click()


def test_the_code_stays_the_same_in_another_window(wizard, keys, qtbot):
    page = wizard()
    fill_two_steps(page, keys, qtbot)
    choose_passphrase(page, keys, qtbot)
    code = page.answers.code
    assert recovery_code.read(code)
    again = wizard(answers=page.answers)
    for _ in range(3):
        keys.here.setFocus()
        next_page(again, keys, qtbot)
    assert again.answers.code == code


def test_tab_goes_in_reading_order(wizard, keys):
    page = wizard()
    seen = []
    for _ in range(6):
        seen.append(keys.here)
        keys.tab()
    step, foot = page.page, page.foot
    assert seen[:2] == [step.organisation.widget, step.window_title.widget]
    assert seen[2:5] == [step.languages.chips[0], foot.aside_button, foot.next_button]
    assert seen[5] is seen[0]


def test_a_bug_while_founding_is_told_and_raised(wizard, keys, qtbot, begun):
    begun.fault = ZeroDivisionError()
    page = wizard()
    fill_two_steps(page, keys, qtbot)
    choose_passphrase(page, keys, qtbot)
    finish_sheet(page, keys, qtbot)
    with qtbot.captureExceptions() as raised:
        keys.enter()
        qtbot.waitUntil(page.trouble.isVisible)
    assert raised[0][0] is ZeroDivisionError
    assert "Er ging iets mis." in page.trouble.text()
    assert page.foot.next_button.isEnabled()


def test_a_disk_that_refuses_is_said_in_plain_words(wizard, keys, qtbot, begun):
    begun.fault = OSError(28, "No space left on device")
    page = wizard()
    fill_two_steps(page, keys, qtbot)
    choose_passphrase(page, keys, qtbot)
    finish_sheet(page, keys, qtbot)
    keys.enter()
    qtbot.waitUntil(page.trouble.isVisible)
    assert "schijf van deze computer is vol" in page.trouble.text()
