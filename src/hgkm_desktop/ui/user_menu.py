"""What a member can do for herself: let somebody in, change her passphrase, see keys, close."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.own_passphrase import change_own_passphrase
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.dialog import Overlay


class UserMenu(QObject):
    """The few choices behind a member's own name at the foot of the rail."""

    keys_asked = Signal()
    switch_asked = Signal()
    close_asked = Signal()

    def __init__(self, ctx: Context, window: QWidget) -> None:
        super().__init__(window)
        self._ctx, self._window = ctx, window
        self._overlay = Overlay(ctx.member.name, body=self._choices(), cancel=tr("Back"))

    def open(self) -> None:
        """Show the choices over the page."""
        self._overlay.open(self._window)

    def _choices(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        for text, icon, key, slot in (
            (tr("Somebody else"), "users", "", self._on_switch_clicked),
            (tr("Change my passphrase"), "key", "", self._on_change_clicked),
            (tr("Keys"), "keyboard", "F1", self._on_keys_clicked),
            (tr("Close the program"), "sign-out", "", self._on_close_clicked),
        ):
            button = make_button(text, icon=icon, key_hint=key)
            button.clicked.connect(slot)
            column.addWidget(button)
        return body

    def _on_switch_clicked(self) -> None:
        self._overlay.close_overlay()
        self.switch_asked.emit()

    def _on_change_clicked(self) -> None:
        self._overlay.close_overlay()
        change_own_passphrase(self._ctx, self._window)

    def _on_keys_clicked(self) -> None:
        self._overlay.close_overlay()
        self.keys_asked.emit()

    def _on_close_clicked(self) -> None:
        self._overlay.close_overlay()
        self.close_asked.emit()
