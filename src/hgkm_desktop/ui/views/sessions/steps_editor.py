"""Small next steps in a form: what, by when, and how it stands; "not now" is an answer (R-083)."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from hgkm_desktop.rules.follow_ups import MOST_STEPS, Step
from hgkm_desktop.rules.session_words import word
from hgkm_desktop.rules.sessions import StepState
from hgkm_desktop.services.follow_ups import SHORT
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.forms import field_values
from hgkm_desktop.ui.forms.tab_chain import follow
from hgkm_desktop.ui.forms.typed_day import TypedDay
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.buttons import icon_button, make_button
from hgkm_desktop.ui.widgets.inputs import line_edit
from hgkm_desktop.ui.widgets.segmented import Segmented

DAY = 132
Typed = list[tuple[str, str, str]]


class StepRow(QWidget):
    """One step; a line without words is none."""

    changed = Signal()
    removed = Signal()

    def __init__(self, step: Step, today: date) -> None:
        super().__init__()
        self.what: QLineEdit = line_edit(tr("A small step, for example: call together"))
        self.what.setMaxLength(4 * SHORT)
        self.what.setText(step.what)
        self.what.setAccessibleName(tr("Small step"))
        self.by = TypedDay(step.by, today, ahead=True)
        self.by.setAccessibleName(tr("By when?"))
        self.by.setPlaceholderText(tr("By when?"))
        self.by.setFixedWidth(px(DAY))
        self.state = states(step.state)
        self.remove = icon_button("x", tr("Remove this step"), small=True, kind="bare")
        self._lay_out()
        self.what.textChanged.connect(self._on_changed)
        self.by.textChanged.connect(self._on_changed)
        self.state.changed.connect(self._on_changed)
        self.remove.clicked.connect(self.removed)

    def value(self) -> Step:
        """Return what stands here; raise Invalid({"steps": …}) for a day nobody can read."""
        state = self.state.value()
        assert isinstance(state, StepState)
        return Step(self.what.text(), self.by.day("steps"), state)

    def stops(self) -> Sequence[QWidget]:
        """Return what Tab visits, in order."""
        return self.what, self.by, *self.state.segments, self.remove

    def _lay_out(self) -> None:
        below = QHBoxLayout()
        below.setSpacing(px(8))
        below.addWidget(self.by)
        below.addWidget(self.state)
        below.addStretch(1)
        below.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, px(4))
        column.setSpacing(px(6))
        column.addWidget(self.what)
        column.addLayout(below)

    def _on_changed(self) -> None:
        self.changed.emit()


class StepsEditor(QWidget):
    """All steps below each other, and the way to one more."""

    changed = Signal()

    def __init__(self, steps: Sequence[Step], today: date) -> None:
        super().__init__()
        self.rows: list[StepRow] = []
        self._today = today
        self.more = make_button(tr("Another small step"), "quiet", "plus", small=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(8))
        foot = QHBoxLayout()
        foot.addWidget(self.more)
        foot.addStretch(1)
        self._column.addLayout(foot)
        for step in steps or (Step(""),):
            self._add(step)
        self.more.clicked.connect(self._on_more)

    def values(self) -> tuple[Step, ...]:
        """Return all of them, empty lines too: those are left out when saving."""
        return tuple(row.value() for row in self.rows)

    def typed(self) -> Typed:
        """Return what stands in the lines as it was typed."""
        return [(row.what.text(), row.by.text(), str(row.state.value())) for row in self.rows]

    def show_typed(self, lines: Typed) -> None:
        """Put back what was typed."""
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = []
        for what, by, state in lines or [("", "", StepState.TO_DO.value)]:
            row = self._add(Step(what, state=StepState(state)))
            row.by.setText(by)
        self.changed.emit()

    def _add(self, step: Step) -> StepRow:
        row = StepRow(step, self._today)
        self.rows.append(row)
        self._column.insertWidget(len(self.rows) - 1, row)
        row.changed.connect(self.changed)
        row.removed.connect(partial(self._on_removed, row))
        before = [each.remove for each in self.rows[-2:-1]]
        follow((*before, *row.stops(), self.more))
        self._count()
        return row

    def _count(self) -> None:
        for row in self.rows:
            row.remove.setVisible(len(self.rows) > 1)
        self.more.setVisible(len(self.rows) < MOST_STEPS)
        self.setFocusProxy(self.rows[0].what)

    def _on_more(self) -> None:
        self._add(Step("")).what.setFocus()
        self.changed.emit()

    def _on_removed(self, row: StepRow) -> None:
        self.rows.remove(row)
        row.hide()
        row.deleteLater()
        self._count()
        self.rows[0].what.setFocus()
        self.changed.emit()


def states(state: StepState) -> Segmented:
    """Return the choice of how a step stands: to do, done, or not now."""
    made = Segmented([(each, word(each)) for each in StepState], tr("How does it stand?"), True)
    made.set_value(state)
    return made


@field_values.read.register
def _(field: StepsEditor) -> Typed:
    return field.typed()


@field_values.write.register
def _(field: StepsEditor, value: Typed) -> None:
    field.show_typed(value)
