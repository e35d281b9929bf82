"""Words of different weight in one line that wraps: her name, her code, and why.

Painted, and not a label with rich text: a page has thirty of these, and a document for each made
opening it twice as slow. What was typed stays plain text, whatever it holds.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from hgkm_desktop.ui.style import color, font, px
from hgkm_desktop.ui.widgets.painting import is_rtl, start, text_width

_APART = "\u00a0"
_LEAST = 60


@dataclass(frozen=True, repr=False)
class Part:
    """A few words: their colour by name, their weight, and their size in the mock-ups."""

    text: str
    hue: str = "ink"
    is_bold: bool = False
    size: int = 14


def name_of(text: str) -> Part:
    """Return how she is called, as the first words of a row."""
    return Part(text, is_bold=True, size=16)


def code_of(text: str) -> Part:
    """Return her code beside her name."""
    return Part(_APART + text, "mut", size=13)


def beside(text: str) -> Part:
    """Return a few quiet words beside a name, not too close to it."""
    return Part(_APART + text if text else "", "mut")


class Rich(QWidget):
    """Shows parts behind each other and takes as many lines as they need."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: tuple[Part, ...] = ()
        self._heights: dict[int, int] = {}
        self._layout: QTextLayout | None = None
        self._width = 0
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def text(self) -> str:
        """Everything it says, in one breath."""
        return " ".join(part.text.strip() for part in self._parts)

    def say(self, parts: Iterable[Part]) -> None:
        """Show these words; those without a letter are left out."""
        found = tuple(part for part in parts if part.text)
        if found != self._parts:
            self._parts = found
            self.setAccessibleName(self.text)
            self._begin_anew()

    def heightForWidth(self, width: int) -> int:
        """Return the height of all its lines at a width."""
        if width < px(_LEAST):
            return px(18)  # layouts ask for widths at which nothing is ever shown
        wide = min(width, self._natural)  # beyond one line nothing changes any more
        if wide not in self._heights:
            self._heights[wide] = self._lay_out(wide)
        return self._heights[wide]

    def sizeHint(self) -> QSize:
        """Ask for one line."""
        return QSize(self._natural, self.heightForWidth(self._natural))

    def minimumSizeHint(self) -> QSize:
        """Give way sideways: the words wrap, an endless one too."""
        return QSize(min(self._natural, px(_LEAST)), px(18))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme and the direction of the page."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange):
            self._begin_anew()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Write the words, in the middle where there is more room than they need."""
        if self._layout is None or self._width != self.width():
            self._lay_out(self.width())
        if self._layout is not None:
            height = self._layout.boundingRect().height()
            above = max(0.0, (self.height() - height) / 2)
            self._layout.draw(start(self), QPointF(0, above))

    def _begin_anew(self) -> None:
        widths = (text_width(font(p.size, p.is_bold), f"{p.text} ") for p in self._parts)
        self._natural = int(sum(widths)) + 1
        self._heights, self._layout = {}, None
        self.updateGeometry()
        self.update()

    def _lay_out(self, width: int) -> int:
        if self._layout is None:
            self._layout = self._made()
        self._layout.beginLayout()
        top = 0.0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, top))
            top += line.height()
        self._layout.endLayout()
        self._width = width
        return int(top + 0.999)

    def _made(self) -> QTextLayout:
        made = QTextLayout(" ".join(part.text for part in self._parts), font(14))
        made.setTextOption(self._option())
        made.setFormats(self._formats())
        made.setCacheEnabled(True)
        return made

    def _option(self) -> QTextOption:
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        if is_rtl(self):
            option.setTextDirection(Qt.LayoutDirection.RightToLeft)
            option.setAlignment(Qt.AlignmentFlag.AlignRight)
        return option

    def _formats(self) -> list[QTextLayout.FormatRange]:
        found, at = list[QTextLayout.FormatRange](), 0
        for part in self._parts:
            look = QTextCharFormat()
            look.setFont(font(part.size, part.is_bold))
            look.setForeground(color(part.hue))
            piece = QTextLayout.FormatRange()
            # Qt counts in UTF-16: a letter outside the first plane is two of its places.
            length = len(part.text.encode("utf-16-le")) // 2
            piece.start, piece.length, piece.format = at, length, look
            found.append(piece)
            at += length + 1
        return found

    _natural = 0
