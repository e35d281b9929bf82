import pytest
from desk import MONDAY
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from hgkm_desktop.services import members
from hgkm_desktop.settings import Settings
from hgkm_desktop.ui import style
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.notify import Voice
from hgkm_desktop.ui.widgets.dialog import Overlay
from hgkm_desktop.ui.widgets.labels import Label


@pytest.fixture
def window(qtbot, qapp):
    style.apply(qapp)
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def ctx(db, qapp):
    made = Context(db, db.call(members.names)[db.actor.member_id], Settings(), lambda: MONDAY)
    yield made
    made.background.wait()


@pytest.fixture
def voice(window, ctx):
    return Voice(window, ctx)


@pytest.fixture
def overlay(window):
    def find():
        (found,) = (each for each in window.findChildren(Overlay) if each.isVisible())
        return found

    return find


def words(widget):
    return [label.text() for label in widget.findChildren(Label)]


def test_a_notice_stands_at_the_bottom_and_can_be_taken_back(voice, ctx):
    taken_back = []
    ctx.notify("Opgeslagen.", lambda: taken_back.append(True))
    assert voice._toast.text() == "Opgeslagen."
    voice._toast.undo()
    assert taken_back == [True]


def test_a_problem_stays_until_it_is_read(voice, ctx, overlay, qtbot):
    ctx.warn("De schijf is vol.", "Maak ruimte.")
    told = overlay()
    assert {"De schijf is vol.", "Maak ruimte."} <= set(words(told))
    qtbot.keyClick(told.accept_button, Qt.Key.Key_Return)
    assert not told.isVisible()


@pytest.mark.parametrize(("key", "done"), [(Qt.Key.Key_Return, [True]), (Qt.Key.Key_Escape, [])])
def test_what_is_hard_to_undo_is_only_done_on_yes(voice, ctx, overlay, qtbot, key, done):
    answers = []
    ctx.confirm("Weg?", "Dat blijft zo.", "Verwijderen", lambda: answers.append(True), danger=True)
    asked = overlay()
    assert asked.accept_button.text() == "Verwijderen"
    qtbot.keyClick(asked.accept_button, key)
    assert answers == done
    assert not asked.isVisible()


def test_what_is_said_is_never_markup(voice, ctx, overlay):
    ctx.warn("<b>vol</b>", "<i>ruimte</i>")
    formats = {label.textFormat() for label in overlay().findChildren(Label) if label.text()}
    assert formats == {Qt.TextFormat.PlainText}
