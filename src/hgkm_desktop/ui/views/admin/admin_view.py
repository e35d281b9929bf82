"""The view itself: its tabs, and in their place a fresh passphrase as long as it is shown."""

from typing import Any, ClassVar

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from hgkm_desktop.models import Grant, Member, Organisation, Record
from hgkm_desktop.models.codes import Role
from hgkm_desktop.services import organisation
from hgkm_desktop.services.members import NewMember
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.view import View
from hgkm_desktop.ui.views.admin.slip_page import SlipPage
from hgkm_desktop.ui.views.admin.tab_pages import TabPages
from hgkm_desktop.ui.views.admin.team_desk import TeamDesk


class AdminView(View):
    """For administrators, and with less in it for coordinators."""

    identifier: ClassVar[str] = "admin"
    icon_name: ClassVar[str] = "gear-six"
    roles: ClassVar[frozenset[Role]] = frozenset({Role.ADMINISTRATOR, Role.COORDINATOR})
    shows: ClassVar[frozenset[type[Record]]] = frozenset({Member, Organisation, Grant})
    at_the_foot: ClassVar[bool] = True

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx)
        self.desk = TeamDesk(ctx, self)
        self.tabs, self.slip = TabPages(ctx, self.desk), SlipPage(ctx)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.tabs)
        self._stack.addWidget(self.slip)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.desk.words_made.connect(self._on_words_made)
        self.slip.given.connect(self._on_words_given)

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

    def _on_words_given(self) -> None:
        self._stack.setCurrentWidget(self.tabs)
        self.tabs.take_focus()
