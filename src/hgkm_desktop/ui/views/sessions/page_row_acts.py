"""What is noted of somebody on the list, each with the way back: here, waiting, not coming."""

from collections.abc import Callable
from functools import partial
from typing import Concatenate, ParamSpec, TypeVar
from uuid import UUID

from hgkm_desktop.db import Session
from hgkm_desktop.errors import Conflict
from hgkm_desktop.models import Registration
from hgkm_desktop.rules.sessions import WAITS
from hgkm_desktop.services import attendance, registrations, waiting_list
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.names import inside
from hgkm_desktop.ui.views.sessions import list_words as words
from hgkm_desktop.ui.views.sessions import page_work
from hgkm_desktop.ui.views.sessions.page_work import Stood

P = ParamSpec("P")
T = TypeVar("T")


class RowActs:
    """A name is never said while names are hidden; `refresh` shows the list as it is now."""

    def __init__(self, ctx: Context, refresh: Callable[[], object]) -> None:
        self._ctx, self._refresh = ctx, refresh

    def tick(self, row: Registration) -> None:
        """Note that she is here, or not after all; seen at once, and only Ctrl+Z is told."""
        said = tr("{name} is not here") if row.is_here else tr("{name} is here")
        if self._done(attendance.tick, row.id, is_here=not row.is_here):
            self._say(said, row, quiet=True)

    def comes(self, row: Registration) -> None:
        """Give her the place that is free: she said yes."""
        if self._done(waiting_list.says_yes, row.id):
            self._say(tr("{name} has a place."), row)

    def not_asked(self, row: Registration) -> None:
        """Ask the next one first."""
        if self._done(waiting_list.could_not_ask, row.id):
            self._say(tr("{name} was not asked yet."), row, quiet=True)

    def cancel(self, row: Registration) -> None:
        """Note that she does not come."""
        if self._done(registrations.cancel, row.id):
            self._say(tr("{name} does not come."), row)

    def comes_after_all(self, row: Registration) -> None:
        """Note that she comes after all; when it is full by now she waits."""
        again = self._done(registrations.comes_after_all, row.id)
        if again is None:
            return
        said = tr("{name} comes after all.")
        if again.place in WAITS:
            said = tr("It is full by now. {name} is on the waiting list.")
        self._say(said, row)

    def ask_to_remove(self, row: Registration) -> None:
        """Take her off the list after one question: this cannot be taken back."""
        self._ctx.confirm(
            tr("Take {name} off the list?").format(name=self._called(row)),
            tr("Nothing of her stays. Does she just not come? Then note only that."),
            tr("Take off"),
            partial(self._remove, row.id),
            danger=True,
        )

    def _remove(self, row_id: UUID) -> None:
        self._ctx.call(registrations.remove, row_id)

    def _say(self, said: str, before: Registration, *, quiet: bool = False) -> None:
        """Say what was done with somebody, and let her stand as before when it is undone."""
        undo = partial(self._put_back, page_work.stood(before))
        self._ctx.notify(said.format(name=self._called(before)), undo=undo, quiet=quiet)

    def _put_back(self, before: Stood) -> None:
        self._ctx.call(page_work.put_back, before)

    def _called(self, row: Registration) -> str:
        return inside(words.called(row, veiled=self._ctx.veiled))

    def _done(
        self, service: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T | None:
        """Do it; say calmly when somebody else was first, and show the list as it is now."""
        try:
            return self._ctx.call(service, *args, **kwargs)
        except Conflict as error:
            self._ctx.warn(error.title, error.hint)
            self._refresh()
            return None
