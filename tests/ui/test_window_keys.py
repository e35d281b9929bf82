"""The keys of the window: caps while Alt is held, and the help page."""

import pytest
from program import ALT, CONTROL, Running, running
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from hgkm_desktop.models import WalkIn
from hgkm_desktop.services import members, organisation
from hgkm_desktop.settings import Settings
from hgkm_desktop.ui.key_help import KeyHelp
from hgkm_desktop.ui.widgets.key_cap import KeyCap
from hgkm_desktop.ui.widgets.key_hints import KeyHints
from hgkm_desktop.ui.window_keys import HELD

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def it(desk, qtbot):
    with running(desk, qtbot) as made:
        made.sign_in("Salma")
        yield made


def keys_of(it: Running):
    return it.program.desk.page.keys


def shown(it: Running) -> list[str]:
    return keys_of(it).hints.keys()


def hold_alt(it: Running) -> None:
    QTest.keyPress(it.focus, Qt.Key.Key_Alt, ALT)
    it.wait(lambda: shown(it))


def save_a_visit(it: Running) -> WalkIn:
    it.type("3")
    it.push(it.view.page.strip.places.save)
    return it.view.page.list.rows.rows[0]


def test_holding_alt_shows_the_keys_and_letting_go_hides_them(it):
    assert shown(it) == []
    hold_alt(it)
    assert {"Ctrl 1", "Ctrl 9", "Ctrl N", "N", "B", "G", "V", "D", "A"} <= set(shown(it))
    QTest.keyRelease(it.focus, Qt.Key.Key_Alt)
    assert shown(it) == []


def test_a_short_alt_with_another_key_shows_nothing(it, qtbot):
    QTest.keyPress(it.focus, Qt.Key.Key_Alt, ALT)
    it.press(Qt.Key.Key_T, modifiers=ALT)
    assert it.view.page.is_counting()
    qtbot.wait(HELD + 100)
    assert shown(it) == []


def test_alt_with_shift_changes_the_keyboard_and_shows_nothing(it, qtbot):
    QTest.keyPress(it.focus, Qt.Key.Key_Alt, ALT | SHIFT)
    qtbot.wait(HELD + 100)
    assert shown(it) == []


def test_the_caps_go_when_the_window_loses_the_keyboard(it, qtbot):
    hold_alt(it)
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    it.wait(lambda: shown(it) == [])


def test_the_caps_come_when_only_the_window_has_the_keyboard(it):
    it.window.setFocus()
    hold_alt(it)
    it.press(Qt.Key.Key_Shift)
    assert shown(it) == []


def test_the_caps_stay_away_behind_a_dialog(it, qtbot):
    it.press(Qt.Key.Key_F1)
    QTest.keyPress(it.focus, Qt.Key.Key_Alt, ALT)
    qtbot.wait(HELD + 100)
    assert shown(it) == []


def test_the_caps_take_no_click_and_no_focus(it):
    hold_alt(it)
    hints = keys_of(it).hints
    assert hints.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    assert hints.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert hints.geometry() == it.program.desk.page.rect()
    assert not hints.grab().isNull()


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_a_cap_on_the_rail_stands_inside_its_tab(desk, qtbot, language):
    with running(desk, qtbot, look=Settings(language=language)) as it:
        it.sign_in("Salma")
        hold_alt(it)
        page = it.program.desk.page
        places = {key: place for place, key in keys_of(it).hints._caps}
        tab = page.rail.item("walk_ins")
        corner = tab.mapTo(page, tab.rect().topLeft())
        box = tab.rect().translated(corner)
        assert box.contains(places["Ctrl 2"].center().toPoint())
        in_the_middle = box.center().x()
        assert (places["Ctrl 2"].center().x() < in_the_middle) == (language == "ar")


def test_f1_lists_every_key_and_closes_again(it):
    before = it.focus
    it.press(Qt.Key.Key_F1)
    assert isinstance(it.overlay, KeyHelp)
    caps = {cap.accessibleName() for cap in it.overlay.findChildren(KeyCap)}
    view = {"1–9", "0", "N", "B", "G", "V", "D", "A", "Enter", "Alt M", "Alt T", "F6", "Esc"}
    window = {"Ctrl 1", "Ctrl 9", "Ctrl N", "Ctrl K", "Ctrl F", "Ctrl Z", "F1", "F12", "Alt", "Tab"}
    window |= {"Ctrl Enter"}
    assert view | window <= caps
    assert "F12: Vergrendel meteen" in it.overlay.accessibleDescription()
    it.press(Qt.Key.Key_F1)
    assert it.overlay is None
    assert it.focus is before


def test_f1_answers_over_a_dialog_too(it):
    it.view.deeds.correct(save_a_visit(it).id)
    dialog = it.overlay
    it.press(Qt.Key.Key_F1)
    assert isinstance(it.overlay, KeyHelp)
    it.press(Qt.Key.Key_Escape)
    assert it.overlay is dialog
    assert dialog.isAncestorOf(it.focus)


def test_keys_of_fields_that_are_not_used_are_not_listed(it, qtbot):
    org = it.ctx.call(organisation.get)
    it.ctx.call(organisation.change, org.name, org.window_title, frozenset({"signal"}))
    qtbot.wait(1)
    it.press(Qt.Key.Key_F1)
    caps = {cap.accessibleName() for cap in it.overlay.findChildren(KeyCap)}
    assert "V" not in caps and "N" in caps


def test_a_page_without_keys_of_its_own_lists_those_of_the_window(it):
    it.press(Qt.Key.Key_9, modifiers=CONTROL)
    it.press(Qt.Key.Key_F1)
    caps = [cap.accessibleName() for cap in it.overlay.findChildren(KeyCap)]
    assert "Ctrl N" in caps and "Alt T" not in caps


def test_the_list_of_keys_scrolls_by_keyboard_in_a_small_window(desk, qtbot):
    with running(desk, qtbot, look=Settings(scale=130)) as it:
        it.sign_in("Salma")
        it.press(Qt.Key.Key_F1)
        qtbot.wait(10)
        bar = next(
            each for each in it.overlay.panel.findChildren(QWidget) if hasattr(each, "widget")
        ).verticalScrollBar()
        assert bar.maximum() > 0
        it.press(Qt.Key.Key_PageDown)
        assert bar.value() > 0
        it.press(Qt.Key.Key_Up, Qt.Key.Key_PageUp)
        assert bar.value() == 0


def test_the_menu_of_the_member_leads_to_the_keys(it):
    it.program.desk.page.user_clicked.emit()
    buttons = [each for each in it.overlay.stops() if each.text() == "Toetsen"]
    it.push(buttons[0])
    assert isinstance(it.overlay, KeyHelp)


def test_after_another_language_the_keys_answer_once(it, qtbot):
    it.ctx.choose(it.ctx.settings.changed(language="en"))
    qtbot.wait(1)
    it.view.start_new()
    hold_alt(it)
    QTest.keyRelease(it.focus, Qt.Key.Key_Alt)
    assert len([each for each in it.window.findChildren(KeyHints)]) == 1
    it.press(Qt.Key.Key_F1)
    assert it.overlay.accessibleName() == "Keys"
    assert it.ctx.call(members.signed_in).name == "Salma"
    assert QApplication.focusWidget() is it.overlay.cancel_button
