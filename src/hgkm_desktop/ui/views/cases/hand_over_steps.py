"""The four steps of a handover down a dialog: done, now with what it asks, and still to come."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.rules.holding import Handover, Step
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.labels import body, bold, muted
from hgkm_desktop.ui.widgets.steps import NumberMark

_TOP = Qt.AlignmentFlag.AlignTop


def current_step(handover: Handover | None) -> int:
    """Return which step comes next, counted from 0."""
    return 0 if handover is None else list(Step).index(handover.step) + 1


class FourSteps(QWidget):
    """Every step with its number; the one that comes next holds what it asks."""

    def __init__(self, current: int, told: Sequence[str], part: QWidget) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        titles = _titles()
        for place, title in enumerate(titles):
            row = _StepRow(place, title, told[place], current, part if place == current else None)
            column.addWidget(row)
        said = tr("Step {number} of {total}: {title}")
        self.setAccessibleName(
            said.format(number=current + 1, total=len(titles), title=titles[current])
        )


class _StepRow(QWidget):
    """One step: its number, its name, what is known of it, and what it asks now."""

    def __init__(
        self, place: int, title: str, told: str, current: int, part: QWidget | None
    ) -> None:
        super().__init__()
        kind = "done" if place < current else "ring" if place == current else "tint"
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addSpacing(px(4))
        words.addWidget(bold(title) if place <= current else body(title))
        if told:
            words.addWidget(muted(told, wrap=True))
        if part is not None:
            words.addSpacing(px(6))
            words.addWidget(part)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(12))
        row.addWidget(NumberMark(place + 1, kind), 0, _TOP)
        row.addLayout(words, 1)


def _titles() -> list[str]:
    return [tr("Offered"), tr("A name says yes"), tr("Talked together"), tr("She says yes")]
