"""Who is at the door: lets people in one after the other, and takes back as many."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Concatenate, ParamSpec, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from hgkm_desktop.db import Session
from hgkm_desktop.errors import Conflict, UserError
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.views.sessions import door_words, door_work
from hgkm_desktop.ui.views.sessions.door_work import Came

P = ParamSpec("P")
T = TypeVar("T")


class DoorDeeds(QObject):
    """Says what was done by signals; `refused` brings why something could not be."""

    came = Signal(object)
    went = Signal()
    refused = Signal(object)

    def __init__(self, ctx: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._came: list[Came] = []
        self.session_id: UUID | None = None

    @property
    def last(self) -> Came | None:
        """Who came in last at this session, as far as it can be taken back."""
        here = [each for each in self._came if each.registration.session_id == self.session_id]
        return here[-1] if here else None

    def let_in(self, typed: str) -> bool:
        """Let somebody in by what was typed; say whether it is kept."""
        if self.session_id is None:
            return False
        return self._kept(self._tried(door_work.let_in, self.session_id, typed))

    def pick(self, registration_id: UUID) -> bool:
        """Let in who was chosen; say whether it is kept."""
        return self._kept(self._tried(door_work.pick, registration_id))

    def bring(self, children: int) -> None:
        """Note how many children came along with the last one."""
        last = self.last
        if last is None:
            return
        known = self._tried(door_work.bring, last.registration.id, children)
        if known is not None:
            self._came[self._came.index(last)] = now = replace(last, registration=known)
            self.came.emit(now)

    def take_back(self, registration_id: UUID) -> None:
        """Undo that somebody came in; before her, the one before can be taken back (Ctrl+Z)."""
        came = next(each for each in self._came if each.registration.id == registration_id)
        try:
            self._ctx.call(door_work.take_back, came)
        except Conflict:
            self._came.remove(came)
            raise
        else:
            self._came.remove(came)
            self.went.emit()
        finally:
            self._offer()

    def _kept(self, came: Came | None) -> bool:
        if came is not None:
            self._came.append(came)
            self._offer()
            self.came.emit(came)
        return came is not None

    def _tried(
        self, work: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T | None:
        try:
            return self._ctx.call(work, *args, **kwargs)
        except UserError as error:
            self.refused.emit(error)
            return None

    def _offer(self) -> None:
        """Let Ctrl+Z take back who came in last; the page says it already."""
        if self._came:
            last = self._came[-1]
            said, _ = door_words.said_of(last, veiled=self._ctx.veiled)
            undo = partial(self.take_back, last.registration.id)
            self._ctx.notify(said, undo, quiet=True)
