"""What is done with a visit on the page: saved, corrected, deleted, and each taken back."""

from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from hgkm_desktop.errors import Conflict
from hgkm_desktop.models import WalkIn
from hgkm_desktop.services import walk_ins
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.views.walk_ins.correct import Correction
from hgkm_desktop.ui.views.walk_ins.delete import Deletion


class Deeds(QObject):
    """Opens the dialogs and says afterwards which visit is to be shown (None: no longer any)."""

    shown = Signal(object)
    taken_back = Signal()
    correction_ended = Signal()

    def __init__(self, ctx: Context, page: QWidget) -> None:
        super().__init__(page)
        self.ctx, self._page = ctx, page
        self.hidden_fields: frozenset[str] = frozenset()
        self.correction: Correction | None = None
        self.deletion: Deletion | None = None

    def say_saved(self, walk_in: WalkIn) -> None:
        """Say that a contact is saved, and let it be taken back for a few seconds."""
        self.ctx.notify(tr("Visit saved"), undo=partial(self._take_back, walk_in.id))

    def correct(self, walk_in_id: UUID, values: dict[str, Any] | None = None) -> None:
        """Open the form of a visit, with what was half typed in it earlier."""
        if self.correction is not None:
            return
        try:
            correction = Correction(self.ctx, walk_in_id, self.hidden_fields)
        except Conflict as gone:
            self.ctx.warn(gone.title, gone.hint)
            return
        if values is not None:
            correction.restore(values)
        self.correction = correction
        correction.saved.connect(self._on_corrected)
        correction.put_aside.connect(self._on_put_aside)
        correction.overlay.accepted.connect(self._on_correction_ended)
        correction.overlay.rejected.connect(self._on_correction_ended)
        correction.open(self._page.window())

    def delete(self, walk_in_id: UUID) -> None:
        """Ask for a reason and take a visit out of the list."""
        self.deletion = Deletion(self.ctx, walk_in_id)
        self.deletion.deleted.connect(self._on_deleted)
        self.deletion.open(self._page.window())

    def _take_back(self, walk_in_id: UUID) -> None:
        reason, now = tr("undone"), self.ctx.now()
        self.ctx.call(walk_ins.delete, walk_in_id, reason, now=now)
        self.shown.emit(None)
        self.taken_back.emit()

    def _bring_back(self, walk_in_id: UUID) -> None:
        self.ctx.call(walk_ins.undelete, walk_in_id, now=self.ctx.now())
        self.shown.emit(self.ctx.call(walk_ins.get, walk_in_id))

    def _on_corrected(self, walk_in: WalkIn) -> None:
        self.ctx.notify(tr("Visit corrected"))
        self.shown.emit(walk_in)

    def _on_put_aside(self) -> None:
        self.ctx.notify(tr("Your text is kept. Nothing is lost."))

    def _on_deleted(self, walk_in_id: UUID) -> None:
        self.shown.emit(None)
        self.ctx.notify(tr("Visit deleted"), undo=partial(self._bring_back, walk_in_id))

    def _on_correction_ended(self) -> None:
        if self.correction is not None:
            self.correction.deleteLater()
        self.correction = None
        self.correction_ended.emit()
