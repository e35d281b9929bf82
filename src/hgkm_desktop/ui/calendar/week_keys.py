"""The keys of a week: arrows walk, Alt and an arrow carry, Enter opens or puts down."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


def arrow(event: QKeyEvent, rtl: bool) -> tuple[int, int] | None:
    """Return how many days and how far down an arrow goes; left is ahead in Arabic."""
    found = _ARROWS.get(Qt.Key(event.key()))
    if found is None:
        return None
    days, down = found
    return (-days if rtl else days), down


def is_enter(event: QKeyEvent) -> bool:
    """Say whether this is Enter."""
    return event.key() in _ENTER and not event.isAutoRepeat()


def page(event: QKeyEvent) -> int:
    """Return -1 for Page Up, 1 for Page Down, 0 for another key."""
    return _PAGES.get(Qt.Key(event.key()), 0)


def carries(event: QKeyEvent) -> bool:
    """Say whether this is an arrow with Alt."""
    return bool(event.modifiers() & Qt.KeyboardModifier.AltModifier) and event.key() in _ARROWS


def by_hour(event: QKeyEvent) -> bool:
    """Say whether this is an arrow with Ctrl."""
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
