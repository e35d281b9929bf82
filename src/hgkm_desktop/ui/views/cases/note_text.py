"""What a note is typed in: Tab leaves it, and what she could be recognised by is underlined."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import QPainterPath, QPaintEvent, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from hgkm_desktop.rules import pasted
from hgkm_desktop.rules.recognisable import Span
from hgkm_desktop.services.case_notes import LONGEST
from hgkm_desktop.ui.style import color, px
from hgkm_desktop.ui.views.cases.note_words import Starter
from hgkm_desktop.ui.widgets.inputs import TextArea
from hgkm_desktop.ui.widgets.painting import start

LINES = 4
OPENERS = ' \n“"('
_WIDE_SIGNS = 0x10000


class NoteText(TextArea):
    """Plain text only. A conversation from an app is asked about before it is taken in (R-113)."""

    chat_pasted = Signal(str)
    too_long = Signal()

    def __init__(self) -> None:
        super().__init__(lines=LINES)
        self._spans: Sequence[Span] = ()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take a paste in, unless it could never be sealed or was copied from a chat."""
        text = source.text()
        if len(text) > LONGEST:
            self.too_long.emit()
        elif pasted.looks_like_chat(text):
            self.chat_pasted.emit(text)
        else:
            super().insertFromMimeData(source)

    def begin_with(self, starter: Starter) -> None:
        """Put the beginning of a sentence where the keyboard is."""
        cursor = self.textCursor()
        before = self.toPlainText()[: _count(self.toPlainText(), cursor.position())]
        gap = "" if not before or before[-1] in OPENERS else " "
        cursor.insertText(gap + starter.text)
        cursor.movePosition(
            QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.MoveAnchor, starter.back
        )
        self.setTextCursor(cursor)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def mark(self, spans: Sequence[Span]) -> None:
        """Underline these pieces."""
        self._spans = spans
        self.setExtraSelections([self._underlined(span) for span in spans])

    def go_to(self, span: Span) -> None:
        """Select a piece, with the keyboard in the text."""
        self.setTextCursor(self._cursor(span))
        self.ensureCursorVisible()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, e: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(e)
        if e.type() == QEvent.Type.StyleChange and getattr(self, "_spans", ()):
            self.mark(self._spans)

    def _underlined(self, span: Span) -> QTextEdit.ExtraSelection:
        made, look = QTextEdit.ExtraSelection(), QTextCharFormat()
        look.setBackground(color("amt"))
        look.setUnderlineColor(color("ams"))
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
        made.cursor = self._cursor(span)  # pyright: ignore[reportAttributeAccessIssue]
        made.format = look  # pyright: ignore[reportAttributeAccessIssue]
        return made

    def _cursor(self, span: Span) -> QTextCursor:
        text, cursor = self.toPlainText(), self.textCursor()
        cursor.setPosition(_units(text[: span.start]))
        cursor.setPosition(_units(text[: span.end]), QTextCursor.MoveMode.KeepAnchor)
        return cursor


class Edgeless(QWidget):
    """Shows a text without its own edge: the card around it has one already."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self._inside, self._corners = inside, _Corners(self)
        inside.setParent(self)
        self.setMinimumHeight(inside.minimumHeight())
        self.setFocusProxy(inside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the edge fall outside, and cover its round corners."""
        super().resizeEvent(event)
        self._inside.setGeometry(self.rect().adjusted(-1, -1, 1, 1))
        self._corners.setGeometry(self.rect())
        self._corners.raise_()


class _Corners(QWidget):
    """Lies over the corners of a text and lets everything through."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is outside a rounder corner."""
        whole, outside, within = QRectF(self.rect()), QPainterPath(), QPainterPath()
        outside.addRect(whole)
        within.addRoundedRect(whole, px(10), px(10))
        start(self).fillPath(outside - within, color("card"))


def _units(text: str) -> int:
    """Return how many places Qt counts: a sign outside the first 65,536 takes two."""
    return len(text) + sum(ord(sign) >= _WIDE_SIGNS for sign in text)


def _count(text: str, units: int) -> int:
    """Return how many signs stand before a place of Qt."""
    passed = 0
    for number, sign in enumerate(text):
        if passed >= units:
            return number
        passed += 2 if ord(sign) >= _WIDE_SIGNS else 1
    return len(text)
