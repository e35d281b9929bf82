"""Puts somebody on the list of the session that is shown, and says what was kept of her."""

from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from hgkm_desktop.errors import Invalid, UserError
from hgkm_desktop.services import registrations
from hgkm_desktop.services.registrations import NewRegistration, Registered
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.names import inside
from hgkm_desktop.ui.views.sessions import list_words as words
from hgkm_desktop.ui.views.sessions.page_quick import QuickLine


class Adding(QObject):
    """Each Enter is one transaction; what is half typed waits for its own session."""

    added = Signal(object)

    def __init__(self, ctx: Context, line: QuickLine) -> None:
        super().__init__(line)
        self._ctx, self._line = ctx, line
        self._session_id: UUID | None = None
        self._half: dict[UUID, dict[str, Any]] = {}
        line.asked.connect(self._on_asked)

    def turn_to(self, session_id: UUID | None) -> None:
        """Add to another list from now on; what was begun for the one before is kept."""
        if session_id == self._session_id:
            return
        self._remember()
        self._session_id = session_id
        kept = self._half.pop(session_id, None) if session_id is not None else None
        self._line.complain("")
        self._line.show_values(kept or {"name": "", "language": "", "children": 0})

    def draft(self) -> dict[str, Any] | None:
        """Return what is half typed, for each session."""
        self._remember()
        kept = {str(each): values for each, values in self._half.items()}
        here = str(self._session_id or "")
        return {"half": kept, "session": here if here in kept else ""} if kept else None

    def restore(self, draft: dict[str, Any]) -> UUID:
        """Put back what was half typed; return for which session it was typed last."""
        self._half = {UUID(each): values for each, values in draft["half"].items()}
        here, last = self._session_id, draft["session"]
        if here is not None and here in self._half:
            self._line.show_values(self._half.pop(here))
        return UUID(last or next(iter(draft["half"])))

    def _remember(self) -> None:
        if self._session_id is None:
            return
        self._half.pop(self._session_id, None)
        if not self._line.is_blank():
            self._half[self._session_id] = self._line.values()

    def _on_asked(self, new: NewRegistration) -> None:
        if self._session_id is None or not new.name.strip():
            self._line.take_focus()
            return
        try:
            done = self._ctx.call(registrations.register, self._session_id, new)
        except UserError as error:
            self._line.complain(_why(error))
            self._line.take_focus()
            return
        self._line.begin_next()
        self._half.pop(self._session_id, None)
        self._ctx.notify(said_of(done), undo=partial(self._take_off, done.registration.id))
        self.added.emit(done.registration.id)

    def _take_off(self, registration_id: UUID) -> None:
        self._ctx.call(registrations.remove, registration_id)


def _why(error: UserError) -> str:
    """Return why nobody was put on the list, and what to do."""
    if isinstance(error, Invalid):
        return " ".join(error.problems.values())
    return f"{error.title} {error.hint}".strip()


def said_of(done: Registered) -> str:
    """Return what was done, and what was not kept."""
    name = inside(words.called(done.registration))
    told: list[str] = []
    if done.is_shorter:
        told.append(tr("Only ‘{name}’ is kept. We keep no surname.").format(name=name))
    if done.twins:
        told.append(tr("There is a {name} already.").format(name=name))
    if done.waits:
        told.append(tr("The session is full. She is on the waiting list."))
    return " ".join(told) or tr("{name} is on the list.").format(name=name)
