"""One part of a segmented choice. A style sheet loses round corners here, so it paints itself."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from hgkm_desktop.ui.icons import paint_icon
from hgkm_desktop.ui.style import color, font, px
from hgkm_desktop.ui.widgets.painting import (
    at_side,
    box_path,
    draw_centred,
    draw_text,
    is_rtl,
    middle,
    start,
    text_width,
)
from hgkm_desktop.ui.widgets.roving import answer_to
from hgkm_desktop.ui.widgets.signal import paint_bars, tone_of

_SQUARE = 0.1


@dataclass
class Option:
    """One thing to choose; with a level it shows signal bars, with a count a number."""

    value: object
    text: str
    count: int | None = None
    level: str | None = None
    key: str = ""


class Segment(QAbstractButton):
    """A checkable part of the frame; `check` puts a mark before the words when it is on."""

    def __init__(self, option: Option, first: bool, last: bool, small: bool, check: bool) -> None:
        super().__init__()
        self.option, self._first, self._last = option, first, last
        self._small, self._check = small, check and option.level is None
        self.ring_radius = px(8)
        self.setText(option.text)
        self.setAccessibleName(option.text)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        if option.key:
            answer_to(self, option.key)
        self.toggled.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Reserve the bold words, and the mark only where it stands."""
        sides = px(14) if not self._small else px(13)
        height = px(32 if self._small else 38) + 2
        return QSize(round(self._content_width()) + 2 * sides, height)

    def minimumSizeHint(self) -> QSize:
        """Never be smaller than the words."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, the frame, and what stands on it."""
        painter = start(self)
        tone = tone_of(self.option.level) if self.option.level else ""
        self._paint_ground(painter, tone)
        rtl, whole, hue = is_rtl(self), QRectF(self.rect()), self._hue(tone)
        x = (whole.width() - self._content_width()) / 2
        if self._has_mark():
            self._paint_mark(painter, middle(at_side(whole, x, px(17), rtl), px(17)), hue)
            x += px(17 + 8)
        width = text_width(self._font(True), self.text())
        line = at_side(whole, x, width, rtl)
        draw_centred(painter, line, self.text(), self._font(self.isChecked()), hue)
        if self.option.count is not None:
            line = at_side(whole, x + width + px(10), self._count_width(), rtl)
            draw_text(painter, line, str(self.option.count), self._font(False), hue, rtl)

    def _paint_mark(self, painter: QPainter, box: QRectF, hue: str) -> None:
        if self.option.level:
            paint_bars(painter, box, self.option.level)
        else:
            paint_icon(painter, box, "check", hue, "bold")

    def _paint_ground(self, painter: QPainter, tone: str) -> None:
        left_end, right_end = self._ends()
        whole, radius = QRectF(self.rect()), float(px(8))
        frame = whole.adjusted(0.5 if left_end else -1, 0.5, -0.5 if right_end else 1, -0.5)
        painter.setPen(QPen(color("edge"), 1))
        painter.setBrush(color(self._ground(tone)))
        painter.drawPath(
            box_path(frame, radius if left_end else _SQUARE, radius if right_end else _SQUARE)
        )
        if self.isChecked() and tone:
            self._paint_ring(painter, tone)
        elif not self._first and not self.isChecked():
            x = whole.right() - 0.5 if is_rtl(self) else whole.left() + 0.5
            painter.setPen(QPen(color("line2"), 1))
            painter.drawLine(QPointF(x, 1.5), QPointF(x, whole.height() - 1.5))

    def _paint_ring(self, painter: QPainter, tone: str) -> None:
        left_end, right_end = self._ends()
        ring = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        radius = float(px(8)) - 1
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(color(f"{tone}s"), 2))
        painter.drawPath(
            box_path(ring, radius if left_end else _SQUARE, radius if right_end else _SQUARE)
        )

    def _ends(self) -> tuple[bool, bool]:
        return (self._last, self._first) if is_rtl(self) else (self._first, self._last)

    def _ground(self, tone: str) -> str:
        if self.isChecked():
            return f"{tone}t" if tone else "pri"
        return "sunk" if self.underMouse() or not self.isEnabled() else "card"

    def _hue(self, tone: str) -> str:
        if not self.isEnabled():
            return "faint"
        return (tone or "onpri") if self.isChecked() else "ink"

    def _has_mark(self) -> bool:
        return bool(self.option.level) or (self._check and self.isChecked())

    def _content_width(self) -> float:
        words = text_width(self._font(True), self.text())
        count = px(10) + self._count_width() if self.option.count is not None else 0
        return words + (px(17 + 8) if self._has_mark() else 0) + count

    def _count_width(self) -> float:
        return text_width(self._font(False), str(self.option.count))

    def _font(self, bold: bool) -> QFont:
        return font(14 if self._small else 15, bold)
