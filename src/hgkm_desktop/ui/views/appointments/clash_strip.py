"""A calm strip in a form: what else takes the time of whoever goes along."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop.services import conflicts, members
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.views.appointments.clash_words import clash_lines
from hgkm_desktop.ui.views.appointments.prepare_advice import amber


class ClashStrip(QWidget):
    """Warns and lets go: nothing that takes the same time stands in the way of saving."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self.lines: list[str] = []
        self._shown: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def look(self, companions: Iterable[UUID], starts: datetime, ends: datetime, but: UUID) -> None:
        """Look what takes this time, and whether it has passed."""
        lasts = ends > starts
        found = self._ctx.call(conflicts.conflicts, companions, starts, ends, but) if lasts else ()
        names = self._ctx.call(members.names)
        self.lines = clash_lines(found, names, veiled=self._ctx.veiled)
        if ends < self._ctx.now():
            self.lines.insert(0, tr("This time has passed."))
        self._show()

    def _show(self) -> None:
        if self._shown is not None:
            self._shown.hide()
            self._shown.deleteLater()
        self._shown = amber(self.lines, "warning")
        self._column.addWidget(self._shown)
        self.setVisible(bool(self.lines))
