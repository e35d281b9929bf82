"""What stands where something is being fetched, after 300 ms; it does not shimmer (LOOK.md 7)."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.painting import at_side, is_rtl, middle, round_box, start

AFTER_MS = 300
_WIDTHS = ((0.48, 0.80), (0.36, 0.66), (0.52, 0.72))


class Skeleton(QWidget):
    """Rows of calm bars: a circle and two lines each."""

    def __init__(self, rows: int = 3) -> None:
        super().__init__()
        self._rows = rows
        self.setAccessibleName(tr("One moment."))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Be as high as the rows."""
        return QSize(px(300), px(46) * self._rows + px(14))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bars."""
        painter, rtl = start(self), is_rtl(self)
        for row in range(self._rows):
            line = QRectF(px(16), px(14) + row * px(46), self.width() - px(32), px(32))
            round_box(painter, middle(at_side(line, 0, px(32), rtl), px(32)), px(16), "line")
            room = line.width() - px(44)
            upper, lower = _WIDTHS[row % len(_WIDTHS)]
            bar = at_side(line, px(44), room * upper, rtl)
            bar = QRectF(bar.left(), line.top() + px(2), bar.width(), px(11))
            round_box(painter, bar, px(5), "line")
            bar = at_side(line, px(44), room * lower, rtl)
            bar = QRectF(bar.left(), line.top() + px(21), bar.width(), px(9))
            round_box(painter, bar, px(4), "sunk")
