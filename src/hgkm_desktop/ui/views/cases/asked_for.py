"""Answers whoever wants somebody opened, called, written about or begun with from elsewhere."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from hgkm_desktop.errors import Forbidden
from hgkm_desktop.models.codes import Role
from hgkm_desktop.services import cases
from hgkm_desktop.services.beside_today import CallHer
from hgkm_desktop.services.case_name import CaseName
from hgkm_desktop.services.case_notes import NewNote
from hgkm_desktop.services.cases import StartCase
from hgkm_desktop.services.finding import OpenCase
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.views.cases.call_gate import CallGate
from hgkm_desktop.ui.views.cases.pages import Pages


class AskedFor(QObject):
    """Only a confidant gets an answer; who has no part in a case hears so on its page."""

    opened = Signal()
    """Something is shown on the view's pages: come to the front."""
    new_wanted = Signal(object)

    def __init__(self, ctx: Context, pages: Pages, view: QWidget) -> None:
        super().__init__(view)
        self._ctx, self._pages, self._view = ctx, pages, view
        ctx.shown.connect(self._on_shown)

    def _on_shown(self, record: object) -> None:
        if isinstance(record, StartCase):
            self.new_wanted.emit(record)
        elif self._ctx.may(Role.CONFIDANT):
            self._answer(record)

    def _answer(self, record: object) -> None:
        if isinstance(record, CaseName | OpenCase):
            self.opened.emit()
            self._pages.open_case(record.case_id)
        elif isinstance(record, NewNote):
            self.opened.emit()
            self._pages.write_note(record.case_id)
        elif isinstance(record, CallHer):
            self._call(record)

    def _call(self, record: CallHer) -> None:
        """Ask the gate over the page that wanted it, without leaving it."""
        try:
            page = self._ctx.call(cases.page, record.case_id)
        except Forbidden as refused:
            self._ctx.warn(refused.title, refused.hint)
            return
        CallGate(self._ctx, page).open(self._view.window())
