"""Locking: at once by key, by itself after idle minutes, and always by starting the program anew.

Nothing else empties a Python process: after deleting and collecting everything 10,000 of 10,000
notes were still readable in its memory, after `exec` none (SECURITY.md).
"""

import os
import sys
import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from hgkm_desktop.places import program_itself

LOCKED: Final = "BUURTLOGBOEK_LOCKED"
GEOMETRY: Final = "BUURTLOGBOEK_GEOMETRY"
NOBODY: Final = "nobody"
DRAFT: Final = "+draft"
SHIFTS = 3
WITHIN = 1.0
CHECK_EVERY = 1000
_ACTIVITY = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


def awake_seconds() -> float:
    """Return a clock that nobody can set and that goes on while the computer sleeps."""
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()


class LockWatch(QObject):
    """Sees every key and movement: F12 and Shift three times lock, and so does doing nothing."""

    wanted = Signal()

    def __init__(
        self, minutes: Callable[[], int], clock: Callable[[], float] = awake_seconds
    ) -> None:
        super().__init__()
        self._minutes, self._clock = minutes, clock
        self._last = clock()
        self._shifts: list[float] = []
        self._timer = QTimer(self)
        self._timer.setInterval(CHECK_EVERY)
        self._timer.timeout.connect(self._on_checked)

    def start(self) -> None:
        """Watch from now on (somebody is signed in)."""
        self._last = self._clock()
        self._timer.start()
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def stop(self) -> None:
        """Watch no longer."""
        self._timer.stop()
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice activity, and swallow the key that locks."""
        kind = event.type()
        if kind in _ACTIVITY:
            self._last = self._clock()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._pressed(event)
        return False

    def _pressed(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_F12:
            self.wanted.emit()
            return True
        if event.key() != Qt.Key.Key_Shift:
            self._shifts.clear()
            return False
        return not event.isAutoRepeat() and self._third_shift(event.timestamp() / 1000)

    def _third_shift(self, at: float) -> bool:
        # One press passes several objects on its way, with one and the same time stamp.
        if at not in self._shifts:
            self._shifts = [t for t in self._shifts if at - t < WITHIN] + [at]
        if len(self._shifts) < SHIFTS:
            return False
        self._shifts.clear()
        self.wanted.emit()
        return True

    def _on_checked(self) -> None:
        if self._clock() - self._last >= self._minutes() * 60:
            self.wanted.emit()


def restart_locked(member_id: str, geometry: str) -> None:
    """Become a fresh, locked program: same command, no keys, no text left in the memory."""
    os.environ[LOCKED] = member_id
    os.environ[GEOMETRY] = geometry
    # A one-folder build must unpack its environment afresh (PyInstaller's own advice).
    os.environ["PYINSTALLER_RESET_ENVIRONMENT"] = "1"
    os.execv(sys.executable, [*program_itself(), *sys.argv[1:]])


def take_locked() -> str:
    """Return who was locked out ("" at an ordinary start), once."""
    return os.environ.pop(LOCKED, "")


def take_geometry() -> str:
    """Return where the window stood before it was locked, once."""
    return os.environ.pop(GEOMETRY, "")
