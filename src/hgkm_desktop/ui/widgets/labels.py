"""Words on the page: one function for each size the look knows (LOOK.md 2, type)."""

from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QLabel

from hgkm_desktop.ui.style import color


class Label(QLabel):
    """Words that stand at the leading side of the page, whatever language they are in.

    Qt puts Dutch words in an Arabic page at the left, away from the icon they belong to.
    """

    def __init__(self) -> None:
        super().__init__()
        self._lead()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the direction of the page."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._lead()

    def _lead(self) -> None:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        middle = self.alignment() & Qt.AlignmentFlag.AlignVertical_Mask
        centred = self.alignment() & Qt.AlignmentFlag.AlignHCenter
        if not centred:
            self.setAlignment(middle | side | Qt.AlignmentFlag.AlignAbsolute)


def label(text: str, role: str, wrap: bool = False) -> QLabel:
    """Return plain text in a role of the style sheet; never markup, whatever is typed."""
    made = Label()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    made.setWordWrap(wrap)
    made.setText(text)
    return made


def page_title(text: str) -> QLabel:
    """Return the title of a page, 25 px."""
    return label(text, "page-title")


def wizard_title(text: str) -> QLabel:
    """Return the title of a step of the first start or of an error page, 28 px."""
    return label(text, "wizard-title", wrap=True)


def panel_title(text: str, wrap: bool = False) -> QLabel:
    """Return the title of a panel, 19 px."""
    return label(text, "panel-title", wrap)


def group_heading(text: str, wrap: bool = False) -> QLabel:
    """Return the heading of a group, 16 px."""
    return label(text, "group", wrap)


def body(text: str, wrap: bool = False) -> QLabel:
    """Return ordinary text, 15 px."""
    return label(text, "body", wrap)


def bold(text: str, wrap: bool = False) -> QLabel:
    """Return ordinary text with weight, 15 px."""
    return label(text, "bold", wrap)


def lead(text: str, wrap: bool = True) -> QLabel:
    """Return the sentence under a large title, 16 px."""
    return label(text, "lead", wrap)


def explain(text: str, wrap: bool = False) -> QLabel:
    """Return an explanation in full ink, 14 px."""
    return label(text, "explain", wrap)


def muted(text: str, wrap: bool = False) -> QLabel:
    """Return an explanation or something on the side, 14 px."""
    return label(text, "muted", wrap)


def small(text: str, wrap: bool = False) -> QLabel:
    """Return the smallest text there is, 13 px."""
    return label(text, "small", wrap)


def form_label(text: str) -> QLabel:
    """Return the name above a field, 14 px with weight."""
    return label(text, "label")


def number(text: str) -> QLabel:
    """Return a time or a score, 17 px with weight; it reads from left to right everywhere."""
    made = label(text, "number")
    made.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    return made


def hairline() -> QFrame:
    """Return a line of one pixel between parts of a card."""
    made = QFrame()
    made.setProperty("role", "hairline")
    return made


class RichLine(Label):
    """Words with weight and colour, then ordinary words, in one line that wraps."""

    def __init__(self, strong: str, text: str = "", tone: str = "") -> None:
        self._strong, self._text, self._tone = strong, text, tone
        super().__init__()
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self._write()

    def say(self, strong: str, text: str = "", tone: str = "") -> None:
        """Show other words."""
        self._strong, self._text, self._tone = strong, text, tone
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme: colours in rich text do not change by themselves."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._write()

    def _write(self) -> None:
        hue = color(self._tone or "ink").name()
        parts = [escape(self._text)]
        if self._strong:
            parts.insert(0, f'<b style="color:{hue};font-weight:600">{escape(self._strong)}</b>')
        self.setText(" ".join(part for part in parts if part))
        self.setAccessibleName(f"{self._strong} {self._text}".strip())
