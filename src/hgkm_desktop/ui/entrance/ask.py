"""Asking for a passphrase: on the sign-in page and on the locked clock, with the same answers."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.entrance.two_phrases import LONGEST
from hgkm_desktop.ui.widgets.buttons import Button
from hgkm_desktop.ui.widgets.fields import Field
from hgkm_desktop.ui.widgets.password import PasswordField


class Ask(QObject):
    """A field and a button. What is typed leaves with `submitted` and is kept nowhere."""

    submitted = Signal(str)

    def __init__(self, button: Button, parent: QObject) -> None:
        super().__init__(parent)
        self.line, self.button = PasswordField(), button
        self.field = Field(tr("Passphrase"), self.line)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_waited)
        self._is_busy = False
        self.line.setMaxLength(LONGEST)
        self.line.returnPressed.connect(self._on_entered)
        self.line.textEdited.connect(self._on_edited)
        button.clicked.connect(self._on_entered)

    def name(self, text: str) -> None:
        """Say whose passphrase is asked."""
        self.field.label.setText(text)
        self.line.setAccessibleName(text)

    def show_problem(self, text: str) -> None:
        """Say that it did not work; the next try begins with an empty field."""
        self.line.wipe()
        self.busy(False)
        self.field.complain(text)
        self.take_focus()

    def wait(self, seconds: int) -> None:
        """Let nothing be tried for a while; nothing counts down."""
        self.line.wipe()
        said = tr("Wait {seconds} seconds. Then try again.").format(seconds=seconds)
        self.field.complain(said if seconds > 1 else tr("Wait one second. Then try again."))
        self._timer.start(seconds * 1000)
        self._refresh()

    def busy(self, is_busy: bool) -> None:
        """Let nothing be typed while it is being tried."""
        self._is_busy = is_busy
        self._refresh()

    def clear(self) -> None:
        """Forget what was typed and what was wrong."""
        self.line.wipe()
        self.field.clear()

    def take_focus(self) -> None:
        """Bring the keyboard here."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refresh(self) -> None:
        self.line.setEnabled(not self._is_busy)
        self.button.setEnabled(not self._is_busy and not self._timer.isActive())

    def _on_entered(self) -> None:
        if not self.button.isEnabled():
            return
        typed = self.line.text()
        if not typed:
            self.take_focus()
            return
        self.clear()
        self.submitted.emit(typed)

    def _on_edited(self) -> None:
        if not self._timer.isActive():
            self.field.clear()

    def _on_waited(self) -> None:
        self.field.clear()
        self._refresh()
        self.take_focus()
