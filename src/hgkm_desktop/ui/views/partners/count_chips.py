"""Which organisations to show: pills with a count, of which always one is on (mock-up 10)."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.widgets.chips import Chip
from hgkm_desktop.ui.widgets.flow import FlowLayout
from hgkm_desktop.ui.widgets.roving import Roving


class CountChips(QWidget):
    """One Tab stop; the first is on at the start and has no count: it is everything."""

    changed = Signal()

    def __init__(self, options: Sequence[tuple[object, str]]) -> None:
        super().__init__()
        self.setAccessibleName(tr("Show which?"))
        self._words = dict(options)
        self.chips = [Chip(text, value=value) for value, text in options]
        layout = FlowLayout(8)
        self.setLayout(layout)
        for chip in self.chips:
            layout.addWidget(chip)
            chip.clicked.connect(self._on_clicked)
        self._roving = Roving(self, self.chips)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_value(options[0][0])

    def value(self) -> object:
        """Return what is on."""
        return next(chip.value for chip in self.chips if chip.isChecked())

    def set_value(self, value: object) -> None:
        """Turn one on; nobody is told."""
        for chip in self.chips:
            chip.setChecked(chip.value == value)

    def set_count(self, value: object, count: int) -> None:
        """Show how many rows one has."""
        for chip in self.chips:
            if chip.value == value:
                chip.setText(f"{self._words[value]} {count}")
                chip.setAccessibleName(f"{self._words[value]}, {count}")
                chip.updateGeometry()

    def _on_clicked(self) -> None:
        clicked = self.sender()
        for chip in self.chips:
            chip.setChecked(chip is clicked)
        self.changed.emit()
