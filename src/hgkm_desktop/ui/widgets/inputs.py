"""What is typed into: lines, searches, longer texts."""

from PySide6.QtCore import QMimeData, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy

from hgkm_desktop.ui.icons import paint_icon
from hgkm_desktop.ui.style import font, px
from hgkm_desktop.ui.widgets.key_cap import cap_width, paint_cap
from hgkm_desktop.ui.widgets.painting import at_side, is_rtl, middle, start


def line_edit(placeholder: str = "", size: str = "", left_to_right: bool = False) -> QLineEdit:
    """Return a line to type in (size: "", small or big); codes and phones stay left to right."""
    made = QLineEdit()
    made.setProperty("grade", size)
    made.setPlaceholderText(placeholder)
    if left_to_right:
        made.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    return made


class SearchField(QLineEdit):
    """A line with a looking glass before it, and the key that leads here after it."""

    def __init__(self, placeholder: str, key_hint: str = "", small: bool = False) -> None:
        super().__init__()
        self._key_hint, self._side = key_hint, 17 if small else 19
        self.setProperty("grade", "small" if small else "")
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setAccessibleDescription(key_hint)
        self._reserve()

    def setLayoutDirection(self, direction: Qt.LayoutDirection) -> None:
        """Mirror the room for icon and key as well."""
        super().setLayoutDirection(direction)
        self._reserve()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line, the looking glass and the key."""
        super().paintEvent(event)
        painter, whole, rtl = start(self), QRectF(self.rect()), is_rtl(self)
        box = middle(at_side(whole, px(12), px(self._side), rtl), px(self._side))
        paint_icon(painter, box, "magnifying-glass", "mut")
        if self._key_hint:
            paint_cap(painter, self._cap_box(whole, rtl), self._key_hint)

    def _cap_box(self, whole: QRectF, rtl: bool) -> QRectF:
        width = cap_width(self._key_hint)
        return at_side(whole, whole.width() - px(8) - width, width, rtl)

    def _reserve(self) -> None:
        leading = px(self._side + 7)
        trailing = round(cap_width(self._key_hint)) if self._key_hint else 0
        sides = (trailing, leading) if is_rtl(self) else (leading, trailing)
        self.setTextMargins(sides[0], 0, sides[1], 0)


PASTE_LONGEST = 20_000
"""More than any service takes, so that it answers; a book would stop the program for minutes."""


class TextArea(QPlainTextEdit):
    """A text of several lines; Tab leaves it, so that nobody is caught inside."""

    def __init__(self, placeholder: str = "", lines: int = 3) -> None:
        super().__init__()
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(px(3))
        self._height = QFontMetrics(font()).lineSpacing() * lines + px(20)
        self.setMinimumHeight(self._height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take a paste in as plain text, as far as there is room for it."""
        kept = self.document().characterCount() - 1 - len(self.textCursor().selectedText())
        self.insertPlainText(source.text()[: max(0, PASTE_LONGEST - kept)])

    def sizeHint(self) -> QSize:
        """Ask for the lines it was made for."""
        return QSize(px(240), self._height)
