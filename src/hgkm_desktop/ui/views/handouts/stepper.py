"""How many: a number to type, with a minus and a plus beside it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from hgkm_desktop.services.prints import MOST_COPIES
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.buttons import icon_button

STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 10, Qt.Key.Key_PageDown: -10}


class CopiesField(QLineEdit):
    """A number of copies; digits stand from left to right everywhere, the arrows count."""

    def __init__(self) -> None:
        super().__init__()
        self.setValidator(QIntValidator(1, MOST_COPIES, self))
        self.setMaxLength(len(str(MOST_COPIES)))
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setProperty("inner", True)
        self.setFixedWidth(px(60))
        self.setAccessibleName(tr("How many"))
        self.set_value(1)
        self.editingFinished.connect(self._on_finished)

    def value(self) -> int:
        """Return the number; nothing typed counts as one."""
        typed = self.text()
        return min(max(int(typed), 1), MOST_COPIES) if typed.isdecimal() else 1

    def set_value(self, value: int) -> None:
        """Show a number, the nearest one that can be printed."""
        self.setText(str(min(max(value, 1), MOST_COPIES)))

    def step(self, by: int) -> None:
        """Count up or down."""
        self.set_value(self.value() + by)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Count with the arrows, by tens with Page Up and Page Down."""
        by = STEPS.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            self.step(by)

    def _on_finished(self) -> None:
        self.set_value(self.value())


class Stepper(QWidget):
    """Minus, a number, plus."""

    changed = Signal()

    def __init__(self, small: bool = False) -> None:
        super().__init__()
        self.field = CopiesField()
        self.field.setProperty("grade", "small" if small else "")
        self.fewer = icon_button("minus", tr("One less"), small=small)
        self.more = icon_button("plus", tr("One more"), small=small)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(6))
        for part in (self.fewer, self.field, self.more):
            row.addWidget(part)
        self.fewer.clicked.connect(self._on_fewer)
        self.more.clicked.connect(self._on_more)
        self.field.textChanged.connect(self.changed)

    def value(self) -> int:
        """Return the number, also while it is being typed."""
        return self.field.value()

    def set_value(self, value: int) -> None:
        """Show this number."""
        self.field.set_value(value)

    def _on_fewer(self) -> None:
        self.field.step(-1)

    def _on_more(self) -> None:
        self.field.step(1)
