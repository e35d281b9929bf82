"""The pages of the view: the sessions, the door, what goes on afterwards, and the years."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from hgkm_desktop.models.codes import Role
from hgkm_desktop.services import access
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.sessions.door import DoorPage
from hgkm_desktop.ui.views.sessions.follow_ups_page import FollowUpsPage
from hgkm_desktop.ui.views.sessions.list_pane import ListPane
from hgkm_desktop.ui.views.sessions.list_words import PartnerNames
from hgkm_desktop.ui.views.sessions.page import SessionPage
from hgkm_desktop.ui.views.sessions.page_deeds import Deeds
from hgkm_desktop.ui.views.sessions.page_row_deeds import RowDeeds
from hgkm_desktop.ui.views.sessions.years import YearsPage

ROOMY = 1150
"""From this width on the list is wide."""
WIDE, NARROW = 376, 332
MOST = 0.42
"""The part of the page the list never takes more of, however large the letters are."""


class FirstPage(QWidget):
    """The list at one side, the chosen session at the other (mock-up 09)."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        partners, may_edit = PartnerNames(ctx), ctx.may(*access.EDITORS)
        self.pane = ListPane(ctx, partners, may_edit=may_edit)
        self.page = SessionPage(ctx, partners, may_edit=may_edit)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(16))
        row.addWidget(self.pane)
        row.addWidget(self.page, 1)
        self.pane.chosen.connect(self.page.show_session)
        self.pane.table.opened.connect(self._on_opened)

    def refresh(self) -> None:
        """Read everything again, and stay where it was."""
        self.pane.refresh()
        self.page.show_session(self.pane.current())

    def next_pane(self) -> None:
        """Go on to the line, the list of names, and back to the sessions (F6)."""
        here = self.focusWidget() or self
        if here is self or self.pane.isAncestorOf(here):
            self.page.take_focus()
        elif here is not self.page.table:
            self.page.table.setFocus()
        else:
            self.pane.table.setFocus()

    def leave(self) -> bool:
        """Go back to the sessions, then show all of them; say whether there was a way."""
        if self.page.isAncestorOf(self.focusWidget() or self):
            self.pane.table.setFocus()
            return True
        narrowed = self.pane.is_narrowed()
        if narrowed:
            self.pane.show_all()
        return narrowed

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the list what a small screen can spare."""
        super().resizeEvent(event)
        is_wide = event.size().width() >= px(ROOMY)
        most = round(event.size().width() * MOST)
        least = self.pane.head.minimumSizeHint().width()
        self.pane.setFixedWidth(max(least, min(px(WIDE if is_wide else NARROW), most)))
        self.pane.fit(small=not is_wide)

    def _on_opened(self, _row: object) -> None:
        self.page.take_focus()


class Pages(QStackedWidget):
    """One is open; each of the others leads back to the first."""

    turned = Signal()

    def __init__(self, ctx: Context, view: QWidget) -> None:
        super().__init__()
        self._ctx = ctx
        self.first = FirstPage(ctx)
        self.deeds = Deeds(ctx, view, self.first.pane, self.first.page)
        self.row_deeds = RowDeeds(ctx, self.first.page)
        self.door, self.years = DoorPage(ctx), YearsPage(ctx)
        self.follow_ups = FollowUpsPage(ctx) if ctx.may(Role.CONFIDANT) else None
        self.addWidget(self.first)
        for page in (self.door, self.years, self.follow_ups):
            if page is not None:
                self.addWidget(page)
                page.left.connect(self.go_back)
        self.first.pane.counted.connect(self.turned)
        self.deeds.made.connect(self.show_session)
        self.deeds.door_asked.connect(self.show_door)
        self.deeds.years_asked.connect(self.show_years)
        self.deeds.follow_ups_asked.connect(self.show_follow_ups)
        self.deeds.talk_asked.connect(self.begin_follow_up)

    def is_first(self) -> bool:
        """Say whether the sessions are open."""
        return self.currentWidget() is self.first

    def heading(self) -> str:
        """Return what the open page is called, nothing for the first."""
        here = self.currentWidget()
        if here is self.door:
            return tr("At the door")
        if here is self.years:
            return tr("Numbers per year")
        return "" if here is self.first else tr("Talks afterwards")

    def refresh(self) -> None:
        """Read again what is open; the sessions are read when they are seen again."""
        here = self.currentWidget()
        if isinstance(here, FirstPage | DoorPage | YearsPage | FollowUpsPage):
            here.refresh()

    def draft(self) -> dict[str, Any] | None:
        """Return the half-typed names, in the line and at the door."""
        kept = {"line": self.first.page.adding.draft(), "door": self.door.draft()}
        return kept if any(kept.values()) else None

    def restore(self, draft: dict[str, Any]) -> None:
        """Put the half-typed names back, and show where the last one was typed."""
        if draft["line"] is not None:
            self.show_session(self.first.page.adding.restore(draft["line"]))
        if draft["door"] is not None:
            self._turn_to(self.door)
            self.door.restore(draft["door"])

    def go_back(self) -> None:
        """Show the sessions again."""
        if not self.is_first():
            self._turn_to(self.first)
            self.first.refresh()
            self.first.page.take_focus()

    def show_session(self, session_id: object) -> None:
        """Show a session, whatever is open."""
        if isinstance(session_id, UUID):
            self._turn_to(self.first)
            self.first.refresh()
            self.first.pane.show_session(session_id)

    def show_door(self, session_id: UUID) -> None:
        """Let people in: visitors can see that page."""
        self._turn_to(self.door)
        self.door.show_session(session_id)

    def show_years(self) -> None:
        """Show what each year brought."""
        self._turn_to(self.years)
        self.years.refresh()
        self.years.take_focus()

    def show_follow_ups(self) -> None:
        """Show what goes on after sessions; for confidants alone."""
        if self.follow_ups is not None:
            self._turn_to(self.follow_ups)
            self.follow_ups.refresh()

    def begin_follow_up(self, session_id: UUID) -> None:
        """Begin a talk after a session."""
        if self.follow_ups is not None:
            self.show_follow_ups()
            self.follow_ups.begin(session_id)

    def _turn_to(self, page: QWidget) -> None:
        self.setCurrentWidget(page)
        self.turned.emit()
