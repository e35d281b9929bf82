"""The only motion there is: something appears in 120 ms, or at once (LOOK.md 7)."""

from PySide6.QtCore import QAbstractAnimation, QPropertyAnimation
from PySide6.QtWidgets import QGraphicsOpacityEffect, QWidget

from hgkm_desktop.ui.style import motion


class _Fade(QPropertyAnimation):
    """Lets one widget appear, and takes the effect away afterwards: text is sharper without."""

    def __init__(self, widget: QWidget, milliseconds: int) -> None:
        self._widget = widget
        effect = QGraphicsOpacityEffect(widget)
        widget.setGraphicsEffect(effect)
        super().__init__(effect, b"opacity", widget)
        self.setDuration(milliseconds)
        self.setStartValue(0.0)
        self.setEndValue(1.0)
        self.finished.connect(self._on_finished)

    def _on_finished(self) -> None:
        self._widget.setGraphicsEffect(None)  # pyright: ignore[reportArgumentType]


def fade_in(widget: QWidget, milliseconds: int = 120) -> None:
    """Let a widget appear; where the system asks for less motion, it is simply there."""
    lasting = motion(milliseconds)
    if lasting:
        _Fade(widget, lasting).start(QAbstractAnimation.DeletionPolicy.DeleteWhenStopped)
