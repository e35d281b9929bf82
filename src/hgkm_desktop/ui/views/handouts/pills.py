"""Small pills of which one is on, smaller than chips because six must stand beside each other."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from hgkm_desktop.ui.icons import paint_icon
from hgkm_desktop.ui.style import font, px
from hgkm_desktop.ui.widgets.flow import FlowLayout
from hgkm_desktop.ui.widgets.painting import (
    at_side,
    draw_centred,
    inside,
    is_rtl,
    middle,
    round_box,
    start,
    text_width,
)
from hgkm_desktop.ui.widgets.roving import Roving

HEIGHT, SIDE, MARK, GAP = 36, 11, 14, 4


class Pill(QAbstractButton):
    """A word on a round ground, with a small mark after it or without."""

    def __init__(self, value: object, text: str, mark: str = "") -> None:
        super().__init__()
        self.value, self._mark, self._hue = value, mark, "mut"
        self.ring_radius = px(HEIGHT) // 2
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_mark(self, mark: str, hue: str, said: str) -> None:
        """Show another mark; `said` tells what it means."""
        self._mark, self._hue = mark, hue
        self.setAccessibleDescription(said)
        self.setToolTip(said)
        self.update()

    def sizeHint(self) -> QSize:
        """Reserve the bold words, so that the others do not jump."""
        words = text_width(font(15, bold=True), self.text())
        return QSize(round(words) + px(2 * SIDE) + self._room_for_mark(), px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pill, the word and the mark."""
        painter, whole, on = start(self), QRectF(self.rect()), self.isChecked()
        fill = "pri" if on else "sunk" if self.underMouse() else "card"
        round_box(painter, whole, self.height() / 2, fill, "pri" if on else "edge")
        rtl = is_rtl(self)
        word = inside(whole, px(SIDE), px(SIDE) + self._room_for_mark(), rtl)
        draw_centred(painter, word, self.text(), font(15, bold=on), "onpri" if on else "ink")
        if self._mark:
            box = at_side(whole, whole.width() - px(SIDE + MARK), px(MARK), rtl)
            hue = "onpri" if on else self._hue
            paint_icon(painter, middle(box, px(MARK)), self._mark, hue)

    def _room_for_mark(self) -> int:
        return px(GAP + MARK) if self._mark else 0


class Pills(QWidget):
    """One of them is on; one Tab stop, the arrows move and choose."""

    changed = Signal(object)

    def __init__(self, name: str, pills: Sequence[Pill]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.pills = list(pills)
        layout = FlowLayout(5)
        self.setLayout(layout)
        for pill in self.pills:
            layout.addWidget(pill)
            pill.clicked.connect(self._on_clicked)
        self._roving = Roving(self, self.pills, select=True)
        self.select(self.pills[0].value)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def value(self) -> object:
        """Return what is chosen."""
        return self._chosen().value

    def select(self, value: object) -> None:
        """Choose this; nobody is told."""
        for pill in self.pills:
            if pill.value == value:
                pill.setChecked(True)
                self._roving.stop_at(pill)

    def take_focus(self) -> None:
        """Bring the keyboard to the one that is chosen."""
        self._chosen().setFocus()

    def _chosen(self) -> Pill:
        return next(pill for pill in self.pills if pill.isChecked())

    def _on_clicked(self) -> None:
        self.changed.emit(self.value())
