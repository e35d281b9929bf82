"""A soft shadow, painted: style sheets have none, and effects blur what is inside."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from hgkm_desktop.ui.style import px

_LAYERS = 24
_INK = (10, 25, 22)


def paint_shadow(
    painter: QPainter, rect: QRectF, radius: float, blur: int = 40, down: int = 18, alpha: int = 71
) -> None:
    """Paint the shadow of a round box; the box itself is painted over it."""
    painter.setPen(Qt.PenStyle.NoPen)
    for layer in range(_LAYERS):
        reach = px(blur) * (1 - 2 * layer / _LAYERS) / 2
        share = alpha / _LAYERS
        box = rect.translated(0, px(down)).adjusted(-reach, -reach, reach, reach)
        painter.setBrush(QColor(*_INK, round(share)))
        round_by = max(1.0, radius + reach)
        painter.drawRoundedRect(box, round_by, round_by)
