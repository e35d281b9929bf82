"""A field of a few lines that does not grow: a dialog should fit without scrolling."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QFontMetrics

from hgkm_desktop.ui.style import font, px
from hgkm_desktop.ui.widgets.inputs import TextArea

_LONGEST_PASTE = 8_000
"""More is cut: it is too long to be saved anyway, and laying out a book stops the program."""


class FewLines(TextArea):
    """Shows so many lines; more text scrolls inside it."""

    def __init__(self, lines: int = 2) -> None:
        super().__init__(lines=lines)
        self.setFixedHeight(QFontMetrics(font()).lineSpacing() * lines + px(20))

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take a paste in as plain text."""
        self.insertPlainText(source.text()[:_LONGEST_PASTE])
