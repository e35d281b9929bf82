"""Words beside what they are about, and small lists, on the card at the side."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.partners.spread import spread
from hgkm_desktop.ui.widgets.badges import Badge
from hgkm_desktop.ui.widgets.buttons import Button
from hgkm_desktop.ui.widgets.labels import bold, explain, form_label, muted
from hgkm_desktop.ui.widgets.painting import line_height

NAMES = 104
"""How wide the names of facts are, so that what they say begins below each other."""


class Facts(QWidget):
    """A grid of names and what they say; what says nothing is left out."""

    def __init__(self, facts: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(8))
        grid.setVerticalSpacing(px(8))
        grid.setColumnMinimumWidth(0, px(NAMES))
        grid.setColumnStretch(1, 1)
        told = [(name, text) for name, text in facts if text]
        for row, (name, text) in enumerate(told):
            heading = muted(name, wrap=True)
            heading.setFixedWidth(px(NAMES))
            said = explain(spread(text), wrap=True)
            said.setAccessibleName(f"{name}: {text}")
            _meet(heading, said)
            grid.addWidget(heading, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(said, row, 1, Qt.AlignmentFlag.AlignTop)


def _meet(one: QLabel, other: QLabel) -> None:
    """Let first lines stand at one height: Arabic letters need more room than Latin ones."""
    higher = line_height(one.text(), 14) - line_height(other.text().split("\n")[0], 14)
    lower = other if higher > 0 else one
    lower.setContentsMargins(0, abs(higher) // 2, 0, 0)


class Section(QWidget):
    """A heading with a button at its trailing side, and lines below it."""

    def __init__(self, title: str, button: Button | None = None) -> None:
        super().__init__()
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, px(6), 0, 0)
        self._lines.setSpacing(px(7))
        head = QHBoxLayout()
        head.addWidget(form_label(title), 1)
        if button is not None:
            head.addWidget(button)
        self._lines.addLayout(head)

    def say(self, text: str) -> None:
        """Put a line of words under what is there."""
        self._lines.addWidget(muted(spread(text), wrap=True))

    def add(self, line: QWidget) -> None:
        """Put something under what is there."""
        self._lines.addWidget(line)


class Line(QWidget):
    """Something with weight, words under it, perhaps a badge, and a button that changes it."""

    def __init__(
        self,
        title: str,
        texts: Sequence[str],
        badge: tuple[str, str] | None = None,
        button: Button | None = None,
    ) -> None:
        super().__init__()
        said = QVBoxLayout()
        said.setSpacing(px(2))
        if title:
            said.addWidget(bold(spread(title), wrap=True))
        for text in texts:
            if text:
                said.addWidget(explain(spread(text), wrap=True))
        if badge is not None:
            said.addWidget(Badge(*badge), 0, Qt.AlignmentFlag.AlignLeading)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addLayout(said, 1)
        if button is not None:
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
