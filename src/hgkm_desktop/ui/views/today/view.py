"""The view itself: it reads the day, and lets it follow the clock while it is in sight."""

from dataclasses import replace
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

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
    PlanningRule,
    Record,
    Registration,
    SchoolHoliday,
    SessionFollowUp,
    ShiftNote,
    ShiftNoteRead,
)
from hgkm_desktop.models.codes import Role
from hgkm_desktop.services import access, holders, members, today
from hgkm_desktop.services.case_name import CaseName
from hgkm_desktop.services.walk_ins import NewWalkIn
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_in_full, day_of
from hgkm_desktop.ui.forms.form_overlay import FormOverlay
from hgkm_desktop.ui.keys import Key
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.view import View
from hgkm_desktop.ui.views.today.line_row import Hold
from hgkm_desktop.ui.views.today.minutes import Minutes
from hgkm_desktop.ui.views.today.note_form import NoteForm
from hgkm_desktop.ui.views.today.page import Page
from hgkm_desktop.ui.views.today.scene import Scene

LEAST = 760, 460
"""Smaller than this the page is never made."""


class TodayView(View):
    """The shift at a glance: each member sees what is hers to see (03)."""

    identifier: ClassVar[str] = "today"
    icon_name: ClassVar[str] = "sun-horizon"
    roles: ClassVar[frozenset[Role]] = access.DESK
    shows: ClassVar[frozenset[type[Record]]] = frozenset(
        {
            Absence,
            Appointment,
            Case,
            CaseEntry,
            FixedTime,
            InformationSession,
            Member,
            Partner,
            PlanningRule,
            Registration,
            SchoolHoliday,
            SessionFollowUp,
            ShiftNote,
            ShiftNoteRead,
        }
    )

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx)
        self.page = Page(ctx)
        self.minutes = Minutes(ctx.now, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(_scrolling(self.page))
        self.setMinimumSize(px(LEAST[0]), px(LEAST[1]))
        self.page.wants.connect(self._on_wanted)
        self.page.parts.begin.clicked.connect(self.start_new)
        self.page.parts.write.clicked.connect(self.write_note)
        self.minutes.turned.connect(self.follow_clock)
        QShortcut(QKeySequence("F6"), self, self.next_part)

    def title(self) -> str:
        """Return the name of the view."""
        return tr("Today")

    def subtitle(self) -> str:
        """Return the day."""
        return day_in_full(day_of(self.ctx.now()))

    def refresh(self) -> None:
        """Read the day again; nothing for whoever may no longer see it."""
        ctx = self.ctx
        if not ctx.may(*self.roles):
            return
        now = ctx.now()
        found, names = ctx.call(today.today, now=now), ctx.call(members.names)
        may_open, me = ctx.may(Role.CONFIDANT), ctx.member.id
        self.page.show_scene(Scene(found, names, now, me, may_open, ctx.veiled))
        self.retitled.emit()

    def follow_clock(self) -> None:
        """Show the same day at this moment; when it is another day, read that."""
        scene, now = self.page.scene, self.ctx.now()
        if scene is None or day_of(now) != scene.today.day:
            self.refresh()
        else:
            self.page.show_scene(replace(scene, now=now))

    def start_new(self) -> None:
        """Begin a new walk-in (Ctrl+N)."""
        self.ctx.show(NewWalkIn())

    def write_note(self) -> None:
        """Leave something for the next shift."""
        NoteForm(self.ctx).open(self.window())

    def next_part(self) -> None:
        """Bring the keyboard to the next part of the page, and round again (F6)."""
        stops, here = _entrances(self.page.stops()), QApplication.focusWidget()
        place = stops.index(here) + 1 if here in stops else 0
        if stops:
            stops[place % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)

    def keys(self) -> list[Key]:
        """Return the keys of the page."""
        return [
            Key(("↑", "↓"), tr("Up and down in a list")),
            Key(("Enter",), tr("Call when it may be, or open")),
            Key(("F6",), tr("To the next part of the page")),
        ]

    def draft(self) -> dict[str, Any] | None:
        """Keep a half-typed note in its place; there is nothing else to type here."""
        for form in self.window().findChildren(FormOverlay):
            form.keep_half_typed()
        return None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page to the screen."""
        super().resizeEvent(event)
        self.page.fit(event.size().width())

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the clock from now on, beginning with what it is now."""
        was_stale = self._stale
        super().showEvent(event)
        if not was_stale:
            self.follow_clock()
        self.minutes.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: let the clock be."""
        super().hideEvent(event)
        self.minutes.stop()

    def _on_wanted(self, wanted: object) -> None:
        if isinstance(wanted, Hold):
            self._hold(wanted.name)
        else:
            self.ctx.show(wanted)

    def _hold(self, name: CaseName) -> None:
        try:
            self.ctx.call(holders.take, name.case_id, now=self.ctx.now())
        except UserError as error:
            self.ctx.warn(error.title, error.hint)
            return
        self.ctx.notify(tr("You hold her now."))


def _scrolling(inside: QWidget) -> QScrollArea:
    """Return an area without an edge that only scrolls up and down."""
    inside.setProperty("role", "scrolled")
    area = QScrollArea()
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.viewport().setAutoFillBackground(False)
    return area


def _entrances(stops: list[QWidget]) -> list[QWidget]:
    """Return where Tab comes to, of what is in sight."""
    tab = Qt.FocusPolicy.TabFocus
    return [each for each in stops if each.isVisible() and each.focusPolicy() & tab]
