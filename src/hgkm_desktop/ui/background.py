"""Slow work beside the window: key derivation, key ring, PDF, copies. Errors come back here."""

from collections.abc import Callable
from threading import Thread
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from hgkm_desktop.ui.collecting import Pause

R = TypeVar("R")


class Job(QObject):
    """One piece of slow work; `stop()` makes its answer be ignored."""

    _answered = Signal(object)
    _failed = Signal(object)
    ended = Signal()

    def __init__(
        self,
        work: Callable[[], Any],
        then: Callable[[Any], object],
        failed: Callable[[Exception], object] | None = None,
    ) -> None:
        super().__init__()
        self._work, self._then, self._on_error = work, then, failed
        self._stopped = False
        queued = Qt.ConnectionType.QueuedConnection
        self._answered.connect(self._on_answered, queued)
        self._failed.connect(self._on_failed, queued)
        self._thread = Thread(target=self._run, daemon=True, name="background")

    def start(self) -> None:
        """Begin."""
        Pause.begin()
        self._thread.start()

    def stop(self) -> None:
        """Ignore whatever comes of it; the work itself runs to its end."""
        self._stopped = True

    def wait(self) -> None:
        """Block until the work is done (closing the program, tests)."""
        self._thread.join()

    def _run(self) -> None:
        try:
            answer = self._work()
        except Exception as error:  # noqa: BLE001 -- raised again on the window's thread
            self._failed.emit(error)
        else:
            self._answered.emit(answer)

    def _on_answered(self, answer: object) -> None:
        self._end()
        if not self._stopped:
            self._then(answer)

    def _on_failed(self, error: Exception) -> None:
        self._end()
        if self._stopped:
            return
        if self._on_error is None:
            raise error
        self._on_error(error)

    def _end(self) -> None:
        # Its last breath must be over before the collector may run again: seen to crash.
        self._thread.join()
        Pause.end()
        self.ended.emit()


class Background(QObject):
    """Runs jobs and keeps them alive until they are done."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: set[Job] = set()

    def run(
        self,
        work: Callable[[], R],
        then: Callable[[R], object],
        failed: Callable[[Exception], object] | None = None,
    ) -> Job:
        """Run slow work; `then` gets its result here, `failed` (or the error hook) its error."""
        job = Job(work, then, failed)
        self._jobs.add(job)
        job.ended.connect(self._forget)
        job.start()
        return job

    def wait(self) -> None:
        """Block until all work is done; answers not yet delivered are dropped."""
        for job in list(self._jobs):
            job.stop()
            job.wait()

    def _forget(self) -> None:
        job = self.sender()
        if isinstance(job, Job):
            self._jobs.discard(job)
