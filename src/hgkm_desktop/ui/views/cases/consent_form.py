"""Noting her answer: what for, to whom, what may be known, and how she gave it (R-271, R-163)."""

from dataclasses import replace
from datetime import date, timedelta

from hgkm_desktop.errors import Invalid
from hgkm_desktop.rules.bodies import Consent
from hgkm_desktop.rules.consent_words import ask_lines
from hgkm_desktop.rules.lists import YES, ConsentForm, Purpose
from hgkm_desktop.rules.words import word
from hgkm_desktop.services import consents
from hgkm_desktop.services.cases import CasePage
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_of
from hgkm_desktop.ui.forms.choices import Choices
from hgkm_desktop.ui.forms.form_overlay import FormOverlay
from hgkm_desktop.ui.forms.may_know import MayKnow
from hgkm_desktop.ui.views.cases.called import called
from hgkm_desktop.ui.views.cases.her_answer import HerAnswer
from hgkm_desktop.ui.widgets.combo import ComboField
from hgkm_desktop.ui.widgets.date_time import DateField
from hgkm_desktop.ui.widgets.fields import Field
from hgkm_desktop.ui.widgets.inputs import TextArea, line_edit
from hgkm_desktop.ui.widgets.strips import Banner

FORMS = (ConsentForm.ASKED, ConsentForm.ORAL, ConsentForm.WRITTEN, ConsentForm.REFUSED)
QUARTER = timedelta(days=91)
"""What the day field begins at when she names a last day."""
SHARED = ("receiver", "person", "may_know")


class AnswerForm(FormOverlay):
    """Nothing is ticked beforehand; `known` fills in what was asked before, never the answer."""

    def __init__(self, ctx: Context, page: CasePage, known: Consent | None = None) -> None:
        title = tr("What does {name} say?").format(name=called(ctx, page.name))
        super().__init__(title, accept=tr("Save"), cancel=tr("Cancel"), width=600)
        self._ctx, self._case_id = ctx, page.name.case_id
        today = day_of(ctx.now())
        self.purpose = ComboField([(each, word(each)) for each in Purpose], tr("Choose"))
        self.receiver, self.person = line_edit(), line_edit()
        self.may_know = MayKnow(tr("What may they know?"))
        self.why, self.her_words = TextArea(lines=2), TextArea(lines=2)
        self.aloud = Banner("", bold=tr("Read aloud:"))
        self.her_answer = HerAnswer(FORMS, ctx.member.name)
        self.on, self.until = DateField(today), DateField(today + QUARTER)
        self.how_long = Choices(_how_long(), tr("Until when?"))
        for line in (self.receiver, self.person):
            line.setMaxLength(4 * consents.SHORT)
        self._lay_out()
        self._fill_in(known)
        self.purpose.changed.connect(self._on_purpose)
        self.receiver.textChanged.connect(self._on_purpose)
        self.her_answer.form.changed.connect(self._on_form)
        self.how_long.changed.connect(self._on_form)
        self._on_purpose()
        self._on_form()
        self.keep_at(ctx, self._case_id, "answer" if known is None else "answer/again")

    def act(self) -> None:
        """Note her answer; raise Invalid for half of it."""
        purpose = self._purpose()
        if purpose is None:
            raise Invalid({"purpose": tr("Choose what it is for.")})
        answer = self._answer(purpose)
        if answer.form in YES:
            self._refuse_half_a_yes(answer)
        self._ctx.call(consents.answer, self._case_id, answer, now=self._ctx.now())
        self._ctx.notify(tr("Her answer is noted."))

    def _purpose(self) -> Purpose | None:
        # A list keeps plain words: the code of a purpose, not the purpose itself.
        code = self.purpose.value()
        return Purpose(code) if isinstance(code, str) else None

    def _answer(self, purpose: Purpose) -> Consent:
        shared = purpose is Purpose.SHARE_WITH_PARTNER
        return replace(
            self.her_answer.value(purpose, self.on.value()),
            receiver=self.receiver.text() if shared else "",
            person=self.person.text() if shared else "",
            may_know=self.may_know.value() if shared else (),
            why=self.why.toPlainText(),
            until=self._last_day(),
            her_words=self.her_words.toPlainText(),
        )

    def _last_day(self) -> date | None:
        ends = self.how_long.value() and self.her_answer.form.value() in YES
        return self.until.value() if ends else None

    def _refuse_half_a_yes(self, answer: Consent) -> None:
        problems: dict[str, str] = {}
        if answer.purpose is Purpose.SHARE_WITH_PARTNER and not answer.may_know:
            problems["may_know"] = tr("Choose what they may know.")
        if not answer.language:
            problems["language"] = tr("Choose a language.")
        if not answer.heard_by.strip():
            problems["heard_by"] = tr("Say who heard it.")
        if self.how_long.value() is None:
            problems["how_long"] = tr("Choose until when.")
        if problems:
            raise Invalid(problems)

    def _lay_out(self) -> None:
        self.add_field("purpose", Field(tr("What for?"), self.purpose))
        self.add_field("receiver", Field(tr("To whom?"), self.receiver))
        empty = tr("May stay empty")
        self.add_field("person", Field(tr("Which person there?"), self.person, empty))
        self.add_field("may_know", Field(tr("What may they know?"), self.may_know))
        self.add_field("why", Field(tr("Why?"), self.why, empty))
        self.add(self.aloud, self.her_answer)
        self.fields |= self.her_answer.fields
        self.add_field("how_long", Field(tr("Until when?"), self.how_long))
        self.add_field("until", Field(tr("Up to and including"), self.until))
        self.add_field("on", Field(tr("On which day did she answer?"), self.on))
        self.add_field("her_words", Field(tr("Her own words"), self.her_words, empty))

    def _fill_in(self, known: Consent | None) -> None:
        self.purpose.set_value(known.purpose if known is not None else None)
        if known is not None:
            self.receiver.setText(known.receiver)
            self.person.setText(known.person)
            self.why.setPlainText(known.why)

    def _on_purpose(self, _chosen: object = None) -> None:
        purpose = self._purpose()
        for key in SHARED:
            self.fields[key].setVisible(purpose is Purpose.SHARE_WITH_PARTNER)
        self.aloud.setVisible(purpose is not None)
        if purpose is not None:
            said = ask_lines(purpose, self.receiver.text().strip())
            self.aloud.say(said, "bl", tr("Read aloud:"))

    def _on_form(self) -> None:
        is_yes = self.her_answer.form.value() in YES
        self.fields["how_long"].setVisible(is_yes)
        self.fields["until"].setVisible(is_yes and bool(self.how_long.value()))


def _how_long() -> list[tuple[object, str]]:
    return [(False, tr("As long as she wants")), (True, tr("Up to a day she names"))]
