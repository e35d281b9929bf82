"""A dialog that can refuse to close: while something is being made, or until it is done."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from hgkm_desktop.ui.widgets.dialog import Overlay


class HeldOverlay(Overlay):
    """Esc and "Cancel" do nothing while it is held; locking still takes it away."""

    def __init__(
        self,
        title: str,
        body: QWidget,
        *,
        text: str = "",
        accept: str,
        cancel: str = "",
        check: Callable[[], bool],
        width: int = 560,
    ) -> None:
        super().__init__(title, body, text, accept, cancel, check=check, width=width)
        self.is_held = False

    def set_busy(self, is_busy: bool, *, held: bool | None = None) -> None:
        """Switch the buttons off while something is being made; `held` says if it may close."""
        self.is_held = is_busy if held is None else held
        self.accept_button.setEnabled(not is_busy)
        self.cancel_button.setEnabled(not is_busy)

    def reject(self) -> None:
        """Close, when it may."""
        if not self.is_held:
            super().reject()
