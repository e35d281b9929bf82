"""Enter presses the button that has the keyboard, everywhere in these pages (LOOK.md 6)."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton

_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def is_enter(event: QKeyEvent) -> bool:
    """Say whether a key is Enter, on either side of the keyboard."""
    return event.key() in _KEYS


def press_focused() -> bool:
    """Press the button that has the keyboard; False when it is somewhere else."""
    here = QApplication.focusWidget()
    if not isinstance(here, QPushButton):
        return False
    here.click()
    return True
