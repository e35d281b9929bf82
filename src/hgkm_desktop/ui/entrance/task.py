"""One thing to do of several on a page: a number that becomes a mark, a title, a sentence."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.labels import bold, muted
from hgkm_desktop.ui.widgets.steps import NumberMark


class Task(QWidget):
    """A numbered thing to do; `done` turns its number into a mark."""

    def __init__(self, number: int, title: str, text: str) -> None:
        super().__init__()
        self._mark = NumberMark(number)
        self._text = muted(text, wrap=True)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, px(4), 0, 0)
        self.body.setSpacing(px(2))
        self.body.addWidget(bold(title, wrap=True))
        self.body.addWidget(self._text)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(14))
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self.body, 1)

    def text(self) -> str:
        """Return how it stands."""
        return self._text.text()

    def say(self, text: str) -> None:
        """Tell how it stands."""
        self._text.setText(text)

    def set_done(self, done: bool) -> None:
        """Show whether it is done."""
        self._mark.set_kind("done" if done else "ring")
