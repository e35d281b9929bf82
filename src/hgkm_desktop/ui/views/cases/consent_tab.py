"""Her yes and no, what was agreed with her, and who promised what (06c; R-271, R-163, R-018)."""

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.rules.bodies import Agreement, Consent, Promise
from hgkm_desktop.rules.lists import ConsentForm
from hgkm_desktop.services import around_her, consents
from hgkm_desktop.services.cases import CasePage
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_of
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.cases.called import called
from hgkm_desktop.ui.views.cases.consent_detail import ConsentDetail
from hgkm_desktop.ui.views.cases.consent_form import AnswerForm
from hgkm_desktop.ui.views.cases.consent_register import ConsentRegister
from hgkm_desktop.ui.views.cases.referrals_box import ReferralsBox
from hgkm_desktop.ui.views.cases.way import Way
from hgkm_desktop.ui.views.cases.with_her import AgreementsBox, PromisesBox
from hgkm_desktop.ui.views.cases.with_her_forms import AgreementForm, NotKeptForm, PromiseForm
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.icon_label import IconLabel
from hgkm_desktop.ui.widgets.labels import muted
from hgkm_desktop.ui.widgets.scroll import FittingScroll


class ConsentTab(QWidget):
    """The register and its detail beside each other, agreements and promises below."""

    def __init__(self, ctx: Context, way: Way) -> None:
        super().__init__()
        self._ctx, self._way = ctx, way
        self._page: CasePage | None = None
        self.register, self.detail = ConsentRegister(), ConsentDetail()
        self.agreements, self.promises = AgreementsBox(), PromisesBox()
        self.referrals = ReferralsBox(ctx)
        self.steps = make_button(tr("Open the step plan"), "quiet", small=True)
        self.veiled = muted(tr("Names are hidden"))
        self.content = QWidget()
        self._lay_out()
        self.register.new.clicked.connect(partial(self._open, AnswerForm))
        self.register.chosen.connect(self.detail.show_row)
        self.detail.answered.connect(self._on_answered)
        self.detail.withdrawn.connect(self._on_withdrawn)
        self.detail.asked_again.connect(self._on_asked_again)
        self.agreements.add.clicked.connect(partial(self._open, AgreementForm))
        self.agreements.ended.connect(self._on_ended)
        self.promises.add.clicked.connect(partial(self._open, PromiseForm))
        self.promises.kept.connect(self._on_kept)
        self.promises.not_kept.connect(self._on_not_kept)
        self.steps.clicked.connect(self._on_steps)

    def show_case(self, page: CasePage) -> None:
        """Show how it stands with somebody; nothing of it while names are hidden."""
        self._page = page
        today, veiled = day_of(self._ctx.now()), self._ctx.veiled
        self.content.setVisible(not veiled)
        self.veiled.setVisible(veiled)
        if veiled:
            return
        self.register.show_page(called(self._ctx, page.name), page.standing, today)
        self.agreements.show_standing(page.standing)
        self.promises.show_standing(page.standing, today)
        self.referrals.show_page(page)

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, px(8))
        column.setSpacing(px(14))
        boxes = self.register, self.agreements, self.promises, self.referrals
        for part in (*boxes, self._without_consent()):
            column.addWidget(part)
        column.addStretch(1)
        row = QHBoxLayout(self.content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(18))
        row.addWidget(FittingScroll(left), 1)
        row.addWidget(self.detail)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.veiled)
        whole.addWidget(self.content, 1)
        self.veiled.hide()

    def _without_consent(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(px(2), 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(IconLabel("scales", "mut", 19))
        asked = tr("Share without her yes? Only together with a second person.")
        row.addWidget(muted(asked))
        row.addWidget(self.steps)
        row.addStretch(1)
        return holder

    def _open(self, made: type[AnswerForm] | type[AgreementForm] | type[PromiseForm]) -> None:
        if self._page is not None:
            made(self._ctx, self._page).open(self.window())

    def _on_answered(self, answer: Consent) -> None:
        """Note what she says yes to from now on, under what she said before."""
        now, said = self._ctx.now(), ConsentForm.ORAL
        told = replace(answer, form=said, on=day_of(now), heard_by=self._ctx.member.name)
        if self._page is not None:
            self._ctx.call(consents.answer, self._page.name.case_id, told, now=now)
            self._ctx.notify(tr("Her answer is noted."))

    def _on_asked_again(self, answer: Consent) -> None:
        if self._page is not None:
            AnswerForm(self._ctx, self._page, answer).open(self.window())

    def _on_withdrawn(self, answer: Consent) -> None:
        told = tr("It stops at once.")
        if answer.receiver:
            told += " " + tr("Tell {receiver}.").format(receiver=answer.receiver)
        title = tr("Does she take this back?")
        then = partial(self._withdraw, answer)
        self._ctx.confirm(title, told, tr("Take back"), then, danger=True)

    def _withdraw(self, answer: Consent) -> None:
        if self._page is None:
            return
        heard, case_id = self._ctx.member.name, self._page.name.case_id
        key = answer.purpose, answer.receiver
        told = self._ctx.call(consents.withdraw, case_id, *key, now=self._ctx.now(), heard_by=heard)
        tell = [tr("Tell {receiver}.").format(receiver=each) for each in told]
        self._ctx.notify(" ".join([tr("Taken back. It stops at once."), *tell]))

    def _on_ended(self, made: Agreement) -> None:
        self._agreement(replace(made, ended=True))
        self._ctx.notify(tr("This no longer holds."), partial(self._agreement, made))

    def _agreement(self, made: Agreement) -> None:
        if self._page is not None:
            case_id = self._page.name.case_id
            self._ctx.call(around_her.agreement, case_id, made, now=self._ctx.now())

    def _on_kept(self, made: Promise) -> None:
        self._promise(replace(made, kept=True))
        self._ctx.notify(tr("Noted: done."), partial(self._promise, made))

    def _promise(self, made: Promise) -> None:
        if self._page is not None:
            case_id = self._page.name.case_id
            self._ctx.call(around_her.promise, case_id, made, now=self._ctx.now())

    def _on_not_kept(self, made: Promise) -> None:
        if self._page is not None:
            NotKeptForm(self._ctx, self._page, made).open(self.window())

    def _on_steps(self) -> None:
        if self._page is not None:
            self._way.guide.emit(self._page.name.case_id)
