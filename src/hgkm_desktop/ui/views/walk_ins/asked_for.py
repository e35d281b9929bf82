"""Answers whoever wants a visit opened from elsewhere (the search over everything)."""

from PySide6.QtCore import QObject, Signal

from hgkm_desktop.errors import Conflict
from hgkm_desktop.services import walk_ins
from hgkm_desktop.services.finding import OpenVisit
from hgkm_desktop.services.walk_ins import NewWalkIn
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.views.walk_ins.chosen import Chosen
from hgkm_desktop.ui.views.walk_ins.page import Page


class AskedFor(QObject):
    """Shows a visit in the list and beside it; that it was read is noted as ever."""

    new_wanted = Signal()
    """Another page wants a new visit typed: come to the front."""

    def __init__(self, ctx: Context, page: Page, chosen: Chosen) -> None:
        super().__init__(page)
        self._ctx, self._page, self._chosen = ctx, page, chosen
        ctx.shown.connect(self._on_shown)

    def _on_shown(self, record: object) -> None:
        if isinstance(record, NewWalkIn):
            self.new_wanted.emit()
            self._page.strip.take_focus()
        elif isinstance(record, OpenVisit):
            self._open(record)

    def _open(self, record: OpenVisit) -> None:
        try:
            walk_in = self._ctx.call(walk_ins.get, record.walk_in_id)
        except Conflict as gone:
            self._ctx.warn(gone.title, gone.hint)
            return
        if self._page.is_counting():
            self._page.count(False)
        self._chosen.show(walk_in)
        self._page.detail.take_focus()
