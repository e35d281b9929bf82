"""It does not take place: called off by somebody, not safe, or nobody came; and why."""

from functools import partial

from PySide6.QtWidgets import QWidget

from hgkm_desktop.rules.appointment import Visit
from hgkm_desktop.rules.going_along import Side, State
from hgkm_desktop.rules.going_words import word
from hgkm_desktop.services import appointments
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.forms.few_lines import FewLines
from hgkm_desktop.ui.forms.form_overlay import FormOverlay
from hgkm_desktop.ui.widgets.fields import Field
from hgkm_desktop.ui.widgets.segmented import Segmented
from hgkm_desktop.ui.widgets.strips import Banner


def draft_place(visit: Visit, name: str) -> str:
    """Return where a form about a visit keeps what is half typed: wiped with her."""
    if visit.case_id is None:
        return f"appointments/{visit.id}/{name}"
    return f"cases/{visit.case_id}/form/appointment/{visit.id}/{name}"


def open_call_off(
    ctx: Context, window: QWidget, visit: Visit, state: State = State.CANCELLED
) -> "CallOffForm":
    """Ask by whom and why, over a window."""
    form = CallOffForm(ctx, visit, state)
    form.open(window)
    return form


class CallOffForm(FormOverlay):
    """By whom is asked only where somebody called it off; why may stay empty."""

    def __init__(self, ctx: Context, visit: Visit, state: State) -> None:
        titles = {
            State.CANCELLED: tr("It does not go on"),
            State.NOT_SAFE: tr("Not safe now"),
            State.NO_SHOW: tr("Nobody came"),
        }
        super().__init__(titles[state], accept=tr("Save"), cancel=tr("Cancel"))
        self._ctx, self._visit, self._state = ctx, visit, state
        self.by = Segmented([(side, word(side)) for side in Side], tr("Who called it off?"))
        self.why = FewLines(2)
        if state is State.CANCELLED:
            self.add_field("off_by", Field(tr("Who called it off?"), self.by))
        if state is State.NOT_SAFE:
            told = tr("Do not call her now. Look at the agreement about calling first.")
            self.add(Banner(told, "am"))
        self.add_field("off_why", Field(tr("Why?"), self.why, tr("May stay empty")))
        self.keep_in(ctx, draft_place(visit, "off"))

    def act(self) -> None:
        """Note it; it can be brought back."""
        by = self.by.value()
        side = Side(by) if isinstance(by, str) and self._state is State.CANCELLED else None
        why, now = self.why.toPlainText(), self._ctx.now()
        saved = self._ctx.call(
            appointments.call_off,
            self._visit.id,
            self._visit.version,
            self._state,
            side,
            why,
            now=now,
        )
        self._ctx.notify(tr("It is called off."), undo=partial(self._bring_back, saved))

    def _bring_back(self, saved: Visit) -> None:
        now = self._ctx.now()
        self._ctx.call(appointments.bring_back, saved.id, saved.version, now=now)
