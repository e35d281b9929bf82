"""How many are there, so large that it can be read from across the room (R-138)."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hgkm_desktop.services.registrations import Counts
from hgkm_desktop.ui.style import font, px
from hgkm_desktop.ui.views.sessions.door_words import how_many
from hgkm_desktop.ui.widgets.painting import at_side, draw_text, is_rtl, start, text_width

TALL, NUMBER, WORDS, BELOW = 108, 88, 25, 16


class DoorCount(QWidget):
    """A number, what it is of, and how full it is."""

    def __init__(self) -> None:
        super().__init__()
        self.number, self.words, self.below = "", "", ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_counts(self, counts: Counts) -> None:
        """Show how a list stands now."""
        self.number = str(counts.here)
        self.words, self.below = how_many(counts)
        self.setAccessibleName(f"{self.number} {self.words}, {self.below}".strip(" ,"))
        self.update()

    def sizeHint(self) -> QSize:
        """Make room for the number and its words."""
        return QSize(px(480), px(TALL))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the number and, beside it, two lines of words."""
        painter, rtl, whole = start(self), is_rtl(self), QRectF(self.rect())
        large = font(NUMBER, bold=True)
        wide = text_width(large, self.number)
        draw_text(painter, at_side(whole, 0, wide, rtl), self.number, large, "pri", rtl)
        lead = wide + px(20)
        beside = at_side(whole, lead, whole.width() - lead, rtl)
        half = beside.height() / 2
        upper = QRectF(beside.left(), beside.top() + half - px(36), beside.width(), px(38))
        lower = QRectF(beside.left(), beside.top() + half + px(3), beside.width(), px(28))
        draw_text(painter, upper, self.words, font(WORDS, bold=True), "ink", rtl)
        draw_text(painter, lower, self.below, font(BELOW), "mut", rtl)
