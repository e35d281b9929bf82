import pytest
from PySide6.QtCore import Qt

from hgkm_desktop.ui import style
from hgkm_desktop.ui.header import Header


@pytest.fixture
def header(qtbot, qapp):
    style.apply(qapp)
    made = Header()
    qtbot.addWidget(made)
    made.resize(1200, made.sizeHint().height())
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_it_names_the_page_that_is_open(header):
    header.show_page("Inloop", "donderdag 19 november")
    assert (header.heading.text(), header.beside.text()) == ("Inloop", "donderdag 19 november")
    assert not header.beside.wordWrap()


def test_what_is_typed_is_searched(header, qtbot):
    header.search.setFocus()
    with qtbot.waitSignal(header.searched) as told:
        qtbot.keyClick(header.search, "b")
    assert told.args == ["b"]


def test_the_field_is_emptied_without_searching(header, qtbot):
    header.search.setText("brief")
    with qtbot.assertNotEmitted(header.searched):
        header.clear_search()
    assert header.search.text() == ""


def test_control_k_goes_to_the_search_field_and_chooses_what_stands_there(header, qtbot):
    header.search.setText("brief")
    header.lock.setFocus()
    qtbot.keyClick(header.lock, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(header.search.hasFocus)
    assert header.search.selectedText() == "brief"


def test_the_eye_says_what_it_will_do(header, qtbot):
    assert header.veil.accessibleName() == "Verberg namen"
    with qtbot.waitSignal(header.veil_toggled) as told:
        qtbot.keyClick(header.veil, Qt.Key.Key_Space)
    assert told.args == [True]
    assert header.veil.accessibleName() == header.veil.toolTip() == "Toon namen"
    qtbot.keyClick(header.veil, Qt.Key.Key_Space)
    assert header.veil.accessibleName() == header.veil.toolTip() == "Verberg namen"


def test_the_lock_is_one_key_away(header, qtbot):
    with qtbot.waitSignal(header.lock_clicked):
        qtbot.keyClick(header.lock, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("width", "field", "words"), [(1200, 310, "Zoek tekst of telefoon"), (1000, 220, "Zoek")]
)
def test_a_small_screen_spares_the_search_field_less(header, width, field, words):
    header.resize(width, 44)
    assert header.search.width() == field
    assert header.search.placeholderText().startswith(words)
