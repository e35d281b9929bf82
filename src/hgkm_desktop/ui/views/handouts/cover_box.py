"""What the card pretends to be: she chooses the cover herself."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from hgkm_desktop.sheets.card import Cover
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.checks import RadioButton
from hgkm_desktop.ui.widgets.labels import group_heading, muted
from hgkm_desktop.ui.widgets.strips import Banner


class CoverBox(QWidget):
    """The covers in the language of the card, one of them chosen."""

    changed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.buttons: list[RadioButton] = []
        self._group: QButtonGroup | None = None
        self._list = QVBoxLayout()
        self._list.setSpacing(px(10))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        column.addWidget(group_heading(tr("Which cover?"), wrap=True))
        column.addWidget(muted(tr("She chooses herself."), wrap=True))
        column.addLayout(self._list)
        told = tr("Eight on a sheet. Cut and fold them together.")
        column.addWidget(Banner(told, "bl"))
        column.addStretch(1)

    def offer(self, covers: Sequence[Cover], chosen: int) -> None:
        """Show the covers of a language; nobody is told."""
        for button in self.buttons:
            self._list.removeWidget(button)
            button.deleteLater()
        self._group = QButtonGroup(self)
        self.buttons = [RadioButton(cover.title) for cover in covers]
        for place, button in enumerate(self.buttons):
            button.setChecked(place == chosen)
            self._group.addButton(button, place)
            self._list.addWidget(button)
        self._group.idClicked.connect(self.changed)
