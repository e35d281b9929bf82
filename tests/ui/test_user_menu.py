import pytest
from desk import MONDAY
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from hgkm_desktop.services import members
from hgkm_desktop.settings import Settings
from hgkm_desktop.ui import style, user_menu
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.user_menu import UserMenu
from hgkm_desktop.ui.widgets.dialog import Overlay


@pytest.fixture
def window(qtbot, qapp):
    style.apply(qapp)
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def menu(db, window):
    member = db.call(members.names)[db.actor.member_id]
    made = UserMenu(Context(db, member, Settings(), lambda: MONDAY), window)
    made.open()
    return made


@pytest.fixture
def press(window, qtbot):
    """Press a choice by its name, with the keyboard."""

    def do(name):
        (button,) = (b for b in window.findChildren(QPushButton) if b.text() == name)
        qtbot.keyClick(button, Qt.Key.Key_Return)

    return do


def open_overlays(window):
    return [each for each in window.findChildren(Overlay) if each.isVisible()]


def test_it_is_called_after_whoever_is_signed_in(menu, window):
    (overlay,) = open_overlays(window)
    assert overlay.accessibleName() == "Joke"


@pytest.mark.parametrize(
    ("choice", "signal"),
    [("Iemand anders", "switch_asked"), ("Sluit het programma", "close_asked")],
)
def test_a_choice_closes_the_menu_and_is_passed_on(menu, window, press, qtbot, choice, signal):
    with qtbot.waitSignal(getattr(menu, signal)):
        press(choice)
    assert open_overlays(window) == []


def test_she_can_change_her_own_passphrase(menu, window, press, monkeypatch):
    asked = []
    monkeypatch.setattr(user_menu, "change_own_passphrase", lambda *given: asked.append(given))
    press("Verander mijn wachtzin")
    assert asked == [(menu._ctx, window)]
    assert open_overlays(window) == []


def test_escape_goes_back_without_doing_anything(menu, window, qtbot):
    (overlay,) = open_overlays(window)
    with qtbot.assertNotEmitted(menu.switch_asked), qtbot.assertNotEmitted(menu.close_asked):
        qtbot.keyClick(overlay.cancel_button, Qt.Key.Key_Escape)
    assert open_overlays(window) == []
