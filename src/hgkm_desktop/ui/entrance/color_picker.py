"""The six colours a member can have, as round buttons: one Tab stop, the arrows choose (01b)."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.entrance.answers import COLORS
from hgkm_desktop.ui.icons import paint_icon
from hgkm_desktop.ui.style import color, px
from hgkm_desktop.ui.widgets.painting import middle, start
from hgkm_desktop.ui.widgets.roving import Roving

CIRCLE, RING = 44, 3


class ColorButton(QAbstractButton):
    """One colour; a mark and a ring around it say that it is chosen."""

    def __init__(self, number: int, name: str) -> None:
        super().__init__()
        self.number = number
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.ring_radius = self.sizeHint().width() // 2

    def sizeHint(self) -> QSize:
        """Be the circle with room for the ring around it."""
        side = px(CIRCLE + 4 * RING)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the colour, and when it is chosen the mark and the ring."""
        painter, whole = start(self), QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(f"c{self.number}"))
        painter.drawEllipse(middle(whole, px(CIRCLE)))
        if self.isChecked():
            self._paint_chosen(painter, whole)

    def _paint_chosen(self, painter: QPainter, whole: QRectF) -> None:
        paint_icon(painter, middle(whole, px(22)), "check", "onc", "bold")
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(color("pri"), px(RING)))
        half = px(RING) / 2
        painter.drawEllipse(whole.adjusted(half, half, -half, -half))


class ColorPicker(QWidget):
    """Chooses one of the six."""

    changed = Signal(int)

    def __init__(self, chosen: int = 1) -> None:
        super().__init__()
        self.setAccessibleName(tr("Color"))
        self.buttons = [ColorButton(n, name) for n, name in enumerate(_names(), start=1)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(4))
        for button in self.buttons:
            row.addWidget(button)
            button.clicked.connect(self._on_clicked)
        row.addStretch(1)
        self._roving = Roving(self, self.buttons, select=True)
        self._choose(chosen)

    def value(self) -> int:
        """Return the number of the colour that is chosen."""
        return next(button.number for button in self.buttons if button.isChecked())

    def _choose(self, number: int) -> None:
        for button in self.buttons:
            button.setChecked(button.number == number)
            if button.number == number:
                self._roving.stop_at(button)

    def _on_clicked(self) -> None:
        clicked = self.sender()
        if isinstance(clicked, ColorButton):
            self._choose(clicked.number)
            self.changed.emit(clicked.number)


def _names() -> tuple[str, ...]:
    named = tr("Green"), tr("Blue"), tr("Brown"), tr("Purple"), tr("Olive"), tr("Grey")
    assert len(named) == COLORS
    return named
