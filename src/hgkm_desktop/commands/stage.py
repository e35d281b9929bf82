"""Driving the real window from outside: keys, waiting for what should appear, pictures."""

import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QEvent, QMessageLogContext, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from hgkm_desktop.app import Program

PATIENCE = 30.0
SETTLE = 220
NOT_WORTH_SAYING = "This plugin does not support propagateSizeHints()"
"""What Qt says about every window without a screen; it would bury anything that matters."""


@contextmanager
def fewer_words() -> Generator[None, None, None]:
    """Leave out that one message of Qt; whatever else it says is passed on."""
    before = qInstallMessageHandler(None)

    def hear(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        if text == NOT_WORTH_SAYING:
            return
        if before is not None:
            before(kind, context, text)
        else:
            sys.stderr.write(text + "\n")

    qInstallMessageHandler(hear)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


@dataclass(frozen=True)
class Look:
    """One way the program can look: size of the window, theme, language."""

    width: int
    height: int
    dark: bool
    language: str

    @property
    def name(self) -> str:
        """Return the look's part of a file name."""
        return f"{self.width}-{'donker' if self.dark else 'licht'}-{self.language}"


LOOKS = (
    Look(1440, 868, False, "nl"),
    Look(1366, 696, False, "nl"),
    Look(1440, 868, True, "nl"),
    Look(1366, 696, True, "nl"),
    Look(1440, 868, False, "ar"),
    Look(1366, 696, False, "ar"),
    Look(1440, 868, False, "en"),
)
"""1440×900 and 1366×768, less the title bar (and the task bar of the small screen)."""


class Stage:
    """One program under the hands of the tour."""

    def __init__(self, program: Program, look: Look, out: Path) -> None:
        self.program, self.look, self._out = program, look, out

    def begin(self, locked: str = "") -> None:
        """Start the program in the stage's size."""
        self.program.begin(locked)
        self.program.window.resize(self.look.width, self.look.height)
        self.program.window.activateWindow()
        self.settle()

    def type(self, text: str) -> None:
        """Type into whatever has the focus."""
        QTest.keyClicks(self._focused(), text)

    def key(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press one key where the focus is."""
        QTest.keyClick(self._focused(), key, modifier)
        self.settle(30)

    def press(self, widget: QWidget) -> None:
        """Press a button or box with the space bar."""
        widget.setFocus()
        QTest.keyClick(widget, Qt.Key.Key_Space)
        self.settle(30)

    def button(self, text: str) -> QWidget:
        """Return the visible button that says this."""
        buttons = self.program.window.findChildren(QAbstractButton)
        return next(b for b in buttons if b.text() == text and b.isVisible())

    def wait(self, condition: Callable[[], object]) -> None:
        """Wait until something is so; raise AssertionError when it never is."""
        end = monotonic() + PATIENCE
        while not condition():
            if monotonic() > end:
                raise AssertionError("the tour waited in vain")
            QTest.qWait(20)

    def settle(self, milliseconds: int = SETTLE) -> None:
        """Let fades and late fetches end."""
        QTest.qWait(milliseconds)

    def shoot(self, name: str) -> None:
        """Keep a picture of the window as it stands."""
        self.settle()
        # On a busy machine the last round of laying out may still wait.
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        self.keep(self.program.window, name)

    def keep(self, widget: QWidget, name: str) -> None:
        """Keep a picture of any widget."""
        widget.grab().save(str(self._out / f"{name}-{self.look.name}.png"))

    def keep_sharp(self, name: str) -> None:
        """Keep a picture as a screen with twice the pixels shows it."""
        window = self.program.window
        picture = QPixmap(window.size() * 2)
        picture.setDevicePixelRatio(2)
        window.render(picture)
        picture.save(str(self._out / f"{name}-{self.look.name}.png"))

    def end(self) -> None:
        """Close the program and let go of its widgets."""
        self.program.window.close()
        self.program.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.settle(30)

    def _focused(self) -> QWidget:
        return QApplication.focusWidget() or self.program.window
