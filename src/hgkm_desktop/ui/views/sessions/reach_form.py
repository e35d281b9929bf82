"""May we tell her when the session moves or is called off, and how (R-284, R-286).

The usual answer is that she comes by herself. What she agrees to is sealed while saving: whoever
types it cannot read it back, so nothing of it is shown or filled in later. Nothing half typed is
kept either: a number must not lie about in a place that is not forgotten with her name.
"""

from hgkm_desktop.models import Registration
from hgkm_desktop.rules import gate_words
from hgkm_desktop.rules.contact import SafeContact
from hgkm_desktop.services import session_reach
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.breaking import as_typed
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_of
from hgkm_desktop.ui.forms.choices import Choices
from hgkm_desktop.ui.forms.contact_fields import ContactFields
from hgkm_desktop.ui.forms.form_overlay import FormOverlay
from hgkm_desktop.ui.views.sessions.list_words import called
from hgkm_desktop.ui.widgets.fields import Field
from hgkm_desktop.ui.widgets.strips import Banner

WIDTH = 640
COMES, ONLY_SO, STAYS = "comes", "only so", "stays"


class ReachForm(FormOverlay):
    """First whether, and only after a yes how; what was agreed earlier may stay as it is."""

    def __init__(self, ctx: Context, registration: Registration) -> None:
        title = tr("When the session changes: how does {name} hear it?")
        super().__init__(
            title.format(name=as_typed(called(registration, veiled=ctx.veiled))),
            accept=tr("Save"),
            cancel=tr("Cancel"),
            width=WIDTH,
        )
        self._ctx, self._registration = ctx, registration
        self.aloud = Banner(_question(), bold=tr("Read aloud:"))
        is_known = registration.sealed is not None
        self.may = Choices(_answers(is_known=is_known), tr("May we let her know?"))
        self.contact = ContactFields(SafeContact(), day_of(ctx.now()))
        self.read_back = Banner("", "ok", icon="chat-teardrop-text")
        self.add(self.aloud)
        self.add_field("may", Field(tr("May we let her know?"), self.may))
        self.fields |= self.contact.fields
        self.add(self.contact, self.read_back)
        self.may.changed.connect(self._on_changed)
        self.contact.changed.connect(self._on_changed)
        self.may.set_value(STAYS if is_known else COMES)

    def act(self) -> None:
        """Seal what she agreed to, or keep nothing; raise Invalid for half of it."""
        answer = self.may.value()
        if answer == STAYS:
            return
        agreed = self.contact.value() if answer == ONLY_SO else None
        self._ctx.call(session_reach.agree, self._registration.id, agreed, now=self._ctx.now())
        if agreed is None:
            self._ctx.notify(tr("Noted. She comes by herself."))
        else:
            self._ctx.notify(tr("Noted. Only a confidant can read this."))

    def _on_changed(self) -> None:
        only_so = self.may.value() == ONLY_SO
        self.contact.setVisible(only_so)
        self.read_back.setVisible(only_so)
        said = gate_words.agreement_line(self.contact.value()).rstrip(".")
        self.read_back.say(tr("“{words}.”").format(words=said), "ok", tr("Read it back:"))


def _question() -> str:
    return tr("“The session may move. May we let you know then? You need not.”")


def _answers(*, is_known: bool) -> list[tuple[object, str]]:
    found: list[tuple[object, str]] = [
        (COMES, tr("She comes by herself. We keep nothing.")),
        (ONLY_SO, tr("Yes, but only like this:")),
    ]
    return [(STAYS, tr("It stays as she agreed.")), *found] if is_known else found
