"""Small parts that several pages of this view share."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.icon_label import IconLabel
from hgkm_desktop.ui.widgets.labels import bold, muted
from hgkm_desktop.ui.widgets.painting import is_rtl, isolate

WIDE, BESIDE, TEXT = 1120, 880, 720
"""From these widths on the column at the side is wide, and stands at the side at all; and the
width at which a column of text stops (LOOK.md 3)."""

TONES = {"ok": "check-circle", "am": "warning-circle", "rd": "warning-octagon", "nt": "info"}


class OneLine(QLabel):
    """Plain text on one line that gives way: what does not fit ends in dots, and is spoken."""

    def __init__(self, text: str, role: str) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setText(text)

    def minimumSizeHint(self) -> QSize:
        """Be as narrow as need be."""
        return QSize(px(24), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Write what fits."""
        painter, rtl = QPainter(self), is_rtl(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        mode = Qt.TextElideMode.ElideRight
        fitting = self.fontMetrics().elidedText(self.text(), mode, self.width())
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(self.rect(), int(flags), isolate(fitting, rtl))


class StatusRow(QWidget):
    """A mark, what is so, what it means, and a button to do something about it."""

    def __init__(self, *buttons: QWidget) -> None:
        super().__init__()
        self._mark = IconLabel("check-circle", "oks", 24, "fill")
        self._title, self._text = bold("", wrap=True), muted("", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(px(1))
        words.addWidget(self._title)
        words.addWidget(self._text)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(13), px(16), px(13))
        row.setSpacing(px(10))
        row.addWidget(self._mark)
        row.addLayout(words, 1)
        for button in buttons:
            row.addWidget(button)

    def say(self, title: str, text: str, tone: str) -> None:
        """Show how it is now."""
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self._mark.show_icon(TONES[tone], f"{tone}s", "fill")

    def title(self) -> str:
        """Return what the row says first."""
        return self._title.text()

    def text(self) -> str:
        """Return what the row says below."""
        return self._text.text()


class TwoColumns(QWidget):
    """A wide column and one at its side, which drops below where there is no room (LOOK.md 3)."""

    def __init__(self, left: QLayout, right: QLayout, widths: tuple[int, int]) -> None:
        super().__init__()
        self._widths = widths
        self._aside = QWidget()
        self._aside.setLayout(right)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(px(20))
        self._columns.addLayout(left, 1)
        self._columns.addWidget(self._aside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the column at the side what the screen can spare."""
        super().resizeEvent(event)
        width = event.size().width()
        beside = width >= px(BESIDE)
        wide, narrow = self._widths
        room = px(wide if width >= px(WIDE) else narrow)
        self._aside.setMinimumWidth(room if beside else 0)
        self._aside.setMaximumWidth(room if beside else px(TEXT))
        direction = QBoxLayout.Direction
        self._columns.setDirection(direction.LeftToRight if beside else direction.TopToBottom)


class _Page(QWidget):
    """A page as high as its words need at the width it has, and no higher."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.setProperty("role", "scrolled")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(content)

    def minimumSizeHint(self) -> QSize:
        """Be as wide as the window; the height follows, wrapped words ask for too much of it."""
        return QSize(0, 0)


def scrolled(content: QWidget) -> QScrollArea:
    """Return a page that scrolls up and down when the window is small."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(_Page(content))
    return area
