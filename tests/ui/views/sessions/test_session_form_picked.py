"""Several organisations or sheets by keyboard: nothing is added that nobody chose."""

import pytest
from form_desk import form_desk, partner
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

NAMES = "GGD", "Loket", "Raad", "Som"


@pytest.fixture
def it(joke, qtbot, qapp):
    for name in NAMES:
        partner(joke, name)
    with form_desk(joke, qtbot, qapp) as made:
        yield made


@pytest.fixture
def others(it):
    form = it.new()
    form.all.folds[0].fold(is_open=True)
    found = form.all.where.others
    found.list.setFocus()
    yield found
    found.list.hidePopup()


def opened(others, *keys, modifier=Qt.KeyboardModifier.NoModifier):
    """Press keys where the keyboard is: at first in the closed list, then in the open one."""
    for key in keys:
        view = others.list.view()
        QTest.keyClick(view if view.isVisible() else others.list, key, modifier)
        QTest.qWait(0)


def marked(others) -> str:
    """Return the line of the open list that Enter would add."""
    return str(others.list.view().currentIndex().data())


@pytest.mark.parametrize(
    "key",
    [Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageDown],
)
def test_a_key_that_moves_opens_the_list_at_the_first_and_adds_nothing(others, key):
    opened(others, key)
    assert others.list.view().isVisible()
    assert marked(others) == "GGD"
    assert others.words() == []


def test_arrows_go_to_any_of_the_list_and_enter_adds_that_one(it, others):
    opened(others, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert others.words() == []
    opened(others, Qt.Key.Key_Return)
    assert others.words() == ["Raad"]
    assert it.focus is others.list
    opened(others, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert others.words() == ["Raad", "GGD"]


def test_a_letter_opens_the_list_there_and_adds_nothing(others):
    opened(others, Qt.Key.Key_S)
    assert (marked(others), others.words()) == ("Som", [])
    opened(others, Qt.Key.Key_Escape)
    assert not others.list.view().isVisible()
    assert others.words() == []
    opened(others, Qt.Key.Key_G, Qt.Key.Key_Return)
    assert others.words() == ["GGD"]


def test_control_and_a_letter_is_no_letter(others):
    opened(others, Qt.Key.Key_L, modifier=Qt.KeyboardModifier.ControlModifier)
    assert not others.list.view().isVisible()


def test_a_click_in_the_open_list_adds(others):
    opened(others, Qt.Key.Key_Space)
    view = others.list.view()
    QTest.qWait(QApplication.doubleClickInterval() + 50)
    place = view.visualRect(others.list.model().index(1, 0)).center()
    QTest.mouseMove(view.viewport(), place)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.qWait(0)
    assert others.words() == ["Loket"]
