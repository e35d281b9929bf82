"""The signed-in window: a rail of views, and the view that is open."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.binding import rail_for
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.emergency_card import EmergencyHelp
from hgkm_desktop.ui.header import Header
from hgkm_desktop.ui.key_help import Group
from hgkm_desktop.ui.notices import notices
from hgkm_desktop.ui.seeker import Seeker
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.view import View
from hgkm_desktop.ui.views import VIEWS
from hgkm_desktop.ui.widgets.rail import Sheet
from hgkm_desktop.ui.window_keys import WindowKeys


class MainWindow(QWidget):
    """Knows that there are views, and nothing about any of them."""

    user_clicked = Signal()

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.ctx = ctx
        self.views: list[View] = [kind(ctx) for kind in VIEWS if ctx.may(*kind.roles)]
        self.rail = rail_for(ctx, self.views)
        self.header = Header()
        self.pages = QStackedWidget()
        for view in self.views:
            self.pages.addWidget(view)
        self._lay_out()
        self.keys = WindowKeys(self, ctx.undo, self._keys_here)
        self.seeker = Seeker(ctx, self)
        self._connect()
        if self.views:
            self.go_to(self.views[0].identifier)

    @property
    def current(self) -> View | None:
        """The view that is open."""
        view = self.pages.currentWidget()
        return view if isinstance(view, View) else None

    def open(self, identifier: str) -> None:
        """Open a view by its identifier."""
        for view in self.views:
            if view.identifier == identifier:
                self.header.clear_search()
                self.pages.setCurrentWidget(view)
                self.header.follow(view)

    def go_to(self, identifier: str) -> None:
        """Open a view and show so on the rail."""
        self.rail.select(identifier)
        self.open(identifier)

    def drafts(self) -> dict[str, dict[str, Any]]:
        """Return everything half typed, by view."""
        kept = {view.identifier: view.draft() for view in self.views}
        return {identifier: draft for identifier, draft in kept.items() if draft is not None}

    def _lay_out(self) -> None:
        sheet = Sheet()
        page = self._page = QVBoxLayout(sheet)
        page.addWidget(self.header)
        for notice in notices(self.ctx, self.go_to):
            page.addWidget(notice)
        page.addWidget(self.pages, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(sheet, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give a small screen narrower edges (LOOK.md 3)."""
        super().resizeEvent(event)
        is_small = event.size().width() < px(1400)
        edges = (22, 9, 22, 14) if is_small else (28, 14, 28, 22)
        self._page.setContentsMargins(*map(px, edges))
        self._page.setSpacing(px(9 if is_small else 14))

    def _connect(self) -> None:
        self.rail.chosen.connect(self.open)
        for view in self.views:
            view.wanted.connect(self.go_to)
        self.rail.user_clicked.connect(self.user_clicked)
        self.header.searched.connect(self._on_searched)
        self.header.everything_asked.connect(self.seeker.open)
        self.header.veil_toggled.connect(self.ctx.veil)
        self.header.lock_clicked.connect(self.ctx.lock)
        self.keys.add("Ctrl+K", tr("Search everything"), self.seeker.open)
        self.keys.add("Ctrl+N", tr("Start something new"), self._on_new_asked)
        self.keys.add_pages(self.views, self.rail, self.go_to)
        self.emergency = EmergencyHelp(self.ctx, self, self.keys, self.rail)

    def _keys_here(self) -> Group:
        view = self.current
        return (view.title(), view.keys()) if view is not None else ("", ())

    def _on_searched(self, text: str) -> None:
        if self.current is not None:
            self.current.find(text)

    def _on_new_asked(self) -> None:
        if self.current is not None:
            self.current.start_new()
