import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QWidget

from hgkm_desktop.ui import style
from hgkm_desktop.ui.widgets.dialog import Overlay
from hgkm_desktop.ui.widgets.toast import Toast
from hgkm_desktop.ui.window import SMALLEST, Window


@pytest.fixture
def window(qtbot, qapp):
    style.apply(qapp)
    made = Window("Buurtlogboek")
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_the_window_has_a_neutral_name_and_an_icon(window):
    assert window.windowTitle() == "Buurtlogboek"
    assert not window.windowIcon().isNull()


def test_it_never_gets_smaller_than_a_page_can_stand(window):
    window.resize(100, 100)
    assert (window.width(), window.height()) == (SMALLEST.width(), SMALLEST.height())


def test_a_page_replaces_the_one_before_which_is_thrown_away(window, qtbot):
    first, second = QLabel("first"), QLineEdit()
    gone = []
    first.destroyed.connect(lambda: gone.append(True))
    window.show_page(first)
    window.show_page(second)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert gone == [True]
    assert window.pages.count() == 1
    assert window.pages.currentWidget() is second


def test_the_keyboard_goes_to_the_new_page(window, qtbot):
    window.activateWindow()
    page = QLineEdit()
    window.show_page(page)
    qtbot.waitUntil(page.hasFocus)


def test_showing_the_same_page_again_keeps_it(window):
    page = QLabel("page")
    window.show_page(page)
    window.show_page(page)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert page.text() == "page"


def test_a_cover_hides_everything_at_once(window, qtbot):
    page, secret = QWidget(), QDialog()
    label = QLabel("what she told", page)
    window.show_page(page)
    qtbot.addWidget(secret)
    secret.show()
    overlay = Overlay("Sure?", text="her words", accept="Yes", cancel="No")
    overlay.open(window)
    toast = Toast(window)
    toast.say("Saved.")
    cover = QLabel("15.05")
    window.cover(cover)
    for hidden in (label, secret, overlay, toast):
        assert not hidden.isVisible()
    assert cover.isVisible()
    assert window.isVisible()


def test_where_the_window_stood_survives_a_restart(window, qtbot):
    window.resize(SMALLEST.width(), 700)  # the screen of a test is small
    again = Window("Buurtlogboek")
    qtbot.addWidget(again)
    again.put(window.place())
    assert again.size() == window.size()


@pytest.mark.parametrize("place", ["", "nonsense", "AAAA"])
def test_a_place_that_makes_no_sense_is_ignored(window, place):
    before = window.size()
    window.put(place)
    assert window.size() == before


def test_closing_is_told_before_anything_is_gone(window, qtbot):
    with qtbot.waitSignal(window.closing):
        window.close()
    assert not window.isVisible()
