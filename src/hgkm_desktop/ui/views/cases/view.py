"""The view itself: its pages and the way between them, its keys, and what is half typed."""

from collections.abc import Callable
from functools import partial
from typing import Any, ClassVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from hgkm_desktop.errors import Forbidden
from hgkm_desktop.models import Appointment, Case, CaseEntry, Member, Record
from hgkm_desktop.models.codes import Role
from hgkm_desktop.services import cases, drafts
from hgkm_desktop.services.cases import OPENERS, StartCase
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.forms.form_overlay import FormOverlay
from hgkm_desktop.ui.keys import Key
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.view import View
from hgkm_desktop.ui.views.cases.asked_for import AskedFor
from hgkm_desktop.ui.views.cases.new_case import NewCaseForm
from hgkm_desktop.ui.views.cases.pages import Pages
from hgkm_desktop.ui.views.cases.way import Way

LEAST = 760, 460
"""Smaller than this the page is never made."""


class CasesView(View):
    """Confidants see who they stand beside; coordinators a board of codes and dates."""

    identifier: ClassVar[str] = "cases"
    icon_name: ClassVar[str] = "hand-heart"
    roles: ClassVar[frozenset[Role]] = OPENERS
    shows: ClassVar[frozenset[type[Record]]] = frozenset({Appointment, Case, CaseEntry, Member})

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx)
        self.way = Way(self)
        self.pages = Pages(ctx, self.way)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pages)
        self.setMinimumSize(px(LEAST[0]), px(LEAST[1]))
        self.pages.turned.connect(self.retitled)
        self.way.new_case.connect(self._on_new_asked)
        self.asked_for = AskedFor(ctx, self.pages, self)
        self.asked_for.new_wanted.connect(self._on_new_asked)
        self.asked_for.opened.connect(partial(self.wanted.emit, self.identifier))

    def title(self) -> str:
        """Return the name of the view."""
        return tr("Beside her")

    def heading(self) -> str:
        """Return what is open: the view, or somebody's alias."""
        return self.pages.here.heading() or self.title()

    def subtitle(self) -> str:
        """Return the small words beside the heading."""
        return self.pages.here.beside()

    def refresh(self) -> None:
        """Read the page in sight again; nothing for whoever may no longer see it."""
        if self.ctx.may(*self.roles):
            self.pages.refresh()
            self.retitled.emit()

    def keys(self) -> list[Key]:
        """Return the keys of the page in sight."""
        keys = list(self.pages.here.keys())
        if self.pages.may_leave():
            keys.append(Key(("Esc",), tr("Back to the page before")))
        return keys

    def start_new(self) -> None:
        """Begin to stand beside somebody (Ctrl+N)."""
        self._on_new_asked(None)

    def find(self, text: str) -> None:
        """Show what matches on the page in sight."""
        self.pages.here.find(text)

    def draft(self) -> dict[str, Any] | None:
        """Keep what is half typed, each in its place; return which note is."""
        for form in self.window().findChildren(FormOverlay):
            form.keep_half_typed()
        return self.pages.half_typed()

    def restore(self, draft: dict[str, Any]) -> None:
        """Open a half-typed note again, once."""
        self.ctx.call(drafts.drop, self.identifier)
        if self.ctx.may(Role.CONFIDANT):
            corrects = draft.get("corrects")
            self.pages.write_note(UUID(draft["case"]), UUID(corrects) if corrects else None)

    def way_back(self) -> Callable[[], object] | None:
        """Return what leads to the page before; the list is the first."""
        return self.pages.go_back if self.pages.may_leave() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close what is open on the page with Esc, then go back."""
        if event.key() != Qt.Key.Key_Escape or not self.pages.leave():
            super().keyPressEvent(event)

    def _on_new_asked(self, start: object) -> None:
        """Open the form; what was half typed for the same visit comes back in it."""
        form = NewCaseForm(self.ctx, start if isinstance(start, StartCase) else None)
        form.began.connect(self._on_began)
        form.open(self.window())

    def _on_began(self, case_id: UUID) -> None:
        self.wanted.emit(self.identifier)
        try:
            name = self.ctx.call(cases.name_of, case_id)
        except Forbidden:
            self.ctx.notify(tr("It has begun. You do not see what is written."))
            return
        self.ctx.notify(tr("You stand beside {name} now.").format(name=name.shown))
        self.pages.open_case(case_id)
