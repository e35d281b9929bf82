"""The view itself: its tabs, and in their place a fresh passphrase as long as it is shown."""

from typing import Any, ClassVar

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from hgkm_desktop.models import Grant, Member, Organisation, Record, RecoveryShare
from hgkm_desktop.models.codes import Role
from hgkm_desktop.services import organisation
from hgkm_desktop.services.members import NewMember
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.view import View
from hgkm_desktop.ui.views.admin.sheet_page import SheetPage
from hgkm_desktop.ui.views.admin.slip_page import SlipPage
from hgkm_desktop.ui.views.admin.tab_pages import TabPages
from hgkm_desktop.ui.views.admin.team_desk import TeamDesk


class AdminView(View):
    """For administrators, and with less in it for coordinators."""

    identifier: ClassVar[str] = "admin"
    icon_name: ClassVar[str] = "gear-six"
    roles: ClassVar[frozenset[Role]] = frozenset({Role.ADMINISTRATOR, Role.COORDINATOR})
    shows: ClassVar[frozenset[type[Record]]] = frozenset(
        {Member, Organisation, Grant, RecoveryShare}
    )
    at_the_foot: ClassVar[bool] = True

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx)
        self.desk = TeamDesk(ctx, self)
        self.tabs, self.slip = TabPages(ctx, self.desk), SlipPage(ctx)
        self.sheet = SheetPage(ctx)
        self._stack = QStackedWidget()
        for page in (self.tabs, self.slip, self.sheet):
            self._stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.desk.words_made.connect(self._on_words_made)
        self.slip.given.connect(self._show_tabs)
        self.tabs.copies.recovery.sheet_asked.connect(self._on_sheet_asked)
        self.sheet.closed.connect(self._show_tabs)
        ctx.shown.connect(self._on_shown)

    def title(self) -> str:
        """Return the name of the view."""
        return tr("Management")

    def subtitle(self) -> str:
        """Return whose log it is."""
        return self.ctx.call(organisation.get).name

    def refresh(self) -> None:
        """Read what the open tab shows again; nothing for whoever may no longer see it."""
        if self.ctx.may(*self.roles):
            self.tabs.refresh()

    def start_new(self) -> None:
        """Begin with somebody new, for who may."""
        if self.ctx.may(Role.ADMINISTRATOR) and self._stack.currentWidget() is self.tabs:
            self.desk.add()

    def find(self, text: str) -> None:
        """Show whose name holds this."""
        self.tabs.search(text)

    def draft(self) -> dict[str, Any] | None:
        """Return what is half typed about somebody or in the choices; never a passphrase."""
        kept = {"member": self.desk.draft(), "choices": self.tabs.draft()}
        return {key: draft for key, draft in kept.items() if draft} or None

    def restore(self, draft: dict[str, Any]) -> None:
        """Put it back where it was typed."""
        if not self.ctx.may(Role.ADMINISTRATOR):
            return
        if isinstance(draft.get("choices"), dict):
            self.tabs.restore(draft["choices"])
        if isinstance(draft.get("member"), dict):
            self.desk.restore(draft["member"])

    def hideEvent(self, event: QHideEvent) -> None:
        """Look again next time: the log grows without being announced."""
        super().hideEvent(event)
        self._stale = True

    def _on_words_made(self, new: NewMember) -> None:
        self._stack.setCurrentWidget(self.slip)
        self.slip.show_words(new)

    def _show_tabs(self) -> None:
        self._stack.setCurrentWidget(self.tabs)
        self.tabs.refresh()
        self.tabs.take_focus()

    def _on_sheet_asked(self) -> None:
        self._stack.setCurrentWidget(self.sheet)
        self.sheet.begin()

    def _on_shown(self, record: object) -> None:
        """Answer the notice that the sheet has to be tested."""
        if isinstance(record, Organisation):
            self.tabs.open("copies")
            self.tabs.copies.copies.test_sheet()
