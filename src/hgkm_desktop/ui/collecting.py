"""Keeps Python's garbage collector on the window's thread.

The collector runs on whatever thread happens to allocate, and deletes widgets that stand in a
cycle right there. Qt may only do that on the window's thread: elsewhere the program crashes (seen:
a crash while a first start was founded beside the window).
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 1000
THRESHOLD = 700


class Collector(QObject):
    """Collects by the clock of the window's thread instead of by chance, as long as it lives."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self._on_time)
        self._timer.start()

    def _on_time(self) -> None:
        young, middle, old = gc.get_count()
        if young > THRESHOLD:
            gc.collect(2 if old > 10 else 1 if middle > 10 else 0)


class Pause:
    """Holds the collector while jobs run beside a window that has no Collector of its own."""

    jobs = 0
    was_on = False

    @classmethod
    def begin(cls) -> None:
        """Hold it (a job starts)."""
        if cls.jobs == 0:
            cls.was_on = gc.isenabled()
            gc.disable()
        cls.jobs += 1

    @classmethod
    def end(cls) -> None:
        """Let it go again when it was on (the last job ended)."""
        cls.jobs -= 1
        if cls.jobs == 0 and cls.was_on:
            gc.enable()
