"""In the whole program: what is half typed in a sheet's words comes back after a lock."""

from program import CONTROL, running
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit

from hgkm_desktop.ui.views.handouts import HandoutsView

HALF = "Een plek om te rusten, half af: راحة"


def words_in_sight(it) -> str:
    """Return what stands in the fields and texts that are to be seen."""
    lines = [each.text() for each in it.window.findChildren(QLineEdit) if each.isVisible()]
    areas = [each for kind in (QPlainTextEdit, QTextEdit) for each in it.window.findChildren(kind)]
    return "\n".join([*lines, *(each.toPlainText() for each in areas if each.isVisible())])


def test_half_typed_words_survive_a_lock_and_are_out_of_sight_meanwhile(desk, qtbot):
    with running(desk, qtbot) as it:
        it.sign_in("Salma")
        it.press(Qt.Key.Key_7, modifiers=CONTROL)
        assert isinstance(it.view, HandoutsView)
        it.view.pages.edit("time_out", "nl")
        it.wait(it.view.pages.text.form.lead.isVisible)
        it.fill(it.view.pages.text.form.lead, HALF)
        assert HALF in words_in_sight(it)
        it.press(Qt.Key.Key_F12)
        assert HALF not in words_in_sight(it)
        (locked,) = it.left
    with running(desk, qtbot, locked=locked) as again:
        again.unlock("Salma", desk.keys["Salma"].passphrase)
        assert isinstance(again.view, HandoutsView)
        text = again.view.pages.text
        assert again.view.pages.currentWidget() is text
        assert text.form.lead.text().endswith(HALF)
        again.wait(lambda: not again.ctx.background._jobs)


def test_a_sheet_read_large_is_gone_when_the_program_locks(desk, qtbot):
    with running(desk, qtbot) as it:
        it.sign_in("Hanan")
        it.press(Qt.Key.Key_5, modifiers=CONTROL)
        it.view.pages.read_large()
        assert "huiselijk geweld" in words_in_sight(it)
        it.press(Qt.Key.Key_F12)
        assert "geweld" not in words_in_sight(it)
