"""Keeps a half-typed note sealed, in a place of its own for each case: it never turns up elsewhere.

What was kept, and that it was not, is said; the text in the fields is never taken away by it.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from hgkm_desktop.errors import UserError
from hgkm_desktop.services import drafts
from hgkm_desktop.ui.context import Context

AFTER, AGAIN_AFTER = 1_000, 5_000

Read = Callable[[], dict[str, Any] | None]


def place_of(case_id: UUID, corrects: UUID | None) -> str:
    """Return the place of a case's note, or of the correction of one of its notes."""
    place = f"cases/{case_id}/note"
    return place if corrects is None else f"{place}/{corrects}"


class NoteDraft(QObject):
    """Asks `read` what there is to keep, a second after the last change and when she leaves."""

    kept = Signal(datetime)
    failed = Signal()
    emptied = Signal()

    def __init__(self, ctx: Context, read: Read, parent: QObject) -> None:
        super().__init__(parent)
        self.ctx, self._read, self.place = ctx, read, ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.keep_now)

    def begin(self, place: str) -> dict[str, Any] | None:
        """Go to another place, after keeping what is still to be kept; return what lies there."""
        self.keep_if_due()
        self.place = place
        try:
            return self.ctx.call(drafts.look, place)
        except UserError:
            return None  # her keys are new since: nobody can read it any more

    def touch(self) -> None:
        """Something changed: keep it when the typing pauses."""
        self._timer.start(AFTER)

    def keep_if_due(self) -> None:
        """Keep at once what waits for a pause."""
        if self._timer.isActive():
            self.keep_now()

    def keep_now(self) -> None:
        """Keep what there is, or wipe what is no longer there; what fails is tried again."""
        self._timer.stop()
        if not self.place:
            return
        data = self._read()
        try:
            if data is None:
                self.ctx.call(drafts.drop, self.place)
                self.emptied.emit()
            else:
                self.ctx.call(drafts.keep, self.place, data)
                self.kept.emit(self.ctx.now())
        except UserError:
            self.failed.emit()
            self._timer.start(AGAIN_AFTER)

    def end(self) -> None:
        """Keep nothing more: the note is sealed, and its draft went with it."""
        self._timer.stop()
        self.place = ""
