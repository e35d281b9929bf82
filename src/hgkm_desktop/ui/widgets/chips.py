"""Chips: pills that are on or off; nine of them answer to a number key (LOOK.md 4)."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from hgkm_desktop.ui.icons import paint_icon
from hgkm_desktop.ui.style import font, px
from hgkm_desktop.ui.widgets.flow import FlowLayout
from hgkm_desktop.ui.widgets.painting import (
    at_side,
    draw_centred,
    draw_text,
    inside,
    is_rtl,
    middle,
    round_box,
    start,
    text_width,
)
from hgkm_desktop.ui.widgets.roving import Roving, answer_to


class Chip(QAbstractButton):
    """One pill, with the number of its key, or with a mark when it is on."""

    def __init__(self, text: str, key: str = "", value: object = None, tall: bool = False) -> None:
        super().__init__()
        self.value, self._key = value, key
        self._height = 42 if tall else 38
        self.ring_radius = px(self._height) // 2
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self.updateGeometry)
        if key:
            answer_to(self, key)

    def sizeHint(self) -> QSize:
        """Reserve the bold words, so that the others do not jump."""
        words = text_width(font(15, bold=True), self.text())
        sides = px(7 + 24 + 8 + 13) if self._key else self._plain_sides()
        return QSize(round(words + sides), px(self._height))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pill, what stands before the words, and the words."""
        painter, whole, on = start(self), QRectF(self.rect()), self.isChecked()
        edge = "pri" if on else "edge" if self.isEnabled() else "line2"
        fill = "pri" if on else "sunk" if self.underMouse() or not self.isEnabled() else "card"
        round_box(painter, whole, self.height() / 2, fill, edge)
        leading = self._paint_lead(painter, whole, on)
        hue = "faint" if not self.isEnabled() else "onpri" if on else "ink"
        words = inside(whole, leading, 0, is_rtl(self))
        letters = font(15, bold=on)
        if self._key or on:
            draw_text(painter, words, self.text(), letters, hue, is_rtl(self))
        else:
            draw_centred(painter, whole, self.text(), letters, hue)

    def _paint_lead(self, painter: QPainter, whole: QRectF, on: bool) -> float:
        rtl = is_rtl(self)
        if self._key:
            dot = middle(at_side(whole, px(7), px(24), rtl), px(24))
            hover = "card" if self.underMouse() else "sunk"
            round_box(painter, dot, dot.height() / 2, "onpri" if on else hover)
            draw_centred(painter, dot, self._key, font(13, bold=True), "pri" if on else "mut")
            return px(7 + 24 + 8)
        if on:
            box = middle(at_side(whole, px(12), px(17), rtl), px(17))
            paint_icon(painter, box, "check", "onpri", "bold")
            return px(12 + 17 + 6)
        return 0

    def _plain_sides(self) -> int:
        return px(12 + 17 + 6 + 14) if self.isChecked() else px(14 + 14)


class ChipRow(QWidget):
    """Chips beside each other, one Tab stop; any number of them on, or only one."""

    changed = Signal()

    def __init__(
        self,
        items: Sequence[tuple[object, str]],
        keys: bool = False,
        exclusive: bool = False,
        name: str = "",
        tall: bool = False,
    ) -> None:
        super().__init__()
        self._exclusive = exclusive
        self.setAccessibleName(name)
        self.chips = [
            Chip(text, str(number) if keys and number <= 9 else "", value, tall)
            for number, (value, text) in enumerate(items, start=1)
        ]
        layout = FlowLayout(5 if keys else 7)
        self.setLayout(layout)
        for chip in self.chips:
            layout.addWidget(chip)
            chip.clicked.connect(self._on_clicked)
        self._roving = Roving(self, self.chips)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def values(self) -> list[object]:
        """Return what is on, in the order of the row."""
        return [chip.value for chip in self.chips if chip.isChecked()]

    def value(self) -> object:
        """Return the one that is on, or nothing."""
        return next(iter(self.values()), None)

    def set_values(self, values: Iterable[object]) -> None:
        """Turn exactly these on; nobody is told."""
        wanted = list(values)
        for chip in self.chips:
            chip.setChecked(chip.value in wanted)

    def _on_clicked(self) -> None:
        clicked = self.sender()
        if self._exclusive:
            for chip in self.chips:
                chip.setChecked(chip is clicked and chip.isChecked())
        self.changed.emit()
