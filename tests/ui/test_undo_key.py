"""Ctrl+Z takes the last thing back, and never more than that."""

import pytest
from program import ALT, CONTROL, Running, running
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from hgkm_desktop.models import WalkIn
from hgkm_desktop.services import tallies, walk_in_list
from hgkm_desktop.services.walk_in_list import Query


@pytest.fixture
def it(desk, qtbot):
    with running(desk, qtbot) as made:
        made.sign_in("Salma")
        yield made


def visits(it: Running) -> int:
    return it.ctx.call(walk_in_list.count, Query())


def save_a_visit(it: Running) -> WalkIn:
    it.type("3")
    it.push(it.view.page.strip.places.save)
    return it.view.page.list.rows.rows[0]


def toast(it: Running) -> str:
    return it.program.desk.voice._toast.text()


def test_control_z_takes_a_saved_visit_back_and_says_so(it):
    save_a_visit(it)
    assert visits(it) == 1
    it.press(Qt.Key.Key_Z, modifiers=CONTROL)
    assert visits(it) == 0
    assert toast(it) == "Ongedaan gemaakt: Bezoek bewaard"
    it.press(Qt.Key.Key_Z, modifiers=CONTROL)
    assert toast(it) == "Er is niets om ongedaan te maken."


def test_control_z_brings_a_deleted_visit_back(it):
    it.view.deeds.delete(save_a_visit(it).id)
    it.fill(it.view.deeds.deletion.reason, "dubbel")
    it.press(Qt.Key.Key_Return)
    assert visits(it) == 0
    it.press(Qt.Key.Key_Z, modifiers=CONTROL)
    assert visits(it) == 1


def test_control_z_takes_the_last_count_back_and_leaves_the_visit(it):
    save_a_visit(it)
    it.press(Qt.Key.Key_T, modifiers=ALT)
    it.type("11")
    day = it.ctx.now().date()
    assert sum(it.ctx.call(tallies.of_day, day).values()) == 2
    assert toast(it) == ""
    it.press(Qt.Key.Key_Z, modifiers=CONTROL)
    assert sum(it.ctx.call(tallies.of_day, day).values()) == 1
    assert toast(it).startswith("Ongedaan gemaakt: Geteld: ")
    assert visits(it) == 1
    it.press(Qt.Key.Key_Z, modifiers=CONTROL)
    assert visits(it) == 1


def test_what_came_after_cannot_be_jumped_over(it):
    save_a_visit(it)
    it.ctx.notify("Bezoek aangepast")
    it.press(Qt.Key.Key_Z, modifiers=CONTROL)
    assert visits(it) == 1


def test_what_is_begun_after_it_leaves_a_saved_visit_alone(it):
    save_a_visit(it)
    it.type("4")
    it.press(Qt.Key.Key_Z, modifiers=CONTROL)
    assert visits(it) == 1
    assert toast(it) == "Er is niets om ongedaan te maken."


def test_the_button_of_the_notice_still_answers_after_something_was_begun(it):
    save_a_visit(it)
    it.type("4")
    it.program.desk.voice._toast.undo()
    assert visits(it) == 0
    assert toast(it) == "Ongedaan gemaakt: Bezoek bewaard"
    it.press(Qt.Key.Key_Z, modifiers=CONTROL)
    assert visits(it) == 0


def test_a_problem_in_between_leaves_the_way_back(it):
    save_a_visit(it)
    it.ctx.warn("De kopie is mislukt.")
    it.press(Qt.Key.Key_Escape)
    it.press(Qt.Key.Key_Z, modifiers=CONTROL)
    assert visits(it) == 0


def test_a_text_field_takes_back_its_own_words_first(it):
    save_a_visit(it)
    line = it.view.page.strip.fields.desk_question
    it.fill(line, "Brief")
    it.press(Qt.Key.Key_Z, modifiers=CONTROL)
    it.press(Qt.Key.Key_Z, modifiers=CONTROL)
    assert line.text() == ""
    assert visits(it) == 1


@pytest.mark.parametrize("where", ["desk_question", "language", "children_count", "area"])
def test_a_text_field_without_words_lets_control_z_through(it, where):
    save_a_visit(it)
    fields = it.view.page.strip.fields
    if where == "area":
        field = QPlainTextEdit(it.program.desk.page)
        field.show()
    else:
        field = getattr(fields, where)
    if not field.isVisible():
        it.press(Qt.Key.Key_M, modifiers=ALT)
    field.setFocus()
    it.press(Qt.Key.Key_Z, modifiers=CONTROL)
    assert visits(it) == 0


def test_control_z_stays_away_from_what_a_dialog_covers(it):
    save_a_visit(it)
    it.program.desk.page.user_clicked.emit()
    it.press(Qt.Key.Key_Z, modifiers=CONTROL)
    assert visits(it) == 1
