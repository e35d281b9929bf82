"""In which phase she is: three steps in a row, and three small blocks for a table (05, 06a)."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.style import color, font, px
from hgkm_desktop.ui.widgets.painting import (
    at_side,
    draw_text,
    inside,
    is_rtl,
    middle,
    round_box,
    start,
    text_width,
)

PHASES = (1, 2, 3)
_HEIGHT, _POINT, _OVERLAP = 30, 9, 5
_BLOCK, _BLOCK_HEIGHT, _BLOCK_GAP = 13, 7, 2


def phase_name(phase: int) -> str:
    """Return what a phase (1, 2 or 3) is called."""
    return {1: tr("Safe first"), 2: tr("Staying safe"), 3: tr("Recovery")}[phase]


def paint_phase(painter: QPainter, rect: QRectF, phase: int, rtl: bool = False) -> None:
    """Paint three small blocks and the name of the phase at the leading side of a rectangle."""
    for place in range(len(PHASES)):
        offset = place * px(_BLOCK + _BLOCK_GAP)
        block = middle(at_side(rect, offset, px(_BLOCK), rtl), px(_BLOCK), px(_BLOCK_HEIGHT))
        round_box(painter, block, px(2), "pri" if place < phase else "line2")
    words = inside(rect, px(3 * _BLOCK + 2 * _BLOCK_GAP + 8), 0, rtl)
    draw_text(painter, words, phase_name(phase), font(14), "ink", rtl)


class PhaseSteps(QWidget):
    """The three phases beside each other; the one she is in is filled."""

    def __init__(self, phase: int = 1) -> None:
        super().__init__()
        self._phase = phase
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_phase(phase)

    def show_phase(self, phase: int) -> None:
        """Show another phase (1, 2 or 3)."""
        self._phase = phase
        self.setAccessibleName(
            tr("Phase {number} of {total}: {name}").format(
                number=phase, total=len(PHASES), name=phase_name(phase)
            )
        )
        self.update()

    def sizeHint(self) -> QSize:
        """Reserve the bold words, so that nothing jumps when the phase changes."""
        widths = sum(_width(phase) for phase in PHASES) - px(_OVERLAP) * (len(PHASES) - 1)
        return QSize(round(widths), px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the steps from the leading side; their points go the way the page runs."""
        painter, whole, rtl = start(self), QRectF(self.rect()), is_rtl(self)
        offset = 0.0
        for phase in PHASES:
            box = at_side(whole, offset, _width(phase), rtl)
            self._paint_step(painter, box, phase, rtl)
            offset += _width(phase) - px(_OVERLAP)

    def _paint_step(self, painter: QPainter, box: QRectF, phase: int, rtl: bool) -> None:
        now = phase == self._phase
        ground, hue = ("pri", "onpri") if now else ("sunk", "mut")
        if phase < self._phase:
            ground, hue = "prit", "pri"
        _paint_shape(painter, box, ground, phase == PHASES[0], rtl)
        letters, lead = font(14, bold=now), _lead(phase)
        number = at_side(box, lead, px(14), rtl)
        draw_text(painter, number, str(phase), letters, hue, rtl)
        words = inside(box, lead + px(16), 0, rtl)
        draw_text(painter, words, phase_name(phase), letters, hue, rtl)


def _lead(phase: int) -> int:
    return px(12 if phase == PHASES[0] else 20)


def _width(phase: int) -> float:
    words = text_width(font(14, bold=True), phase_name(phase))
    return _lead(phase) + px(16) + words + px(14)


def _paint_shape(painter: QPainter, box: QRectF, ground: str, first: bool, rtl: bool) -> None:
    """Paint a step with its point; the first has round corners instead of a notch."""
    notch = 0.0 if first else px(_POINT)
    tip, far = box.width() - px(_POINT), box.width()
    half, tall = box.height() / 2, box.height()
    corners = [(0, 0), (tip, 0), (far, half), (tip, tall), (0, tall), (notch, half)]
    shape = QPolygonF(
        [QPointF(box.right() - x if rtl else box.left() + x, box.top() + y) for x, y in corners]
    )
    if first:
        round_box(painter, at_side(box, 0, px(24), rtl), px(8), ground)
        painter.setClipRect(inside(box, px(8), 0, rtl))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color(ground))
    painter.drawPolygon(shape)
    painter.setClipping(False)
