"""The view itself: its days, its keys, and which appointment is open when the program locks."""

from contextlib import suppress
from typing import Any, ClassVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout

from hgkm_desktop.errors import UserError
from hgkm_desktop.models import (
    Absence,
    Appointment,
    Case,
    CaseEntry,
    FixedTime,
    InformationSession,
    Member,
    Partner,
    Record,
)
from hgkm_desktop.models.codes import Role
from hgkm_desktop.services import access, drafts
from hgkm_desktop.services.appointment_list import NewVisit, ShowVisit
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_of
from hgkm_desktop.ui.forms.form_overlay import FormOverlay
from hgkm_desktop.ui.keys import Key
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.view import View
from hgkm_desktop.ui.views.appointments.deeds import Deeds
from hgkm_desktop.ui.views.appointments.page import Page

LEAST = 760, 460
"""Smaller than this the page is never made."""
_STEPS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_TODAY = frozenset({Qt.Key.Key_T, Qt.Key.Key_Home})


class AppointmentsView(View):
    """The shared week: hers as they are, of everybody else only who is busy (08a)."""

    identifier: ClassVar[str] = "appointments"
    icon_name: ClassVar[str] = "calendar-dots"
    roles: ClassVar[frozenset[Role]] = access.DESK - {Role.VOLUNTEER}
    shows: ClassVar[frozenset[type[Record]]] = frozenset(
        {Appointment, Absence, FixedTime, Case, CaseEntry, InformationSession, Partner, Member}
    )

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx)
        self.page = Page(ctx)
        self.deeds = Deeds(ctx, self.page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.page)
        self.setMinimumSize(px(LEAST[0]), px(LEAST[1]))
        self.page.retitled.connect(self.retitled)
        ctx.shown.connect(self._on_shown)
        QShortcut(QKeySequence("F6"), self, self.page.next_pane)

    def title(self) -> str:
        """Return the name of the view."""
        return tr("Appointments")

    def subtitle(self) -> str:
        """Return which days are seen."""
        return self.page.name()

    def refresh(self) -> None:
        """Read the days in sight again; nothing for whoever may no longer see them."""
        if self.ctx.may(*self.roles):
            self.page.refresh()

    def keys(self) -> list[Key]:
        """Return the keys of the calendar."""
        may_plan = self.ctx.may(Role.CONFIDANT)
        found = [
            Key(("↑", "↓", "←", "→"), tr("To another day or hour")),
            Key(("Ctrl ↑", "Ctrl ↓"), tr("To every hour, also a free one")),
            Key(("Enter",), tr("Open it, or plan in a free hour")),
            Key(("Alt ↑", "Alt ↓", "Alt ←", "Alt →"), tr("Carry it to another time")),
            Key(("PgUp", "PgDn"), tr("The week or month before, or after")),
            Key(("T", "Home"), tr("To today")),
            Key(("F6",), tr("To the next part of the page")),
            Key(("Esc",), tr("Close what is open, then show everybody")),
        ]
        return found if may_plan else [found[0], *found[4:]]

    def start_new(self) -> None:
        """Plan a new one at the hour that is chosen (Ctrl+N)."""
        self.deeds.plan_here()

    def find(self, text: str) -> None:
        """Show only where a text stands in."""
        self.page.look_for(text)

    def draft(self) -> dict[str, Any] | None:
        """Keep what is half typed, each in its place, and which appointment is open.

        Nothing is given back: an open panel is nothing somebody typed.
        """
        for form in self.window().findChildren(FormOverlay):
            form.keep_half_typed()
        self.page.panel.keep_half_typed()
        with suppress(UserError):
            self._keep_place()

    def restore(self, draft: dict[str, Any]) -> None:
        """Open the same appointment again, on the same day."""
        self.ctx.call(drafts.drop, self.identifier)
        if self.ctx.may(Role.CONFIDANT) and draft.get("day") == self._today():
            self.page.show_visit(UUID(draft["visit"]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer what no field and no block took."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self._leave()
        elif event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in _STEPS:
            self.page.spans.step(_STEPS[key])
        elif key in _TODAY:
            self.page.spans.go_to_today()
        else:
            super().keyPressEvent(event)

    def _leave(self) -> None:
        """Close the panel, else show everybody again."""
        if self.page.panel.visit_id is not None:
            self.page.close_panel()
        else:
            self.page.bar.legend.show_everybody()

    def _keep_place(self) -> None:
        visit_id = self.page.panel.visit_id
        if visit_id is None:
            self.ctx.call(drafts.drop, self.identifier)
        else:
            kept = {"visit": str(visit_id), "day": self._today()}
            self.ctx.call(drafts.keep, self.identifier, kept)

    def _today(self) -> str:
        return day_of(self.ctx.now()).isoformat()

    def _on_shown(self, record: object) -> None:
        """Answer whoever wants an appointment seen, or planned."""
        if isinstance(record, ShowVisit) and self.ctx.may(Role.CONFIDANT):
            self.wanted.emit(self.identifier)
            self.page.show_visit(record.visit_id, with_keyboard=True)
        elif isinstance(record, NewVisit) and self.ctx.may(Role.CONFIDANT):
            self.wanted.emit(self.identifier)
            self.deeds.plan(record.starts, record.case_id)
