"""Whether a sheet carries our name and a QR code; both are off until somebody chooses them."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop.services import sheets
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.handouts import words
from hgkm_desktop.ui.widgets.checks import CheckBox
from hgkm_desktop.ui.widgets.dialog import Overlay
from hgkm_desktop.ui.widgets.strips import Banner


class HouseForm(QObject):
    """Two boxes for one sheet, in all its languages."""

    def __init__(self, ctx: Context, sheet_id: str) -> None:
        super().__init__(ctx)
        self._ctx, self._sheet = ctx, sheet_id
        chosen = ctx.call(sheets.choice, sheet_id)
        self.letterhead = CheckBox(tr("Our name at the top"))
        self.qr = CheckBox(tr("A QR code"))
        self.letterhead.setChecked(chosen.letterhead)
        self.qr.setChecked(chosen.qr)
        self.overlay = Overlay(
            tr("Our name and QR code"),
            self._body(),
            text=words.title_of(sheet_id),
            accept=tr("Save"),
            cancel=tr("Cancel"),
        )
        self.overlay.accepted.connect(self._on_accepted)

    def open(self, window: QWidget) -> None:
        """Show the boxes."""
        self.overlay.open(window)

    def _body(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(self.letterhead)
        column.addWidget(self.qr)
        told = tr("A name on paper can give her away. A scanned code stays on her phone.")
        column.addWidget(Banner(told, "am"))
        return body

    def _on_accepted(self) -> None:
        letterhead, qr = self.letterhead.isChecked(), self.qr.isChecked()
        self._ctx.call(sheets.choose, self._sheet, letterhead=letterhead, qr=qr)
        self._ctx.notify(tr("Saved."))
