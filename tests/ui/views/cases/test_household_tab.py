"""The household tab: relations and no names, a plan by reference, and what plays for her."""

from dataclasses import fields
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tab_desk import HOME, tab_desk

from hgkm_desktop.rules.bodies import Person, Plan
from hgkm_desktop.rules.lists import Barrier, Knows, LifeDomain, PersonRole, Worry
from hgkm_desktop.services import around_her
from hgkm_desktop.ui.views.cases.around_forms import PlanForm
from hgkm_desktop.ui.views.cases.household_tab import HouseholdTab
from hgkm_desktop.ui.views.cases.person_form import PersonForm, warning
from hgkm_desktop.ui.views.cases.situation_parts import Part


@pytest.fixture
def home(sign_in, qtbot):
    with tab_desk(sign_in("Leyla"), qtbot, HouseholdTab) as made:
        made.house()
        yield made


def test_who_lives_there_stands_in_the_house_and_who_does_not_outside(home):
    son, man = home.tab.people
    assert home.tab.house.isAncestorOf(son)
    assert home.tab.outside.isAncestorOf(man)
    assert "1 persoon" in home.words
    for words in ("Zoon", "4–11 jaar", "weet dat ze hier komt", "Haar man", "mag niets weten"):
        assert words in home.words


def test_somebody_is_added_by_keyboard(home):
    home.tab.add_outside.setFocus()
    QTest.keyClick(home.focus, Qt.Key.Key_Return)
    form = home.form
    assert isinstance(form, PersonForm)
    assert not form.lives_here.isChecked()
    QTest.keyClicks(home.focus, "schoonmoeder")
    form.knows.set_value(Knows.MUST_NOT_KNOW)
    home.save()
    added = home.standing.household.people[-1]
    assert (added.relation, added.in_the_house) == ("schoonmoeder", False)
    assert added.knows is Knows.MUST_NOT_KNOW
    assert home.focus is home.tab.add_outside


def test_a_person_needs_a_relation(home):
    home.push(home.tab.add_inside)
    home.save()
    assert home.form.fields["relation"].problem()
    assert home.focus is home.form.relation
    assert home.standing.household == HOME


def test_somebody_is_changed(home):
    home.push(home.tab.people[0])
    form = home.form
    assert (form.relation.text(), form.words.toPlainText()) == ("zoon", "Voetbal.")
    form.words.setPlainText("Zwemles.")
    home.save()
    son, man = home.standing.household.people
    assert son.words == "Zwemles."
    assert man == HOME.people[1]


@pytest.mark.parametrize(
    ("field", "typed"),
    [("relation", "haar man Bram"), ("words", "Gisteren stond Bram weer voor de deur.")],
)
def test_a_name_of_who_uses_violence_is_warned_of_and_not_forbidden(home, field, typed):
    home.push(home.tab.people[1])
    form = home.form
    put = form.relation.setText if field == "relation" else form.words.setPlainText
    put(typed)
    home.save()
    assert form.isVisible()
    assert form.fields[field].problem() == warning()
    assert form.accept_button.text() == "Toch bewaren"
    assert home.standing.household == HOME
    home.save()
    assert getattr(home.standing.household.people[1], field) == typed


def test_the_warning_stands_there_before_saving(home):
    home.push(home.tab.people[1])
    form = home.form
    form.relation.setText("Bram")
    form.words.setFocus()
    assert form.fields["relation"].problem() == warning()
    form.role.set_value(PersonRole.FAMILY)
    form.role.changed.emit(PersonRole.FAMILY)
    assert form.fields["relation"].problem() == ""


def test_nothing_can_be_written_of_an_offence_or_a_birth_date(home):
    home.push(home.tab.people[1])
    assert set(home.form.fields) == {"relation", "role", "age", "knows", "words"}
    assert {each.name for each in fields(Person)} == {
        "relation",
        "role",
        "age",
        "in_the_house",
        "knows",
        "words",
    }
    assert "strafbare feiten" in home.form.relation.accessibleDescription()


