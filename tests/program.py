"""The whole program in this process, under the hands of a test: keys in, pages out.

    with running(desk, qtbot) as it:
        it.sign_in("Salma")
        it.type("35")
        it.press(Qt.Key.Key_F12)

A lock does not start the process anew; `left` tells who was locked out. `again` is the next start.
"""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from threading import enumerate as threads

from desk import MONDAY, Desk
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from hgkm_desktop import settings
from hgkm_desktop.app import Program
from hgkm_desktop.places import settings_file
from hgkm_desktop.settings import Settings
from hgkm_desktop.ui import style
from hgkm_desktop.ui.widgets.dialog import Overlay

PATIENCE = 20_000
SIZE = 1366, 696
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@dataclass
class Running:
    """One program at work, and everything it asked for."""

    program: Program
    qtbot: object
    words: dict[str, str] = field(default_factory=dict)
    left: list[str] = field(default_factory=list)

    @property
    def window(self) -> QWidget:
        return self.program.window

    @property
    def page(self) -> QWidget:
        """The page in the window, whatever it is."""
        return self.program.window.pages.currentWidget()

    @property
    def view(self):
        """The open view of whoever is signed in."""
        return self.program.desk.page.current

    @property
    def views(self):
        return self.program.desk.page.views

    @property
    def ctx(self):
        return self.program.desk.ctx

    @property
    def focus(self) -> QWidget:
        return QApplication.focusWidget() or self.window

    @property
    def overlay(self) -> Overlay | None:
        """The dialog on top, None when none is open."""
        found = [each for each in self.window.findChildren(Overlay) if each.isVisible()]
        return found[-1] if found else None

    def type(self, text: str) -> None:
        """Type into whatever has the keyboard, letter by letter, whatever the script."""
        for char in text:
            if char.isascii():
                QTest.keyClicks(self.focus, char)
            else:
                pressed = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, char)
                QApplication.sendEvent(self.focus, pressed)

    def press(self, *keys: Qt.Key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            QTest.keyClick(self.focus, key, modifiers)

    def push(self, button: QWidget) -> None:
        """Press a button or box by keyboard."""
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)

    def fill(self, line: QWidget, text: str) -> None:
        """Go to a field and type there."""
        line.setFocus()
        assert line.hasFocus(), line
        self.type(text)

    def wait(self, until: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(until()), timeout=PATIENCE)

    def choose(self, name: str) -> None:
        """Go to somebody's tile by her first letter."""
        self.wait(lambda: self.program.doorway.names_are_known)
        self.type(name[0])
        self.press(Qt.Key.Key_Return)

    def sign_in(self, name: str, words: str = "", *, at_the_door: bool = True) -> None:
        """Sign somebody in by keyboard alone, and let her go to the door."""
        self.choose(name)
        self.type(words or self.words[name])
        self.press(Qt.Key.Key_Return)
        self.wait(lambda: self.program.desk is not None)
        self.qtbot.wait(1)
        if at_the_door:
            self.go_to_the_door()

    def go_to_the_door(self) -> None:
        """Begin a walk-in from Vandaag; from where she was after a pause, go by its number."""
        if "walk_ins" in [view.identifier for view in self.views]:
            is_new_day = self.view.identifier in ("today", "walk_ins")
            self.press(Qt.Key.Key_N if is_new_day else Qt.Key.Key_2, modifiers=CONTROL)
            self.wait(lambda: self.view.identifier == "walk_ins")

    def unlock(self, name: str, words: str = "") -> None:
        """Let the locked-out member go on, by keyboard alone."""
        self.wait(lambda: self.program.doorway.names_are_known)
        self.press(Qt.Key.Key_Space)
        self.type(words or self.words[name])
        self.press(Qt.Key.Key_Return)
        self.wait(lambda: self.program.desk is not None)
        self.qtbot.wait(1)

    def end(self) -> None:
        """Close the program, let its work beside the window end, and let go of every widget."""
        if not isValid(self.program.window):
            return
        self.program.window.close()
        self.program.doorway.page = None
        self.wait(lambda: not any(each.name == "background" for each in threads()))
        for timer in [each for each in gc.get_objects() if type(each) is QTimer]:
            if isValid(timer):
                timer.stop()
        self.program.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QTest.qWait(1)


def start(
    data: Path,
    qtbot,
    *,
    words: dict[str, str] | None = None,
    locked: str = "",
    now: Callable[[], datetime] = lambda: MONDAY,
    around=None,
    size: tuple[int, int] = SIZE,
) -> Running:
    """Start a program on a data folder and bring its window to the front."""
    left: list[str] = []
    program = Program(
        str(data), now=now, restart=lambda member, _place: left.append(member), around=around
    )
    it = Running(program, qtbot, words or {}, left)
    program.begin(locked)
    program.window.resize(*size)
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow, timeout=PATIENCE)
    return it


@contextmanager
def running(
    data: Desk | Path, qtbot, *, look: Settings | None = None, **given
) -> Iterator[Running]:
    """Start a program on a desk's log, or on a data folder; end it whatever happens."""
    folder = data.folder.parent if isinstance(data, Desk) else data
    if isinstance(data, Desk):
        given["words"] = {name: key.passphrase for name, key in data.keys.items()}
    if look is not None:
        settings.save(settings_file(str(folder)), look)
    it = start(folder, qtbot, **given)
    try:
        yield it
    finally:
        it.end()
        app = QApplication.instance()
        app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        style.apply(app)
