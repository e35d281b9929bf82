"""Ctrl+Enter saves a form from wherever the keyboard is in it, and only then."""

from datetime import date, time
from functools import partial

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from hgkm_desktop.errors import Invalid
from hgkm_desktop.ui.forms.few_lines import FewLines
from hgkm_desktop.ui.forms.form_overlay import FormOverlay
from hgkm_desktop.ui.forms.part_card import PartCard
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.checks import CheckBox, RadioButton
from hgkm_desktop.ui.widgets.chips import ChipRow
from hgkm_desktop.ui.widgets.combo import ComboField
from hgkm_desktop.ui.widgets.date_time import DateField, TimeField
from hgkm_desktop.ui.widgets.fields import Field
from hgkm_desktop.ui.widgets.inputs import TextArea, line_edit
from hgkm_desktop.ui.widgets.segmented import Segmented

CONTROL = Qt.KeyboardModifier.ControlModifier
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
SOME = [("nl", "Nederlands"), ("ar", "Arabisch")]
FIELDS = {
    "line": line_edit,
    "text": TextArea,
    "few lines": FewLines,
    "time": lambda: TimeField(time(9, 5)),
    "day": lambda: DateField(date(2026, 11, 23)),
    "list": lambda: ComboField(SOME),
    "typed list": lambda: ComboField(SOME, editable=True),
    "box": lambda: CheckBox("Ze weet het"),
    "circle": lambda: RadioButton("Samen"),
    "chips": lambda: ChipRow(SOME),
    "segments": lambda: Segmented(SOME),
    "button": lambda: make_button("Nog een vraag"),
    "card": lambda: PartCard("house", "Wonen", "Wat er is"),
}


class Form(FormOverlay):
    """Counts how often it is saved; complains as long as it is told to."""

    def __init__(self, field: QWidget) -> None:
        super().__init__("Formulier", accept="Bewaar", cancel="Annuleer")
        self.add_field("field", Field("Veld", field))
        self.saved, self.pressed, self.complaint = 0, [], ""
        for button in (field, *field.findChildren(QWidget)):
            if hasattr(button, "clicked"):
                button.clicked.connect(self.pressed.append)

    def act(self) -> None:
        self.saved += 1
        if self.complaint:
            raise Invalid({"field": self.complaint})


@pytest.fixture
def window(shown):
    made = QWidget()
    QVBoxLayout(made).addWidget(line_edit())
    shown(made, 900, 700)
    made.behind = []
    for keys in ("Ctrl+Return", "Ctrl+Enter"):
        QShortcut(QKeySequence(keys), made, partial(made.behind.append, keys))
    return made


@pytest.fixture
def form(window, request):
    made = Form(request.param())
    made.open(window)
    return made


def press_to_save(key=Qt.Key.Key_Return):
    QTest.keyClick(QApplication.focusWidget(), key, CONTROL)


def each(*names):
    chosen = [pytest.param(FIELDS[name], id=name) for name in names or FIELDS]
    return pytest.mark.parametrize("form", chosen, indirect=True)


@each()
@pytest.mark.parametrize("key", ENTER)
def test_ctrl_enter_saves_once_from_every_kind_of_field(form, window, key):
    assert form.form.isAncestorOf(QApplication.focusWidget())
    press_to_save(key)
    assert (form.saved, form.isVisible()) == (1, False)
    assert form.pressed == []
    assert window.behind == []


@each("line")
def test_on_cancel_it_saves_as_well_and_throws_nothing_away(form):
    form.cancel_button.setFocus()
    press_to_save()
    assert (form.saved, form.isVisible()) == (1, False)


@each("text")
def test_what_is_wrong_is_said_and_the_text_stays_as_it_was(form):
    form.complaint = "Dit is te lang."
    QTest.keyClicks(form.fields["field"].widget, "zevenblad")
    press_to_save()
    assert (form.saved, form.isVisible()) == (1, True)
    assert form.fields["field"].problem() == "Dit is te lang."
    assert form.fields["field"].widget.toPlainText() == "zevenblad"


@each("text")
def test_enter_alone_is_a_new_line_in_a_longer_text(form):
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert form.fields["field"].widget.toPlainText() == "\n"
    assert form.saved == 0


@each("line")
def test_a_key_that_is_held_down_saves_once(form):
    form.complaint = "Nog niet."
    press_to_save()
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, CONTROL, "\r", True)
    QApplication.sendEvent(QApplication.focusWidget(), held)
    assert form.saved == 1


@each("line")
def test_while_something_is_being_made_it_does_not_save(form):
    form.set_busy(True)
    form.fields["field"].take_focus()
    press_to_save()
    assert (form.saved, form.isVisible()) == (0, True)
    form.set_busy(False)
    press_to_save()
    assert form.saved == 1
