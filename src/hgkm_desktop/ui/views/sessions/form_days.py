"""The days of a series below each other, each with a tick that leaves it out."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.dates import day_in_short
from hgkm_desktop.ui.forms import field_values
from hgkm_desktop.ui.forms.tab_chain import follow
from hgkm_desktop.ui.names import inside
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.checks import CheckBox
from hgkm_desktop.ui.widgets.roving import Roving
from hgkm_desktop.ui.widgets.scroll import FittingScroll

COLUMNS, HEIGHT = 2, 196


class Days(QWidget):
    """One Tab stop; the arrows move and Space ticks. What was ticked by hand stays so.

    `marks` says what is on a day. Tab comes to the days from the part `after` which they stand.
    """

    changed = Signal()

    def __init__(self, name: str, today: date, after: QWidget) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._today, self._after = today, after
        self._shown: tuple[tuple[date, str, bool], ...] = ()
        self._by_hand: dict[str, bool] = {}
        self.boxes: dict[date, CheckBox] = {}
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(px(4), px(4), px(4), px(4))
        self._grid = QWidget()
        self._column.addWidget(self._grid)
        area = FittingScroll(self._inside)
        area.setMaximumHeight(px(HEIGHT))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)

    def show_days(
        self, days: Sequence[date], marks: Mapping[date, str], closed: frozenset[date]
    ) -> None:
        """Show these days; those that are `closed` are not ticked, unless somebody did."""
        shown = tuple((day, marks.get(day, ""), day in closed) for day in days)
        if shown != self._shown:
            self._shown = shown
            self._make()

    def left_out(self) -> frozenset[date]:
        """Return the days without a tick."""
        return frozenset(day for day, box in self.boxes.items() if not box.isChecked())

    def by_hand(self) -> dict[str, bool]:
        """Return which days somebody ticked or not, whatever is on them."""
        return dict(self._by_hand)

    def set_by_hand(self, ticks: Mapping[str, bool]) -> None:
        """Tick what was ticked by hand, the rest as it comes."""
        self._by_hand = dict(ticks)
        self._make()
        self.changed.emit()

    def _make(self) -> None:
        """Make the ticks anew; the keyboard stays at its day."""
        at = next((day for day, box in self.boxes.items() if box.hasFocus()), None)
        before, self._grid = self._grid, QWidget()
        grid = QGridLayout(self._grid)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(14))
        grid.setVerticalSpacing(px(7))
        self.boxes = {day: self._box(day, mark, closed) for day, mark, closed in self._shown}
        for place, box in enumerate(self.boxes.values()):
            grid.addWidget(box, place // COLUMNS, place % COLUMNS)
        for column in range(COLUMNS):
            grid.setColumnStretch(column, 1)
        Roving(self._grid, list(self.boxes.values()), columns=COLUMNS)
        self._column.replaceWidget(before, self._grid)
        before.hide()
        before.deleteLater()
        self._grid.show()
        follow((self._after, *self.boxes.values()))
        if at is not None and at in self.boxes:
            self.boxes[at].setFocus()

    def _box(self, day: date, mark: str, closed: bool) -> CheckBox:
        words = day_in_short(day, self._today)
        made = CheckBox(tr(", ").join((words, inside(mark))) if mark else words)
        made.setChecked(self._by_hand.get(day.isoformat(), not closed))
        made.setProperty("day", day.isoformat())
        made.clicked.connect(self._on_clicked)
        return made

    def _on_clicked(self, on: bool) -> None:
        self._by_hand[str(self.sender().property("day"))] = on
        self.changed.emit()


@field_values.read.register
def _(field: Days) -> dict[str, bool]:
    return field.by_hand()


@field_values.write.register
def _(field: Days, value: dict[str, bool]) -> None:
    field.set_by_hand(value)
