"""A sheet to be read aloud from the screen: large, and every digit by itself."""

from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QTextEdit

from hgkm_desktop.sheets.card import CardContent
from hgkm_desktop.sheets.content import Bit, Box, Content, Said
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.style import color, px

LEFT_TO_RIGHT, END = "\u2066", "\u2069"
NEXT, PAUSE = "\u00a0", "\u00a0" * 3
"""Between digits and between groups of them; a number never runs over the end of a line."""

NORMAL, LARGE = 18, 26


def digits_apart(number: str) -> str:
    """Return "0800-2000" as it is said: digit by digit, from left to right."""
    groups = number.replace("-", " ").split()
    spaced = PAUSE.join(NEXT.join(group) for group in groups)
    return f"{LEFT_TO_RIGHT}{spaced}{END}"


def lines_of(content: Content) -> list[tuple[str, tuple[Said, ...]]]:
    """Return every heading with what is said under it, the closing block last.

    What is to be filled in by hand on paper is not said.
    """
    parts = [(part.heading, part.lines) for part in content.parts]
    boxes = tuple(_said_of(box) for box in content.boxes if box.call)
    return [*parts, (str(content.words["where_to_go"]), boxes)] if boxes else parts


def spoken(content: Content | CardContent) -> str:
    """Return what stands on a sheet or a card in reading order, for a screen reader."""
    if isinstance(content, CardContent):
        rows = [" ".join((*_texts(row.call), row.label, row.note)) for row in content.rows]
        return "\n".join((content.cover.title, *rows))
    house = [content.house.name] if content.house.letterhead else []
    lines = [*house, content.title, content.lead]
    for heading, said in lines_of(content):
        lines += [heading, *("".join(_texts(line)) for line in said)]
    if content.must_say_unread:
        lines.append(str(content.words["not_reviewed"]))
    return "\n".join(lines)


def _texts(said: Said) -> list[str]:
    return [bit.text for bit in said]


class AloudText(QTextEdit):
    """Shows a sheet in large letters and scrolls by keyboard; nothing can be typed or copied."""

    def __init__(self, pixels: int = NORMAL) -> None:
        super().__init__()
        self._pixels = pixels
        self._content: Content | None = None
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Text to read aloud"))
        self.document().setDocumentMargin(px(18))

    def show_content(self, content: Content) -> None:
        """Show this sheet from its first word."""
        self._content = content
        self.setAccessibleDescription(content.title)
        self._write()
        self.verticalScrollBar().setValue(0)

    def clear_content(self) -> None:
        """Keep nothing of it."""
        self._content = None
        self.clear()

    def changeEvent(self, e: QEvent) -> None:
        """Follow the theme: colours in rich text do not change by themselves."""
        super().changeEvent(e)
        if e.type() == QEvent.Type.StyleChange and self._content is not None:
            self._write()

    def _write(self) -> None:
        content = self._content
        assert content is not None
        way = "rtl" if content.rtl else "ltr"
        html = [self._line(content.title, way, 1.5, bold=True, above=0)]
        html.append(self._line(content.lead, way, 1.05))
        for heading, said in lines_of(content):
            html.append(self._line(heading, way, 1.15, bold=True, above=1.0))
            html += [self._spoken(each, way) for each in said]
        self.setHtml("".join(html))

    def _line(
        self, text: str, way: str, times: float, *, bold: bool = False, above: float = 0.25
    ) -> str:
        return self._paragraph(escape(text), way, times, bold=bold, above=above)

    def _spoken(self, said: Said, way: str) -> str:
        return self._paragraph("".join(map(_bit, said)), way, 1.0)

    def _paragraph(
        self, html: str, way: str, times: float, *, bold: bool = False, above: float = 0.25
    ) -> str:
        size, space = px(self._pixels * times), px(self._pixels * above)
        weight = 600 if bold else 400
        look = f"font-size:{size}px;font-weight:{weight};color:{color('ink').name()}"
        place = f"margin-top:{space}px;margin-bottom:0px;line-height:125%"
        return f'<p dir="{way}" style="{place}"><span style="{look}">{html}</span></p>'


def _bit(bit: Bit) -> str:
    if not bit.is_number:
        return escape(bit.text)
    return f'<b style="font-weight:600">{escape(digits_apart(bit.text))}</b>'


def _said_of(box: Box) -> Said:
    parts = (Bit(f"{box.label} "), *box.call)
    return (*parts, Bit(f" ({box.note})")) if box.note else parts
