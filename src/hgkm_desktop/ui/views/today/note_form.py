"""Leaving something for the next shift: for everybody at the desk, or for the confidants."""

from hgkm_desktop.errors import Invalid
from hgkm_desktop.models.codes import Role
from hgkm_desktop.services import rings, shift_notes
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.forms.choices import Choices
from hgkm_desktop.ui.forms.few_lines import FewLines
from hgkm_desktop.ui.forms.form_overlay import FormOverlay
from hgkm_desktop.ui.widgets.fields import Field

PLACE = "today/note"


class NoteForm(FormOverlay):
    """Only a confidant can leave something for the confidants; the others write for everybody."""

    def __init__(self, ctx: Context) -> None:
        super().__init__(
            tr("A hand-over note"),
            text=tr("What does the next shift have to know?"),
            accept=tr("Save"),
            cancel=tr("Throw away"),
        )
        self._ctx = ctx
        self.whom: Choices | None = None
        if ctx.may(Role.CONFIDANT) and ctx.call(rings.is_held):
            options = [(False, tr("For everybody")), (True, tr("For confidants"))]
            self.whom = Choices(options, tr("For whom is it?"))
            self.whom_field = self.add_field("whom", Field(tr("For whom is it?"), self.whom))
            self.whom.changed.connect(self._on_whom_changed)
        self.text = FewLines(5)
        self.text_field = self.add_field("text", Field(tr("Note"), self.text, _open_hint()))
        self.keep_in(ctx, PLACE)
        self._on_whom_changed()

    def act(self) -> None:
        """Save it; raise Invalid without a text or without saying for whom it is."""
        whom = self.whom.value() if self.whom is not None else False
        if not isinstance(whom, bool):
            raise Invalid({"whom": tr("Choose who may read this.")})
        self._ctx.call(
            shift_notes.write, self.text.toPlainText(), for_confidants=whom, now=self._ctx.now()
        )
        self._ctx.notify(tr("Saved for the next shift."))

    def _on_whom_changed(self) -> None:
        for_confidants = self.whom is not None and self.whom.value() is True
        sealed = tr("Only confidants read this. It is sealed.")
        self.text_field.set_hint(sealed if for_confidants else _open_hint())


def _open_hint() -> str:
    return tr("Everybody at the desk reads this. No names of women.")
