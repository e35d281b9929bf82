"""A group of buttons that is one Tab stop; the arrows move inside it (LOOK.md 6)."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QWidget

from hgkm_desktop.ui.widgets.painting import is_rtl
from hgkm_desktop.ui.widgets.watching import watch

_NEXT = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def is_saving(event: QKeyEvent) -> bool:
    """Say whether a key is Ctrl+Enter, which saves a form and presses no button."""
    control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    return event.key() in _ENTER and bool(control)


def answered_enter(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Press a button when the key is Enter, and say whether it was."""
    if event.key() not in _ENTER or event.isAutoRepeat() or is_saving(event):
        return False
    button.click()
    return True


def answer_to(button: QAbstractButton, key: str) -> None:
    """Let a key press a button at once, wherever the focus is (except in a text field).

    A button's own shortcut waits 100 ms before it clicks: whoever types on would save first.
    """
    shortcut = QShortcut(QKeySequence(key), button)
    shortcut.setAutoRepeat(False)
    shortcut.activated.connect(button.click)
    button.setAccessibleDescription(key)


class Roving(QObject):
    """Moves the focus among buttons; with `select` the button arrived at is also clicked."""

    def __init__(
        self,
        parent: QWidget,
        buttons: Sequence[QAbstractButton],
        select: bool = False,
        columns: int = 1,
    ) -> None:
        super().__init__(parent)
        self._parent, self._select, self._columns = parent, select, columns
        self._buttons: list[QAbstractButton] = []
        for button in buttons:
            self.add(button)

    def add(self, button: QAbstractButton) -> None:
        """Take one more button into the group."""
        self._buttons.append(button)
        watch(button, self)
        first = len(self._buttons) == 1
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if first else Qt.FocusPolicy.ClickFocus)

    def stop_at(self, button: QAbstractButton) -> None:
        """Let Tab come to this button from now on."""
        for each in self._buttons:
            here = each is button
            each.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the focus, and answer the arrows, Home and End."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QAbstractButton):
            self.stop_at(watched)
        elif event.type() == QEvent.Type.KeyPress and isinstance(watched, QAbstractButton):
            return self._moved(watched, cast(QKeyEvent, event))
        return False

    def _moved(self, button: QAbstractButton, event: QKeyEvent) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        step = self._step(Qt.Key(event.key()))
        usable = [each for each in self._buttons if each.isEnabled() and each.isVisible()]
        if not step or button not in usable:
            return False
        place = usable.index(button) + step
        if 0 <= place < len(usable) or abs(step) >= len(usable):
            self._arrive(usable[min(max(place, 0), len(usable) - 1)])
        return True

    def _step(self, key: Qt.Key) -> int:
        everything = len(self._buttons)
        if key in _NEXT:
            return -_NEXT[key] if is_rtl(self._parent) else _NEXT[key]
        return {
            Qt.Key.Key_Down: self._columns,
            Qt.Key.Key_Up: -self._columns,
            Qt.Key.Key_Home: -everything,
            Qt.Key.Key_End: everything,
        }.get(key, 0)

    def _arrive(self, button: QAbstractButton) -> None:
        button.setFocus(Qt.FocusReason.TabFocusReason)
        if self._select and not button.isChecked():
            button.click()
