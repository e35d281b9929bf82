import os
from datetime import timedelta
from pathlib import Path

import pytest
from admin_page import open_admin
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog

from hgkm_desktop.errors import KeyRingTrouble
from hgkm_desktop.models.codes import Act
from hgkm_desktop.services import audit_log, organisation
from hgkm_desktop.ui.views.admin import choose_folder
from hgkm_desktop.vault import backup, keyring
from hgkm_desktop.vault.keyring import State
from hgkm_desktop.vault.vault import LockedState, Vault


@pytest.fixture
def page(sign_in, qtbot):
    yield from open_admin(sign_in("Salma"), qtbot)


def copy_to(page, folder):
    """Choose a folder in place of the dialog and wait for the copy."""
    card = page.open("copies").copies
    card._choose = lambda _window, chosen: chosen(folder)
    page.click(card.copy_button)
    page.settle()
    return card


def test_a_copy_is_made_tested_and_found_again(page, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    card = copy_to(page, stick)
    found = backup.find(stick)
    assert card.copy_row.title() == "Kopie van vandaag, 11.40"
    assert card.copy_row.text().startswith(found.name)
    assert card.copy_row.text().endswith("regels. Teruglezen is gelukt.")
    assert page.ctx.call(organisation.get).backed_up_at == page.ctx.now()
    assert page.said[-1].text == "De kopie is gemaakt en getest."
    assert Act.BACKUP in {line.act for line in page.ctx.call(audit_log.page)}


def test_the_copy_opens_with_the_paper_code(page, desk, tmp_path):
    copy_to(page, tmp_path)
    found, recovery = backup.open_with_code(backup.find(tmp_path), desk.code)
    assert recovery.database == page.ctx.db.actor.bundle.database
    assert found.vault_id


@pytest.mark.parametrize("folder", ["is not there", "file"])
def test_a_folder_that_cannot_take_a_copy_says_so_and_leaves_nothing(page, tmp_path, folder):
    (tmp_path / "file").write_text("x")
    card = copy_to(page, tmp_path / folder)
    assert card.copy_row.title() == "De kopie is mislukt."
    assert "USB-stick" in card.copy_row.text()
    assert card.copy_button.isEnabled()
    assert page.ctx.call(organisation.get).backed_up_at is None
    assert not list(tmp_path.glob("logboek-kopie*"))


def test_while_a_copy_is_made_no_other_can_be_started(page, tmp_path):
    card = page.open("copies").copies
    card._choose = lambda _window, chosen: chosen(tmp_path)
    page.click(card.copy_button)
    assert not card.copy_button.isEnabled()
    assert card.copy_row.title() == "De kopie wordt gemaakt."
    page.view.refresh()
    assert card.copy_row.title() == "De kopie wordt gemaakt."
    page.settle()
    assert card.copy_button.isEnabled()


def test_an_unexpected_failure_is_no_sentence_but_an_error(page, tmp_path, qtbot):
    card = page.open("copies").copies
    page.ctx.db.copy_to = lambda _folder: 1 // 0
    card._choose = lambda _window, chosen: chosen(tmp_path)
    with qtbot.captureExceptions() as caught:
        page.click(card.copy_button)
        page.settle()
    assert caught[0][0] is ZeroDivisionError
    assert card.copy_button.isEnabled()
    assert card.copy_row.title() == "Nog geen kopie"


def test_the_folder_is_asked_for_without_a_trace_on_this_computer(page, tmp_path):
    chosen = []
    choose_folder.choose_folder(page.window, chosen.append)
    dialog = page.window.findChild(QFileDialog)
    assert dialog.fileMode() == QFileDialog.FileMode.Directory
    dialog.setDirectory(str(tmp_path))
    dialog.fileSelected.emit(str(tmp_path))
    dialog.close()
    page.wait(lambda: page.window.findChild(QFileDialog) is None)
    assert chosen == [Path(tmp_path)]
    kept = QSettings(QSettings.Scope.UserScope, "QtProject")
    assert not [key for key in kept.allKeys() if key.startswith("FileDialog")]


def open_sheet_test(page):
    card = page.open("copies").copies
    page.click(card.urgent_button if card.urgent_button.isVisible() else card.test_button)
    from hgkm_desktop.ui.entrance.typed_code import CodeField

    return page.overlay.findChild(CodeField)


def test_the_right_code_marks_the_sheet_as_tested(page, desk):
    open_sheet_test(page).setText(desk.code.lower())
    page.say_yes()
    assert page.overlay is None
    card = page.view.tabs.copies.copies
    assert card.sheet_row.title() == "Herstelblad, getest op vandaag"
    assert card.test_button.isVisible()
    assert page.said[-1].text == "Het blad klopt. Leg het terug in de kluis."


@pytest.mark.parametrize("typed", ["", "half", "one typo", "another log"])
def test_a_wrong_code_says_so_at_the_field(page, desk, typed):
    from hgkm_desktop.vault import recovery_code

    first = desk.code[0]
    codes = {
        "half": desk.code[:14],
        "one typo": ("2" if first != "2" else "3") + desk.code[1:],
        "another log": recovery_code.new(),
    }
    before = page.ctx.call(organisation.get).recovery_tested_at
    code = open_sheet_test(page)
    code.setText(codes.get(typed, ""))
    page.say_yes()
    assert page.overlay is not None
    assert page.ctx.call(organisation.get).recovery_tested_at == before
    assert code.accessibleDescription()
    assert code.property("error")


def test_after_half_a_year_the_sheet_asks_to_be_tested(page):
    page.ctx.call(organisation.sheet_tested, now=page.ctx.now() - timedelta(days=200))
    card = page.open("copies").copies
    page.view.refresh()
    assert card.sheet_row.title() == "Herstelblad, 6 maanden niet getest"
    assert card.urgent_button.isVisible()


def test_a_log_without_a_key_ring_says_so_on_both_pages(page):
    for tab in ("overview", "copies"):
        row = page.open(tab).key_ring.row
        assert row.title() == "Dit logboek werkt zonder sleutelbos"


@pytest.mark.parametrize("state", [State.LOCKED, State.EMPTIED, State.UNTRUSTED, State.MISSING])
def test_a_key_ring_in_trouble_has_the_same_words_as_at_sign_in(page, monkeypatch, state):
    def look(_vault):
        raise keyring.trouble(state)

    monkeypatch.setattr(Vault, "look", look)
    card = page.open("copies").key_ring
    page.click(card.button)
    page.settle()
    trouble = keyring.trouble(state)
    assert isinstance(trouble, KeyRingTrouble)
    assert (card.row.title(), card.row.text()) == (trouble.title, trouble.hint)


def test_a_key_ring_that_works_again_says_so(page, monkeypatch):
    monkeypatch.setattr(Vault, "look", lambda _vault: LockedState((), State.READY))
    card = page.open("copies").key_ring
    page.click(card.button)
    assert not card.button.isEnabled()
    page.settle()
    assert card.row.title() == "De sleutelbos werkt"
    assert card.button.isEnabled()


def test_a_damaged_slots_file_is_an_error_and_the_card_can_look_again(page, desk, qtbot):
    for name in ("logboek.slots", "logboek.slots.vorige"):
        if (desk.folder / name).exists():
            os.truncate(desk.folder / name, 3)
    card = page.open("copies").key_ring
    with qtbot.captureExceptions() as caught:
        page.click(card.button)
        page.settle()
    assert caught[0][1].code == "SL-01"
    assert card.button.isEnabled()
