"""The side panel after the visit: was it kept, what was agreed, and how she went away (08b)."""

from collections.abc import Mapping
from datetime import timedelta

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop.errors import Conflict, Invalid, UserError
from hgkm_desktop.rules.appointment import Afterwards, Visit
from hgkm_desktop.rules.going_along import OFF
from hgkm_desktop.services import appointment_afterwards, appointments
from hgkm_desktop.services.appointment_list import Seen
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_of
from hgkm_desktop.ui.forms import field_values
from hgkm_desktop.ui.forms.form_draft import FormDraft
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.appointments.afterwards_questions import Questions
from hgkm_desktop.ui.views.appointments.call_off import draft_place
from hgkm_desktop.ui.widgets.labels import label, muted

_USUAL = timedelta(days=7)


class AfterwardsForm(QWidget):
    """Half typed it is kept at once; saved again it replaces what was noted, promises stay."""

    def __init__(self, ctx: Context, seen: Seen) -> None:
        super().__init__()
        self.ctx, self.seen = ctx, seen
        self.visit: Visit = seen.visit
        today = day_of(ctx.now())
        self.asks = Questions(seen, today + _USUAL, today)
        self.is_back = muted(tr("What you typed earlier is back. It is not saved yet."), wrap=True)
        self.note, self._problem = muted("", wrap=True), label("", "problem", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        for part in (self.note, self.is_back, self.asks, self._problem):
            column.addWidget(part)
        column.addStretch(1)
        self._problem.hide()
        self.asks.show_afterwards(seen.visit.details.afterwards)
        self._first = self._values()
        self._draft = FormDraft(ctx, draft_place(seen.visit, "after"), self.asks.kept(), self)
        self.is_back.setVisible(self._draft.is_back)
        self._show_note()

    def may_save(self) -> bool:
        """Say whether there is anything to note about it yet."""
        return self.visit.starts <= self.ctx.now() and self.visit.state not in OFF

    def save(self) -> bool:
        """Keep how it went; say at the questions what is wrong."""
        self._say({})
        try:
            told, agreed = self.asks.afterwards(self._blank()), self.asks.rows.agreed()
            place = self.visit.id, self.visit.version
            now = self.ctx.now()
            saved = self.ctx.call(appointment_afterwards.save, *place, told, agreed, now=now)
        except Invalid as error:
            self._say(error.problems)
            return False
        except Conflict as conflict:
            self._begin_again(conflict)
            return False
        except UserError as error:
            self.say(f"{error.title} {error.hint}".strip())
            return False
        self._draft.forget()
        self.visit = saved
        self.ctx.notify(tr("It is noted how it went."))
        return True

    def is_changed(self) -> bool:
        """Say whether something stands here that is not saved."""
        return self._values() != self._first

    def follow(self, visit: Visit) -> None:
        """Go on with the visit as it is now, where nobody else noted how it went."""
        if visit.details.afterwards == self.visit.details.afterwards:
            self.visit = visit
            self._show_note()

    def keep(self) -> None:
        """Keep at once what is half typed."""
        self._draft.keep()

    def end(self) -> None:
        """Keep it, and nothing more: another visit is shown."""
        self._draft.keep()
        self._draft.end()

    def say(self, text: str) -> None:
        """Say something that belongs to no question."""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))

    def problem(self) -> str:
        """Return what belongs to no question, or nothing."""
        return self._problem.text()

    def _values(self) -> dict[str, object]:
        return {name: field_values.read(field) for name, field in self.asks.kept().items()}

    def _blank(self) -> Afterwards:
        return Afterwards(day_of(self.ctx.now()))

    def _say(self, problems: Mapping[str, str]) -> None:
        rest = self.asks.complain(problems)
        self.say(" ".join(rest.values()))

    def _begin_again(self, conflict: Conflict) -> None:
        """Somebody was first: nothing is overwritten unless it is saved once more."""
        try:
            self.visit = self.ctx.call(appointments.get, self.visit.id)
        except UserError as gone:
            self.say(f"{gone.title} {gone.hint}".strip())
            return
        again = tr("Save again to keep what you typed.")
        self.say(f"{conflict.title} {again}")

    def _show_note(self) -> None:
        said = ""
        if self.visit.state in OFF:
            said = tr("This appointment was called off.")
        elif self.visit.starts > self.ctx.now():
            said = tr("This appointment is still to come.")
        self.note.setText(said)
        self.note.setVisible(bool(said))
        self.asks.setEnabled(self.may_save())
