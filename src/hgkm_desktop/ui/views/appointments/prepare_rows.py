"""The rows of the side panel: a name at the leading side, and what is known beside it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.avatar import Avatar
from hgkm_desktop.ui.widgets.badges import Tag
from hgkm_desktop.ui.widgets.flow import FlowLayout
from hgkm_desktop.ui.widgets.labels import bold, explain, muted

NAMES = 84
"""How wide the column of names is."""


class Rows(QWidget):
    """Names and what belongs to them, below each other."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(px(12))
        self._grid.setColumnMinimumWidth(0, px(NAMES))
        self._grid.setColumnStretch(1, 1)

    def add(self, name: str, *parts: QWidget) -> None:
        """Put a row under the others."""
        line = self._grid.rowCount()
        label = muted(name, wrap=True)
        label.setFixedWidth(px(NAMES))
        self._grid.addWidget(label, line, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(stacked(parts), line, 1)


def stacked(parts: Sequence[QWidget]) -> QWidget:
    """Return parts below each other, painted ones no wider than themselves."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(px(4))
    for part in parts:
        is_text = isinstance(part, QLabel) or part.layout() is not None
        side = Qt.AlignmentFlag(0) if is_text else Qt.AlignmentFlag.AlignLeading
        column.addWidget(part, 0, side)
    return holder


def person(name: str, color: int, note: str, *, gone: bool = False) -> QWidget:
    """Return somebody of ours with her circle."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(px(7))
    row.addWidget(Avatar(name, color, 24, gone))
    row.addWidget(explain(name))
    row.addWidget(muted(note, wrap=True), 1)
    return holder


def tags(words: Sequence[str]) -> QWidget:
    """Return a few words beside each other."""
    holder = QWidget()
    flow = FlowLayout(6, 6)
    holder.setLayout(flow)
    for each in words:
        flow.addWidget(Tag(each))
    return holder


def numbered(lines: Sequence[str]) -> QWidget:
    """Return her questions with their numbers, in her order."""
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(px(7))
    grid.setVerticalSpacing(px(4))
    grid.setColumnStretch(1, 1)
    for place, line in enumerate(lines):
        grid.addWidget(muted(f"{place + 1}."), place, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(explain(line, wrap=True), place, 1)
    return holder


def strong(text: str) -> QLabel:
    """Return the first line of a row, with weight."""
    return bold(text, wrap=True)
