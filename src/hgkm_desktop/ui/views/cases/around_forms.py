"""Who stands by her, and where her plan for leaving in a hurry is kept: two small forms."""

from dataclasses import replace
from uuid import UUID

from hgkm_desktop.rules.bodies import Household, Plan
from hgkm_desktop.services import around_her
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_of
from hgkm_desktop.ui.forms.few_lines import FewLines
from hgkm_desktop.ui.forms.form_overlay import FormOverlay
from hgkm_desktop.ui.forms.typed_day import TypedDay
from hgkm_desktop.ui.widgets.fields import Field, line_edit

_LONGEST = 120


class CircleForm(FormOverlay):
    """The people she can count on, in a few words."""

    def __init__(self, ctx: Context, case_id: UUID, household: Household) -> None:
        super().__init__(tr("Who stands beside her"), accept=tr("Save"), cancel=tr("Cancel"))
        self._ctx, self._case_id, self._household = ctx, case_id, household
        self.circle = FewLines(4)
        self.circle.setPlainText(household.circle)
        hint = tr("No names: her sister, the neighbour upstairs.")
        self.add_field("circle", Field(tr("Whom can she count on?"), self.circle, hint))
        self.keep_at(ctx, case_id, "circle")

    def act(self) -> None:
        """Save them."""
        told = replace(self._household, circle=self.circle.toPlainText())
        self._ctx.call(around_her.household, self._case_id, told, now=self._ctx.now())
        self._ctx.notify(tr("The household is saved."))


class PlanForm(FormOverlay):
    """Where a plan is, made with whom and when; never what it says (R-195)."""

    def __init__(self, ctx: Context, case_id: UUID, household: Household) -> None:
        super().__init__(
            tr("If she has to leave in a hurry"),
            text=tr("What it says we do not write down."),
            accept=tr("Save"),
            cancel=tr("Cancel"),
        )
        self._ctx, self._case_id, self._household = ctx, case_id, household
        plan, today = household.plan, day_of(ctx.now())
        self.made_with, self.kept_where = line_edit(), line_edit()
        self.made_with.setText(plan.made_with)
        self.kept_where.setText(plan.kept_where)
        for line in (self.made_with, self.kept_where):
            line.setMaxLength(_LONGEST)
        self.on = TypedDay(plan.on, today)
        self.look_again = TypedDay(plan.look_again, today, ahead=True)
        self._lay_out()
        self.keep_at(ctx, case_id, "plan")

    def act(self) -> None:
        """Save it; raise Invalid for a day that cannot be read."""
        on, again = self.on.day("plan.on"), self.look_again.day("plan.look_again")
        plan = Plan(self.made_with.text(), on, again, self.kept_where.text())
        told = replace(self._household, plan=plan)
        self._ctx.call(around_her.household, self._case_id, told, now=self._ctx.now())
        self._ctx.notify(tr("The household is saved."))

    def _lay_out(self) -> None:
        self.add_field("plan.made_with", Field(tr("Made with whom?"), self.made_with))
        self.add_field("plan.on", Field(tr("On which day?"), self.on))
        self.add_field("plan.look_again", Field(tr("When do you look again?"), self.look_again))
        hint = tr("For example: with Veilig Thuis, or in her own phone.")
        where = Field(tr("Where is it kept?"), self.kept_where, hint)
        self.add_field("plan.kept_where", where)
