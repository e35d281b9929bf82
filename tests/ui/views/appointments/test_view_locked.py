"""The whole program: locked with an appointment open, and open again where it was."""

from program import running
from PySide6.QtCore import Qt
from week_desk import TUESDAY, at, plan


def test_after_unlocking_the_same_appointment_is_open(desk, sign_in, qtbot):
    db = sign_in("Leyla")
    visit = plan(db, at(TUESDAY, 10), alias="Els")
    db.close()
    with running(desk, qtbot) as it:
        it.sign_in("Leyla")
        it.program.desk.page.go_to("appointments")
        it.view.page.show_visit(visit.id)
        it.press(Qt.Key.Key_F12)
        it.wait(lambda: it.left)
    with running(desk, qtbot, locked=it.left[0]) as it:
        it.unlock("Leyla")
        it.program.desk.page.go_to("appointments")
        assert it.view.page.panel.visit_id == visit.id
        assert it.view.page.spans.week.grid.current() == visit.id


def test_control_n_and_f1_answer_in_the_window(desk, qtbot):
    with running(desk, qtbot) as it:
        it.sign_in("Leyla")
        it.program.desk.page.go_to("appointments")
        it.view.page.spans.here.take_focus()
        it.press(Qt.Key.Key_F1)
        assert it.overlay is not None
        it.press(Qt.Key.Key_Escape)
        it.press(Qt.Key.Key_N, modifiers=Qt.KeyboardModifier.ControlModifier)
        assert it.overlay is not None
        it.press(Qt.Key.Key_Escape)
