import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QStackedWidget

from hgkm_desktop.errors import CannotOpen, Tampered, UserError
from hgkm_desktop.ui.entrance.cannot_open import CannotOpenPage
from hgkm_desktop.vault import keyring, recovery_code, restoring
from hgkm_desktop.vault.keyring import State

DAMAGED = CannotOpen("Het bestand van het logboek is beschadigd.", "", "DB-06")


@pytest.fixture
def open_page(shown, world, background, desk):
    def make(error):
        page = CannotOpenPage(error, desk.folder, around=world.around(), background=background)
        return shown(page)

    return make


def words(page):
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def buttons(page):
    return [b.text() for b in page.findChildren(QPushButton) if b.isVisible()]


def test_it_says_what_is_wrong_what_to_do_and_the_code(open_page):
    page = open_page(DAMAGED)
    said = words(page)
    assert "Het logboek gaat niet open" in said
    assert "Dit ligt niet aan jou. Het bestand van het logboek is beschadigd." in said
    assert "Pak de stick met de nieuwste kopie" in said
    assert "foutcode DB-06" in said
    assert buttons(page) == ["Probeer opnieuw", "Zet een kopie terug", "Sluit af"]


def test_trying_again_has_the_keyboard(open_page, keys, qtbot):
    page = open_page(DAMAGED)
    assert keys.here.text() == "Probeer opnieuw"
    with qtbot.waitSignal(page.retried):
        keys.enter()


def test_every_way_can_be_reached_by_keyboard(open_page, keys, qtbot):
    page = open_page(DAMAGED)
    keys.tab()
    with qtbot.waitSignal(page.restore_asked):
        keys.enter()
    keys.tab()
    with qtbot.waitSignal(page.close_asked):
        keys.enter()


def test_after_tampering_there_is_no_way_on(open_page):
    page = open_page(Tampered("Iemand veranderde het bestand van buiten.", "", "DI-03"))
    assert buttons(page) == ["Probeer opnieuw", "Sluit af"]
    assert "Ga niet verder" in words(page)


def test_markup_in_an_error_is_shown_as_it_is(open_page):
    page = open_page(UserError("<b>vet</b> & <img src=x>"))
    assert "<b>vet</b> & <img src=x>" in words(page)
    assert all(
        label.textFormat() == Qt.TextFormat.PlainText
        for label in page.findChildren(QLabel)
        if "<b>vet" in label.text()
    )


def test_a_locked_key_ring_is_unlocked_before_trying_again(open_page, world, keys, qtbot):
    page = open_page(keyring.trouble(State.LOCKED))
    assert keys.here.text() == "Ontgrendel de sleutelbos"
    with qtbot.waitSignal(page.retried):
        keys.enter()
    assert world.unlocked == 1


def open_paper(open_page):
    page = open_page(keyring.trouble(State.EMPTIED))
    page.page.other_button.click()
    return page


def test_an_emptied_key_ring_is_filled_with_the_code(open_page, desk, keys, qtbot, monkeypatch):
    kept = []
    monkeypatch.setattr(restoring.keyring, "write", lambda *what: kept.append(what))
    page = open_paper(open_page)
    keys.type(desk.code)
    with qtbot.waitSignal(page.retried):
        keys.enter()
    assert len(kept) == 1
    assert page.paper.typed.text() == ""


def test_the_code_of_another_log_is_said_at_the_field(open_page, keys, qtbot):
    page = open_paper(open_page)
    keys.type(recovery_code.new())
    keys.enter()
    qtbot.waitUntil(lambda: bool(page.paper.code.problem()))
    assert "ander logboek" in page.paper.code.problem()
    assert keys.here is page.paper.typed


def test_a_key_ring_that_still_refuses_is_said(open_page, desk, keys, qtbot, monkeypatch):
    def refuse(*_what):
        raise keyring.trouble(State.MISSING)

    monkeypatch.setattr(restoring.keyring, "write", refuse)
    page = open_paper(open_page)
    keys.type(desk.code)
    keys.enter()
    qtbot.waitUntil(page.paper.trouble.isVisible)
    assert "geen sleutelbos" in page.paper.trouble.text()
    assert page.paper.typed.text() == desk.code


def test_half_a_code_cannot_be_sent_and_back_is_back(open_page, keys):
    page = open_paper(open_page)
    keys.type("abcd")
    keys.enter()
    assert not page.paper.start.isEnabled()
    page.paper.back.click()
    assert page.page.isVisible()


def test_the_keyboard_is_on_trying_again_in_the_window_too(shown, desk, background):
    stack = shown(QStackedWidget())
    stack.addWidget(CannotOpenPage(DAMAGED, desk.folder, background=background))
    assert stack.focusWidget().text() == "Probeer opnieuw"
