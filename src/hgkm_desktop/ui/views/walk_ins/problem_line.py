"""What is wrong with a field that has no name above it: chips, the sentence of the desk."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.icon_label import IconLabel
from hgkm_desktop.ui.widgets.labels import label


class ProblemLine(QWidget):
    """A mark and a sentence under the field; hidden while nothing is wrong."""

    def __init__(self, field: QWidget) -> None:
        super().__init__()
        self._field = field
        self._usual = field.accessibleDescription()
        self._text = label("", "problem", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(6))
        mark = IconLabel("warning-circle", "rd", 17, "fill", circle=20)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        self.hide()

    def complain(self, text: str) -> None:
        """Say what is wrong; an empty text means nothing is."""
        self._text.setText(text)
        self.setVisible(bool(text))
        self._field.setAccessibleDescription(text or self._usual)
        if self._field.property("error") != bool(text):
            self._field.setProperty("error", bool(text))
            self._field.style().polish(self._field)

    def problem(self) -> str:
        """Return what is wrong, or nothing."""
        return self._text.text()
