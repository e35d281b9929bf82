"""Planning a session in twenty seconds, or changing one of a series, or all that follow."""

from collections.abc import Mapping, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal

from hgkm_desktop.errors import Conflict, UserError
from hgkm_desktop.models import InformationSession
from hgkm_desktop.services import information_sessions, session_series
from hgkm_desktop.services.session_series import Repeat
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_in_short, day_of, kept_together, time_of
from hgkm_desktop.ui.forms.form_overlay import FormOverlay
from hgkm_desktop.ui.names import inside
from hgkm_desktop.ui.views.sessions.form_fields import SessionFields
from hgkm_desktop.ui.views.sessions.form_save import (
    Change,
    change_following,
    change_one,
    copied,
    put_back,
)
from hgkm_desktop.ui.views.sessions.form_scope import Scope
from hgkm_desktop.ui.views.sessions.form_stored import Stored, differences

WIDTH = 700


class SessionForm(FormOverlay):
    """`saved` tells which session it became; of a new series the first."""

    saved = Signal(object)

    def __init__(self, ctx: Context, session: InformationSession) -> None:
        self.is_new = session.version == 0
        title = tr("New session") if self.is_new else tr("Change the session")
        told = tr("Only the topic and the time have to be there.") if self.is_new else ""
        super().__init__(title, text=told, accept=tr("Save"), cancel=tr("Cancel"), width=WIDTH)
        self._ctx, self._record, self._began = ctx, copied(session), copied(session)
        self._kept_id = session.id
        self.stored = Stored()
        self.scope = Scope(ctx, session, tr("Another day moves them as far."))
        self.all = SessionFields(ctx, session)
        self.add(self.stored, self.scope, *self.all.in_order())
        self.fields |= self.all.fields()
        self.stored.take.clicked.connect(self._on_take_clicked)
        self.accepted.connect(self._on_accepted)
        place = "new" if self.is_new else str(session.id)
        self.keep_in(ctx, f"sessions/{place}", scope=self.scope.choice, **self.all.more())

    def act(self) -> None:
        """Keep it, and everything that goes with it."""
        planned = self.typed()
        if not self.is_new:
            self._change(planned)
        elif self.all.repeat is not None and (repeat := self.all.repeat.repeat()) is not None:
            self._begin(planned, repeat)
        else:
            self._plan(planned)

    def typed(self) -> InformationSession:
        """Return the session as it stands in the form; raise Invalid for what cannot be read."""
        planned = copied(self._record)
        self.all.put(planned)
        return planned

    def complain(self, problems: Mapping[str, str]) -> None:
        """Say it at the fields, and open what is folded around them."""
        self.all.unfold(problems)
        super().complain(problems)

    def answer(self, error: UserError) -> None:
        """Say what went wrong; after a Conflict tell what is stored, and keep what is typed."""
        if self.is_new or not isinstance(error, Conflict) or not self._met(error):
            super().answer(error)

    def _met(self, conflict: Conflict) -> bool:
        """Let saving again save what is typed; not when the session is gone."""
        try:
            found = self._ctx.call(information_sessions.get, self._record.id)
        except Conflict:
            return False
        lines = differences(found, self.typed(), self.all.called, self.all.named)
        self._record = copied(found)
        self.stored.tell(conflict, lines)
        self.accept_button.setText(tr("Save mine"))
        self.stored.take.setFocus()
        return True

    def _plan(self, planned: InformationSession) -> None:
        now = self._ctx.now()
        kept = self._ctx.call(information_sessions.save, planned, now=now)
        undo = partial(self._take_back, [kept.id])
        self._ctx.notify(tr("Session saved: {when}.").format(when=self._when(kept)), undo)

    def _begin(self, planned: InformationSession, repeat: Repeat) -> None:
        now = self._ctx.now()
        times = self._ctx.call(session_series.begin, planned, repeat, now=now)
        self._kept_id = times[0].id
        undo = partial(self._take_back, [each.id for each in times])
        last = inside(day_in_short(day_of(times[-1].starts_at), day_of(now)))
        told = tr("{count} sessions saved, up to and including {day}.")
        self._ctx.notify(told.format(count=len(times), day=last), undo)

    def _change(self, planned: InformationSession) -> None:
        now = self._ctx.now()
        if self.scope.is_following:
            change = self._ctx.call(change_following, planned, self._began, now=now)
        else:
            change = self._ctx.call(change_one, planned, now=now)
        told = tr("{count} sessions changed.").format(count=len(change.before))
        one = tr("Session saved: {when}.").format(when=self._when(planned))
        undo = partial(self._put_back, change)
        self._ctx.notify(one if len(change.before) == 1 else told, undo)

    def _take_back(self, session_ids: Sequence[UUID]) -> None:
        self._ctx.call(information_sessions.take_back, session_ids)

    def _put_back(self, change: Change) -> None:
        self._ctx.call(put_back, change, now=self._ctx.now())

    def _when(self, kept: InformationSession) -> str:
        day = day_in_short(day_of(kept.starts_at), day_of(self._ctx.now()))
        return inside(tr(", ").join((day, kept_together(time_of(kept.starts_at)))))

    def _on_take_clicked(self) -> None:
        self._began = copied(self._record)
        self.all.show_session(self._record)
        self.stored.hide()
        self.accept_button.setText(tr("Save"))
        self.all.what.topic.setFocus()

    def _on_accepted(self) -> None:
        """Tell it after closing: the keyboard goes to the page, not back to the button."""
        saved: UUID = self._kept_id
        self.saved.emit(saved)
