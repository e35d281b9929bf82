"""Cards: only around things one can act on (LOOK.md 1)."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.ui.style import color, px
from hgkm_desktop.ui.widgets.icon_label import IconLabel
from hgkm_desktop.ui.widgets.labels import group_heading, hairline, muted
from hgkm_desktop.ui.widgets.painting import start

Margins = tuple[int, int, int, int]


class Card(QFrame):
    """A white sheet with a hairline; `accent` edges it in the main colour.

    A clipped card has no margins and keeps its corners round over what fills it, as a table.
    """

    def __init__(
        self,
        accent: bool = False,
        margins: Margins = (18, 14, 18, 16),
        spacing: int = 10,
        clip: bool = False,
    ) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setProperty("accent", accent)
        self.body = QVBoxLayout(self)
        sides = (0, 0, 0, 0) if clip else margins
        self.body.setContentsMargins(px(sides[0]), px(sides[1]), px(sides[2]), px(sides[3]))
        self.body.setSpacing(0 if clip else px(spacing))
        self._rows = 0
        self._corners = _Corners(self, "pril" if accent else "line") if clip else None

    def add(self, widget: QWidget, stretch: int = 0) -> QWidget:
        """Put a widget under the others, and return it."""
        self.body.addWidget(widget, stretch)
        self._cover()
        return widget

    def add_row(self, widget: QWidget, margins: Margins = (16, 12, 16, 12)) -> QWidget:
        """Put a widget under the others, with a hairline between them; for a clipped card."""
        if self._rows:
            self.body.addWidget(hairline())
        self._rows += 1
        holder = QWidget()
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(*(px(side) for side in margins))
        layout.addWidget(widget)
        self.body.addWidget(holder)
        self._cover()
        return widget

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the corners round."""
        super().resizeEvent(event)
        self._cover()

    def _cover(self) -> None:
        if self._corners is not None:
            self._corners.setGeometry(self.rect())
            self._corners.raise_()


class _Corners(QWidget):
    """Covers the square corners of what fills a card, and draws its edge over it."""

    def __init__(self, card: QWidget, edge: str) -> None:
        super().__init__(card)
        self._edge = edge
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint page over the corners, then the edge."""
        painter, whole, radius = start(self), QRectF(self.rect()), px(12)
        outside, within = QPainterPath(), QPainterPath()
        outside.addRect(whole)
        within.addRoundedRect(whole, radius, radius)
        painter.fillPath(outside - within, color("page"))
        painter.setPen(QPen(color(self._edge), 1))
        painter.drawRoundedRect(whole.adjusted(0.5, 0.5, -0.5, -0.5), radius - 0.5, radius - 0.5)


class Heading(QWidget):
    """The heading of a group: an icon, a name, how many, and buttons at the trailing side."""

    def __init__(self, icon: str, text: str, note: str = "", *trailing: QWidget) -> None:
        super().__init__()
        self.note = muted(note)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(px(2), 0, px(2), 0)
        layout.setSpacing(px(9))
        if icon:
            layout.addWidget(IconLabel(icon, "ink", 20))
        layout.addWidget(group_heading(text))
        layout.addWidget(self.note)
        layout.addStretch(1)
        for widget in trailing:
            layout.addWidget(widget)
        self.setMinimumHeight(px(36))
