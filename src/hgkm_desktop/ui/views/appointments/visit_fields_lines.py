"""A few lines of the same kind below each other, as many as she wants up to a number."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.forms import field_values
from hgkm_desktop.ui.forms.tab_chain import follow
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.buttons import icon_button, make_button
from hgkm_desktop.ui.widgets.inputs import line_edit

Line = tuple[str, ...]
"""What stands in the boxes of one line."""


class LineRow(QWidget):
    """One line: its boxes, and a button that takes it out."""

    changed = Signal()
    removed = Signal()

    def __init__(self, names: Sequence[str], line: Line, longest: int) -> None:
        super().__init__()
        self.boxes = [line_edit(name if len(names) > 1 else "") for name in names]
        self.remove = icon_button("x", tr("Remove this line"), small=True, kind="bare")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        for place, (box, name) in enumerate(zip(self.boxes, names, strict=True)):
            box.setMaxLength(longest)
            box.setAccessibleName(name)
            box.setText(line[place] if place < len(line) else "")
            box.textChanged.connect(self.changed)
            row.addWidget(box, 1 + place)
        row.addWidget(self.remove)
        self.remove.clicked.connect(self.removed)

    def value(self) -> Line:
        """Return what is typed."""
        return tuple(box.text() for box in self.boxes)


class Lines(QWidget):
    """Lines of one or two boxes; an empty one is always there to begin in."""

    changed = Signal()

    def __init__(self, names: Sequence[str], more: str, *, most: int, longest: int) -> None:
        super().__init__()
        self._names, self._most, self._longest = names, most, longest
        self.rows: list[LineRow] = []
        self.more = make_button(more, "quiet", "plus", small=True)
        self.more.setParent(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(6))
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)
        self.more.clicked.connect(self._on_more)
        self.set_values([])

    def values(self) -> list[Line]:
        """Return the lines somebody typed something in."""
        lines = (row.value() for row in self.rows)
        return [line for line in lines if any(text.strip() for text in line)]

    def set_values(self, lines: Sequence[Line]) -> None:
        """Show these lines and no others."""
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = []
        for line in list(lines)[: self._most] or [()]:
            self._add(line)
        self.changed.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard to the first box."""
        self.rows[0].boxes[0].setFocus(event.reason())

    def first_boxes(self) -> list[QLineEdit]:
        """Return the first box of each line."""
        return [row.boxes[0] for row in self.rows]

    def _add(self, line: Line) -> LineRow:
        row = LineRow(self._names, line, self._longest)
        before = [each.remove for each in self.rows[-1:]]
        self.rows.append(row)
        self._column.insertWidget(len(self.rows) - 1, row)
        row.changed.connect(self.changed)
        row.removed.connect(partial(self._on_removed, row))
        follow((*before, *row.boxes, row.remove, self.more))
        self._count()
        return row

    def _count(self) -> None:
        for row in self.rows:
            row.remove.setVisible(len(self.rows) > 1)
        self.more.setVisible(len(self.rows) < self._most)

    def _on_more(self) -> None:
        self._add(()).boxes[0].setFocus()
        self.changed.emit()

    def _on_removed(self, row: LineRow) -> None:
        self.rows.remove(row)
        row.hide()
        row.deleteLater()
        self._count()
        self.rows[0].boxes[0].setFocus()
        self.changed.emit()


@field_values.read.register
def _(field: Lines) -> list[list[str]]:
    return [list(row.value()) for row in field.rows]


@field_values.write.register
def _(field: Lines, value: list[list[str]]) -> None:
    field.set_values([tuple(line) for line in value])
