"""The one field of the door: letters are a name, Enter lets her in, a few keys do the rest."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from hgkm_desktop.services.fields import one_line
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.style import px

LONGEST = 200
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_CHILDREN = {"+": 1, "-": -1}


class DoorField(QLineEdit):
    """What was let in is gone from it; what is only typed stays whatever happens."""

    entered = Signal()
    stepped = Signal(int)
    counted = Signal(int)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("grade", "huge")
        self.setMaxLength(LONGEST)
        self.setMinimumHeight(px(48))
        self.setPlaceholderText(tr("First name, alias or number"))
        self.setAccessibleName(tr("Who comes in?"))
        self.textEdited.connect(self._on_edited)

    def typed(self) -> str:
        """Return what is typed, without spaces around it."""
        return one_line(self.text())

    def empty(self) -> None:
        """Be ready for the next; what was let in does not come back with Ctrl+Z."""
        self.setText("")

    def veil(self, on: bool) -> None:
        """Hide the letters while names are hidden."""
        self.setEchoMode(QLineEdit.EchoMode.Password if on else QLineEdit.EchoMode.Normal)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Enter, the arrows and Esc; + and - count children while nothing is typed."""
        key, by = Qt.Key(event.key()), _CHILDREN.get(event.text(), 0)
        if key in _ENTER:
            self.entered.emit()
        elif key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif by and not self.text():
            self.counted.emit(by)
        else:
            super().keyPressEvent(event)

    def _on_edited(self, text: str) -> None:
        if not text:  # or Ctrl+Z would bring letters back, and not undo who came in last
            self.empty()
