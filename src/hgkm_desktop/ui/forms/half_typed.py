"""Keeps what is half typed in a form beside the notes: sealed, a second after the last key."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer

from hgkm_desktop.errors import UserError
from hgkm_desktop.services import drafts
from hgkm_desktop.ui.context import Context

AFTER = 1000


class HalfTyped(QObject):
    """Asks `read` what there is to keep; None means there is nothing."""

    def __init__(
        self, ctx: Context, read: Callable[[], dict[str, Any] | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._ctx, self._read = ctx, read
        self._place, self._is_kept = "", False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER)
        self._timer.timeout.connect(self.keep_now)

    def begin(self, place: str) -> dict[str, Any] | None:
        """Keep for this place from now on; return what was kept there before.

        What still waits for a pause is kept first, in the place where it was typed.
        """
        self.keep_if_due()
        self._place = place
        try:
            found = self._ctx.call(drafts.look, place)
        except UserError:
            found = None  # her keys are new since: nobody can read it any more
        self._is_kept = found is not None
        return found

    def touch(self) -> None:
        """Something was typed: keep it when the typing pauses."""
        self._timer.start()

    def keep_if_due(self) -> None:
        """Keep at once what waits for a pause: the program locks, or shows something else."""
        if self._timer.isActive():
            self.keep_now()

    def keep_now(self) -> None:
        """Keep what there is, or wipe what is no longer there."""
        self._timer.stop()
        data = self._read() if self._place else None
        if data is not None:
            self._ctx.call(drafts.keep, self._place, data)
            self._is_kept = True
        elif self._is_kept:
            self._ctx.call(drafts.drop, self._place)
            self._is_kept = False
