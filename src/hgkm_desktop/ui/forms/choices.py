"""A few answers below each other, nothing chosen beforehand."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.checks import RadioButton


class Choices(QWidget):
    """One of a few; the arrows move and choose."""

    changed = Signal()

    def __init__(self, options: Sequence[tuple[object, str]], name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.buttons = [RadioButton(text) for _, text in options]
        self._values = [value for value, _ in options]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(3), 0, 0)
        column.setSpacing(px(8))
        for button in self.buttons:
            column.addWidget(button)
            button.toggled.connect(self._on_toggled)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def value(self) -> object:
        """Return what is chosen, None while nothing is."""
        pairs = zip(self._values, self.buttons, strict=True)
        return next((value for value, button in pairs if button.isChecked()), None)

    def set_value(self, value: object) -> None:
        """Choose one of them."""
        self.buttons[self._values.index(value)].setChecked(True)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard to what is chosen, or to the first."""
        chosen = next((each for each in self.buttons if each.isChecked()), self.buttons[0])
        chosen.setFocus(event.reason())

    def _on_toggled(self, on: bool) -> None:
        if on:
            self.changed.emit()
