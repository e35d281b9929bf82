"""Somebody stayed behind: an alias, what she told, and small steps; for confidants only (R-082)."""

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtWidgets import QLineEdit

from hgkm_desktop.rules.follow_ups import PrivateFollowUp
from hgkm_desktop.services import follow_ups
from hgkm_desktop.services.fields import NAME
from hgkm_desktop.services.follow_ups import FollowUpLine
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_of
from hgkm_desktop.ui.forms.form_overlay import FormOverlay
from hgkm_desktop.ui.views.sessions.steps_editor import StepsEditor
from hgkm_desktop.ui.widgets.fields import Field, TextArea, line_edit

WIDTH = 640


class FollowUpForm(FormOverlay):
    """Begins one or changes it; what is half typed is sealed and goes when it goes."""

    def __init__(
        self, ctx: Context, line: FollowUpLine | None, session_id: UUID | None = None
    ) -> None:
        super().__init__(
            tr("Talk afterwards") if line is None else tr("Change the talk afterwards"),
            text=tr("Only confidants read this. It is on no list."),
            accept=tr("Save"),
            cancel=tr("Cancel"),
            width=WIDTH,
        )
        self._ctx, self._line = ctx, line
        begun = PrivateFollowUp("", session_id=session_id)
        self._known = line.follow_up if line is not None else begun
        self.alias, self.said = line_edit(), TextArea(lines=3)
        self.alias.setMaxLength(4 * NAME)
        self.alias.setText(self._known.alias)
        self.said.setPlainText(self._known.said)
        self.steps = StepsEditor(self._known.steps, day_of(ctx.now()))
        self._add_fields()
        line_id = line.id if line is not None else None
        self.keep_in(ctx, follow_ups.place_of(line_id), about=self._about())

    def act(self) -> None:
        """Keep it; raise Invalid at its field, or Conflict when a colleague was first."""
        steps, now = self.steps.values(), self._ctx.now()
        kept = PrivateFollowUp(
            self.alias.text(), self.said.toPlainText(), steps, self._known.session_id
        )
        if self._line is None:
            self._ctx.call(follow_ups.begin, kept, now=now)
        else:
            known = self._line.id, self._line.version
            self._ctx.call(follow_ups.save, *known, kept, now=now)
        self._ctx.notify(tr("Saved."))

    def complain(self, problems: Mapping[str, str]) -> None:
        """Say what is wrong with one of the steps under all of them."""
        found = {key.partition(".")[0]: text for key, text in problems.items()}
        super().complain(found)

    def _add_fields(self) -> None:
        alias = tr("Never her real name.")
        told = tr("As little as you need. May stay empty.")
        steps = tr("One step is enough. “Not now” is a good answer.")
        self.add_field("alias", Field(tr("What do you call her here?"), self.alias, alias))
        self.add_field("said", Field(tr("What did she tell?"), self.said, told))
        self.add_field("steps", Field(tr("Small steps"), self.steps, steps))
        self.said.setAccessibleName(tr("What did she tell?"))

    def _about(self) -> QLineEdit:
        """Return the session in a field nobody sees: a draft of another one is left alone.

        The place of a draft lies in the open, so it must not tell which session it was.
        """
        about = QLineEdit(str(self._known.session_id or ""), self)
        about.hide()
        return about
