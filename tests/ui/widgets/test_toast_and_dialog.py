import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from hgkm_desktop.ui.widgets.dialog import Overlay
from hgkm_desktop.ui.widgets.focus_ring import FocusRing
from hgkm_desktop.ui.widgets.toast import Toast


@pytest.fixture
def window(shown):
    holder = QWidget()
    holder.button = QPushButton("Verder", holder)
    holder.pressed = []
    for key in ("1", "F12"):
        shortcut = QShortcut(QKeySequence(key), holder)
        shortcut.activated.connect(lambda key=key: holder.pressed.append(key))
    shown(holder, 900, 700)
    holder.button.setFocus()
    return holder


def form(*lines):
    body = QWidget()
    layout = QVBoxLayout(body)
    for line in lines:
        layout.addWidget(line)
    return body


def test_a_notice_says_one_thing_at_a_time(window):
    toast = Toast(window)
    toast.say("Bezoek bewaard")
    toast.say("Kopie gemaakt")
    assert toast.text() == "Kopie gemaakt"
    assert toast.geometry().bottom() == window.height() - 24 - 1
    middle = toast.geometry().center().x()
    assert abs(middle - window.width() // 2) <= 1


def test_undo_takes_back_once(window, qtbot):
    toast, taken = Toast(window), []
    toast.say("Bezoek bewaard", lambda: taken.append(1))
    button = toast.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)[-1]
    assert button.accessibleName() == "Maak ongedaan"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    toast.undo()
    assert taken == [1]
    assert toast.text() == ""


def test_a_new_notice_forgets_the_way_back_of_the_old(window):
    toast, taken = Toast(window), []
    toast.say("Bezoek bewaard", lambda: taken.append(1))
    toast.say("Namen verborgen")
    toast.undo()
    assert taken == []


def test_a_notice_goes_by_itself_but_waits_for_the_keyboard(window, qtbot):
    toast = Toast(window)
    toast.say("Bezoek bewaard", lambda: None)
    button = toast.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)[-1]
    button.setFocus()
    toast._timer.timeout.emit()
    assert toast.text() == "Bezoek bewaard"
    window.button.setFocus()
    toast._timer.timeout.emit()
    assert toast.text() == ""


def test_a_notice_stays_in_the_middle_when_the_window_changes(window):
    toast = Toast(window)
    toast.say("Bezoek bewaard")
    window.resize(500, 400)
    assert abs(toast.geometry().center().x() - 250) <= 1


def test_tab_stays_inside_a_dialog(window, qtbot):
    first, second = QLineEdit(), QLineEdit()
    dialog = Overlay("Nieuwe persoon", form(first, second), accept="Bewaar", cancel="Later verder")
    dialog.open(window)
    assert first.hasFocus()
    seen = []
    for _ in range(6):
        seen.append(window.focusWidget())
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert seen[:4] == [first, second, dialog.cancel_button, dialog.accept_button]
    assert seen[4] is first
    dialog.cancel_button.setFocus()
    qtbot.keyClick(dialog.cancel_button, Qt.Key.Key_Backtab)
    assert window.focusWidget() is second


def test_escape_says_no_and_gives_the_focus_back(window, qtbot):
    dialog = Overlay("Trek in?", text="Dat kan niet terug.", accept="Trek in", cancel="Nee")
    dialog.open(window)
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert window.button.hasFocus()


def test_enter_in_a_field_says_yes(window, qtbot):
    line = QLineEdit()
    dialog = Overlay("Naam", form(line), accept="Bewaar", cancel="Nee")
    dialog.open(window)
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(line, Qt.Key.Key_Return)


def test_a_dangerous_question_starts_at_no(window, qtbot):
    dialog = Overlay("Weg?", text="Dat kan niet terug.", accept="Wis", cancel="Nee", danger=True)
    dialog.open(window)
    assert dialog.cancel_button.hasFocus()
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog.cancel_button, Qt.Key.Key_Return)


def test_a_form_with_a_problem_stays_open(window, qtbot):
    fine = []
    dialog = Overlay("Naam", form(QLineEdit()), accept="Bewaar", check=lambda: bool(fine))
    dialog.open(window)
    with qtbot.assertNotEmitted(dialog.accepted):
        dialog.accept()
    assert dialog.isVisible()
    fine.append(True)
    with qtbot.waitSignal(dialog.accepted):
        dialog.accept()


def test_the_page_behind_is_silent_but_the_lock_still_works(window, qtbot):
    dialog = Overlay("Naam", form(QLineEdit()), accept="Bewaar")
    dialog.open(window)
    dialog.accept_button.setFocus()
    qtbot.keyClick(dialog.accept_button, "1")
    qtbot.keyClick(dialog.accept_button, Qt.Key.Key_F12)
    assert window.pressed == ["F12"]


def test_a_dialog_covers_the_window_whatever_its_size(window):
    dialog = Overlay("Naam", form(QLineEdit()), accept="Bewaar")
    dialog.open(window)
    window.resize(500, 420)
    assert dialog.geometry() == window.rect()


def test_closing_without_an_answer_tells_nobody(window, qtbot):
    dialog = Overlay("Naam", form(QLineEdit()), accept="Bewaar")
    dialog.open(window)
    with qtbot.assertNotEmitted(dialog.rejected), qtbot.assertNotEmitted(dialog.accepted):
        dialog.close_overlay()
    assert not dialog.isVisible()


def test_building_a_dialog_opens_no_window_of_its_own(qapp, qtbot):
    before = {w for w in qapp.topLevelWidgets() if w.isVisible()}
    dialog = Overlay("Naam", form(QLineEdit()), "Tekst", accept="Bewaar", cancel="Nee")
    qtbot.addWidget(dialog)
    assert {w for w in qapp.topLevelWidgets() if w.isVisible()} == before


def test_the_ring_goes_around_what_has_the_focus(window, qtbot):
    ring = FocusRing(window)
    line = QLineEdit(window)
    line.setGeometry(100, 100, 200, 40)
    line.show()
    line.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring.isVisible()
    assert ring.geometry() == line.geometry().adjusted(-5, -5, 5, 5)
    line.move(100, 160)
    assert ring.geometry().top() == 155
    line.clearFocus()
    assert not ring.isVisible()


def test_a_clicked_button_has_no_ring_until_a_key_is_used(window, qtbot):
    window.button.clearFocus()
    ring = FocusRing(window)
    qtbot.mousePress(window.button, Qt.MouseButton.LeftButton)
    assert window.button.hasFocus()
    qtbot.keyClick(window.button, Qt.Key.Key_Shift)
    assert ring.isVisible()
