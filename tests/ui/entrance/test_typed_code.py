import pytest
from hostile import HOSTILE
from PySide6.QtCore import Qt

from hgkm_desktop.ui.entrance.typed_code import CodeField, problem_with
from hgkm_desktop.vault import recovery_code


@pytest.fixture
def field(qtbot):
    made = CodeField()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def code():
    return recovery_code.new()


def test_groups_come_by_themselves(field, qtbot, code):
    qtbot.keyClicks(field, code.replace("-", "").lower())
    assert field.text() == code
    assert field.is_full()


def test_a_pasted_code_keeps_only_what_counts(field, code):
    field.setText(f"  code: {code[:14]}\n{code[14:]}  "[8:])
    assert field.text() == code


def test_a_mistake_in_the_middle_is_mended_where_it_is(field, qtbot):
    field.setText("ABCD-EFGH-J")
    field.setCursorPosition(6)
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    assert (field.text(), field.cursorPosition()) == ("ABCD-FGHJ", 4)
    qtbot.keyClicks(field, "e")
    assert (field.text(), field.cursorPosition()) == ("ABCD-EFGH-J", 6)


def test_it_runs_from_left_to_right_in_arabic_too(field, qapp):
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert field.layoutDirection() == Qt.LayoutDirection.LeftToRight


@pytest.mark.parametrize("text", [text for _, text in HOSTILE], ids=[name for name, _ in HOSTILE])
def test_nothing_typed_does_harm(field, text):
    field.setText(text)
    assert len(field.text()) <= 34
    assert field.text().isascii()


def test_the_right_code_is_right_in_any_writing(code):
    assert problem_with(code.lower().replace("-", " "), code) is None
    assert problem_with(code.replace("0", "o").replace("1", "l"), code) is None


def test_a_short_code_is_called_short(code):
    assert "28 tekens" in problem_with(code[:20], code)


@pytest.mark.parametrize("group", range(7))
def test_the_wrong_group_is_named(code, group):
    groups = code.split("-")
    groups[group] = "2222" if groups[group] != "2222" else "3333"
    assert problem_with("-".join(groups), code).startswith(f"Groep {group + 1} klopt niet")


def test_a_whole_other_code_is_called_another_sheet(code):
    assert "ander blad" in problem_with(recovery_code.new(), code)
