"""Enter goes on, on either side of the keyboard; buttons answer it themselves (LOOK.md 6)."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def is_enter(event: QKeyEvent) -> bool:
    """Say whether a key is Enter."""
    return event.key() in _KEYS
