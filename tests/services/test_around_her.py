"""What is noted around her: each kind goes in, comes back, and bad input is answered by field."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from desk import MONDAY
from standing_beside import TODAY, open_linde

from hgkm_desktop.errors import Forbidden, Invalid
from hgkm_desktop.rules.bodies import (
    Agreement,
    GuideNote,
    Household,
    Person,
    Plan,
    Promise,
    Score,
    Situation,
)
from hgkm_desktop.rules.clocks import Clock, Kind
from hgkm_desktop.rules.lists import Barrier, GuideStep, LifeDomain, PersonRole, Voice, Worry
from hgkm_desktop.services import around_her, cases

TOMORROW = TODAY + timedelta(days=1)
LONG = "x" * 2001
LINE = "x" * 121
ID = UUID(int=77)
HOME = Household((Person("Zoon", PersonRole.CHILD, words="stil"),), "haar zus", Plan("haar zus"))
PLAYS = Situation(
    "genoeg",
    ("stalking",),
    (Worry.HOME,),
    (Barrier.HOUSING,),
    {LifeDomain.MONEY: "geen rekening"},
    "dinsdag",
    "geld",
)
PROMISE = Promise(ID, "belt terug", "Jolanda", TODAY, otherwise="wij bellen")
AGREED = Agreement(ID, "geen post")
SCORE = Score(TODAY, 4, Voice.HERSELF, why="rust", one_higher_when="een slot")
STEP = GuideNote(GuideStep.CONSULT, TODAY, "advies gevraagd", "een collega", told_her=True)
ORDER = Clock(Kind.RESTRAINING_ORDER, datetime(2026, 11, 20, 20, 30, tzinfo=MONDAY.tzinfo), 10)


@pytest.fixture
def leyla(sign_in):
    return sign_in("Leyla")


@pytest.fixture
def linde(desk, leyla):
    return open_linde(desk, leyla)


def standing(leyla, linde):
    return leyla.call(cases.page, linde).standing


def test_everything_comes_back_as_it_was_noted(leyla, linde):
    for service, body in (
        (around_her.household, HOME),
        (around_her.situation, PLAYS),
        (around_her.promise, PROMISE),
        (around_her.agreement, AGREED),
        (around_her.score, SCORE),
        (around_her.guide, STEP),
    ):
        leyla.call(service, linde, body, now=MONDAY)
    found = standing(leyla, linde)
    assert (found.household, found.situation) == (HOME, PLAYS)
    assert found.open_promises() == [PROMISE]
    assert list(found.agreements.values()) == [AGREED]
    assert found.scores == [SCORE]
    assert found.guide == {GuideStep.CONSULT: [STEP]}


def test_a_promise_is_kept_and_an_agreement_ends(leyla, linde):
    for change in (PROMISE, replace(PROMISE, kept=True)):
        leyla.call(around_her.promise, linde, change, now=MONDAY)
    for change in (AGREED, replace(AGREED, ended=True)):
        leyla.call(around_her.agreement, linde, change, now=MONDAY)
    found = standing(leyla, linde)
    assert found.open_promises() == []
    assert found.promises[ID].kept
    assert found.agreements == {}


def test_promises_without_a_day_come_last(leyla, linde):
    some_day = replace(PROMISE, id=UUID(int=78), by=None)
    for promise in (some_day, PROMISE):
        leyla.call(around_her.promise, linde, promise, now=MONDAY)
    assert [p.id for p in standing(leyla, linde).open_promises()] == [ID, some_day.id]


@pytest.mark.parametrize(
    ("service", "body", "field"),
    [
        (around_her.household, replace(HOME, circle=LONG), "circle"),
        (around_her.household, replace(HOME, people=(Person("x"),) * 31), "people"),
        (around_her.household, replace(HOME, people=(Person(" "),)), "people.0.relation"),
        (around_her.household, replace(HOME, people=(Person(LINE),)), "people.0.relation"),
        (around_her.household, replace(HOME, people=(Person("x", words=LONG),)), "people.0.words"),
        (around_her.household, replace(HOME, plan=Plan(made_with=LINE)), "plan.made_with"),
        (around_her.household, replace(HOME, plan=Plan(kept_where=LINE)), "plan.kept_where"),
        (around_her.situation, replace(PLAYS, own_words=LONG), "own_words"),
        (around_her.situation, replace(PLAYS, wishes=LONG), "wishes"),
        (around_her.situation, replace(PLAYS, not_to_discuss=LONG), "not_to_discuss"),
        (around_her.situation, replace(PLAYS, domains={LifeDomain.LAW: LONG}), "domains.law"),
        (around_her.promise, replace(PROMISE, what=" "), "what"),
        (around_her.promise, replace(PROMISE, what=LONG), "what"),
        (around_her.promise, replace(PROMISE, who=""), "who"),
        (around_her.promise, replace(PROMISE, who=LINE), "who"),
        (around_her.promise, replace(PROMISE, otherwise=LONG), "otherwise"),
        (around_her.agreement, replace(AGREED, text=""), "text"),
        (around_her.agreement, replace(AGREED, text=LONG), "text"),
        (around_her.score, replace(SCORE, number=11), "number"),
        (around_her.score, replace(SCORE, number=-1), "number"),
        (around_her.score, replace(SCORE, on=TOMORROW), "on"),
        (around_her.score, replace(SCORE, name=LINE), "name"),
        (around_her.score, replace(SCORE, why=LONG), "why"),
        (around_her.score, replace(SCORE, one_higher_when=LONG), "one_higher_when"),
        (around_her.guide, replace(STEP, text=""), "text"),
        (around_her.guide, replace(STEP, with_whom=LINE), "with_whom"),
        (around_her.guide, replace(STEP, on=TOMORROW), "on"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(leyla, linde, service, body, field):
    before = len(leyla.call(cases.page, linde).entries)
    with pytest.raises(Invalid) as refused:
        leyla.call(service, linde, body, now=MONDAY)
    assert set(refused.value.problems) == {field}
    assert len(leyla.call(cases.page, linde).entries) == before


def test_a_kind_of_violence_nobody_knows_is_left_out(leyla, linde):
    leyla.call(around_her.situation, linde, replace(PLAYS, harms=("stalking", "moord")), now=MONDAY)
    assert standing(leyla, linde).situation.harms == ("stalking",)


def test_a_restraining_order_never_lasts_longer_than_the_law(leyla, linde):
    clock_id = leyla.call(around_her.clock_set, linde, None, ORDER, now=MONDAY)
    longer = ORDER.extended(28)
    assert leyla.call(around_her.clock_set, linde, clock_id, longer, now=MONDAY) == clock_id
    assert standing(leyla, linde).clocks == {clock_id: longer}
    for days in (0, 29):
        with pytest.raises(Invalid) as refused:
            leyla.call(around_her.clock_set, linde, clock_id, replace(ORDER, days=days), now=MONDAY)
        assert set(refused.value.problems) == {"days"}
    with pytest.raises(Invalid):
        leyla.call(around_her.clock_set, linde, None, replace(ORDER, who=LINE), now=MONDAY)
    leyla.call(around_her.end_clock, linde, clock_id, now=MONDAY)
    assert standing(leyla, linde).clocks == {}
    with pytest.raises(Invalid):
        leyla.call(around_her.end_clock, linde, clock_id, now=MONDAY)


def test_who_has_no_part_in_it_hears_nothing_of_what_is_wrong(linde, sign_in):
    with pytest.raises(Forbidden):
        sign_in("Hanan").call(around_her.score, linde, replace(SCORE, number=99), now=MONDAY)


def test_scores_stand_in_the_order_of_their_days(leyla, linde):
    for day in (TODAY, date(2026, 11, 1)):
        leyla.call(around_her.score, linde, replace(SCORE, on=day), now=MONDAY)
    assert [score.on for score in standing(leyla, linde).scores] == [date(2026, 11, 1), TODAY]
