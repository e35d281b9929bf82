"""Where everything stands on the page, at both sizes of screen."""

from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.walk_ins.detail import DetailPanel
from hgkm_desktop.ui.views.walk_ins.list_panel import ListPanel
from hgkm_desktop.ui.views.walk_ins.quick_entry import QuickEntry
from hgkm_desktop.ui.views.walk_ins.room import Room, room_for
from hgkm_desktop.ui.views.walk_ins.tallies import TallyPanel

LOW_BELOW = 950
STRIP_CLOSED, GAP = 216, 12
ROOM_FOR_THE_LIST, ROOM_FOR_THE_PANEL = 160, 300


class Page(QWidget):
    """The strip above; below it the list with the panel, or the counters in their place."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.strip = QuickEntry(ctx)
        self.list = ListPanel(ctx)
        self.detail = DetailPanel(ctx)
        self.tally = TallyPanel(ctx)
        below = QWidget()
        row = QHBoxLayout(below)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(16))
        row.addWidget(self.list, 1)
        row.addWidget(self.detail)
        self._lower = _Lower()
        self._lower.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self._modes = QStackedLayout(self._lower)
        self._modes.addWidget(below)
        self._modes.addWidget(self.tally)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(GAP))
        self.strip.places.toggle.toggled.connect(self._on_more_toggled)
        self._is_low = False
        column.addWidget(self.strip)
        column.addWidget(self._lower, 1)

    def fit(self, width: int, height: int) -> None:
        """Stand closer together on a small screen, and leave the list some rows in any case."""
        room = room_for(width)
        for part in (self.strip.places, self.list, self.detail, self.tally):
            part.fit(room)
        least = ROOM_FOR_THE_PANEL if room == Room.TIGHT else ROOM_FOR_THE_LIST
        self._lower.setMinimumHeight(px(least))
        self._is_low = height < px(LOW_BELOW)
        spare = height - px(STRIP_CLOSED) - px(GAP) - px(ROOM_FOR_THE_LIST)
        self.strip.places.scroll.setMaximumHeight(max(px(120), spare))

    def _on_more_toggled(self, on: bool) -> None:
        """On a low screen the panel makes room while more is typed."""
        self.detail.make_room(on and self._is_low)

    def heightForWidth(self, width: int) -> int:
        """Ask for the strip as a whole and some rows; on a lower screen the page scrolls."""
        return self.strip.heightForWidth(width) + px(GAP) + self._lower.minimumHeight()

    def is_counting(self) -> bool:
        """Say whether the counters are on the page."""
        return self._modes.currentWidget() is self.tally

    def has_counting_keys(self) -> bool:
        """Say whether the keyboard is with the counters."""
        here = QApplication.focusWidget()
        return here is not None and self.tally.isAncestorOf(here)

    def count(self, on: bool) -> None:
        """Show the counters, or the list again, and put the keyboard there."""
        self._modes.setCurrentIndex(int(on))
        if on:
            self.tally.take_focus()
        else:
            self.list.table.setFocus()

    def count_or_list(self) -> None:
        """Show the counters in place of the list, or the list again (Alt+T)."""
        self.count(not self.is_counting())

    def next_pane(self) -> None:
        """Bring the keyboard from strip to list to panel, and round again (F6)."""
        here = QApplication.focusWidget()
        if here is not None and self.strip.isAncestorOf(here):
            (self.tally.back if self.is_counting() else self.list.table).setFocus()
        elif here is not None and self.list.isAncestorOf(here) and self.detail.isVisible():
            self.detail.take_focus()
        else:
            self.strip.take_focus()


class _Lower(QWidget):
    """Takes what the strip leaves; what is inside scrolls."""

    def hasHeightForWidth(self) -> bool:
        """Ask for nothing: wrapped words in the panel would push the strip together."""
        return False
