"""What both sides said yes to: a tick is kept at once (08a, R-043)."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.rules.appointment import Visit
from hgkm_desktop.rules.going_along import BothSides
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.checks import CheckBox
from hgkm_desktop.ui.widgets.labels import explain, form_label


class Tick(QWidget):
    """A tick whose words wrap; a click on the words is a click on the tick."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.box, self.words = CheckBox(""), explain(text, wrap=True)
        self.box.setAccessibleName(text)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(2))
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1, Qt.AlignmentFlag.AlignVCenter)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick it."""
        if self.rect().contains(event.position().toPoint()):
            self.box.click()


class Ticks(QWidget):
    """A tick for each thing that was agreed, and one for the interpreter where there is one."""

    ticked = Signal(object, bool)
    interpreter_ticked = Signal(bool)

    def __init__(self, visit: Visit, her: str, ours: str, theirs: str) -> None:
        super().__init__()
        knows = tr("{her} knows {us} comes")
        alone = tr("{her} also speaks {us} alone for ten minutes")
        lines = {
            BothSides.SHE_WANTS_US: tr("{her} wants {us} there").format(her=her, us=ours),
            BothSides.PARTNER_KNOWS: _begun(knows.format(her=theirs, us=ours)),
            BothSides.TIME_ALONE: alone.format(her=her, us=theirs),
        }
        self.ticks = {side: Tick(text) for side, text in lines.items()}
        self.interpreter = Tick(tr("Interpreter confirmed"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(form_label(tr("An agreement of two sides")))
        for side, tick in self.ticks.items():
            column.addWidget(tick)
            tick.box.setChecked(side in visit.details.both_sides)
            tick.box.clicked.connect(partial(self._on_clicked, side))
        column.addWidget(self.interpreter)
        interpreter = visit.details.interpreter
        self.interpreter.setVisible(interpreter is not None)
        self.interpreter.box.setChecked(interpreter is not None and interpreter.is_sure)
        self.interpreter.box.clicked.connect(self.interpreter_ticked)

    def all_boxes(self) -> list[CheckBox]:
        """Return every tick, from top to bottom."""
        return [each.box for each in (*self.ticks.values(), self.interpreter)]

    def _on_clicked(self, side: BothSides) -> None:
        self.ticked.emit(side, self.ticks[side].box.isChecked())


def _begun(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
