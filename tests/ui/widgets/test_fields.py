from datetime import date, time
from time import perf_counter

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from hgkm_desktop.ui import style
from hgkm_desktop.ui.widgets.checks import CheckBox, RadioButton
from hgkm_desktop.ui.widgets.fields import (
    ComboField,
    DateField,
    Field,
    SearchField,
    TextArea,
    TimeField,
    line_edit,
)
from hgkm_desktop.ui.widgets.inputs import PASTE_LONGEST
from hgkm_desktop.ui.widgets.password import PasswordField, StrengthBar

LANGUAGES = [("ary", "Arabisch (Darija)"), ("tr", "Turks"), ("ti", "Tigrinya")]


def stack(*widgets):
    holder = QWidget()
    layout = QVBoxLayout(holder)
    for widget in widgets:
        layout.addWidget(widget)
    return holder


def test_a_field_is_named_and_explained_to_a_screen_reader(shown):
    line = line_edit("Mag leeg blijven")
    field = Field("Voornaam", line, "Een schuilnaam mag ook.")
    shown(field)
    assert line.accessibleName() == "Voornaam"
    assert line.accessibleDescription() == "Een schuilnaam mag ook."
    assert field.label.buddy() is line


def test_a_problem_stands_at_the_field_in_words_and_shape(shown):
    line = line_edit()
    field = shown(Field("Tot wanneer?", line, "Een dag die nog komt."))
    field.complain("Deze dag is al geweest.")
    assert field.problem() == "Deze dag is al geweest."
    assert line.accessibleDescription() == "Deze dag is al geweest."
    assert line.grab().toImage().pixelColor(line.width() // 2, 0) == style.color("rds")
    field.clear()
    assert field.problem() == ""
    assert line.accessibleDescription() == "Een dag die nog komt."
    assert line.grab().toImage().pixelColor(line.width() // 2, 0) == style.color("edge")


def test_a_field_takes_the_focus_for_its_input(shown):
    line = line_edit()
    field = shown(Field("Naam", line))
    field.take_focus()
    assert line.hasFocus()


def test_tab_leaves_a_longer_text(shown, qtbot):
    area, after = TextArea("Wat er speelde"), QLineEdit()
    shown(stack(area, after))
    area.setFocus()
    qtbot.keyClick(area, Qt.Key.Key_Tab)
    assert after.hasFocus()
    assert area.toPlainText() == ""


def test_times_and_days_read_from_left_to_right_everywhere(right_to_left, shown):
    moment, day = TimeField(time(15, 5)), DateField(date(2026, 11, 19))
    shown(stack(moment, day))
    assert moment.text() == "15.05"
    assert moment.value() == time(15, 5)
    assert day.text() == "19 nov 2026"
    assert day.value() == date(2026, 11, 19)
    assert moment.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_a_list_gives_the_value_behind_the_words(shown, qtbot):
    combo = shown(ComboField(LANGUAGES, "Kies of typ"))
    assert combo.value() is None
    combo.set_value("tr")
    assert combo.currentText() == "Turks"
    combo.setFocus()
    with qtbot.waitSignal(combo.changed) as told:
        qtbot.keyClick(combo, Qt.Key.Key_Down)
    assert told.args == ["ti"]


def test_a_language_can_be_typed(shown, qtbot):
    combo = shown(ComboField(LANGUAGES, "Kies of typ", editable=True))
    qtbot.keyClicks(combo.lineEdit(), "turks")
    assert combo.value() == "tr"
    combo.lineEdit().editingFinished.emit()
    assert combo.currentText() == "Turks"
    combo.setEditText("iets anders")
    combo.lineEdit().editingFinished.emit()
    assert (combo.value(), combo.currentText()) == (None, "")


@pytest.mark.parametrize("field", ["combo", "time", "day"])
def test_a_wheel_over_a_closed_field_changes_nothing(shown, field):
    made = {
        "combo": lambda: ComboField(LANGUAGES),
        "time": lambda: TimeField(time(9, 5)),
        "day": lambda: DateField(date(2026, 11, 19)),
    }[field]()
    shown(made)
    before = made.value()
    middle = QPointF(made.rect().center())
    wheel = QWheelEvent(
        middle,
        middle,
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(made, wheel)
    assert made.value() == before


def test_the_search_field_keeps_its_text_off_icon_and_key(shown, right_to_left):
    search = shown(SearchField("Zoek naam, code of telefoon", "Ctrl K"))
    assert search.textMargins().right() == style.px(26)
    assert search.textMargins().left() > style.px(26)
    assert search.accessibleName() == "Zoek naam, code of telefoon"


def test_a_passphrase_is_hidden_until_asked_and_can_be_wiped(shown, qtbot):
    field = shown(PasswordField(), 420, 60)
    field.setText("kaneel fiets regenjas brug")
    assert field.echoMode() == QLineEdit.EchoMode.Password
    assert field.toggle.text() == "Toon"
    qtbot.mouseClick(field.toggle, Qt.MouseButton.LeftButton)
    assert field.echoMode() == QLineEdit.EchoMode.Normal
    assert field.toggle.text() == "Verberg"
    assert field.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData
    field.wipe()
    assert field.text() == ""
    assert not field.isUndoAvailable()
    assert field.echoMode() == QLineEdit.EchoMode.Password


def test_show_stands_at_the_trailing_side(shown, right_to_left):
    field = shown(PasswordField(), 420, 60)
    assert field.toggle.geometry().left() < 10
    assert field.textMargins().left() == field.toggle.width()


def test_strength_is_told_in_words_and_parts(shown):
    bar = shown(StrengthBar(), 300, 60)
    bar.show_strength(1, False, "Nog een woord erbij.")
    assert bar.accessibleName() == "Nog een woord erbij."
    bar.show_strength(4, True)
    assert bar.accessibleName() == "Sterk genoeg"
    picture = bar.grab().toImage()
    assert picture.pixelColor(290, 4) == style.color("oks")


def test_boxes_answer_to_space_and_show_a_mark(shown, qtbot):
    box, ball = CheckBox("aan"), RadioButton("gekozen")
    shown(stack(box, ball))
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert box.isChecked()
    assert box.grab().toImage().pixelColor(3, 6) == style.color("pri")
    qtbot.mouseClick(ball, Qt.MouseButton.LeftButton, pos=ball.rect().center())
    assert box.accessibleName() == "aan"


def test_a_hint_can_change_and_waits_behind_a_problem(shown):
    line = line_edit()
    field = shown(Field("Naam", line))
    field.complain("Vul een naam in.")
    field.set_hint("Alleen de voornaam.")
    assert line.accessibleDescription() == "Vul een naam in."
    field.clear()
    assert line.accessibleDescription() == "Alleen de voornaam."


def test_a_search_field_turned_round_keeps_its_room(shown):
    search = shown(SearchField("Zoek in de lijst", small=True))
    left = search.textMargins().left()
    search.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert search.textMargins().right() == left


def test_a_code_reads_from_left_to_right(right_to_left, shown):
    assert line_edit(left_to_right=True).layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_building_a_field_opens_no_window_of_its_own(qapp, qtbot):
    before = {w for w in qapp.topLevelWidgets() if w.isVisible()}
    field = Field("Naam", line_edit(), "Alleen de voornaam.")
    qtbot.addWidget(field)
    assert {w for w in qapp.topLevelWidgets() if w.isVisible()} == before


def pasted(field, text):
    data = QMimeData()
    data.setText(text)
    field.insertFromMimeData(data)


def test_a_book_that_is_pasted_does_not_stop_the_program(shown):
    area = TextArea()
    shown(area)
    began = perf_counter()
    pasted(area, "a" * 1_000_000)
    pasted(area, "b" * 1_000_000)
    QApplication.processEvents()
    assert perf_counter() - began < 5
    assert area.toPlainText() == "a" * PASTE_LONGEST


def test_a_paste_takes_the_place_of_what_is_selected(shown):
    area = TextArea()
    shown(area)
    pasted(area, "a" * PASTE_LONGEST)
    area.selectAll()
    pasted(area, "Wat ze zei. 🙂")
    assert area.toPlainText() == "Wat ze zei. 🙂"


@pytest.mark.parametrize("made", [DateField, TimeField])
@pytest.mark.parametrize("rtl", [False, True])
def test_a_day_or_an_hour_stands_under_its_name_in_every_language(shown, made, rtl):
    field = Field("Wanneer?", made())
    directions = Qt.LayoutDirection
    field.setLayoutDirection(directions.RightToLeft if rtl else directions.LeftToRight)
    shown(field)
    field.resize(600, field.height())
    QApplication.processEvents()
    box = field.widget.geometry()
    assert (field.width() - box.right() - 1 if rtl else box.left()) == 0
    assert box.width() < 300
