"""What is done with a visit from the side panel: each said, and taken back where it can be."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from hgkm_desktop.errors import UserError
from hgkm_desktop.rules.appointment import Visit
from hgkm_desktop.rules.going_along import State
from hgkm_desktop.services import appointments, calendar_file
from hgkm_desktop.texts import tr
from hgkm_desktop.ui import printing
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.views.appointments.call_off import open_call_off
from hgkm_desktop.ui.views.appointments.move_form import open_move
from hgkm_desktop.ui.views.appointments.panel_menu import Doing

Save = Callable[..., None]


class VisitDeeds(QObject):
    """Acts over the window of the panel; `done` tells which visit is another one now."""

    done = Signal(object)
    edit_asked = Signal(object)

    def __init__(self, ctx: Context, page: QWidget, save: Save = printing.save_file) -> None:
        super().__init__(page)
        self.ctx, self._page, self._save = ctx, page, save

    def doing(self, visit: Visit) -> Doing:
        """Return what the menu of a visit does."""
        return Doing(
            change=partial(self.edit_asked.emit, visit),
            move=partial(self._move, visit),
            calendar=partial(self._to_calendar, visit),
            bring_back=partial(self.bring_back, visit),
            reserve=partial(self.let_reserve_go, visit),
            off=partial(self._call_off, visit),
        )

    def prepare(self, visit: Visit) -> None:
        """Note that it was talked through with her."""
        if self._tried(partial(self._noted, appointments.prepare, visit)):
            self.ctx.notify(tr("It is prepared."))

    def confirm(self, visit: Visit) -> None:
        """Note that both sides say yes."""
        if self._tried(partial(self._noted, appointments.confirm, visit)):
            self.ctx.notify(tr("It is confirmed."))

    def bring_back(self, visit: Visit) -> None:
        """Plan again what was called off by mistake."""
        if self._tried(partial(self._noted, appointments.bring_back, visit)):
            self.ctx.notify(tr("It goes on again."))

    def let_reserve_go(self, visit: Visit) -> None:
        """Let the reserve go along; whoever was first is the reserve now."""
        if self._tried(partial(self._noted, appointments.let_reserve_go, visit)):
            back = partial(self._again, appointments.let_reserve_go, visit.id)
            self.ctx.notify(tr("The reserve goes along now."), undo=back)

    def _noted(self, service: Callable[..., Visit], visit: Visit) -> None:
        self.ctx.call(service, visit.id, visit.version, now=self.ctx.now())

    def _again(self, service: Callable[..., Visit], visit_id: UUID) -> None:
        """Do something with the visit as it is now."""
        if self._tried(lambda: self._noted(service, self.ctx.call(appointments.get, visit_id))):
            self.done.emit(visit_id)

    def _move(self, visit: Visit) -> None:
        open_move(self.ctx, self._page.window(), visit, moved=self.done.emit)

    def _call_off(self, visit: Visit, state: State) -> None:
        form = open_call_off(self.ctx, self._page.window(), visit, state)
        form.accepted.connect(partial(self.done.emit, visit.id))

    def _to_calendar(self, visit: Visit) -> None:
        self._tried(partial(self._save_calendar, visit))

    def _save_calendar(self, visit: Visit) -> None:
        made = self.ctx.call(calendar_file.ics, [visit.id], now=self.ctx.now())
        kind = tr("Calendar")
        said = partial(self.ctx.notify, tr("The appointment is saved for your calendar."))
        self._save(self._page.window(), made, calendar_file.FILE_NAME, kind, on_done=said)

    def _tried(self, act: Callable[[], object]) -> bool:
        """Try it; say what went wrong. The panel shows afterwards how it stands."""
        try:
            act()
        except UserError as error:
            self.ctx.warn(error.title, error.hint)
            return False
        return True
