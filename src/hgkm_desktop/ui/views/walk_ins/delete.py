"""Taking a visit out of the list: a reason first, and a way back afterwards."""

from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from hgkm_desktop.errors import Invalid
from hgkm_desktop.services import walk_ins
from hgkm_desktop.services.walk_ins import DESK_LONGEST
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.widgets.dialog import Overlay
from hgkm_desktop.ui.widgets.fields import Field
from hgkm_desktop.ui.widgets.inputs import line_edit


class Deletion(QObject):
    """Asks why. `deleted` comes when the visit is out of the list."""

    deleted = Signal(object)

    def __init__(self, ctx: Context, walk_in_id: UUID) -> None:
        super().__init__()
        self.ctx, self._walk_in_id = ctx, walk_in_id
        self.reason = line_edit(tr("For example: typed twice"))
        self.reason.setMaxLength(4 * DESK_LONGEST)
        self.field = Field(tr("Why?"), self.reason)
        self.overlay = Overlay(
            tr("Delete this visit?"),
            self.field,
            text=tr("It disappears from the list and the figures."),
            accept=tr("Delete"),
            cancel=tr("Keep it"),
            check=self._delete,
        )

    def open(self, window: QWidget) -> None:
        """Show the question over the window."""
        self.overlay.open(window)

    def _delete(self) -> bool:
        reason, now = self.reason.text(), self.ctx.now()
        try:
            self.ctx.call(walk_ins.delete, self._walk_in_id, reason, now=now)
        except Invalid as error:
            self.field.complain(error.problems.get("reason", ""))
            self.field.take_focus()
            return False
        self.deleted.emit(self._walk_in_id)
        return True
