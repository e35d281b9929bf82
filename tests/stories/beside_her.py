"""What the stories of standing beside somebody do at the window, and the clock they go by."""

from contextlib import contextmanager
from datetime import UTC, date, datetime, time

from desk import Desk
from program import CONTROL, Running, running
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QWidget

from hgkm_desktop import clock
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.views.cases.call_gate import CallGate

FIELDS = QLineEdit, QPlainTextEdit


class Calendar:
    """The clock of the program, which a story turns on."""

    def __init__(self, day: date, hour: time = time(11, 40)) -> None:
        self.moment = clock.at(day, hour)

    def __call__(self) -> datetime:
        return self.moment

    def turn_to(self, day: date, hour: time = time(11, 40)) -> None:
        self.moment = clock.at(day, hour)
        assert self.moment.tzinfo is UTC


@contextmanager
def at_work(desk: Desk, qtbot, calendar: Calendar, name: str):
    """Somebody signed in, by keyboard, on the day of the calendar."""
    desk.now = calendar
    with running(desk, qtbot, now=calendar) as it:
        it.sign_in(name)
        yield it


def open_cases(it: Running) -> None:
    """Open "Begeleiding" by its number key."""
    it.press(Qt.Key.Key_3, modifiers=CONTROL)
    assert it.view.identifier == "cases"


def open_her(it: Running, alias: str) -> None:
    """Open somebody from the list, by keyboard."""
    open_cases(it)
    it.view.pages.go_home()
    part = it.view.pages.home.here
    part.card.table.setFocus()
    part.card.table.select(part.card.model.place(lambda row: row.name.alias == alias))
    it.press(Qt.Key.Key_Return)
    assert here(it).heading() == alias


def here(it: Running):
    """Return the page of the view that is open."""
    return it.view.pages.here


def tab(it: Running, name: str):
    """Open a part of her case and return it."""
    here(it).tabs.open(name)
    it.qtbot.wait(30)
    return here(it).tabs.here


def answer(it: Running, part, text: str) -> None:
    """Press the answer that says this in a row of choices."""
    it.push(next(each for each in part.segments if each.text() == text))


def chip(it: Running, row, text: str) -> None:
    it.push(next(each for each in row.chips if each.text() == text))


def radio(it: Running, choices, text: str) -> None:
    it.push(next(each for each in choices.buttons if each.text() == text))


def accept(it: Running) -> None:
    """Save the form on top; it must be done after that."""
    form = it.overlay
    it.push(form.accept_button)
    assert it.overlay is not form, words_of(form)


def words_of(widget) -> str:
    """Return every word that is seen in a widget or said of it, also what is typed."""
    shown = [each for kind in (QLabel, QAbstractButton) for each in widget.findChildren(kind)]
    found = [each.text() for each in shown if each.isVisible()]
    found += [each.accessibleName() for each in widget.findChildren(QWidget) if each.isVisible()]
    for field in (each for kind in FIELDS for each in widget.findChildren(kind)):
        if field.isVisible():
            found.append(field.text() if isinstance(field, QLineEdit) else field.toPlainText())
    return " ".join(found)


def gate_is_shut(it: Running) -> str:
    """Open the call gate, see that it gives nothing, and return what it says."""
    gate = CallGate(it.ctx, here(it).page)
    gate.open(it.window)
    it.qtbot.wait(1)
    said = words_of(gate)
    assert not gate.number.button.isEnabled() or gate.number.button.text() != tr("Show number")
    assert not any(char.isdigit() for char in gate.number.number.text())
    gate.close_overlay()
    return said
