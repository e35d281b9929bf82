"""The foot of a wizard page: back at the leading side, on at the trailing one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.entrance.margins import margins
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.labels import hairline, muted

HEIGHT = 84


class Foot(QWidget):
    """Back, a quiet way aside, a word while it is busy, and on."""

    back = Signal()
    aside = Signal()
    forward = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.back_button = make_button(tr("Back"), big=True)
        self.aside_button = make_button("", kind="quiet")
        self.busy = muted("")
        self.next_button = make_button(tr("Next"), kind="primary", big=True, trailing="arrow-right")
        self.back_button.clicked.connect(self.back)
        self.aside_button.clicked.connect(self.aside)
        self.next_button.clicked.connect(self.forward)
        self.setFixedHeight(px(HEIGHT))
        self._row = row = QHBoxLayout()
        row.setSpacing(px(12))
        row.addWidget(self.back_button)
        row.addWidget(self.aside_button)
        row.addStretch(1)
        row.addWidget(self.busy)
        row.addWidget(self.next_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(hairline())
        layout.addLayout(row, 1)

    def set_side(self, side: int) -> None:
        """Begin where the fields above begin."""
        self._row.setContentsMargins(margins(self, side, 0, px(64), 0))

    def offer(self, back: bool, forward: str, aside: str = "") -> None:
        """Show which ways there are; an empty word means that way is not there."""
        self.back_button.setVisible(back)
        self.aside_button.setVisible(bool(aside))
        self.aside_button.setText(aside)
        self.next_button.setVisible(bool(forward))
        self.next_button.setText(forward)

    @property
    def is_busy(self) -> bool:
        """Say whether something runs that has to end first."""
        return bool(self.busy.text())

    def set_busy(self, words: str) -> None:
        """Say what it is busy with, and let nothing be pressed meanwhile."""
        self.busy.setText(words)
        for button in (self.back_button, self.aside_button, self.next_button):
            button.setEnabled(not words)
