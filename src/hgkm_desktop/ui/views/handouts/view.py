"""The view itself: its pages, its keys, and paper that goes out."""

from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout

from hgkm_desktop.models import (
    Organisation,
    OwnSheet,
    PublicNumber,
    Record,
    SheetChoice,
    SheetReview,
)
from hgkm_desktop.models.codes import Role
from hgkm_desktop.services import access
from hgkm_desktop.services.finding import OpenSheet
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.keys import Key
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.view import View
from hgkm_desktop.ui.views.handouts.editing import Editing
from hgkm_desktop.ui.views.handouts.history import History
from hgkm_desktop.ui.views.handouts.outgoing import Outgoing
from hgkm_desktop.ui.views.handouts.pages import Pages

LEAST = 760, 460
"""Smaller than this the page is never made."""


class HandoutsView(View):
    """Find, show and print information sheets; staff and coordinators keep them right."""

    identifier: ClassVar[str] = "handouts"
    icon_name: ClassVar[str] = "files"
    roles: ClassVar[frozenset[Role]] = access.DESK
    shows: ClassVar[frozenset[type[Record]]] = frozenset(
        {PublicNumber, OwnSheet, SheetReview, SheetChoice, Organisation}
    )

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx)
        self.pages = Pages(ctx)
        self.outgoing = Outgoing(ctx, self)
        self.editing = Editing(ctx, self, self.pages.first.panel.job)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pages)
        self.setMinimumSize(px(LEAST[0]), px(LEAST[1]))
        self._connect()

    def title(self) -> str:
        """Return the name of the view."""
        return tr("Info sheets")

    def subtitle(self) -> str:
        """Return how many there are."""
        return tr("{count} sheets").format(count=len(self.pages.first.gallery.tiles))

    def refresh(self) -> None:
        """Read what is open again; nothing for whoever may no longer see it."""
        if self.ctx.may(*self.roles):
            self.pages.refresh()

    def keys(self) -> list[Key]:
        """Return the keys of this page."""
        return [
            Key(("↑", "↓", "←", "→"), tr("Move between the sheets")),
            Key(("Enter",), tr("Open the sheet")),
            Key(("Ctrl P",), tr("Print")),
            Key(("F6",), tr("To the next part of the page")),
            Key(("Esc",), tr("Back to the sheets")),
        ]

    def start_new(self) -> None:
        """Go to the sheets."""
        if not self.pages.leave():
            self.pages.first.gallery.take_focus()

    def find(self, text: str) -> None:
        """Show only sheets that hold this text."""
        self.pages.first.gallery.search(text)

    def draft(self) -> dict[str, Any] | None:
        """Return what is half typed in the words of a sheet."""
        return self.pages.text.draft()

    def restore(self, draft: dict[str, Any]) -> None:
        """Open the words of that sheet again, for who may still change them."""
        if self.ctx.may(*access.EDITORS) and self.pages.text.restore(draft):
            self.pages.setCurrentWidget(self.pages.text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Esc from a page that stands in place of the sheets."""
        if event.key() != Qt.Key.Key_Escape or not self.pages.leave():
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget what she answered: the next one is somebody else."""
        super().hideEvent(event)
        self.pages.first.panel.forget_answers()

    def _connect(self) -> None:
        first, panel = self.pages.first, self.pages.first.panel
        first.history_asked.connect(self._on_history_asked)
        self.pages.print_asked.connect(self.outgoing.print)
        self.pages.save_asked.connect(self.outgoing.save)
        panel.menu_asked.connect(self.editing.open_menu)
        self.editing.text_asked.connect(self.pages.edit)
        self.editing.numbers_asked.connect(self.pages.list_numbers)
        self.outgoing.sent.connect(self._on_sent)
        self.ctx.shown.connect(self._on_shown)
        QShortcut(QKeySequence("Ctrl+P"), self, self.pages.ask_to_print)
        QShortcut(QKeySequence("F6"), self, first.next_pane)

    def _on_shown(self, record: object) -> None:
        """Answer whoever wants a sheet opened; who is typing is asked first."""
        if isinstance(record, OpenSheet):
            self.pages.first.show_sheet(record.sheet_id)
            if not self.pages.leave():
                self.pages.first.panel.take_focus()

    def _on_history_asked(self) -> None:
        History(self.ctx).open(self.window())

    def _on_sent(self) -> None:
        """Start anew after paper went out: other answers, one copy, an empty list."""
        self.pages.first.panel.start_anew()
        if self.pages.currentWidget() is self.pages.several:
            self.pages.several.clear()
            self.pages.go_back()
