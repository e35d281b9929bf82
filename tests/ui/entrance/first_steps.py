"""The steps of the first start, as somebody types them."""

from PySide6.QtCore import Qt

OWN = "kaneel fiets regenjas brug"


def next_page(wizard, keys, qtbot):
    """Press Enter and wait until another page is there."""
    before = wizard.page
    keys.enter()
    qtbot.waitUntil(lambda: wizard.page is not before)


def fill_two_steps(wizard, keys, qtbot, second=""):
    keys.type("Nisa for Nisa")
    next_page(wizard, keys, qtbot)
    keys.type("Marleen")
    if second:
        keys.tab(2)
        keys.type(second)
    next_page(wizard, keys, qtbot)


def choose_passphrase(wizard, keys, qtbot, phrase=OWN):
    keys.type(phrase)
    keys.enter()
    keys.type(phrase)
    next_page(wizard, keys, qtbot)


def finish_sheet(wizard, keys, qtbot):
    step = wizard.page
    qtbot.waitUntil(step.sheet.print_button.isEnabled)
    step.sheet.print_button.setFocus()
    keys.enter()
    keys.type(wizard.answers.code.replace("-", "").lower())
    keys.tab()
    keys.press(Qt.Key.Key_Space)
