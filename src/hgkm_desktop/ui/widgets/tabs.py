"""Tabs over a page (LOOK.md 4): one Tab stop, arrows choose."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from hgkm_desktop.ui.style import color, font, px
from hgkm_desktop.ui.widgets.painting import (
    at_side,
    draw_centred,
    is_rtl,
    middle,
    round_box,
    start,
    text_width,
)
from hgkm_desktop.ui.widgets.roving import Roving

_HEIGHT = 44


class Tab(QAbstractButton):
    """One tab, perhaps with a number."""

    def __init__(self, identifier: str, text: str, count: int | None = None) -> None:
        super().__init__()
        self.identifier, self.count = identifier, count
        self.ring_radius = px(6)
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Reserve the bold words."""
        words = text_width(font(15, bold=True), self.text())
        count = px(8) + self._count_width() if self.count is not None else 0
        return QSize(round(words + count) + px(28), px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, the number, and the line under the open tab."""
        painter, whole, rtl = start(self), QRectF(self.rect()), is_rtl(self)
        on, hover = self.isChecked(), self.underMouse()
        if hover and not on:
            painter.fillRect(whole, color("sunk"))
        words = text_width(font(15, bold=True), self.text())
        hue = "ink" if on or hover else "mut"
        draw_centred(
            painter, at_side(whole, px(14), words, rtl), self.text(), font(15, bold=on), hue
        )
        if self.count is not None:
            self._paint_count(painter, at_side(whole, px(22) + words, self._count_width(), rtl))
        if on:
            painter.fillRect(whole.adjusted(0, whole.height() - px(3), 0, 0), color("pri"))

    def _paint_count(self, painter: QPainter, room: QRectF) -> None:
        box = middle(room, room.width(), px(20))
        round_box(painter, box, px(10), "sunk")
        draw_centred(painter, box, str(self.count), font(13), "mut")

    def _count_width(self) -> float:
        return max(px(22), text_width(font(13), str(self.count)) + px(14))


class Tabs(QWidget):
    """A row of tabs on a line. It only says what was chosen; the view shows it."""

    chosen = Signal(str)

    def __init__(
        self, tabs: Sequence[tuple[str, str] | tuple[str, str, int | None]], name: str = ""
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.tabs = [Tab(each[0], each[1], each[2] if len(each) > 2 else None) for each in tabs]
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(4))
        for tab in self.tabs:
            layout.addWidget(tab)
            tab.clicked.connect(self._on_clicked)
        layout.addStretch(1)
        self._roving = Roving(self, self.tabs, select=True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if self.tabs:
            self.tabs[0].setChecked(True)

    def current(self) -> str:
        """Return which tab is open."""
        return next((tab.identifier for tab in self.tabs if tab.isChecked()), "")

    def select(self, identifier: str) -> None:
        """Open a tab; nobody is told. Where another tab had the keyboard, this one gets it."""
        had_keyboard = any(tab.hasFocus() for tab in self.tabs)
        for tab in self.tabs:
            if tab.identifier == identifier:
                tab.setChecked(True)
                self._roving.stop_at(tab)
                if had_keyboard:
                    tab.setFocus()

    def set_count(self, identifier: str, count: int | None) -> None:
        """Show a number on a tab."""
        for tab in self.tabs:
            if tab.identifier == identifier:
                tab.count = count
                tab.updateGeometry()
                tab.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line the tabs stand on."""
        line = QRectF(0, self.height() - 1, self.width(), 1)
        start(self).fillRect(line, color("line2"))

    def _on_clicked(self) -> None:
        self.chosen.emit(self.current())
