"""The page: a sheet with one round corner where it meets the binding."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from hgkm_desktop.ui.style import color, px
from hgkm_desktop.ui.widgets.painting import is_rtl, start


class Sheet(QWidget):
    """The ground of everything beside the rail."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sheet over the binding; the corner mirrors."""
        painter, whole, radius = start(self), QRectF(self.rect()), px(16)
        painter.fillRect(whole, color("bind"))
        path = QPainterPath()
        side = 0 if is_rtl(self) else 2 * radius
        other = 2 * radius if is_rtl(self) else 0
        path.addRoundedRect(whole.adjusted(-other, 0, side, 2 * radius), radius, radius)
        painter.fillPath(path, color("page"))
