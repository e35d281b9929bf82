"""Which rows to show: chips with a ring and a count, of which always one is on (05)."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.style import font, px
from hgkm_desktop.ui.widgets.chips import Chip
from hgkm_desktop.ui.widgets.flow import FlowLayout
from hgkm_desktop.ui.widgets.holder_ring import paint_ring
from hgkm_desktop.ui.widgets.painting import (
    at_side,
    draw_text,
    is_rtl,
    middle,
    round_box,
    start,
    text_width,
)
from hgkm_desktop.ui.widgets.roving import Roving

_SIDE, _RING, _RING_GAP, _COUNT_GAP = 14, 18, 8, 6


@dataclass(frozen=True)
class Filter:
    """One chip: its value, its words, how many rows it shows, and perhaps a holder's ring."""

    value: object
    text: str
    count: int | None = None
    ring: str = ""


class FilterChip(Chip):
    """A pill with a ring before its words and a count after them; tinted when it is on."""

    def __init__(self, option: Filter) -> None:
        super().__init__(option.text, value=option.value)
        self._ring, self._count = option.ring, option.count
        self.set_count(option.count)

    def set_count(self, count: int | None) -> None:
        """Show how many there are now, or no number."""
        self._count = count
        spoken = self.text() if count is None else f"{self.text()}, {count}"
        self.setAccessibleName(spoken)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Reserve the bold words, so that the others do not jump."""
        count = px(_COUNT_GAP) + _bold(str(self._count)) if self._count is not None else 0
        width = px(2 * _SIDE) + self._lead() + _bold(self.text()) + count
        return QSize(round(width), px(38))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pill, the ring, the words and the count."""
        painter, whole, rtl = start(self), QRectF(self.rect()), is_rtl(self)
        on = self.isChecked()
        fill = "prit" if on else "sunk" if self.underMouse() else "card"
        round_box(painter, whole, self.height() / 2, fill, "pri" if on else "edge")
        if self._ring:
            square = middle(at_side(whole, px(_SIDE), px(_RING), rtl), px(_RING))
            paint_ring(painter, square, self._ring, rtl)
        letters, offset = font(15, bold=on), px(_SIDE) + self._lead()
        words = at_side(whole, offset, text_width(letters, self.text()), rtl)
        draw_text(painter, words, self.text(), letters, "ink", rtl)
        if self._count is not None:
            offset += round(words.width()) + px(_COUNT_GAP)
            count = at_side(whole, offset, _bold(str(self._count)), rtl)
            draw_text(painter, count, str(self._count), letters, "ink", rtl)

    def _lead(self) -> int:
        return px(_RING + _RING_GAP) if self._ring else 0


class FilterChips(QWidget):
    """Filters beside each other, one Tab stop; exactly one is on, the first at the start."""

    changed = Signal(object)

    def __init__(self, options: Sequence[Filter], name: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name or tr("Show which?"))
        self.chips = [FilterChip(option) for option in options]
        layout = FlowLayout(8)
        self.setLayout(layout)
        for chip in self.chips:
            layout.addWidget(chip)
            chip.clicked.connect(self._on_clicked)
        self._roving = Roving(self, self.chips)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_value(options[0].value)

    def value(self) -> object:
        """Return the value of the chip that is on."""
        return next(chip.value for chip in self.chips if chip.isChecked())

    def set_value(self, value: object) -> None:
        """Turn one on; nobody is told. A value there is no chip for changes nothing."""
        if any(chip.value == value for chip in self.chips):
            for chip in self.chips:
                chip.setChecked(chip.value == value)

    def set_count(self, value: object, count: int | None) -> None:
        """Show how many rows a filter has."""
        for chip in self.chips:
            if chip.value == value:
                chip.set_count(count)

    def _on_clicked(self) -> None:
        clicked = self.sender()
        for chip in self.chips:
            chip.setChecked(chip is clicked)
        self.changed.emit(self.value())


def _bold(words: str) -> float:
    return text_width(font(15, bold=True), words)
