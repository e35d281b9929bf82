"""The guide beside her: five steps to read and to note by; nothing is sent (R-157, R-297)."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop import clock, texts
from hgkm_desktop.errors import Invalid
from hgkm_desktop.rules import guide as rules
from hgkm_desktop.rules.bodies import GuideNote
from hgkm_desktop.rules.entries import Entry
from hgkm_desktop.rules.lists import GuideStep
from hgkm_desktop.services import around_her, cases, members, numbers, organisation
from hgkm_desktop.services.cases import CasePage
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import kept_together
from hgkm_desktop.ui.forms.half_typed import HalfTyped
from hgkm_desktop.ui.forms.two_columns import TwoColumns
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.cases.guide_aside import GuideAside
from hgkm_desktop.ui.views.cases.guide_step import GuideStepPanel
from hgkm_desktop.ui.views.cases.way import Page, Way
from hgkm_desktop.ui.widgets.labels import muted
from hgkm_desktop.ui.widgets.scroll import FittingScroll
from hgkm_desktop.ui.widgets.tabs import Tabs

ASIDE = 340, 300


class GuidePage(Page):
    """Every step can be read and left out; which one is open decides nothing."""

    def __init__(self, ctx: Context, way: Way) -> None:
        super().__init__(ctx, way)
        self.case: CasePage | None = None
        today = clock.local(ctx.now()).date()
        self.steps = {step: GuideStepPanel(step, today) for step in GuideStep}
        self.tabs = Tabs(_numbered(), tr("The five steps"))
        self.intro, self.aside = muted("", wrap=True), GuideAside()
        self._draft = HalfTyped(ctx, self.draft, self)
        self._lay_out()
        self.tabs.chosen.connect(self.open)
        self.aside.advice_asked.connect(way.advice)
        for panel in self.steps.values():
            panel.saved.connect(self._on_saved)
            panel.typed_on.connect(self._draft.touch)
        self.open(GuideStep.SIGNALS.value)

    def begin(self, case_id: UUID) -> None:
        """Show the guide beside somebody, with what was half typed there."""
        page = self.ctx.call(cases.page, case_id)
        kept = self._draft.begin(f"cases/{case_id}/guide") or {}
        today = clock.local(self.ctx.now()).date()
        for step, panel in self.steps.items():
            panel.form.begin(today)
            if isinstance(kept.get(step.value), dict):
                panel.form.restore(kept[step.value])
        self.show_case(page)

    def show_case(self, page: CasePage) -> None:
        """Show what was noted beside her, and the words that fit the organisation."""
        self.case = page
        status = organisation.meldcode(self.ctx.call(organisation.get))
        self._explain(rules.guide(status, texts.current()))
        names, now = self.ctx.call(members.names), clock.local(self.ctx.now())
        for step, panel in self.steps.items():
            noted = [entry for entry in page.entries if _is_about(entry, step)]
            panel.show_notes(noted, names, now, self.ctx.veiled)
            self.tabs.set_count(step.value, len(noted) or None)
        self.retitled.emit()

    def open(self, step: str) -> None:
        """Show a step; beside the fourth the red flags lie open."""
        for each, panel in self.steps.items():
            panel.setVisible(each.value == step)
        if step == GuideStep.WEIGH.value:
            self.aside.flags.fold(is_open=True)

    def heading(self) -> str:
        """Return the title while this page is open."""
        return tr("Five steps")

    def beside(self) -> str:
        """Return beside whom; a code alone under the veil."""
        if self.case is None:
            return ""
        name = self.case.name
        alone = self.ctx.veiled or not name.alias
        return name.code if alone else f"{name.alias} · {name.code}"

    def refresh(self) -> None:
        """Read again what was noted."""
        if self.case is not None:
            self.show_case(self.ctx.call(cases.page, self.case.name.case_id))

    def take_focus(self) -> None:
        """Bring the keyboard to the steps."""
        next(tab for tab in self.tabs.tabs if tab.isChecked()).setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    def draft(self) -> dict[str, Any] | None:
        """Return what is half typed, by step; None when there is nothing."""
        drafts = {step.value: panel.form.draft() for step, panel in self.steps.items()}
        return {step: draft for step, draft in drafts.items() if draft is not None} or None

    def keep_half_typed(self) -> None:
        """Keep it now: the page is left, or the program locks."""
        self._draft.keep_if_due()

    def _explain(self, guide: rules.Guide) -> None:
        known = self.ctx.call(numbers.in_need)
        digits = {key: kept_together(number.number) for key, number in known.items()}
        self.intro.setText(" ".join(rules.with_numbers(guide.intro, digits)))
        for step, panel in self.steps.items():
            panel.explain(rules.with_numbers(guide.steps[step], digits))
        self.aside.show_guide(guide, digits)

    def _on_saved(self, note: GuideNote) -> None:
        if self.case is None:
            return
        form, case_id = self.steps[note.step].form, self.case.name.case_id
        try:
            self.ctx.call(around_her.guide, case_id, note, now=self.ctx.now())
        except Invalid as error:
            form.complain(error.problems)
            return
        form.begin(clock.local(self.ctx.now()).date())
        self._draft.keep_now()
        self.ctx.notify(tr("Saved."))

    def _lay_out(self) -> None:
        text = QWidget()
        left = QVBoxLayout(text)
        left.setContentsMargins(0, 0, 0, 0)
        for panel in self.steps.values():
            left.addWidget(panel)
        left.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(self.intro)
        column.addWidget(self.tabs)
        column.addWidget(FittingScroll(TwoColumns(text, self.aside, ASIDE)), 1)


def _numbered() -> list[tuple[str, str]]:
    """Return each step with a short name: all five stand beside each other."""
    short = tr("Write"), tr("Ask"), tr("Speak"), tr("Think"), tr("Decide")
    steps = enumerate(zip(GuideStep, short, strict=True), start=1)
    return [(step.value, f"{number} {name}") for number, (step, name) in steps]


def _is_about(entry: Entry, step: GuideStep) -> bool:
    return isinstance(entry.body, GuideNote) and entry.body.step is step
