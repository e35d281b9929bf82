"""The way to one more: a dashed card at the end of the others (06d, 06e)."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from hgkm_desktop.ui.icons import paint_icon
from hgkm_desktop.ui.style import color, font, px
from hgkm_desktop.ui.widgets.painting import (
    at_side,
    draw_text,
    is_rtl,
    middle,
    start,
    text_width,
)
from hgkm_desktop.ui.widgets.roving import answered_enter


class DashedCard(QAbstractButton):
    """A button as large as a card."""

    def __init__(self, text: str, height: int = 120) -> None:
        super().__init__()
        self.ring_radius = px(12)
        self._height = height
        self.setText(text)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Be as high as a small card."""
        return QSize(px(200), px(self._height))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter as well as with Space."""
        if not answered_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dashes, the plus and the words."""
        painter, rtl, whole = start(self), is_rtl(self), QRectF(self.rect())
        pen = QPen(color("edge2"), 1)
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        if self.underMouse():
            painter.setBrush(color("prit2"))
        painter.drawRoundedRect(whole.adjusted(0.5, 0.5, -0.5, -0.5), px(12), px(12))
        letters, side, gap = font(15, bold=True), px(20), px(8)
        wide = text_width(letters, self.text())
        lead = (whole.width() - wide - side - gap) / 2
        paint_icon(painter, middle(at_side(whole, lead, side, rtl), side), "plus", "pri", "bold")
        words = at_side(whole, lead + side + gap, wide, rtl)
        draw_text(painter, words, self.text(), letters, "pri", rtl)
