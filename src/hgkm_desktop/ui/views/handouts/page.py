"""The gallery beside one sheet, at both sizes of screen."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from hgkm_desktop.sheets import library
from hgkm_desktop.sheets.card import CARD
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.handouts.gallery import BAR, GAP, RING, Gallery
from hgkm_desktop.ui.views.handouts.panel import Panel
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.flow import FlowLayout

COLUMNS = ((1560, 4, 156), (1150, 3, 156), (940, 2, 164), (0, 1, 172))
"""From this width on: so many tiles beside each other, and how wide each."""
LEAST_HEIGHT, BETWEEN = 580, 16


class Page(QWidget):
    """What is open first: choose at the leading side, look and print at the other."""

    several_asked = Signal()
    history_asked = Signal()

    def __init__(self, ctx: Context, **given: Any) -> None:  # noqa: ANN401 -- for the preview
        super().__init__()
        self.gallery, self.panel = Gallery(), Panel(ctx, **given)
        self.several = make_button(tr("More at once"), icon="files", small=True)
        self.history = make_button(tr("Printed"), icon="clock-counter-clockwise", small=True)
        self._lay_out()
        self.setMinimumHeight(px(LEAST_HEIGHT))
        self.gallery.select(library.sheets()[0].id)
        self.gallery.chosen.connect(self.panel.show_sheet)
        self.gallery.opened.connect(self.panel.take_focus)
        self.panel.card_asked.connect(self._on_card_asked)
        self.several.clicked.connect(self.several_asked)
        self.history.clicked.connect(self.history_asked)

    def show_sheet(self, sheet_id: str) -> None:
        """Choose a sheet as if its tile was pressed."""
        self.gallery.select(sheet_id)
        self.panel.show_sheet(sheet_id)

    def next_pane(self) -> None:
        """Bring the keyboard from the gallery to the sheet and back (F6)."""
        here = QApplication.focusWidget()
        if here is not None and self.gallery.isAncestorOf(here):
            self.panel.take_focus()
        else:
            self.gallery.take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put fewer tiles beside each other on a small screen; the sheet gets the rest."""
        super().resizeEvent(event)
        width = event.size().width()
        columns, tile = next((n, tile) for least, n, tile in COLUMNS if width >= px(least))
        self._left.setFixedWidth(px(columns * tile + (columns - 1) * GAP + 2 * RING + BAR))

    def _lay_out(self) -> None:
        self._left = _Side()
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        column.addWidget(self.gallery, 1)
        column.addWidget(_wrapping(self.several, self.history))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(BETWEEN))
        row.addWidget(self._left)
        row.addWidget(self.panel, 1)

    def _on_card_asked(self) -> None:
        self.show_sheet(CARD)
        self.panel.take_focus()


class _Side(QWidget):
    """Takes the height there is; what is inside scrolls."""

    def hasHeightForWidth(self) -> bool:
        """Ask for nothing: wrapped pills would push the page out of the window."""
        return False


def _wrapping(*parts: QWidget) -> QWidget:
    holder, flow = QWidget(), FlowLayout(8)
    holder.setLayout(flow)
    for part in parts:
        flow.addWidget(part)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)
    return holder
