"""Whom to call in danger: one key away on every page, and it leaves no trace (R-128)."""

from datetime import timedelta

import pytest
from desk import MONDAY
from program import ALT, CONTROL, Running, running
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from hgkm_desktop.errors import UserError
from hgkm_desktop.models import AuditLine
from hgkm_desktop.services import numbers
from hgkm_desktop.settings import Settings
from hgkm_desktop.sheets.numbers import FRESH_FOR
from hgkm_desktop.ui.emergency_card import EmergencyCard
from hgkm_desktop.ui.key_help import KeyHelp
from hgkm_desktop.ui.widgets.key_cap import KeyCap

F2 = Qt.Key.Key_F2
LATE = MONDAY + FRESH_FOR + timedelta(days=3)


@pytest.fixture
def it(desk, qtbot):
    with running(desk, qtbot) as made:
        made.sign_in("Salma")
        yield made


def words(it: Running) -> str:
    """Return all that is read on the card."""
    labels = it.overlay.findChildren(QLabel)
    return " ".join(label.text() for label in labels).replace("\u2066", "").replace("\u2069", "")


def lines_in_the_log(it: Running) -> int:
    return it.ctx.call(lambda session: session.query(AuditLine).count())


@pytest.mark.parametrize("name", ["Hanan", "Leyla", "Joke", "Salma", "Bea"])
def test_one_key_opens_it_on_every_page_and_closes_it_again(desk, qtbot, name):
    """Also over the dialog in which somebody new has to choose a passphrase first."""
    with running(desk, qtbot) as it:
        it.sign_in(name)
        under = it.overlay
        for view in it.program.desk.page.views:
            it.program.desk.page.go_to(view.identifier)
            before = it.focus
            it.press(F2)
            assert isinstance(it.overlay, EmergencyCard), view.identifier
            for number in ("112", "113", "0800-0113", "0800-2000"):
                assert number in words(it)
            it.press(F2)
            assert it.overlay is under
            assert it.focus is before


def test_it_opens_over_a_dialog_and_the_dialog_is_still_there(it):
    it.program.desk.page.rail.user_clicked.emit()
    dialog = it.overlay
    it.press(F2)
    assert isinstance(it.overlay, EmergencyCard)
    it.press(Qt.Key.Key_Escape)
    assert it.overlay is dialog
    assert dialog.isAncestorOf(it.focus)


def test_it_opens_over_the_keys_and_the_keys_over_it(it):
    it.press(Qt.Key.Key_F1)
    it.press(F2)
    assert isinstance(it.overlay, EmergencyCard)
    it.press(Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    assert it.overlay is None
    it.press(F2, Qt.Key.Key_F1)
    assert isinstance(it.overlay, KeyHelp)


def test_it_opens_while_somebody_types(it):
    it.view.page.strip.fields.desk_question.setFocus()
    it.type("zevenblad")
    it.press(F2)
    assert isinstance(it.overlay, EmergencyCard)
    it.press(Qt.Key.Key_Escape)
    assert it.view.page.strip.fields.desk_question.text() == "zevenblad"


def test_the_button_on_the_rail_does_the_same(it, qtbot):
    button = it.program.desk.page.emergency.button
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert isinstance(it.overlay, EmergencyCard)
    it.press(Qt.Key.Key_Escape)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
        button.setFocus()
        it.press(key)
        assert isinstance(it.overlay, EmergencyCard)
        it.press(Qt.Key.Key_Escape)


def test_the_key_is_listed_and_stands_on_the_button_under_alt(it):
    hints = it.program.desk.page.keys.hints
    QTest.keyPress(it.focus, Qt.Key.Key_Alt, ALT)
    it.wait(hints.isVisible)
    assert "F2" in list(hints.keys())
    QTest.keyRelease(it.focus, Qt.Key.Key_Alt)
    it.press(Qt.Key.Key_F1)
    assert "F2" in {cap.accessibleName() for cap in it.overlay.findChildren(KeyCap)}
    assert "F2: Wie bel je bij nood?" in it.overlay.accessibleDescription()


def test_the_button_is_seen_in_the_smallest_window(desk, qtbot):
    with running(desk, qtbot, look=Settings(scale=130), size=(1024, 640)) as it:
        it.sign_in("Salma")
        page = it.program.desk.page
        button = page.emergency.button
        corner = button.mapTo(page, button.rect().bottomRight())
        assert page.rect().contains(corner)
        assert button.visibleRegion().boundingRect() == button.rect()


def test_opening_it_leaves_no_trace(it):
    before = lines_in_the_log(it)
    it.press(F2)
    it.press(F2)
    assert lines_in_the_log(it) == before


def test_it_asks_nothing(it):
    it.press(F2)
    assert it.overlay.stops() == [it.overlay.cancel_button]
    assert it.overlay.accept_button.text() == ""


def test_f12_locks_over_it(it):
    it.press(F2)
    it.press(Qt.Key.Key_F12)
    assert it.left


def test_keys_of_the_page_are_silent_behind_it(it):
    it.press(F2)
    it.press(Qt.Key.Key_9, modifiers=CONTROL)
    assert it.program.desk.page.current.identifier != "admin"


def test_an_old_number_says_when_it_was_checked_and_112_never_is_in_doubt(desk, qtbot):
    with running(desk, qtbot, now=lambda: LATE) as it:
        it.sign_in("Hanan")
        it.press(F2)
        assert words(it).count("Voor het laatst nagekeken op zaterdag 21 november 2026.") == 2
        it.press(F2)
        it.ctx.call(numbers.check, "suicide_short", today=LATE.date())
        it.press(F2)
        assert "0800-0113 is voor het laatst nagekeken op zaterdag 21" in words(it)
        it.press(F2)
        for key in ("suicide_long", "veilig_thuis"):
            it.ctx.call(numbers.check, key, today=LATE.date())
        it.press(F2)
        assert "nagekeken" not in words(it)


def test_a_number_comes_from_the_registry_as_it_is_kept_here(it):
    it.ctx.call(numbers.change, "veilig_thuis", "0800-2001", "", today=MONDAY.date())
    it.press(F2)
    assert "0800-2001" in words(it)
    assert "0800-2000" not in words(it)


def test_when_the_log_cannot_be_read_it_still_opens(it, monkeypatch):
    def broken(_session):
        raise UserError("Het logboek gaat niet open.")

    monkeypatch.setattr(numbers, "in_need", broken)
    it.press(F2)
    assert "0800-2000" in words(it)


@pytest.mark.parametrize("language", ["nl", "en", "ar"])
def test_a_screen_reader_hears_all_of_it(desk, qtbot, language):
    with running(desk, qtbot, look=Settings(language=language)) as it:
        it.sign_in("Hanan")
        it.press(F2)
        heard = it.overlay.accessibleDescription()
        for number in ("112", "113", "0800-0113", "0800-2000"):
            assert number in heard
        assert heard.count("\n") == 4


def test_an_administrator_gets_these_numbers_and_no_others(sign_in):
    bea = sign_in("Bea")
    assert set(bea.call(numbers.in_need)) == {
        "emergency",
        "suicide_short",
        "suicide_long",
        "veilig_thuis",
    }
    with pytest.raises(UserError):
        bea.call(numbers.by_key)
