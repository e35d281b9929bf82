"""A field: its name above, what is typed, a hint, and what is wrong with it (LOOK.md 9)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.combo import ComboField
from hgkm_desktop.ui.widgets.date_time import DateField, TimeField
from hgkm_desktop.ui.widgets.icon_label import IconLabel
from hgkm_desktop.ui.widgets.inputs import SearchField, TextArea, line_edit
from hgkm_desktop.ui.widgets.labels import form_label, label, muted

__all__ = [
    "ComboField",
    "DateField",
    "Field",
    "SearchField",
    "TextArea",
    "TimeField",
    "line_edit",
]


class Field(QWidget):
    """Puts a name, a hint and room for a problem around any input."""

    def __init__(self, name: str, widget: QWidget, hint: str = "") -> None:
        super().__init__()
        self.widget, self._hint_text = widget, hint
        self.label: QLabel = form_label(name)
        self.label.setBuddy(widget)
        self._hint = muted(hint, wrap=True)
        self._problem = label("", "problem", wrap=True)
        self._mark = IconLabel("warning-circle", "rd", 17, "fill", circle=20)
        self._problem_row = _problem_row(self._mark, self._problem)
        widget.setAccessibleName(name)
        widget.setAccessibleDescription(hint)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(5))
        layout.addWidget(self.label)
        if widget.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Fixed:
            layout.addLayout(_at_the_start(widget))
        else:
            layout.addWidget(widget)
        layout.addWidget(self._hint)
        layout.addWidget(self._problem_row)
        self._hint.setVisible(bool(hint))
        self._problem_row.hide()

    def complain(self, text: str) -> None:
        """Say at the field what is wrong; an empty text means nothing is."""
        self._problem.setText(text)
        self._mark.stand_beside(text, 14)
        self._problem_row.setVisible(bool(text))
        self._hint.setVisible(bool(self._hint_text) and not text)
        self.widget.setAccessibleDescription(text or self._hint_text)
        if self.widget.property("error") != bool(text):
            self.widget.setProperty("error", bool(text))
            self.widget.style().polish(self.widget)
            self.widget.update()

    def clear(self) -> None:
        """Take the problem away."""
        self.complain("")

    def problem(self) -> str:
        """Return what is wrong, or nothing."""
        return self._problem.text()

    def set_hint(self, text: str) -> None:
        """Explain the field in other words."""
        self._hint_text = text
        self._hint.setText(text)
        self.complain(self.problem())

    def take_focus(self) -> None:
        """Bring the keyboard here, as the first field with a problem should."""
        self.widget.setFocus(Qt.FocusReason.OtherFocusReason)


def _at_the_start(widget: QWidget) -> QHBoxLayout:
    """Keep what is no wider than itself under its name.

    A date runs from left to right in every language: on its own it would stay at the left.
    """
    row = QHBoxLayout()
    row.addWidget(widget)
    row.addStretch(1)
    return row


def _problem_row(mark: IconLabel, text: QLabel) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(px(6))
    layout.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    layout.addWidget(text, 1)
    return row
