"""Keeps what is half typed, a second after the last key, sealed for who typed it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer

from hgkm_desktop.errors import UserError
from hgkm_desktop.services import drafts
from hgkm_desktop.ui.context import Context

AFTER = 1000

Read = Callable[[], dict[str, Any] | None]


class DraftKeeper(QObject):
    """Asks `read` what there is to keep for a place ("walk_ins", "walk_ins/<id>")."""

    def __init__(self, ctx: Context, place: str, read: Read, parent: QObject) -> None:
        super().__init__(parent)
        self.ctx, self._place, self._read = ctx, place, read
        self.is_kept = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER)
        self._timer.timeout.connect(self.keep_now)

    def touch(self) -> None:
        """Something was typed: keep it when the typing pauses."""
        self._timer.start()

    def keep_now(self) -> None:
        """Keep what there is, or wipe what is no longer there."""
        data = self._read()
        if data is None:
            self.forget()
        else:
            self.ctx.call(drafts.keep, self._place, data)
            self.is_kept = True

    def look(self) -> dict[str, Any] | None:
        """Return what was kept earlier, None when there is nothing (or her keys are new since)."""
        self.is_kept = True
        try:
            found = self.ctx.call(drafts.look, self._place)
        except UserError:
            found = None
            self.forget()
        self.is_kept = found is not None
        return found

    def forget(self) -> None:
        """Wipe it: it is saved, or thrown away."""
        self._timer.stop()
        if self.is_kept:
            self.ctx.call(drafts.drop, self._place)
            self.is_kept = False
