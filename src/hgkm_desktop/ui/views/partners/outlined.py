"""A word in a thin line: formal or informal (mock-up 10)."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hgkm_desktop.ui.style import font, px
from hgkm_desktop.ui.views.partners.list_table import paint_outlined
from hgkm_desktop.ui.widgets.painting import is_rtl, start, text_width


class Outlined(QWidget):
    """As the list has it in a column."""

    def __init__(self, text: str, tone: str) -> None:
        super().__init__()
        self._text, self._tone = text, tone
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Be as wide as what is painted."""
        return QSize(round(text_width(font(13, bold=True), self._text) + px(16) + 0.5), px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the word."""
        paint_outlined(start(self), QRectF(self.rect()), self._text, self._tone, is_rtl(self))
