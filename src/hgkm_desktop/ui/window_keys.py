"""The keys of the window: its shortcuts, the caps while Alt is held, help, and taking back."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import count
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from shiboken6 import isValid

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.key_help import Group, KeyHelp, general
from hgkm_desktop.ui.keys import Key, as_written
from hgkm_desktop.ui.view import View
from hgkm_desktop.ui.widgets.key_hints import KeyHints, show_key
from hgkm_desktop.ui.widgets.rail import Rail
from hgkm_desktop.ui.widgets.watching import unwatch, watch

HELD = 250
"""Milliseconds Alt is held before the caps come: Alt+T must not make them flash."""
_LEAVING = frozenset({QEvent.Type.KeyRelease, QEvent.Type.FocusOut, QEvent.Type.Hide})

Act = Callable[[], object]


class WindowKeys(QObject):
    """Hears the keys of whatever on the page has the keyboard.

    `here` gives the group of keys of the view that is open; `undo` takes back the last thing.
    """

    def __init__(self, page: QWidget, undo: Act, here: Callable[[], Group]) -> None:
        super().__init__(page)
        self._page, self._undo, self._here = page, undo, here
        self._added: list[Key] = []
        self._heard: QWidget | None = None
        self._help: KeyHelp | None = None
        self.hints = KeyHints(page)
        self._held = QTimer(self)
        self._held.setSingleShot(True)
        self._held.setInterval(HELD)
        self._held.timeout.connect(self.hints.appear)
        self.add("Ctrl+Z", tr("Undo the last thing"), undo)
        QShortcut(QKeySequence("F1"), page, self.show_help)
        cast(QApplication, QApplication.instance()).focusChanged.connect(self._on_focus_changed)

    def add(self, sequence: str, does: str, act: Act, button: QWidget | None = None) -> None:
        """Let keys do something everywhere on the page; a button that does the same shows them."""
        QShortcut(QKeySequence(sequence), self._page, act).setAutoRepeat(False)
        self._added.append(Key((as_written(sequence),), does))
        if button is not None:
            show_key(button, as_written(sequence), inside=True)

    def add_pages(self, views: Sequence[View], rail: Rail, go_to: Callable[[str], object]) -> None:
        """Number the pages in the order of the rail; what stands at its foot has the 9."""
        numbers = count(1)
        for view in views:
            sequence = "Ctrl+9" if view.at_the_foot else f"Ctrl+{next(numbers)}"
            go = partial(go_to, view.identifier)
            self.add(sequence, view.title(), go, rail.item(view.identifier))

    def show_help(self) -> None:
        """Open the list of keys, or close it when it is open."""
        if self._help is not None and isValid(self._help) and self._help.isVisible():
            self._help.reject()
            return
        self._help = KeyHelp(self.groups())
        self._help.open(self._page.window())

    def groups(self) -> Sequence[Group]:
        """Return every key that answers now, in the groups of the help page."""
        return [self._here(), (tr("Everywhere"), [*self._added, *general()])]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow Alt, and take back where a text field has nothing of its own to take back."""
        if event.type() == QEvent.Type.KeyPress:
            return self._pressed(watched, cast(QKeyEvent, event))
        if event.type() in _LEAVING:
            self._put_away()
        return False

    def _pressed(self, watched: QObject, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Alt:
            self._alt_pressed(event)
            return False
        self._put_away()
        undone = event.matches(QKeySequence.StandardKey.Undo) and _has_no_history(watched)
        if undone and not event.isAutoRepeat():
            self._undo()
        return undone

    def _alt_pressed(self, event: QKeyEvent) -> None:
        alone = not event.modifiers() & ~Qt.KeyboardModifier.AltModifier
        if alone and not event.isAutoRepeat():
            self._held.start()

    def _put_away(self) -> None:
        self._held.stop()
        self.hints.put_away()

    def _on_focus_changed(self) -> None:
        self._put_away()
        if self._heard is not None:
            unwatch(self._heard, self)
        now = QApplication.focusWidget()
        self._heard = now if now is not None and self._is_here(now) else None
        if self._heard is not None:
            watch(self._heard, self)

    def _is_here(self, now: QWidget) -> bool:
        """Say whether a widget is on the page; after a dialog the window may have the keyboard."""
        return now in (self._page, self._page.window()) or self._page.isAncestorOf(now)


def _has_no_history(widget: QObject) -> bool:
    """Say whether this is a text field in which nothing was typed that Ctrl+Z could take back."""
    if isinstance(widget, QAbstractSpinBox | QComboBox):
        widget = widget.findChild(QLineEdit) or widget
    if isinstance(widget, QLineEdit):
        return not (widget.isUndoAvailable() or widget.isRedoAvailable())
    if isinstance(widget, QPlainTextEdit):
        document = widget.document()
        return not (document.isUndoAvailable() or document.isRedoAvailable())
    return False
