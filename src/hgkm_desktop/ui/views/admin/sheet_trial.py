"""Trying the paper sheet: the code is typed over and checked, nothing is opened with it."""

from PySide6.QtWidgets import QWidget

from hgkm_desktop.errors import Invalid
from hgkm_desktop.services import organisation
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.entrance.typed_code import CodeField
from hgkm_desktop.ui.widgets.dialog import Overlay
from hgkm_desktop.ui.widgets.fields import Field

WIDTH = 560


class SheetTrial:
    """The dialog for it."""

    def __init__(self, ctx: Context) -> None:
        self._ctx = ctx
        self.code = CodeField()
        self.field = Field(
            tr("Code on the sheet"), self.code, tr("Small letters are fine. So are spaces.")
        )
        self.overlay = Overlay(
            tr("Is the sheet still right?"),
            self.field,
            text=tr("Take the sheet out of the safe. Type the code over, group by group."),
            accept=tr("Test"),
            cancel=tr("Cancel"),
            check=self._is_right,
            width=WIDTH,
        )

    def open(self, window: QWidget) -> None:
        """Show the dialog and start at the code."""
        self.overlay.open(window)
        self.field.take_focus()

    def _is_right(self) -> bool:
        try:
            self._ctx.db.check_code(self.code.text())
        except Invalid as error:
            self.field.complain(error.problems.get("code", error.title))
            self.field.take_focus()
            return False
        self.code.clear()
        self._ctx.call(organisation.sheet_tested, now=self._ctx.now())
        self._ctx.notify(tr("The sheet is right. Put it back in the safe."))
        return True
