"""Text laid out and painted without labels: a timeline of two hundred notes must open at once."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QTextCharFormat, QTextLayout, QTextOption

from hgkm_desktop.ui.style import color, font, px

_BREAK = "\u2028"


@dataclass(frozen=True, repr=False)
class Run:
    """Words in one size, weight and colour."""

    text: str
    pixels: int = 15
    bold: bool = False
    hue: str = "ink"


class Written:
    """A few runs behind each other that wrap; an endless word is broken anywhere."""

    def __init__(self, *runs: Run, spacing: float = 1.0, towards_end: bool = False) -> None:
        self._runs = [run for run in runs if run.text]
        self._spacing, self._towards_end = spacing, towards_end
        self._made: tuple[float, bool, QTextLayout, float] | None = None

    def height(self, width: float, rtl: bool) -> float:
        """Return how high it is when it is so wide."""
        return self._laid_out(width, rtl)[1] if self._runs else 0.0

    def paint(self, painter: QPainter, at: QPointF, width: float, rtl: bool) -> None:
        """Paint it from its upper left corner."""
        if self._runs:
            self._laid_out(width, rtl)[0].draw(painter, at)

    def forget(self) -> None:
        """Lay it out again: colours or letters have changed."""
        self._made = None

    def _laid_out(self, width: float, rtl: bool) -> tuple[QTextLayout, float]:
        if self._made is None or self._made[:2] != (width, rtl):
            layout = self._layout(rtl)
            self._made = width, rtl, layout, _flow(layout, width, self._spacing)
        return self._made[2], self._made[3]

    def _layout(self, rtl: bool) -> QTextLayout:
        text = "".join(run.text for run in self._runs).replace("\n", _BREAK)
        layout = QTextLayout(text, font(self._runs[0].pixels))
        at_right = rtl is not self._towards_end
        side = Qt.AlignmentFlag.AlignRight if at_right else Qt.AlignmentFlag.AlignLeft
        option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute)
        direction = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        option.setTextDirection(direction)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(_formats(self._runs))
        layout.setCacheEnabled(True)
        return layout


def _formats(runs: Sequence[Run]) -> list[QTextLayout.FormatRange]:
    found, start = list[QTextLayout.FormatRange](), 0
    for run in runs:
        look, piece = QTextCharFormat(), QTextLayout.FormatRange()
        look.setFont(font(run.pixels, bold=run.bold))
        look.setForeground(color(run.hue))
        length = len(run.text.encode("utf-16-le")) // 2
        piece.start, piece.length = start, length  # pyright: ignore[reportAttributeAccessIssue]
        piece.format = look  # pyright: ignore[reportAttributeAccessIssue]
        found.append(piece)
        start += length
    return found


def _flow(layout: QTextLayout, width: float, spacing: float) -> float:
    """Fill lines of a width; return how high they are together."""
    y = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, px(40)))
        line.setPosition(QPointF(0, y))
        y += line.height() * spacing
    layout.endLayout()
    return y
