"""What can be begun from the calendar: each opens its own dialog over the window."""

from datetime import datetime
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject

from hgkm_desktop.models.codes import Role
from hgkm_desktop.rules.appointment import Visit
from hgkm_desktop.services import absences, access, fixed_times
from hgkm_desktop.services.information_sessions import ShowSession
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.menu import Entry, Menu
from hgkm_desktop.ui.views.appointments.absence_form import AbsenceForm
from hgkm_desktop.ui.views.appointments.export import Export
from hgkm_desktop.ui.views.appointments.moving import Moving
from hgkm_desktop.ui.views.appointments.need_somebody import (
    NeedSomebody,
    Read,
    for_me,
    of_absence,
)
from hgkm_desktop.ui.views.appointments.page import Page
from hgkm_desktop.ui.views.appointments.programme_form import ProgrammeForm
from hgkm_desktop.ui.views.appointments.programme_list import ProgrammeList
from hgkm_desktop.ui.views.appointments.visit_form import open_visit_form


class Deeds(QObject):
    """Whoever may not do something finds no way to it here either."""

    def __init__(self, ctx: Context, page: Page) -> None:
        super().__init__(page)
        self._ctx, self._page = ctx, page
        self.moving, self.export = Moving(ctx, page), Export(ctx, page)
        self.moving.moved.connect(page.show_visit)
        self.moving.stayed.connect(page.refresh)
        page.spans.week.moved.connect(self._on_moved)
        page.spans.week.empty_chosen.connect(self.plan)
        page.spans.week.fixed_opened.connect(self._on_fixed_opened)
        page.spans.week.session_opened.connect(self._on_session_opened)
        page.panel.edit_asked.connect(self._on_edit_asked)
        page.panel.changed.connect(page.show_visit)
        page.bar.new_asked.connect(self.plan_here)
        page.bar.menu_asked.connect(self.open_menu)

    def plan_here(self) -> None:
        """Begin a new one at the hour that is chosen, else where the form begins."""
        hour = self._page.spans.here.chosen_hour()
        self.plan(hour if hour is not None and hour > self._ctx.now() else None)

    def plan(self, starts: datetime | None, case_id: UUID | None = None) -> None:
        """Begin a new one at this time, with this woman when it is known whom."""
        if self._ctx.may(Role.CONFIDANT):
            window, saved = self._page.window(), self._page.show_visit
            open_visit_form(self._ctx, window, starts=starts, case_id=case_id, saved=saved)

    def open_menu(self) -> None:
        """Show what else there is for this member."""
        Menu(self.entries()).open(self._page.window())

    def entries(self) -> list[Entry]:
        """Return what else there is, for the roles she has."""
        may, found = self._ctx.may, list[Entry]()
        if for_me(self._ctx):
            waiting = tr("These appointments need somebody")
            found.append((waiting, "user-plus", self._ask_for_me))
        if may(*access.EDITORS):
            found.append((tr("Weekly programme"), "list-checks", self._open_programme))
        if may(*absences.NOTERS):
            found.append((tr("Somebody is not there"), "user-minus", self._open_absence))
        if may(Role.CONFIDANT):
            words = tr("My appointments in another calendar")
            found.append((words, "download-simple", self.export.begin))
        return found

    def _open_programme(self) -> None:
        ProgrammeList(self._ctx).open(self._page.window())

    def _open_absence(self) -> None:
        form = AbsenceForm(self._ctx)
        form.accepted.connect(partial(self._on_absence_noted, form))
        form.open(self._page.window())

    def _on_absence_noted(self, form: AbsenceForm) -> None:
        """Ask at once who goes in her place, where somebody has to."""
        if form.noted is not None and of_absence(self._ctx, form.noted):
            self._ask_who_goes(partial(of_absence, self._ctx, form.noted))

    def _ask_for_me(self) -> None:
        self._ask_who_goes(partial(for_me, self._ctx))

    def _ask_who_goes(self, read: Read) -> None:
        asks = NeedSomebody(self._ctx, read)
        asks.show_asked.connect(self._page.show_visit)
        asks.open(self._page.window())

    def _on_moved(self, visit_id: UUID, starts: datetime) -> None:
        seen = self._page.seen(visit_id)
        if seen is not None:
            self.moving.begin(seen, starts)

    def _on_fixed_opened(self, fixed_id: UUID) -> None:
        if not self._ctx.may(*access.EDITORS):
            return
        found = self._ctx.call(fixed_times.everything)
        fixed = next((each for each in found if each.id == fixed_id), None)
        if fixed is not None:
            ProgrammeForm(self._ctx, fixed).open(self._page.window())

    def _on_session_opened(self, session_id: UUID) -> None:
        self._ctx.show(ShowSession(session_id))

    def _on_edit_asked(self, visit: Visit) -> None:
        saved = self._page.show_visit
        open_visit_form(self._ctx, self._page.window(), visit=visit, saved=saved)
