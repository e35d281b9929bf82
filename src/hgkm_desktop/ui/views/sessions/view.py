"""The view itself: its pages, its keys, and what is half typed when the program locks."""

from collections.abc import Callable
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout

from hgkm_desktop.models import (
    InformationSession,
    Partner,
    Record,
    Registration,
    SessionFollowUp,
    SessionHandout,
)
from hgkm_desktop.models.codes import Role
from hgkm_desktop.services import access, drafts
from hgkm_desktop.services.follow_ups import ShowFollowUps
from hgkm_desktop.services.information_sessions import NewSession, ShowSession
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.forms.form_overlay import FormOverlay
from hgkm_desktop.ui.keys import Key
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.view import View
from hgkm_desktop.ui.views.sessions.asked_elsewhere import AskedElsewhere
from hgkm_desktop.ui.views.sessions.view_pages import Pages

LEAST = 760, 460
"""Smaller than this the page is never made."""


class SessionsView(View):
    """Whoever works at the desk reads and registers; staff and coordinators plan."""

    identifier: ClassVar[str] = "sessions"
    icon_name: ClassVar[str] = "chalkboard-teacher"
    roles: ClassVar[frozenset[Role]] = access.DESK
    shows: ClassVar[frozenset[type[Record]]] = frozenset(
        {InformationSession, Registration, SessionHandout, SessionFollowUp, Partner}
    )

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx)
        self.pages = Pages(ctx, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pages)
        self.setMinimumSize(px(LEAST[0]), px(LEAST[1]))
        self.pages.turned.connect(self.retitled)
        ctx.shown.connect(self._on_shown)
        self.asked_elsewhere = AskedElsewhere(ctx, self)
        QShortcut(QKeySequence("F6"), self, self.pages.first.next_pane)
        QShortcut(QKeySequence("Ctrl+P"), self, self._on_print_asked)

    def title(self) -> str:
        """Return the name of the view."""
        return tr("Info sessions")

    def heading(self) -> str:
        """Return what is open."""
        return self.pages.heading() or self.title()

    def subtitle(self) -> str:
        """Return how many there are, on the first page."""
        count = self.pages.first.pane.count
        if self.pages.is_first():
            return tr("1 session") if count == 1 else tr("{count} sessions").format(count=count)
        return ""

    def way_back(self) -> Callable[[], object] | None:
        """Return what leads back to the sessions."""
        return None if self.pages.is_first() else self.pages.go_back

    def refresh(self) -> None:
        """Read what is open again; nothing for whoever may no longer see it."""
        if self.ctx.may(*self.roles):
            self.pages.refresh()

    def keys(self) -> list[Key]:
        """Return the keys of this page."""
        keys = [
            Key(("↑", "↓"), tr("Choose a session, or somebody on the list")),
            Key(("Space",), tr("Tick: she is here")),
            Key(("Enter",), tr("Put the name on the list, or see what can be done")),
            Key(("A – Z",), tr("In the list: to a name")),
            Key(("Ctrl P",), tr("Print attendance list")),
            Key(("F6",), tr("To the next part of the page")),
            Key(("Esc",), tr("Back to the list, then show everything")),
        ]
        if self.ctx.may(*access.EDITORS):
            keys.insert(3, Key(("Ctrl N",), tr("New session")))
        return keys

    def start_new(self) -> None:
        """Plan a session, or for who does not plan: put somebody on the list (Ctrl+N)."""
        if not self.pages.is_first():
            return
        if self.ctx.may(*access.EDITORS):
            self.pages.deeds.new_session()
        else:
            self.pages.first.page.take_focus()

    def find(self, text: str) -> None:
        """Show what matches the search field of the window."""
        self.pages.first.pane.search(text)

    def draft(self) -> dict[str, Any] | None:
        """Keep what is half typed in a form in its place; return the half-typed names."""
        for form in self.window().findChildren(FormOverlay):
            form.keep_half_typed()
        return self.pages.draft()

    def restore(self, draft: dict[str, Any]) -> None:
        """Put the half-typed names back, each at its own session."""
        self.ctx.call(drafts.drop, self.identifier)
        self.pages.restore(draft)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Esc, then show everything again."""
        if event.key() != Qt.Key.Key_Escape or not self._left():
            super().keyPressEvent(event)

    def _left(self) -> bool:
        if not self.pages.is_first():
            self.pages.go_back()
            return True
        return self.pages.first.leave()

    def _on_print_asked(self) -> None:
        if self.pages.is_first():
            self.pages.deeds.print_list()

    def _on_shown(self, record: object) -> None:
        """Answer whoever wants a session seen, planned, or what goes on after one."""
        if isinstance(record, ShowSession) and self.ctx.may(*self.roles):
            self.wanted.emit(self.identifier)
            self.pages.show_session(record.session_id)
        elif isinstance(record, NewSession) and self.ctx.may(*access.EDITORS):
            self.wanted.emit(self.identifier)
            self.pages.go_back()
            self.pages.deeds.new_session(record.topic)
        elif isinstance(record, ShowFollowUps) and self.ctx.may(*access.CONFIDANTS):
            self.wanted.emit(self.identifier)
            self.pages.show_follow_ups()
