import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from hgkm_desktop.ui import style
from hgkm_desktop.ui.header import Header
from hgkm_desktop.ui.view import View


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


def test_control_f_goes_to_the_search_field_and_chooses_what_stands_there(header, qtbot):
    header.search.setText("brief")
    header.lock.setFocus()
    qtbot.keyClick(header.lock, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(header.search.hasFocus)
    assert header.search.selectedText() == "brief"


def test_what_was_typed_in_it_cannot_be_brought_back(header, qtbot):
    qtbot.keyClicks(header.search, "brief")
    header.clear_search()
    assert not header.search.isUndoAvailable()


def test_enter_asks_everything_what_was_typed(header, qtbot):
    qtbot.keyClicks(header.search, "brief")
    with qtbot.waitSignal(header.everything_asked) as told:
        qtbot.keyClick(header.search, Qt.Key.Key_Return)
    assert told.args == ["brief"]
    assert header.search.text() == "brief"


def test_the_key_in_the_field_can_be_pressed(header, qtbot):
    field = header.search
    on_key, on_text = (QPoint(x, field.height() // 2) for x in (field.width() - 20, 60))
    with qtbot.assertNotEmitted(header.everything_asked):
        qtbot.mouseClick(field, Qt.MouseButton.LeftButton, pos=on_text)
    with qtbot.waitSignal(header.everything_asked) as told:
        qtbot.mouseClick(field, Qt.MouseButton.LeftButton, pos=on_key)
    assert told.args == [""]
    for pos, shape in ((on_key, "PointingHandCursor"), (on_text, "IBeamCursor")):
        qtbot.mouseMove(field, pos)
        qtbot.waitUntil(lambda shape=shape: field.cursor().shape().name == shape)


class Plain(View):
    """A page on which nothing can be narrowed."""

    def __init__(self):
        QWidget.__init__(self)

    def title(self):
        return "Kaal"


def test_on_a_page_with_nothing_to_narrow_the_field_leads_to_everything(header, qtbot):
    view = Plain()
    qtbot.addWidget(view)
    header.follow(view)
    with qtbot.waitSignal(header.everything_asked) as told:
        qtbot.mouseClick(header.search, Qt.MouseButton.LeftButton, pos=QPoint(60, 10))
    assert told.args == [""]
    heard = []
    header.searched.connect(heard.append)
    with qtbot.waitSignal(header.everything_asked) as told:
        qtbot.keyClick(header.search, "b")
    assert (told.args, heard) == (["b"], [])
    assert header.search.text() == ""


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
