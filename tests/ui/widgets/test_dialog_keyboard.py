"""The keyboard in a dialog: Tab visits every field once, and goes back where it came from."""

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from hgkm_desktop.ui.widgets.combo import ComboField
from hgkm_desktop.ui.widgets.date_time import DateField, TimeField
from hgkm_desktop.ui.widgets.dialog import Overlay
from hgkm_desktop.ui.widgets.inputs import TextArea, line_edit

TAB, BACK = Qt.Key.Key_Tab, Qt.Key.Key_Backtab


@pytest.fixture
def window(shown):
    holder = QWidget()
    layout = QVBoxLayout(holder)
    holder.line, holder.button, holder.other = line_edit(), QPushButton("Open"), QPushButton("Weg")
    for part in (holder.line, holder.button, holder.other):
        layout.addWidget(part)
    return shown(holder, 900, 700)


@pytest.fixture
def fields():
    languages = [("nl", "Nederlands"), ("ar", "Arabisch")]
    return {
        "line": line_edit(),
        "time": TimeField(time(9, 5)),
        "date": DateField(date(2026, 11, 23)),
        "typed list": ComboField(languages, editable=True),
        "list": ComboField(languages),
        "text": TextArea(),
    }


@pytest.fixture
def dialog(window, fields):
    body = QWidget()
    layout = QVBoxLayout(body)
    for field in fields.values():
        layout.addWidget(field)
    made = Overlay("Afspraak", body, accept="Bewaar", cancel="Later verder")
    window.button.setFocus()
    made.open(window)
    return made


def visited(key):
    """Press a key until the keyboard is back at the start; return where it was, in order.

    A time and a date keep the keyboard while it moves from hour to minute, or from day to month.
    """
    start = QApplication.focusWidget()
    stops = [start]
    for _ in range(40):
        QTest.keyClick(QApplication.focusWidget(), key)
        now = QApplication.focusWidget()
        if now is start:
            return stops
        if now is not stops[-1]:
            stops.append(now)
    raise AssertionError("the keyboard is caught", stops[-1])


def test_tab_visits_a_time_and_every_other_field_once(dialog, fields):
    assert visited(TAB) == [*fields.values(), dialog.cancel_button, dialog.accept_button]


def test_shift_tab_goes_the_same_way_back(dialog, fields):
    forward = [*fields.values(), dialog.cancel_button, dialog.accept_button]
    assert visited(BACK) == [forward[0], *reversed(forward[1:])]


def test_tab_within_a_time_keeps_what_was_typed(dialog, fields):
    fields["time"].setFocus()
    QTest.keyClicks(fields["time"], "14")
    QTest.keyClick(fields["time"], TAB)
    while QApplication.focusWidget() is fields["time"]:
        QTest.keyClick(fields["time"], TAB)
    assert QApplication.focusWidget() is fields["date"]
    assert fields["time"].value().hour == 14


@pytest.mark.parametrize("closing", [Overlay.accept, Overlay.reject, Overlay.close_overlay])
def test_the_keyboard_goes_back_to_where_it_was(dialog, window, closing):
    closing(dialog)
    assert window.button.hasFocus()


def test_the_keyboard_goes_back_into_a_text_where_it_stood(window):
    window.line.setText("Brief over de huur")
    window.line.setFocus()
    window.line.setCursorPosition(5)
    dialog = Overlay("Zeker?", accept="Ja", cancel="Nee")
    dialog.open(window)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert window.line.hasFocus()
    assert window.line.cursorPosition() == 5


def test_the_keyboard_goes_back_from_dialog_to_dialog_to_page(dialog, window, fields):
    fields["time"].setFocus()
    upper = Overlay("Zeker?", accept="Ja", cancel="Nee")
    upper.open(window)
    upper.reject()
    assert fields["time"].hasFocus()
    dialog.reject()
    assert window.button.hasFocus()


@pytest.mark.parametrize("gone", [QWidget.hide, QWidget.deleteLater])
def test_what_is_gone_meanwhile_does_not_get_the_keyboard(window, qtbot, gone):
    window.other.setFocus()
    dialog = Overlay("Weg?", accept="Wis", cancel="Nee", danger=True)
    dialog.open(window)
    gone(window.other)
    qtbot.wait(1)
    dialog.accept()
    assert QApplication.focusWidget() is window
