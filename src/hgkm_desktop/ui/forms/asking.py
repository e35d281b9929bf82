"""A dialog of buttons: the keyboard begins at the first of them, the way back comes last."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from hgkm_desktop.ui.forms.tab_chain import buttons_last, follow
from hgkm_desktop.ui.widgets.dialog import Overlay


class Asking(Overlay):
    """Its buttons may be others after every change; `in_order` says how Tab reads them."""

    def open(self, window: QWidget) -> None:
        """Show it, with the keyboard in its first answer."""
        super().open(window)
        buttons_last(self)
        self.stops()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def in_order(self, widgets: Sequence[QWidget]) -> None:
        """Let Tab visit these one after the other, and then the way back."""
        follow(widgets)
        buttons_last(self)
