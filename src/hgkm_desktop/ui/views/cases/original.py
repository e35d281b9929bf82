"""The text that is corrected: it stays as it was, and stands beside what is written now."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop.ui.breaking import as_typed
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.labels import body, hairline, small
from hgkm_desktop.ui.widgets.scroll import FittingScroll

HIGHEST = 150


class Original(QWidget):
    """Read-only and scrolled where it is long; hidden where nothing is corrected."""

    def __init__(self) -> None:
        super().__init__()
        self._when, self.text = small(""), body("", wrap=True)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(px(18), px(10), px(18), px(10))
        column.setSpacing(px(2))
        column.addWidget(self._when)
        column.addWidget(self.text)
        self._scroll = FittingScroll(inside)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll.setMaximumHeight(px(HIGHEST))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._scroll)
        layout.addWidget(hairline())
        self.hide()

    def show_text(self, when: str, text: str) -> None:
        """Show a text and when it was written, or nothing."""
        self._when.setText(when)
        self.text.setText(as_typed(text))
        self._scroll.setAccessibleName(f"{when} {text}")
        if text or self.parentWidget() is not None:
            self.setVisible(bool(text))
