"""Keeps list and panel together: the visit chosen in one is shown in the other."""

from uuid import UUID

from PySide6.QtCore import QObject, QTimer

from hgkm_desktop.errors import Conflict
from hgkm_desktop.models import WalkIn
from hgkm_desktop.services import walk_ins
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.views.walk_ins.page import Page

OPEN_AFTER = 80
"""Milliseconds a row stays chosen before it is opened: every opening is a line in the log."""


class Chosen(QObject):
    """Opens what is chosen, a moment later; shows what was saved or corrected at once."""

    def __init__(self, ctx: Context, page: Page) -> None:
        super().__init__(page)
        self.ctx, self._page = ctx, page
        self._opening = QTimer(self)
        self._opening.setSingleShot(True)
        self._opening.setInterval(OPEN_AFTER)
        self._opening.timeout.connect(self._on_opening)
        page.list.chosen.connect(self._on_chosen)
        page.list.emptied.connect(self._on_emptied)
        page.detail.closed.connect(page.list.table.clearSelection)

    def show(self, walk_in: WalkIn | None) -> None:
        """Show a visit in the list and beside it; None shows nothing."""
        if walk_in is None:
            self._page.list.table.clearSelection()
            self._page.detail.show_nothing()
        else:
            self._page.list.reveal(walk_in)
            self._page.detail.show_visit(walk_in)

    def _on_chosen(self, walk_in_id: UUID | None) -> None:
        if walk_in_id is None:
            self._opening.stop()
            self._page.detail.show_nothing()
        else:
            self._opening.start()

    def _on_opening(self) -> None:
        walk_in_id = self._page.list.chosen_id()
        if walk_in_id is None:
            return
        try:
            self._page.detail.show_visit(self.ctx.call(walk_ins.get, walk_in_id))
        except Conflict as gone:
            self.ctx.warn(gone.title, gone.hint)

    def _on_emptied(self, nobody: bool) -> None:
        if nobody:
            self._page.detail.show_nothing()
