"""What stands over the list: which rows, only my own, and the button to begin (05)."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from hgkm_desktop.rules.holding import State
from hgkm_desktop.services.case_list import CaseRow
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.cases.list_card import OPEN
from hgkm_desktop.ui.views.cases.list_words import RINGS, state_in_short
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.checks import CheckBox
from hgkm_desktop.ui.widgets.filter_chips import Filter, FilterChips

ALL = "all"
NARROW = 1040


class ListBar(QWidget):
    """Says which rows are wanted; the counts are of everything, whatever is wanted."""

    changed = Signal()
    new_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        states = [Filter(each, state_in_short(each), 0, RINGS[each]) for each in OPEN]
        self.chips = FilterChips([Filter(ALL, tr("All"), 0), *states])
        self.own = CheckBox(tr("Only mine"))
        self.new = make_button(tr("Begin with somebody"), "primary", "plus")
        self._beside = _beside(self.own, self.new)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(22))
        self._grid.setVerticalSpacing(px(10))
        self._grid.setColumnStretch(0, 1)
        self._place(is_narrow=False)
        self.chips.changed.connect(self.changed)
        self.own.toggled.connect(self.changed)
        self.new.clicked.connect(self.new_asked)

    def wants(self, state: State) -> bool:
        """Say whether rows of a state are wanted."""
        return self.chips.value() in (ALL, state)

    def is_narrowed(self) -> bool:
        """Say whether anything is left out."""
        return self.chips.value() != ALL or self.own.isChecked()

    def clear(self) -> None:
        """Want everything again; nobody is told."""
        self.chips.set_value(ALL)
        with QSignalBlocker(self.own):
            self.own.setChecked(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the chips under the button where there is no room for both."""
        super().resizeEvent(event)
        self._place(is_narrow=event.size().width() < px(NARROW))

    def show_counts(self, rows: Sequence[CaseRow]) -> None:
        """Show how many there are of each."""
        self.chips.set_count(ALL, sum(row.is_open for row in rows))
        for state in OPEN:
            self.chips.set_count(state, sum(row.state is state for row in rows))

    def _place(self, *, is_narrow: bool) -> None:
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(self._beside, 0, 1, top)
        if is_narrow:
            self._grid.addWidget(self.chips, 1, 0, 1, 2)
        else:
            self._grid.addWidget(self.chips, 0, 0, top)


def _beside(*parts: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(px(22))
    for part in parts:
        row.addWidget(part)
    return holder
