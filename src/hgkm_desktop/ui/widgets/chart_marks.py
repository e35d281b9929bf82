"""The four ways a person is drawn in a chart: a shape and a line of her own (06b)."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from hgkm_desktop.ui.style import color, px

MARKERS = ("circle", "square", "triangle", "diamond")
_DASHES: dict[str, tuple[float, float]] = {"triangle": (5, 4), "diamond": (2, 4)}
_WIDTH = 2.6


def paint_marker(
    painter: QPainter, centre: QPointF, marker: str, hue: str, share: float = 1, edge: str = "card"
) -> None:
    """Paint the shape of a person around a point; `share` makes it smaller."""
    painter.save()
    painter.translate(centre)
    painter.scale(px(100) / 100 * share, px(100) / 100 * share)
    painter.setBrush(color(hue))
    painter.setPen(QPen(color(edge), 2) if edge else QPen(Qt.PenStyle.NoPen))
    painter.drawPath(_shape(marker))
    painter.restore()


def paint_line(painter: QPainter, points: Sequence[QPointF], marker: str, hue: str) -> None:
    """Paint the line between the points of a person."""
    pen = QPen(color(hue), _WIDTH * px(100) / 100)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if marker in _DASHES:
        pen.setDashPattern([length / _WIDTH for length in _DASHES[marker]])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(list(points))


def _shape(marker: str) -> QPainterPath:
    path = QPainterPath()
    if marker == "square":
        path.addRoundedRect(QRectF(-6, -6, 12, 12), 2, 2)
    elif marker == "triangle":
        _join(path, (0, -7.5), (7.5, 6), (-7.5, 6))
    elif marker == "diamond":
        _join(path, (0, -8), (8, 0), (0, 8), (-8, 0))
    else:
        path.addEllipse(QPointF(0, 0), 6.5, 6.5)
    return path


def _join(path: QPainterPath, *corners: tuple[float, float]) -> None:
    path.moveTo(*corners[0])
    for corner in corners[1:]:
        path.lineTo(*corner)
    path.closeSubpath()
