"""The page of the door: one field, Enter, next. Whoever comes in may look at this screen."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from hgkm_desktop.errors import Conflict, Invalid, UserError
from hgkm_desktop.models import Registration
from hgkm_desktop.services import information_sessions, registrations
from hgkm_desktop.services.registrations import MOST_CHILDREN
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.views.sessions.door_deeds import DoorDeeds
from hgkm_desktop.ui.views.sessions.door_parts import DoorParts
from hgkm_desktop.ui.views.sessions.door_watch import DoorWatch
from hgkm_desktop.ui.views.sessions.door_work import Came


class DoorPage(QWidget):
    """No list of names: a count, the last one for a while, and who may be meant while typing."""

    left = Signal()

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.ctx = ctx
        self.deeds = DoorDeeds(ctx, self)
        self.parts = DoorParts(self, ctx)
        self.field, self.said = self.parts.field, self.parts.said
        self.matches, self.count = self.parts.matches, self.parts.count
        self._watch = DoorWatch(ctx, self)
        self._watch.moved.connect(self.refresh)
        self._connect()

    def show_session(self, session_id: UUID) -> None:
        """Stand at the door of a session, the keyboard in the field."""
        if session_id != self.deeds.session_id:
            self.deeds.session_id = self.matches.session_id = session_id
            self.field.empty()
            self.said.forget()
            self.parts.complain("")
        self.refresh()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Count again; leave when the session is not there any more."""
        session_id = self.deeds.session_id
        if session_id is None:
            return
        try:
            session = self.ctx.call(information_sessions.get, session_id)
            self.parts.show_session(session, self.ctx.now())
            self.count.show_counts(self.ctx.call(registrations.counts, session_id))
        except Conflict as error:
            self.deeds.session_id = None
            self.ctx.warn(error.title, error.hint)
            self.left.emit()

    def draft(self) -> dict[str, Any] | None:
        """Return what is half typed, for the lock."""
        session_id, typed = self.deeds.session_id, self.field.typed()
        return {"session": str(session_id), "typed": typed} if session_id and typed else None

    def restore(self, draft: dict[str, Any]) -> None:
        """Put half a name back at the door where it was typed."""
        self.show_session(UUID(draft["session"]))
        self.field.setText(draft["typed"])

    def showEvent(self, event: QShowEvent) -> None:
        """Count what happened while the page was away."""
        super().showEvent(event)
        self.refresh()

    def _connect(self) -> None:
        self.field.entered.connect(self._on_entered)
        self.field.left.connect(self._on_left)
        self.field.counted.connect(self._on_counted)
        self.said.counted.connect(self._on_counted)
        self.matches.chosen.connect(self._on_chosen)
        self.parts.lets_in.clicked.connect(self._on_entered)
        self.parts.nameless.clicked.connect(self._on_nameless)
        self.parts.ready.clicked.connect(self.left)
        self.deeds.came.connect(self._on_came)
        self.deeds.went.connect(self.said.forget)
        self.deeds.refused.connect(self._on_refused)
        self.ctx.veil_changed.connect(self._on_veil_changed)

    def _on_entered(self) -> None:
        """Let in whoever is marked, or what is typed; nothing typed does nothing."""
        marked, typed = self.matches.marked, self.field.typed()
        if marked is not None:
            self._on_chosen(marked)
        elif not typed or self.deeds.let_in(typed):
            self.field.empty()

    def _on_chosen(self, one: Registration) -> None:
        if self.deeds.pick(one.id):
            self.field.empty()

    def _on_nameless(self) -> None:
        self.deeds.let_in("")

    def _on_counted(self, by: int) -> None:
        last = self.deeds.last
        if last is not None:
            self.deeds.bring(min(max(last.registration.children + by, 0), MOST_CHILDREN))

    def _on_came(self, came: Came) -> None:
        self.parts.complain("")
        self.said.say(came, veiled=self.ctx.veiled)
        self.parts.make_room()

    def _on_refused(self, error: UserError) -> None:
        """Say why, beside what is typed: whoever types on must not answer a dialog by it."""
        if isinstance(error, Invalid):
            self.parts.complain(" ".join(error.problems.values()))
        else:
            self.parts.complain(error.hint, error.title)

    def _on_left(self) -> None:
        """Step back with Esc: the mark, then what is typed, then the page."""
        if self.matches.unmark():
            return
        if self.field.text():
            self.field.empty()
        else:
            self.left.emit()

    def _on_veil_changed(self, _on: bool) -> None:
        self.parts.veil()
        last = self.deeds.last
        if last is not None and self.said.is_saying:
            self.said.show_words(last, veiled=self.ctx.veiled)
