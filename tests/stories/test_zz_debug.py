from program import CONTROL, running
from PySide6.QtCore import Qt
def test_it(desk, qtbot):
  for name in ("Salma",):
    with running(desk, qtbot) as it:
        it.sign_in(name, at_the_door=False)
        print("FOCUS", it.focus, it.view.identifier, it.overlay, it.window.isActiveWindow())
        it.press(Qt.Key.Key_N, modifiers=CONTROL)
        qtbot.wait(50)
        print("FOCUS", it.focus, it.view.identifier, it.overlay)
        qtbot.wait(500)
        it.press(Qt.Key.Key_N, modifiers=CONTROL)
        print("FOCUS", it.focus, it.view.identifier, it.overlay)
