"""The list of lines: a screenful is made at once, more when one scrolls or walks to the end."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.cases.moments import Moment
from hgkm_desktop.ui.views.cases.timeline_items import Item
from hgkm_desktop.ui.widgets.empty import Empty

FIRST, MORE, NEAR = 10, 15, 300
_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -5,
    Qt.Key.Key_PageDown: 5,
}


class Lines(QScrollArea):
    """One Tab stop: the arrows go from line to line, Tab to the buttons of the one they are on."""

    improve_asked = Signal(object)
    visit_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._moments: Sequence[Moment] = ()
        self._today, self._veiled, self._at = date.min, False, 0
        self.items: list[Item] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("Timeline"))
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.setWidget(self._begin())

    def show_moments(
        self, told: Sequence[Moment], today: date, *, veiled: bool, from_the_top: bool
    ) -> None:
        """Show these from the top, or as far as it was scrolled."""
        bar = self.verticalScrollBar()
        made, at, value = (
            (FIRST, 0, 0) if from_the_top else (len(self.items), self._at, bar.value())
        )
        had_keyboard = any(item.hasFocus() for item in self.items)
        self._moments, self._today, self._veiled = told, today, veiled
        inside = self._begin()
        self._make(max(FIRST, made))
        if not told:
            nothing = Empty(tr("Nothing here yet"), tr("Choose another filter."), drawing=False)
            self._column.insertWidget(0, nothing)
        self.setWidget(inside)
        self._stop_at(min(at, len(self.items) - 1))
        if had_keyboard and self.items:
            _take_focus(self.items[self._at])
        if value:
            QTimer.singleShot(0, self, partial(bar.setValue, value))
        QTimer.singleShot(0, self, self._fill)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to another line."""
        key = Qt.Key(event.key())
        if not self.items or (key not in _STEPS and key not in (Qt.Key.Key_Home, Qt.Key.Key_End)):
            super().keyPressEvent(event)
        elif key in _STEPS:
            self._go_to(self._at + _STEPS[key])
        else:
            self._go_to(0 if key == Qt.Key.Key_Home else len(self._moments) - 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill a larger window."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._fill)

    def _fill(self) -> None:
        """Make more where the lines end in sight: without a bar nobody could scroll to them."""
        while len(self.items) < len(self._moments):
            self._column.activate()
            width = self.viewport().width()
            if self._column.heightForWidth(width) > self.viewport().height() + px(NEAR):
                return
            self._make(MORE)

    def _begin(self) -> QWidget:
        """Return an empty page, to be shown when it has its lines; the one before goes then."""
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(px(4), px(4), px(6), px(4))
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self.items = []
        return inside

    def _make(self, count: int) -> None:
        begun = len(self.items)
        for place in range(begun, min(len(self._moments), begun + count)):
            is_last = place == len(self._moments) - 1
            item = Item(self._moments[place], self._today, last=is_last, veiled=self._veiled)
            item.improve_asked.connect(self.improve_asked)
            item.visit_asked.connect(self.visit_asked)
            item.reached.connect(self._on_reached)
            self._column.insertWidget(place, item)
            self.items.append(item)

    def _go_to(self, place: int) -> None:
        place = min(max(place, 0), len(self._moments) - 1)
        if place >= len(self.items):
            self._make(place - len(self.items) + 1)
            self._column.activate()
        _take_focus(self.items[place])
        self.ensureWidgetVisible(self.items[place], 0, px(20))

    def _stop_at(self, place: int) -> None:
        if 0 <= self._at < len(self.items):
            self.items[self._at].take_tab(False)
        self._at = max(place, 0)
        if self._at < len(self.items):
            self.items[self._at].take_tab(True)

    def _on_reached(self) -> None:
        sender = self.sender()
        if isinstance(sender, Item) and sender in self.items:
            self._stop_at(self.items.index(sender))

    def _on_scrolled(self) -> None:
        bar = self.verticalScrollBar()
        if len(self.items) < len(self._moments) and bar.maximum() - bar.value() < px(NEAR):
            self._make(MORE)


def _take_focus(item: Item) -> None:
    """Give the keyboard to a line that may be so new that it is not seen yet."""
    item.show()
    item.setFocus(Qt.FocusReason.OtherFocusReason)
