"""Going on without a key ring: what that means, that it is understood, and the button."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.checks import CheckBox
from hgkm_desktop.ui.widgets.labels import group_heading
from hgkm_desktop.ui.widgets.strips import Banner


class WithoutKeyRing(QWidget):
    """Two locks become one (SECURITY.md): `chosen` only after somebody ticked that she knows."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.understood = CheckBox(tr("I understand. We choose long passphrases."))
        self.button = make_button(tr("Go on without a key ring"))
        self.button.setEnabled(False)
        self.understood.toggled.connect(self.button.setEnabled)
        self.button.clicked.connect(self.chosen)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(12))
        layout.addWidget(group_heading(tr("It can be done without a key ring"), wrap=True))
        layout.addWidget(
            Banner(
                tr("Whoever takes the file along can keep on guessing passphrases."),
                "am",
                tr("Then there is one lock less."),
            )
        )
        layout.addWidget(self.understood)
        layout.addLayout(row)
