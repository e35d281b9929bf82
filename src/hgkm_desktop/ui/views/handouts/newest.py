"""Slow work for which only the last question counts; answers to older ones are dropped."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from hgkm_desktop.ui.background import Background, Job

Work = Callable[[], Any]
Then = Callable[[Any], object]
Failed = Callable[[Exception], object]


class Newest(QObject):
    """Does one thing at a time beside the window; what was asked meanwhile waits, the last of it.

    Nobody is told any more when `owner` is gone.
    """

    def __init__(self, background: Background, owner: QObject) -> None:
        super().__init__()
        self._background = background
        self._job: Job | None = None
        self._asked: tuple[Work, Then, Failed] | None = None
        self._waiting = False
        owner.destroyed.connect(self._on_owner_gone)

    def ask(self, work: Work, then: Then, failed: Failed) -> None:
        """Do this, unless something newer is asked before its turn comes."""
        self._asked, self._waiting = (work, then, failed), True
        if self._job is None:
            self._begin()

    def forget(self) -> None:
        """Let nobody be told of what is under way."""
        self._asked, self._waiting = None, False

    def is_busy(self) -> bool:
        """Say whether an answer is still to come."""
        return self._asked is not None

    def _begin(self) -> None:
        assert self._asked is not None
        self._waiting = False
        self._job = self._background.run(self._asked[0], self._on_answered, self._on_failed)

    def _on_answered(self, answer: object) -> None:
        asked = self._ended()
        if asked is not None:
            asked[1](answer)

    def _on_failed(self, error: Exception) -> None:
        asked = self._ended()
        if asked is not None:
            asked[2](error)

    def _ended(self) -> tuple[Work, Then, Failed] | None:
        """Return who waits for this answer: nobody when something newer was asked."""
        self._job = None
        if self._waiting:
            self._begin()
            return None
        asked, self._asked = self._asked, None
        return asked

    def _on_owner_gone(self) -> None:
        self.forget()