def test_somebody_is_taken_out_and_put_back(home):
    home.push(home.tab.people[1])
    home.push(home.form.remove)
    assert [person.relation for person in home.standing.household.people] == ["zoon"]
    home.desk.said[-1].undo()
    assert home.standing.household == HOME


def test_a_baby_is_marked_with_one_key(home):
    home.push(home.tab.baby)
    assert home.standing.household.pregnant_or_baby
    assert "Kijk eerder of het veilig is." in home.words
    assert home.focus is home.tab.baby


def test_who_stands_beside_her_is_noted(home):
    home.push(home.tab.circle)
    home.form.circle.setPlainText("Haar zus. De buurvrouw van boven.")
    home.save()
    assert home.standing.household.circle.endswith("van boven.")
    assert home.focus is home.tab.circle


def test_of_her_plan_only_where_it_is(home):
    assert {each.name for each in fields(Plan)} == {"made_with", "on", "look_again", "kept_where"}
    home.push(home.tab.plan)
    form = home.form
    assert isinstance(form, PlanForm)
    form.made_with.setText("Veilig Thuis")
    form.on.setText("3 nov")
    form.look_again.setText("3 dec")
    form.kept_where.setText("bij de buurvrouw")
    home.save()
    plan = home.standing.household.plan
    assert (plan.on, plan.look_again) == (date(2026, 11, 3), date(2026, 12, 3))
    assert "Gemaakt met: Veilig Thuis. Op 3 nov. Opnieuw bekijken op 3 dec." in home.words
    assert "Wat erin staat schrijven we niet op." in home.words


def test_a_day_that_cannot_be_read_is_said_at_its_field(home):
    home.push(home.tab.plan)
    home.form.look_again.setText("ooit")
    home.save()
    assert home.form.fields["plan.look_again"].problem()
    assert home.standing.household == HOME


def test_a_plan_asks_to_be_looked_at_again(home):
    plan = Plan("Veilig Thuis", date(2026, 10, 3), date(2026, 11, 20))
    told = type(HOME)(HOME.people, HOME.circle, plan)
    home.desk.db.call(around_her.household, home.case_id, told, now=home.desk.at)
    assert "bekijk opnieuw" in home.words


def test_her_own_words_come_first_and_all_may_stay_empty(home):
    cards = home.tab.situation.cards
    assert next(iter(cards)) is Part.OWN_WORDS
    assert "“Ik wil rust.”" in home.words
    assert "Nog niets. Hoeft ook niet." in home.words
    home.push(cards[Part.WISHES])
    home.save()
    assert home.standing.situation.wishes == ""


def test_fears_and_what_stands_in_the_way_are_chips(home):
    for part, value in ((Part.WORRIES, Worry.YOUTH_PROTECTION), (Part.BARRIERS, Barrier.HOUSING)):
        home.push(home.tab.situation.cards[part])
        home.form.chips.set_values([value])
        home.save()
    situation = home.standing.situation
    assert situation.worries == (Worry.YOUTH_PROTECTION,)
    assert situation.barriers == (Barrier.HOUSING,)
    assert situation.own_words == "“Ik wil rust.”"


def test_the_kind_of_violence_may_stay_unnamed(home):
    home.push(home.tab.situation.cards[Part.HARMS])
    assert home.form.chips.chips[0].text() == "niet benoemd"
    home.form.chips.set_values(["not_named"])
    home.save()
    assert home.standing.situation.harms == ("not_named",)


def test_each_part_of_a_life_has_a_line(home):
    home.push(home.tab.situation.cards[Part.DOMAINS])
    home.form.domains[LifeDomain.MONEY].setText("Eigen rekening.")
    home.save()
    assert home.standing.situation.domains == {LifeDomain.MONEY: "Eigen rekening."}
    assert "Geld: Eigen rekening." in home.words


def test_what_is_not_to_be_discussed_stands_above_everything(home):
    assert "Niet bespreken waar iemand bij is: De naailes" in home.words


def test_while_names_are_hidden_nothing_of_it_is_seen(home):
    home.veil()
    assert "De teksten zijn nu verborgen." in home.words
    for hidden in ("zoon", "Haar man", "geweld", "naailes", "rust"):
        assert hidden not in home.words
