"""The small forms under the register: an agreement, a promise, and what happened instead."""

from dataclasses import replace
from datetime import timedelta

from hgkm_desktop.models import new_id
from hgkm_desktop.rules.bodies import Agreement, Promise
from hgkm_desktop.services import around_her
from hgkm_desktop.services.cases import CasePage
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_of
from hgkm_desktop.ui.forms.form_overlay import FormOverlay
from hgkm_desktop.ui.forms.suggested import Suggested
from hgkm_desktop.ui.widgets.checks import CheckBox
from hgkm_desktop.ui.widgets.date_time import DateField
from hgkm_desktop.ui.widgets.fields import Field
from hgkm_desktop.ui.widgets.inputs import TextArea

WEEK = timedelta(days=7)


class AgreementForm(FormOverlay):
    """Something agreed with her that stays."""

    def __init__(self, ctx: Context, page: CasePage) -> None:
        super().__init__(tr("Agreement with her"), accept=tr("Save"), cancel=tr("Cancel"))
        self._ctx, self._case_id = ctx, page.name.case_id
        examples = [tr("No post to her home."), tr("She says “enough”: then we stop.")]
        self.text = Suggested(examples, 4 * around_her.SHORT)
        self.add_field("text", Field(tr("What do we agree?"), self.text))
        self.keep_at(ctx, self._case_id, "agreement")

    def act(self) -> None:
        """Note it."""
        made = Agreement(new_id(), self.text.text())
        self._ctx.call(around_her.agreement, self._case_id, made, now=self._ctx.now())
        self._ctx.notify(tr("Agreed and noted."))


class PromiseForm(FormOverlay):
    """Who does what by when: one of us, or somebody at a partner."""

    def __init__(self, ctx: Context, page: CasePage) -> None:
        super().__init__(tr("Promise"), accept=tr("Save"), cancel=tr("Cancel"))
        self._ctx, self._case_id = ctx, page.name.case_id
        self.what = TextArea(lines=2)
        self.who = Suggested([ctx.member.name], 4 * around_her.SHORT)
        self.by = DateField(day_of(ctx.now()) + WEEK)
        self.no_day = CheckBox(tr("No day was named"))
        self.add_field("what", Field(tr("What was promised?"), self.what))
        self.add_field("who", Field(tr("Who does it?"), self.who))
        self.add_field("by", Field(tr("By when?"), self.by))
        self.add(self.no_day)
        self.no_day.toggled.connect(self.by.setDisabled)
        self.keep_at(ctx, self._case_id, "promise", no_day=self.no_day)

    def act(self) -> None:
        """Note it."""
        by = None if self.no_day.isChecked() else self.by.value()
        made = Promise(new_id(), self.what.toPlainText(), self.who.text(), by)
        self._ctx.call(around_her.promise, self._case_id, made, now=self._ctx.now())
        self._ctx.notify(tr("The promise is noted."))


class NotKeptForm(FormOverlay):
    """It was not done: what happens instead."""

    def __init__(self, ctx: Context, page: CasePage, made: Promise) -> None:
        super().__init__(tr("Not done"), text=made.what, accept=tr("Save"), cancel=tr("Cancel"))
        self._ctx, self._case_id, self._made = ctx, page.name.case_id, made
        self.otherwise = TextArea(lines=2)
        hint = tr("May stay empty")
        self.add_field("otherwise", Field(tr("What happens instead?"), self.otherwise, hint))
        self.keep_at(ctx, self._case_id, f"not_kept/{made.id}")

    def act(self) -> None:
        """Note it beside the promise."""
        told = replace(self._made, kept=False, otherwise=self.otherwise.toPlainText())
        self._ctx.call(around_her.promise, self._case_id, told, now=self._ctx.now())
        self._ctx.notify(tr("Noted: not done."))
