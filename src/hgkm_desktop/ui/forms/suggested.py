"""A line to type in, with examples that fill it when they are pressed."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.flow import FlowLayout
from hgkm_desktop.ui.widgets.inputs import line_edit


class Suggested(QWidget):
    """The examples are only that: nothing is filled in before somebody chooses."""

    def __init__(self, examples: Sequence[str], longest: int) -> None:
        super().__init__()
        self.line = line_edit()
        self.line.setMaxLength(longest)
        self.setFocusProxy(self.line)
        self.buttons = [make_button(words, "quiet", small=True) for words in examples]
        holder = QWidget()
        row = FlowLayout(4, 2)
        holder.setLayout(row)
        for button, words in zip(self.buttons, examples, strict=True):
            row.addWidget(button)
            button.clicked.connect(partial(self.line.setText, words))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(2))
        column.addWidget(self.line)
        column.addWidget(holder)

    def setAccessibleName(self, name: str) -> None:
        """Give the name to what is typed in."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def text(self) -> str:
        """Return what is typed."""
        return self.line.text()

    def set_text(self, text: str) -> None:
        """Fill the line."""
        self.line.setText(text)
