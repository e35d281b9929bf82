"""A card that shows its heading, and the rest when somebody wants to read it."""

from collections.abc import Iterable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.card import Card
from hgkm_desktop.ui.widgets.icon_label import IconLabel
from hgkm_desktop.ui.widgets.labels import explain


class FoldCard(Card):
    """Opens and closes by its heading; what is inside is only read."""

    def __init__(self, heading: str) -> None:
        super().__init__(margins=(8, 6, 16, 6), spacing=0)
        self.button = make_button(heading, "quiet", trailing="caret-down", small=True)
        self._inside = QWidget()
        self._lines = QVBoxLayout(self._inside)
        self._lines.setContentsMargins(px(10), px(4), 0, px(8))
        self._lines.setSpacing(px(6))
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.add(self._inside)
        self.button.clicked.connect(self._on_clicked)
        self.fold(is_open=False)

    @property
    def is_open(self) -> bool:
        """Whether the lines are seen."""
        return not self._inside.isHidden()

    def fold(self, *, is_open: bool) -> None:
        """Show the lines, or only the heading."""
        self._inside.setVisible(is_open)
        self.button.set_trailing("caret-up" if is_open else "caret-down")
        self.button.setAccessibleDescription(tr("open") if is_open else tr("closed"))

    def show_lines(self, heading: str, points: Iterable[str], then: Iterable[str] = ()) -> None:
        """Show these points, and below them what to do then."""
        self.button.setText(heading)
        empty(self._lines)
        for text in points:
            self._lines.addWidget(Point(text))
        self._lines.addSpacing(px(4))
        for text in then:
            self._lines.addWidget(explain(text, wrap=True))

    def _on_clicked(self) -> None:
        self.fold(is_open=not self.is_open)


class Point(QWidget):
    """One line of a text, with a dot before it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        dot = IconLabel("dot-outline", "pri", 18, "fill")
        dot.stand_beside(text, 14)
        column = QVBoxLayout()
        column.addWidget(dot)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(6))
        row.addLayout(column)
        row.addWidget(explain(text, wrap=True), 1)


def empty(layout: QVBoxLayout) -> None:
    """Take everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        if (before := item.widget()) is not None:
            before.hide()
            before.deleteLater()
