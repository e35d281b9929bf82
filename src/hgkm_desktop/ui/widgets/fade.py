"""The only motion there is: something appears in 120 ms, or at once (LOOK.md 7)."""

from PySide6.QtCore import QAbstractAnimation, QPropertyAnimation
from PySide6.QtWidgets import QGraphicsOpacityEffect, QWidget

from hgkm_desktop.ui.style import motion


def fade_in(widget: QWidget, milliseconds: int = 120) -> None:
    """Let a widget appear; where the system asks for less motion, it is simply there."""
    lasting = motion(milliseconds)
    if not lasting:
        return
    effect = QGraphicsOpacityEffect(widget)
    widget.setGraphicsEffect(effect)
    animation = QPropertyAnimation(effect, b"opacity", widget)
    animation.setDuration(lasting)
    animation.setStartValue(0.0)
    animation.setEndValue(1.0)
    animation.finished.connect(_Ending(widget).end)
    animation.start(QAbstractAnimation.DeletionPolicy.DeleteWhenStopped)


class _Ending:
    """Takes the effect away afterwards: widgets are sharper and quicker without."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget

    def end(self) -> None:
        """Show the widget as it is."""
        self._widget.setGraphicsEffect(None)  # pyright: ignore[reportArgumentType]
