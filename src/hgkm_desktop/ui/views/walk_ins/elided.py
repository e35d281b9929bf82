"""One line that gives way: where room is short it ends in three dots."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from hgkm_desktop.ui.style import px


class ElidedLabel(QLabel):
    """Plain text in a role of the style sheet, never wider than what is left for it."""

    def __init__(self, text: str = "", role: str = "muted", least: int = 0) -> None:
        super().__init__()
        self._least = least
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show a text; whoever listens hears all of it."""
        super().setText(text)
        self.setAccessibleName(text)

    def minimumSizeHint(self) -> QSize:
        """Give way to everything else, down to a few letters."""
        wanted = super().minimumSizeHint()
        return QSize(min(wanted.width(), px(self._least)), wanted.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as much as fits."""
        painter = QPainter(self)
        metrics, room = self.fontMetrics(), self.contentsRect()
        words = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(self.palette().windowText().color())
        side = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, side, words)
