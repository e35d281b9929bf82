"""May we contact her, and how: asked together, read back, noted together (R-284, R-286)."""

from dataclasses import replace

from hgkm_desktop.rules import gate_words
from hgkm_desktop.rules.bodies import Consent
from hgkm_desktop.rules.consent_words import TEXT_VERSION, ask_lines
from hgkm_desktop.rules.contact import SafeContact
from hgkm_desktop.rules.lists import ConsentForm, Purpose
from hgkm_desktop.services import safe_contact
from hgkm_desktop.services.cases import CasePage
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_of, day_without_weekday
from hgkm_desktop.ui.forms.choices import Choices
from hgkm_desktop.ui.forms.contact_fields import ContactFields
from hgkm_desktop.ui.forms.form_overlay import FormOverlay
from hgkm_desktop.ui.views.cases.called import called
from hgkm_desktop.ui.views.cases.her_answer import HerAnswer
from hgkm_desktop.ui.widgets.fields import Field
from hgkm_desktop.ui.widgets.labels import explain
from hgkm_desktop.ui.widgets.strips import Banner

WIDTH = 640
YES_FORMS = (ConsentForm.ORAL, ConsentForm.WRITTEN)


class ContactForm(FormOverlay):
    """First whether we may; only after a yes how. Without it we contact nobody."""

    def __init__(self, ctx: Context, page: CasePage) -> None:
        title = tr("How may we reach {name}?").format(name=called(ctx, page.name))
        super().__init__(title, accept=tr("Save"), cancel=tr("Cancel"), width=WIDTH)
        self._ctx, self._page = ctx, page
        agreed, said_yes = page.standing.contact, _her_yes(ctx, page)
        self._said_yes = said_yes
        self.aloud = Banner(ask_lines(Purpose.CONTACT_BY_US), bold=tr("Read aloud:"))
        self.may = Choices(_answers(), tr("May we contact her?"))
        self.her_answer = HerAnswer(YES_FORMS, ctx.member.name, "consent.")
        self.contact = ContactFields(agreed or SafeContact(), day_of(ctx.now()))
        self.read_back = Banner("", "ok", icon="chat-teardrop-text")
        self._lay_out()
        self.may.changed.connect(self._on_answered)
        self.contact.changed.connect(self._on_changed)
        self.may.set_value(said_yes is not None and agreed is not None)
        self._on_answered()
        hidden = self.contact.hide_number
        self.keep_at(ctx, page.name.case_id, "contact", hide_number=hidden)

    def act(self) -> None:
        """Note both, or her no; raise Invalid for half of it."""
        now, case_id = self._ctx.now(), self._page.name.case_id
        if not self.may.value():
            self._ctx.call(safe_contact.agree_with, case_id, self._no(), None, now=now)
            self._ctx.notify(tr("Noted. We do not contact her."))
            return
        agreed, yes = self.contact.value(), self._yes()
        self._ctx.call(safe_contact.agree_with, case_id, yes, agreed, now=now)
        self._ctx.notify(tr("Noted: {when}.").format(when=gate_words.agreement_line(agreed)))

    def _yes(self) -> Consent | None:
        if self._said_yes is not None:
            return None
        return self.her_answer.value(Purpose.CONTACT_BY_US, day_of(self._ctx.now()))

    def _no(self) -> Consent:
        today = day_of(self._ctx.now())
        no = Consent(Purpose.CONTACT_BY_US, ConsentForm.REFUSED, today)
        return replace(no, heard_by=self._ctx.member.name, text_version=TEXT_VERSION)

    def _lay_out(self) -> None:
        self.add(self.aloud)
        self.add_field("may", Field(tr("May we contact her?"), self.may))
        self.fields |= self.her_answer.fields | self.contact.fields
        if self._said_yes is not None:
            day = day_without_weekday(self._said_yes.on)
            self.add(explain(tr("She said yes on {day}.").format(day=day)))
        self.add(self.her_answer, self.contact, self.read_back)

    def _on_answered(self) -> None:
        may = bool(self.may.value())
        self.aloud.setVisible(self._said_yes is None)
        self.her_answer.setVisible(may and self._said_yes is None)
        self.contact.setVisible(may)
        self._on_changed()

    def _on_changed(self) -> None:
        agreed = self.contact.value() if self.may.value() else SafeContact()
        said = tr("“{words}.”").format(words=gate_words.agreement_line(agreed).rstrip("."))
        self.read_back.say(said, "ok", tr("Read it back:"))


def _answers() -> list[tuple[object, str]]:
    return [
        (False, tr("No. We do not contact her, she comes to us.")),
        (True, tr("Yes, but only like this:")),
    ]


def _her_yes(ctx: Context, page: CasePage) -> Consent | None:
    """Return the yes that holds today, if there is one."""
    today, found = day_of(ctx.now()), page.standing
    if not found.may(Purpose.CONTACT_BY_US, today):
        return None
    return found.consents[Purpose.CONTACT_BY_US, ""]
