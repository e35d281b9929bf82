"""The signed-in window: a rail of views, and the view that is open."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hgkm_desktop.models.codes import main_role
from hgkm_desktop.models.labels import label
from hgkm_desktop.services import organisation
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.header import Header
from hgkm_desktop.ui.key_help import Group
from hgkm_desktop.ui.notices import notices
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.view import View
from hgkm_desktop.ui.views import VIEWS
from hgkm_desktop.ui.widgets.rail import Rail, Sheet
from hgkm_desktop.ui.window_keys import WindowKeys


class MainWindow(QWidget):
    """Knows that there are views, and nothing about any of them."""

    user_clicked = Signal()

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.ctx = ctx
        self.views: list[View] = [kind(ctx) for kind in VIEWS if ctx.may(*kind.roles)]
        self.rail = self._rail()
        self.header = Header()
        self.pages = QStackedWidget()
        for view in self.views:
            self.pages.addWidget(view)
        self._lay_out()
        self.keys = WindowKeys(self, ctx.undo, self._keys_here)
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
                self.header.show_page(view.title(), view.subtitle())

    def go_to(self, identifier: str) -> None:
        """Open a view and show so on the rail."""
        self.rail.select(identifier)
        self.open(identifier)

    def drafts(self) -> dict[str, dict[str, Any]]:
        """Return everything half typed, by view."""
        kept = {view.identifier: view.draft() for view in self.views}
        return {identifier: draft for identifier, draft in kept.items() if draft is not None}

    def _rail(self) -> Rail:
        org = self.ctx.call(organisation.get)
        rail = Rail(org.window_title, org.name)
        for view in self.views:
            foot = view.at_the_foot
            rail.add(view.identifier, view.title(), view.icon_name, bottom=foot)
        member = self.ctx.member
        rail.set_user(member.name, label(main_role(member.roles)), member.color)
        return rail

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
        self.rail.user_clicked.connect(self.user_clicked)
        self.header.searched.connect(self._on_searched)
        self.header.veil_toggled.connect(self.ctx.veil)
        self.header.lock_clicked.connect(self.ctx.lock)
        self.keys.add("Ctrl+N", tr("Start something new"), self._on_new_asked)
        self.keys.add_pages(self.views, self.rail, self.go_to)

    def _keys_here(self) -> Group:
        view = self.current
        return (view.title(), view.keys()) if view is not None else ("", ())

    def _on_searched(self, text: str) -> None:
        if self.current is not None:
            self.current.find(text)

    def _on_new_asked(self) -> None:
        if self.current is not None:
            self.current.start_new()
