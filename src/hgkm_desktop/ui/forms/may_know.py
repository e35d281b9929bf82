"""What a receiver may know of her, part by part."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from hgkm_desktop.rules.lists import LifeDomain
from hgkm_desktop.rules.words import word
from hgkm_desktop.services import consents
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.checks import CheckBox

LONG = 14
"""Longer words get a line of their own."""


class MayKnow(QWidget):
    """A box for each part of a life; none is ticked beforehand."""

    changed = Signal()

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.boxes = {part: CheckBox(word(part)) for part in consents.PARTS}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(10))
        grid.setVerticalSpacing(px(7))
        place = 0
        for box in self.boxes.values():
            is_long = len(box.text()) > LONG
            place += is_long and place % 2
            grid.addWidget(box, place // 2, place % 2, 1, 2 if is_long else 1)
            place += 2 if is_long else 1
            box.clicked.connect(self.changed)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.setFocusProxy(next(iter(self.boxes.values())))

    def value(self) -> tuple[LifeDomain, ...]:
        """Return what is ticked."""
        return tuple(part for part, box in self.boxes.items() if box.isChecked())

    def set_value(self, parts: Iterable[LifeDomain]) -> None:
        """Tick exactly these; nobody is told."""
        wanted = set(parts)
        for part, box in self.boxes.items():
            box.setChecked(part in wanted)
