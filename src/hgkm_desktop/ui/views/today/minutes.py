"""Tells when a minute turns, while somebody looks: hours and gates follow the clock."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

MINUTE = 60_000
A_LITTLE = 50
"""Milliseconds after the turn, so that the minute is over when it is looked at."""


class Minutes(QObject):
    """One timer, set anew each time: a computer that slept is right again at once."""

    turned = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QObject) -> None:
        super().__init__(parent)
        self._now = now
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timeout)

    def start(self) -> None:
        """Wait for the next minute."""
        self._timer.start(self.left())

    def stop(self) -> None:
        """Nobody looks."""
        self._timer.stop()

    @property
    def is_running(self) -> bool:
        """Whether it waits."""
        return self._timer.isActive()

    def left(self) -> int:
        """Return the milliseconds until the minute has turned."""
        now = self._now()
        passed = now.second * 1000 + now.microsecond // 1000
        return MINUTE - passed + A_LITTLE

    def _on_timeout(self) -> None:
        self.start()
        self.turned.emit()
