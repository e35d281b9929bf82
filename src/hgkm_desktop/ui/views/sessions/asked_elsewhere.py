"""Answers whoever wants a list printed, or somebody told, from another page: over that page."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from hgkm_desktop.errors import UserError
from hgkm_desktop.services import access
from hgkm_desktop.services.sessions_today import PrintSessionList, ShowToTell
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.views.sessions.papers import print_list
from hgkm_desktop.ui.views.sessions.tell import TellOverlay


class AskedElsewhere(QObject):
    """Only a confidant hears whom we may tell; a session that is gone is said calmly."""

    def __init__(self, ctx: Context, view: QWidget) -> None:
        super().__init__(view)
        self._ctx, self._view = ctx, view
        ctx.shown.connect(self._on_shown)

    def _on_shown(self, record: object) -> None:
        try:
            self._answer(record)
        except UserError as error:
            self._ctx.warn(error.title, error.hint)

    def _answer(self, record: object) -> None:
        if isinstance(record, PrintSessionList) and self._ctx.may(*access.DESK):
            print_list(self._ctx, self._view.window(), record.session_id)
        elif isinstance(record, ShowToTell) and self._may_tell():
            TellOverlay(self._ctx, record.session_id).open(self._view.window())

    def _may_tell(self) -> bool:
        return self._ctx.may(*access.CONFIDANTS) and not self._ctx.veiled
