"""What stands where nothing is yet: a drawing, a sentence, one button (LOOK.md 4)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.drawing import Chairs
from hgkm_desktop.ui.widgets.labels import label

_CENTRE = Qt.AlignmentFlag.AlignHCenter


class Empty(QWidget):
    """Large with a drawing for a page, small without for a card."""

    clicked = Signal()
    quiet_clicked = Signal()

    def __init__(
        self,
        title: str,
        text: str,
        button: str = "",
        quiet: str = "",
        drawing: bool = True,
        icon: str | None = None,
    ) -> None:
        super().__init__()
        self.button = make_button(button, icon=icon)
        self.quiet = make_button(quiet, "quiet")
        self._title = _centred(title, "empty-title" if drawing else "empty-small")
        self._text = _centred(text, "lead" if drawing else "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(22), px(22), px(22), px(22))
        layout.setSpacing(px(6 if drawing else 4))
        layout.addStretch(1)
        if drawing:
            layout.addWidget(Chairs(), 0, _CENTRE)
            layout.addSpacing(px(10))
        layout.addWidget(self._title)
        layout.addLayout(_narrow(self._text))
        layout.addSpacing(px(12 if drawing else 6))
        layout.addLayout(self._buttons())
        layout.addStretch(1)

    def say(self, title: str, text: str) -> None:
        """Show other words, as when a search finds nothing."""
        self._title.setText(title)
        self._text.setText(text)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(px(10))
        row.addStretch(1)
        for button, told in ((self.button, self.clicked), (self.quiet, self.quiet_clicked)):
            row.addWidget(button)
            if not button.text():
                button.hide()
            button.clicked.connect(told)
        row.addStretch(1)
        return row


def _centred(text: str, role: str) -> QLabel:
    made = label(text, role, wrap=True)
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return made


def _narrow(text: QLabel) -> QHBoxLayout:
    row = QHBoxLayout()
    text.setMaximumWidth(px(470))
    row.addStretch(1)
    row.addWidget(text, 100)
    row.addStretch(1)
    return row
