"""A session does not take place: why, and whether those that follow do."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from hgkm_desktop.errors import Conflict, UserError
from hgkm_desktop.models import InformationSession
from hgkm_desktop.rules.session_words import name_of
from hgkm_desktop.services import information_sessions, session_list, session_series
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_in_short, day_of, kept_together, time_of
from hgkm_desktop.ui.forms.form_overlay import FormOverlay
from hgkm_desktop.ui.forms.suggested import Suggested
from hgkm_desktop.ui.names import inside
from hgkm_desktop.ui.views.sessions.form_group import LINE
from hgkm_desktop.ui.views.sessions.form_save import bring_back
from hgkm_desktop.ui.views.sessions.form_scope import Scope
from hgkm_desktop.ui.widgets.fields import Field
from hgkm_desktop.ui.widgets.labels import bold
from hgkm_desktop.ui.widgets.strips import Banner


class CallOffForm(FormOverlay):
    """Nobody is taken off the list: they have to hear of it."""

    def __init__(self, ctx: Context, session: InformationSession) -> None:
        super().__init__(
            tr("The session is called off"), accept=tr("Call it off"), cancel=tr("Cancel")
        )
        self._ctx, self._id, self._version = ctx, session.id, session.version
        self.about = bold("", wrap=True)
        self.listed = Banner("", "am")
        examples = tr("The speaker is ill"), tr("Too few people"), tr("The room is not free")
        self.why = Suggested(examples, LINE)
        self.scope = Scope(ctx, session, tr("They are called off as well."))
        self.add(self.about, self.listed)
        self.add_field("off_why", Field(tr("Why?"), self.why))
        self.add(self.scope)
        self._tell(session)
        self.keep_in(ctx, f"sessions/{session.id}/off", scope=self.scope.choice)

    def act(self) -> None:
        """Note it; it can be brought back."""
        why = self.why.text()
        if self.scope.is_following:
            call_off = session_series.call_off_following
            found = self._ctx.call(call_off, self._id, self._version, why)
            self._say([each.id for each in found])
        else:
            self._ctx.call(information_sessions.call_off, self._id, self._version, why)
            self._say([self._id])

    def answer(self, error: UserError) -> None:
        """Say what went wrong; after a Conflict show what it is now, and try that the next time."""
        super().answer(error)
        if isinstance(error, Conflict):
            self._look_again()

    def _look_again(self) -> None:
        try:
            found = self._ctx.call(information_sessions.get, self._id)
        except Conflict:
            return
        self._version = found.version
        self._tell(found)

    def _tell(self, session: InformationSession) -> None:
        day = day_in_short(day_of(session.starts_at), day_of(self._ctx.now()))
        when = tr(", ").join((day, kept_together(time_of(session.starts_at))))
        self.about.setText(f"{when}: {inside(name_of(session.topic, session.title))}")
        row = self._ctx.call(session_list.one, session.id)
        count = row.taken + row.waiting if row is not None else 0
        self.listed.say(tr("{count} on the list. Let them know.").format(count=count), "am")
        self.listed.setHidden(not count)

    def _say(self, ids: Sequence[UUID]) -> None:
        undo = partial(self._bring_back, ids)
        if len(ids) == 1:
            self._ctx.notify(tr("It is called off."), undo)
        else:
            self._ctx.notify(tr("{count} sessions are called off.").format(count=len(ids)), undo)

    def _bring_back(self, ids: Sequence[UUID]) -> None:
        self._ctx.call(bring_back, ids)
