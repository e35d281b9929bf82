"""Who holds on: a ring that says it in shape before colour (LOOK.md 4)."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hgkm_desktop.ui.style import color, font, px
from hgkm_desktop.ui.widgets.painting import (
    at_side,
    draw_text,
    inside,
    is_rtl,
    middle,
    start,
    text_width,
)

STATES = ("nobody", "offered", "us", "partner", "done")
_CENTRE = QPointF(10, 10)


def paint_ring(painter: QPainter, rect: QRectF, state: str, rtl: bool = False) -> None:
    """Paint the ring into a square; the arrow of a partner points where the page runs."""
    painter.save()
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / 20, rect.height() / 20)
    if rtl and state == "partner":
        painter.translate(20, 0)
        painter.scale(-1, 1)
    _RINGS[state](painter)
    painter.restore()


def _open(painter: QPainter, hue: str, width: float, dashes: tuple[float, ...] = ()) -> None:
    pen = QPen(color(hue), width)
    if dashes:
        pen.setDashPattern([length / width for length in dashes])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(_CENTRE, 7.5, 7.5)


def _full(painter: QPainter, hue: str, *strokes: tuple[tuple[float, float], ...]) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color(hue))
    painter.drawEllipse(_CENTRE, 7.5, 7.5)
    pen = QPen(color("card"), 2)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for stroke in strokes:
        painter.drawPolyline([QPointF(*point) for point in stroke])


def _dot(painter: QPainter, hue: str, centre: QPointF, radius: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color(hue))
    painter.drawEllipse(centre, radius, radius)


def _nobody(painter: QPainter) -> None:
    _open(painter, "rds", 2.4)
    pen = QPen(color("rds"), 2.2)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawLine(QPointF(10, 6.2), QPointF(10, 10.8))
    _dot(painter, "rds", QPointF(10, 13.7), 1.3)


def _offered(painter: QPainter) -> None:
    _open(painter, "ams", 2.4, (4.2, 3.65))
    _dot(painter, "ams", _CENTRE, 2.4)


def _us(painter: QPainter) -> None:
    _full(painter, "oks", ((6.6, 10.2), (9, 12.6), (13.6, 7.6)))


def _partner(painter: QPainter) -> None:
    _full(painter, "bls", ((7, 10), (13, 10)), ((10.6, 7.4), (13.2, 10), (10.6, 12.6)))


def _done(painter: QPainter) -> None:
    _open(painter, "nts", 2)


_RINGS: dict[str, Callable[[QPainter], None]] = {
    "nobody": _nobody,
    "offered": _offered,
    "us": _us,
    "partner": _partner,
    "done": _done,
}


class HolderLine(QWidget):
    """The ring and who it is."""

    def __init__(self, state: str, text: str) -> None:
        super().__init__()
        self._state, self._text = state, text
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Make room for ring and words."""
        return QSize(px(30) + round(text_width(font(15), self._text)) + 1, px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring and the words."""
        painter, whole, rtl = start(self), QRectF(self.rect()), is_rtl(self)
        square = middle(at_side(whole, 0, px(22), rtl), px(22))
        paint_ring(painter, square, self._state, rtl)
        draw_text(painter, inside(whole, px(30), 0, rtl), self._text, font(15), "ink", rtl)
