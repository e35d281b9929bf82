"""The view itself: its keys, what the window asks of it, and what is half typed."""

from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout

from hgkm_desktop.models import (
    Appointment,
    Member,
    Partner,
    PartnerAgreement,
    PartnerCount,
    PartnerPerson,
    PublicNumber,
    Record,
)
from hgkm_desktop.models.codes import Role
from hgkm_desktop.services import access
from hgkm_desktop.services.partners import ShowPartner
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.forms.form_overlay import FormOverlay
from hgkm_desktop.ui.keys import Key
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.view import View
from hgkm_desktop.ui.views.partners.deeds import Deeds
from hgkm_desktop.ui.views.partners.page import Page

LEAST = 760, 460
"""Smaller than this the page is never made."""


class PartnersView(View):
    """Everybody at the desk reads and says what is still right; staff and coordinators write."""

    identifier: ClassVar[str] = "partners"
    icon_name: ClassVar[str] = "address-book"
    roles: ClassVar[frozenset[Role]] = access.DESK
    shows: ClassVar[frozenset[type[Record]]] = frozenset(
        {
            Partner,
            PartnerPerson,
            PartnerAgreement,
            PartnerCount,
            PublicNumber,
            Member,
            Appointment,
        }
    )

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx)
        self.page = Page(ctx)
        self.deeds = Deeds(ctx, self, self.page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.page)
        self.setMinimumSize(px(LEAST[0]), px(LEAST[1]))
        self.deeds.made.connect(self.page.show_partner)
        ctx.shown.connect(self._on_shown)
        QShortcut(QKeySequence("F6"), self, self.page.next_pane)
        QShortcut(QKeySequence("Alt+B"), self, self.deeds.show_reachable)

    def title(self) -> str:
        """Return the name of the view."""
        return tr("Partners")

    def subtitle(self) -> str:
        """Return how many there are of our own."""
        count = self.page.count()
        if count == 1:
            return tr("1 organisation")
        return tr("{count} organisations").format(count=count) if count else ""

    def refresh(self) -> None:
        """Read everything again; nothing for whoever may no longer see it."""
        if self.ctx.may(*self.roles):
            self.page.refresh()
            self.retitled.emit()

    def keys(self) -> list[Key]:
        """Return the keys of this page."""
        keys = [
            Key(("↑", "↓"), tr("Choose an organisation")),
            Key(("Enter",), tr("To what can be done with it")),
            Key(("Alt B",), tr("Who can be reached now?")),
            Key(("F6",), tr("To the next part of the page")),
            Key(("Esc",), tr("Back to the list, then show everything")),
        ]
        if self.ctx.may(*access.EDITORS):
            keys.insert(2, Key(("Ctrl N",), tr("New partner")))
        return keys

    def start_new(self) -> None:
        """Write a new organisation down (Ctrl+N)."""
        self.deeds.new_partner()

    def find(self, text: str) -> None:
        """Show what matches the search field of the window."""
        self.page.search(text)

    def draft(self) -> dict[str, Any] | None:
        """Keep what is half typed in a form, in the place of that form."""
        for form in self.window().findChildren(FormOverlay):
            form.keep_half_typed()
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the list with Esc, then show everything again."""
        if event.key() != Qt.Key.Key_Escape or not self._left():
            super().keyPressEvent(event)

    def _left(self) -> bool:
        table = self.page.list.table
        if self.page.side.isAncestorOf(self.focusWidget() or self):
            table.setFocus()
            return True
        narrowed = self.page.bar.is_narrowed()
        if narrowed:
            self.page.show_all()
            table.setFocus()
        return narrowed

    def _on_shown(self, record: object) -> None:
        """Answer whoever wants a partner opened."""
        if isinstance(record, ShowPartner) and self.ctx.may(*self.roles):
            self.wanted.emit(self.identifier)
            self.refresh()
            self.page.show_partner(record.partner_id)
