"""The three tabs and their forms by keyboard alone, in every size and both directions."""

from dataclasses import replace
from datetime import date, time

import pytest
from contact_desk import SHARE
from hostile import HOSTILE
from tab_desk import tab_desk

from hgkm_desktop import clock
from hgkm_desktop.errors import Invalid
from hgkm_desktop.rules.bodies import Household, Person, Plan, Situation
from hgkm_desktop.rules.clocks import Kind, begin
from hgkm_desktop.rules.lists import LifeDomain, Voice
from hgkm_desktop.services import around_her
from hgkm_desktop.ui.views.cases.clocks_tab import ClocksTab
from hgkm_desktop.ui.views.cases.household_tab import HouseholdTab
from hgkm_desktop.ui.views.cases.safety_tab import SafetyTab

SMALL = 1112, 452
TABS = [SafetyTab, ClocksTab, HouseholdTab]


def fill(made):
    made.house()
    made.number(date(2026, 11, 3), 4, why="Hij is boos.", one_higher_when="hij weg is.")
    made.number(date(2026, 11, 18), 5, Voice.CHILD, name="Zoon, 9 jaar")
    order = begin(Kind.RESTRAINING_ORDER, clock.at(date(2026, 11, 13), time(18)))
    made.desk.db.call(around_her.clock_set, made.case_id, None, order, now=made.desk.at)
    made.desk.answer(made.case_id, SHARE)


def openers(tab):
    """Return what opens a form on a tab."""
    if isinstance(tab, SafetyTab):
        return [lambda: tab.new_score]
    if isinstance(tab, ClocksTab):
        first = [lambda: tab.new_clock, lambda: tab.cards[0].change]
        return [*first, *(lambda each=each: each.longer for each in tab.cards if each.longer)]
    parts = [lambda part=part: tab.situation.cards[part] for part in tab.situation.cards]
    return [lambda: tab.people[1], lambda: tab.circle, lambda: tab.plan, *parts]


@pytest.mark.parametrize("language", ["nl", "ar"])
@pytest.mark.parametrize("kind", TABS)
def test_everything_has_a_name_and_tab_comes_to_it(sign_in, qtbot, kind, language):
    with tab_desk(sign_in("Leyla"), qtbot, kind, language=language, size=SMALL) as made:
        fill(made)
        assert made.faults(made.desk.window) == []
        if isinstance(made.tab, SafetyTab):
            made.push(made.tab.as_table)
            assert made.faults(made.desk.window) == []


@pytest.mark.parametrize("language", ["nl", "ar"])
@pytest.mark.parametrize("kind", TABS)
def test_every_form_is_filled_in_by_keyboard(sign_in, qtbot, kind, language):
    with tab_desk(sign_in("Leyla"), qtbot, kind, language=language, size=(1366, 700)) as made:
        fill(made)
        for opener in openers(made.tab):
            made.push(opener())
            form = made.form
            assert made.faults(form.panel) == [], form.accessibleName()
            form.reject()
            assert made.focus is opener()


@pytest.mark.parametrize(("name", "text"), HOSTILE, ids=[name for name, _ in HOSTILE])
def test_whatever_was_typed_the_tabs_show_it_as_plain_text(sign_in, qtbot, name, text):
    """What the services let through is shown; what they refuse leaves the tabs as they were."""
    with tab_desk(sign_in("Leyla"), qtbot, HouseholdTab, size=SMALL) as made:
        told = Situation(text, wishes=text, domains={LifeDomain.HOME: text}, not_to_discuss=text)
        house = Household((Person(text or "zus", words=text),), text, Plan(text, kept_where=text))
        order = begin(Kind.RESTRAINING_ORDER, made.desk.at, then=text, who=text)
        calls = [
            (around_her.situation, told),
            (around_her.household, house),
            (around_her.clock_set, None, replace(order)),
        ]
        for service, *given in calls:
            try:
                made.desk.db.call(service, made.case_id, *given, now=made.desk.at)
            except Invalid as refused:
                assert refused.problems
        assert made.tab.minimumSizeHint().width() <= SMALL[0]
        for kind in (SafetyTab, ClocksTab):
            other = made.desk.add(kind(made.desk.ctx, made.tab.way))
            other.show_case(made.desk.page(made.case_id))
            assert other.minimumSizeHint().width() <= SMALL[0]
