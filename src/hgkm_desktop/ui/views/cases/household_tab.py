"""Who lives in the house and who does not, who stands by her, and what plays for her (06d).

No names by default, and nothing that opens her plan (R-006, R-007, R-195, R-294).
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.rules.bodies import Household
from hgkm_desktop.services import around_her
from hgkm_desktop.services.cases import CasePage
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.breaking import as_typed
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_of
from hgkm_desktop.ui.forms.dashed_card import DashedCard
from hgkm_desktop.ui.forms.part_card import PartCard
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.cases.around_forms import CircleForm, PlanForm
from hgkm_desktop.ui.views.cases.baby_mark import BabyMark
from hgkm_desktop.ui.views.cases.case_tab import CaseTab, emptied, scrolling
from hgkm_desktop.ui.views.cases.people_cards import people_text, person_card, plan_badge, plan_text
from hgkm_desktop.ui.views.cases.person_form import PersonForm
from hgkm_desktop.ui.views.cases.situation_cards import SituationCards
from hgkm_desktop.ui.views.cases.situation_form import SituationForm
from hgkm_desktop.ui.views.cases.situation_parts import Part, words_of
from hgkm_desktop.ui.views.cases.way import Way
from hgkm_desktop.ui.widgets.card import Heading
from hgkm_desktop.ui.widgets.house import House, OutsideBox, PersonCard
from hgkm_desktop.ui.widgets.labels import muted
from hgkm_desktop.ui.widgets.strips import Banner

_NARROW, _SIDE, _SMALL_SIDE = 1150, 330, 280


class HouseholdTab(CaseTab):
    """The house with its people, who is not in it, and below it the parts of her situation."""

    def __init__(self, ctx: Context, way: Way) -> None:
        super().__init__(ctx, way)
        self.people: Sequence[PersonCard] = ()
        self.outside = OutsideBox("")
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, px(12))
        self._column.setSpacing(px(16))
        scrolling(self, inside)

    @property
    def household(self) -> Household:
        """Who is around her now."""
        return self.shown_page.standing.household

    def fill(self, page: CasePage) -> None:
        """Show who is around her, and what plays for her; nothing of it while words are hidden."""
        emptied(self._column)
        self.people = ()
        if self.ctx.veiled:
            self._column.addWidget(muted(tr("The words are hidden now.")))
        else:
            self._show_all(page)
        self._column.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave more room to the house on a small screen."""
        super().resizeEvent(event)
        self._fit()

    def _show_all(self, page: CasePage) -> None:
        avoid = page.standing.situation.not_to_discuss
        if avoid:
            strong = words_of(Part.NOT_TO_DISCUSS).title
            self._column.addWidget(Banner(as_typed(avoid), "am", f"{strong}:"))
        self._column.addLayout(self._around(page))
        self._column.addWidget(Heading("", tr("What plays for her?"), tr("all may stay empty")))
        self.situation = SituationCards(page.standing.situation)
        self.situation.chosen.connect(self._on_part_chosen)
        self._column.addWidget(self.situation)

    def _around(self, page: CasePage) -> QHBoxLayout:
        self.house = House(tr("Live in the house"))
        self.outside = OutsideBox(tr("Not in the house"))
        self._put_people(page)
        mark = BabyMark(self.household.pregnant_or_baby)
        self.baby = mark.box
        self.baby.toggled.connect(self._on_baby_toggled)
        left = QVBoxLayout()
        left.setSpacing(px(16))
        left.addWidget(self.house)
        left.addWidget(mark)
        left.addLayout(self._circle_and_plan())
        left.addStretch(1)
        right = QVBoxLayout()
        right.setContentsMargins(0, px(66), 0, 0)
        right.addWidget(self.outside)
        right.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(px(18))
        row.addLayout(left, 1)
        row.addLayout(right)
        self._fit()
        return row

    def _put_people(self, page: CasePage) -> None:
        made: list[PersonCard] = []
        for place, person in enumerate(self.household.people):
            card = person_card(person, page.standing, self.ctx.now())
            (self.house if person.in_the_house else self.outside).add(card)
            card.chosen.connect(partial(self._on_person_chosen, place))
            made.append(card)
        self.people = made
        living = sum(person.in_the_house for person in self.household.people)
        self.house.note.setText(people_text(living))
        self.add_inside = DashedCard(tr("Somebody in the house"), 46)
        self.add_outside = DashedCard(tr("Somebody outside the house"), 46)
        self.house.add(self.add_inside)
        self.outside.add(self.add_outside)
        self.add_inside.clicked.connect(partial(self._on_add_clicked, True))
        self.add_outside.clicked.connect(partial(self._on_add_clicked, False))

    def _circle_and_plan(self) -> QGridLayout:
        today = day_of(self.ctx.now())
        plan = self.household.plan
        title = tr("Who stands beside her")
        self.circle = PartCard("users-three", title, as_typed(self.household.circle))
        self.plan = PartCard(
            "door-open",
            tr("If she has to leave in a hurry"),
            plan_text(plan, today),
            tr("What it says we do not write down."),
            plan_badge(plan, today),
        )
        self.circle.clicked.connect(self._on_circle_clicked)
        self.plan.clicked.connect(self._on_plan_clicked)
        grid = QGridLayout()
        grid.setSpacing(px(16))
        for place, card in enumerate((self.circle, self.plan)):
            grid.addWidget(card, 0, place)
            grid.setColumnStretch(place, 1)
        return grid

    def _fit(self) -> None:
        wide = self.width() >= px(_NARROW)
        self.outside.setFixedWidth(px(_SIDE if wide else _SMALL_SIDE))

    def _on_person_chosen(self, place: int) -> None:
        self.open_form(PersonForm(self.ctx, self.case_id, self.household, place))

    def _on_add_clicked(self, inside: bool) -> None:
        form = PersonForm(self.ctx, self.case_id, self.household, in_the_house=inside)
        self.open_form(form)

    def _on_baby_toggled(self, on: bool) -> None:
        told = replace(self.household, pregnant_or_baby=on)
        self.ctx.call(around_her.household, self.case_id, told, now=self.ctx.now())

    def _on_circle_clicked(self) -> None:
        self.open_form(CircleForm(self.ctx, self.case_id, self.household))

    def _on_plan_clicked(self) -> None:
        self.open_form(PlanForm(self.ctx, self.case_id, self.household))

    def _on_part_chosen(self, part: Part) -> None:
        situation = self.shown_page.standing.situation
        self.open_form(SituationForm(self.ctx, self.case_id, situation, part))
