"""Who lives in the house and who does not: a painted house with a card for each person (06d)."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from hgkm_desktop.ui.style import color, px
from hgkm_desktop.ui.widgets.badges import Badge
from hgkm_desktop.ui.widgets.even_columns import EvenColumns
from hgkm_desktop.ui.widgets.icon_label import IconLabel
from hgkm_desktop.ui.widgets.labels import bold, explain, group_heading, muted
from hgkm_desktop.ui.widgets.painting import is_rtl, round_box, start
from hgkm_desktop.ui.widgets.roving import answered_enter

_WALL, _EAVES, _RIDGE, _LINE = 14, 71, 4, 2.5
_CHIMNEY, _CHIMNEY_TOP, _CHIMNEY_AT = 32, 14, 0.773


class House(QFrame):
    """A house with a heading; put a card for each person in `body`, they stand in columns."""

    def __init__(self, title: str, note: str = "") -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.note = muted(note)
        self.body = EvenColumns()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(34), px(86), px(34), px(24))
        layout.setSpacing(px(12))
        layout.addWidget(_heading(title, self.note))
        layout.addLayout(self.body)
        layout.addStretch(1)
        _follows_width(self)

    def add(self, widget: QWidget) -> QWidget:
        """Put a card after the others, and return it."""
        self.body.addWidget(widget)
        return widget

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint walls, roof and chimney; the chimney stands at the trailing side."""
        painter, width, height = start(self), self.width(), self.height()
        if is_rtl(self):
            painter.translate(width, 0)
            painter.scale(-1, 1)
        pen = QPen(color("pril"), _LINE * px(100) / 100)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(color("prit2"))
        painter.drawPath(_walls(width, height))
        painter.setBrush(color("prit"))
        painter.drawPolygon(_roof(width))
        _paint_chimney(painter, width)


class OutsideBox(QFrame):
    """A dashed box for who does not live there; its cards stand under each other in `body`."""

    def __init__(self, title: str, note: str = "") -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.note = muted(note)
        self.body = QVBoxLayout()
        self.body.setSpacing(px(12))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(18), px(15), px(18), px(18))
        layout.setSpacing(px(12))
        layout.addWidget(_heading(title, self.note))
        layout.addLayout(self.body)
        layout.addStretch(1)

    def add(self, widget: QWidget) -> QWidget:
        """Put a card under the others, and return it."""
        self.body.addWidget(widget)
        return widget

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dashes."""
        painter, half = start(self), px(2) / 2
        pen = QPen(color("line2"), px(2))
        pen.setDashPattern([3, 2])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        box = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(box, px(14), px(14))


class PersonCard(QAbstractButton):
    """One person: who, what she or he may know, and a few words. It opens by mouse or key."""

    chosen = Signal()

    def __init__(
        self, icon: str, title: str, subtitle: str, badge_tone: str, badge_text: str, text: str
    ) -> None:
        super().__init__()
        self.ring_radius = px(12)
        self.setAccessibleName(", ".join(part for part in (title, subtitle) if part))
        self.setAccessibleDescription(". ".join(part for part in (badge_text, text) if part))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(15), px(13), px(15), px(13))
        layout.setSpacing(px(8))
        layout.addLayout(_who(icon, title, subtitle))
        if badge_text:
            layout.addWidget(_badge(badge_text, badge_tone))
        if text:
            layout.addWidget(explain(text, wrap=True))
        layout.addStretch(1)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        _follows_width(self)
        self.clicked.connect(self.chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter as well as with Space."""
        if not answered_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card; its edge is stronger under the mouse."""
        edge = "edge" if self.underMouse() else "line"
        round_box(start(self), QRectF(self.rect()), px(12), "card", edge)


def _follows_width(widget: QWidget) -> None:
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)


def _heading(title: str, note: QWidget) -> QWidget:
    made = QWidget()
    layout = QHBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(px(8))
    layout.addWidget(group_heading(title))
    layout.addWidget(note)
    layout.addStretch(1)
    return made


def _who(icon: str, title: str, subtitle: str) -> QHBoxLayout:
    line, words = QHBoxLayout(), QVBoxLayout()
    line.setSpacing(px(11))
    words.setSpacing(0)
    line.addWidget(IconLabel(icon, "nt", 24, ground="sunk", circle=44))
    words.addWidget(bold(title, wrap=True))
    if subtitle:
        words.addWidget(muted(subtitle, wrap=True))
    line.addLayout(words, 1)
    return line


def _badge(text: str, tone: str) -> Badge:
    made = Badge(text, tone)
    made.setToolTip(text)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return made


def _walls(width: int, height: int) -> QPainterPath:
    left, right, low = px(_WALL), width - px(_WALL), height - px(2)
    corner = px(14)
    path = QPainterPath(QPointF(left, px(_EAVES)))
    path.lineTo(left, low - corner)
    path.quadTo(left, low, left + corner, low)
    path.lineTo(right - corner, low)
    path.quadTo(right, low, right, low - corner)
    path.lineTo(right, px(_EAVES))
    return path


def _roof(width: int) -> QPolygonF:
    side = px(2)
    return QPolygonF(
        [
            QPointF(side, px(_EAVES)),
            QPointF(width / 2, px(_RIDGE)),
            QPointF(width - side, px(_EAVES)),
        ]
    )


def _paint_chimney(painter: QPainter, width: int) -> None:
    """Paint the chimney down to the roof, whatever the slope, and open where it enters it."""
    left = width * _CHIMNEY_AT
    right = left + px(_CHIMNEY)
    slope = px(_EAVES - _RIDGE) / (width / 2 - px(2))
    lows = [px(_RIDGE) + (x - width / 2) * slope for x in (left, right)]
    top = min(float(px(_CHIMNEY_TOP)), lows[0] - px(12))
    corners = [
        QPointF(left, lows[0]),
        QPointF(left, top),
        QPointF(right, top),
        QPointF(right, lows[1]),
    ]
    pen = painter.pen()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawPolygon([*corners, QPointF(right, lows[1] + px(3)), QPointF(left, lows[0] + px(3))])
    painter.setPen(pen)
    painter.drawPolyline(corners)
