"""The signal of unsafety: three bars that say how sure somebody is, in shape before colour."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from hgkm_desktop.ui.style import color

LEVELS: dict[str, tuple[int, str]] = {
    "none": (0, "nt"),
    "vague": (1, "bl"),
    "clear": (2, "am"),
    "acute": (3, "rd"),
}


def tone_of(level: str) -> str:
    """Return the family of colours of a level."""
    return LEVELS[level][1]


def paint_bars(painter: QPainter, rect: QRectF, level: str, hue: str = "") -> None:
    """Paint the bars into a square; they rise to the right in every language."""
    filled, tone = LEVELS[level]
    ink = color(hue or f"{tone}s")
    unit = rect.width() / 18
    painter.save()
    painter.setPen(QPen(ink, 1.4 * unit))
    for place in range(3):
        height = 6 + 4 * place
        bar = QRectF(1.75 + 6 * place, 16.2 - height, 3.5, height)
        painter.setBrush(ink if place < filled else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(
            QRectF(
                rect.left() + bar.left() * unit,
                rect.top() + bar.top() * unit,
                bar.width() * unit,
                bar.height() * unit,
            ),
            1.2 * unit,
            1.2 * unit,
        )
    painter.restore()
