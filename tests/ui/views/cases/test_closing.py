"""Stopping and beginning again: never by itself, every reason normal (R-058, R-059, R-131)."""

from dataclasses import replace
from datetime import date, time

import pytest
from desk import MONDAY
from holding_desk import PARTNER, over_a_window
from hostile import HOSTILE
from standing_beside import AGREED, TODAY, agree, open_linde

from hgkm_desktop.rules.bodies import Score
from hgkm_desktop.rules.contact import Window
from hgkm_desktop.rules.holding import Reason
from hgkm_desktop.rules.lists import Purpose, Voice
from hgkm_desktop.services import around_her, holders
from hgkm_desktop.ui.views.cases.aftercare import open_aftercare
from hgkm_desktop.ui.views.cases.call_gate import CallGate
from hgkm_desktop.ui.views.cases.case_menu import begin_again
from hgkm_desktop.ui.views.cases.closing import A_DAY, NONE, open_closing

IN_TWO_WEEKS = date(2026, 12, 7)


@pytest.fixture
def over(desk, sign_in, qtbot, qapp):
    leyla = sign_in("Leyla")
    with over_a_window(leyla, open_linde(desk, leyla), qtbot, qapp) as made:
        yield made


@pytest.fixture
def stopped(over):
    over.consents_to(Purpose.AFTERCARE_CHECK_IN)
    given = over.case_id, Reason.MANAGES_HERSELF, IN_TWO_WEEKS
    over.ctx.call(holders.close, *given, agreed_none=False, now=MONDAY)
    return over


def test_nothing_is_chosen_beforehand_and_both_are_asked(over):
    form = over.open(open_closing)
    assert form.reason.value() is None
    assert form.after.value() is None
    over.yes()
    assert form.fields["reason"].problem() == "Kies wat het beste past."
    assert form.fields["after"].problem() == "Kies een dag om te vragen hoe het gaat, of kies geen."
    assert over.holding.is_open


@pytest.mark.parametrize("reason", [each for each in Reason if each is not Reason.HELD_BY_OTHERS])
def test_it_stops_with_any_reason_and_an_explicit_none(over, reason):
    form = over.open(open_closing)
    form.reason.set_value(reason)
    form.after.set_value(NONE)
    over.yes()
    assert over.overlay is None
    assert over.holding.closing.reason is reason
    assert over.holding.closing.follow_up is None
    assert over.said[-1].text == "De begeleiding is gestopt. De deur blijft open."


def test_while_one_of_us_holds_her_nobody_else_does(over):
    form = over.open(open_closing)
    words = [button.text() for button in form.reason.buttons]
    assert len(words) == len(Reason) - 1
    assert "Houdt iemand anders haar vast? Draag dan eerst over." in over.words()


def test_when_a_partner_holds_her_that_is_a_reason(over):
    over.may_share()
    over.ctx.call(holders.offer, over.case_id, PARTNER, TODAY, now=MONDAY)
    over.ctx.call(holders.accept, over.case_id, "Jolanda", now=MONDAY)
    for act in (holders.talk, holders.confirm):
        over.ctx.call(act, over.case_id, now=MONDAY)
    form = over.open(open_closing)
    form.reason.set_value(Reason.HELD_BY_OTHERS)
    form.after.set_value(NONE)
    over.yes()
    assert over.holding.closing.reason is Reason.HELD_BY_OTHERS


def test_a_day_needs_her_yes_which_can_be_noted_here(over):
    form = over.open(open_closing)
    form.after.set_value(A_DAY)
    assert form.first.isVisible()
    assert not form.day_field.isVisible()
    over.push("Noteer wat ze zegt")
    over.consents_to(Purpose.AFTERCARE_CHECK_IN)
    over.overlay.accepted.emit()
    assert not form.first.isVisible()
    assert form.day_field.isVisible()


def test_without_her_yes_no_day_can_be_kept(over):
    form = over.open(open_closing)
    form.reason.set_value(Reason.MANAGES_HERSELF)
    form.after.set_value(A_DAY)
    over.yes()
    assert form.problem()
    assert over.holding.is_open


def test_the_days_of_aftercare_are_shown_before_they_are_agreed(over):
    over.consents_to(Purpose.AFTERCARE_CHECK_IN)
    form = over.open(open_closing)
    form.reason.set_value(Reason.RETURNED_HOME)
    form.after.set_value(A_DAY)
    assert form.day.value() == IN_TWO_WEEKS
    assert form.days.text() == "En daarna: ma 22 feb 2027, ma 24 mei 2027, di 23 nov 2027."
    form.day.set_value(date(2026, 11, 22))
    over.yes()
    assert form.fields["day"].problem() == "Deze dag is al geweest."
    form.day.set_value(date(2027, 3, 1))
    assert form.days.text() == "En daarna: ma 24 mei 2027, di 23 nov 2027."
    over.yes()
    assert over.page.standing.aftercare()[0] == date(2027, 3, 1)


def test_safety_is_one_sentence_with_her_own_number_and_nothing_is_judged(over):
    over.open(open_closing)
    assert "Is het nu veilig? Vraag het haar. Ze gaf nog geen cijfer." in over.words()
    over.no()
    for voice, number in ((Voice.HERSELF, 4), (Voice.CONFIDANT, 9)):
        score = Score(date(2026, 11, 20), number, voice)
        over.ctx.call(around_her.score, over.case_id, score, now=MONDAY)
    over.open(open_closing)
    assert "Op vr 20 nov zei ze een 4." in over.words()


def test_whoever_was_offered_is_handed_over_first(over):
    over.may_share()
    over.ctx.call(holders.offer, over.case_id, PARTNER, TODAY, now=MONDAY)
    assert over.open(open_closing) is None
    assert over.said[-1].text == "Maak eerst de overdracht af, of stop die."


def test_what_has_stopped_does_not_stop_again(stopped):
    assert stopped.open(open_closing) is None


def test_one_click_begins_again_without_a_question(stopped):
    begin_again(stopped.ctx, stopped.page)
    assert stopped.holding.is_open
    assert stopped.holding.holder.person == "Leyla"
    assert stopped.overlay is None


def test_a_planned_day_goes_through_the_gate_and_is_noted(stopped):
    monday = Window(frozenset({0}), time(10), time(12))
    agree(stopped.ctx.db, stopped.case_id, replace(AGREED, windows=(monday,)))
    form = stopped.open(open_aftercare, IN_TWO_WEEKS)
    assert "maandag 7 december" in form.accessibleDescription()
    assert "06" not in stopped.words()
    stopped.push("Ik ga bellen")
    assert isinstance(stopped.overlay, CallGate)
    stopped.overlay.close_overlay()
    form.words.setPlainText("Het gaat goed.")
    stopped.yes()
    assert stopped.page.standing.asked_after[IN_TWO_WEEKS].words == "Het gaat goed."
    assert IN_TWO_WEEKS not in stopped.page.standing.aftercare()


def test_while_the_gate_is_shut_asking_after_her_has_no_call(stopped):
    agree(stopped.ctx.db, stopped.case_id)
    form = stopped.open(open_aftercare, IN_TWO_WEEKS)
    assert not form.call.isEnabled()
    assert form.call.text() == "nu niet: alleen di/do 10–12"


def test_a_day_that_was_never_planned_is_refused_in_the_dialog(stopped):
    form = stopped.open(open_aftercare, date(2026, 12, 8))
    stopped.yes()
    assert form.problem()
    assert stopped.overlay is form


@pytest.mark.parametrize("text", [text for _, text in HOSTILE], ids=[name for name, _ in HOSTILE])
def test_nothing_typed_after_her_does_harm(stopped, text):
    form = stopped.open(open_aftercare, IN_TWO_WEEKS)
    form.words.setPlainText(text)
    stopped.yes()
    asked = IN_TWO_WEEKS in stopped.page.standing.asked_after
    assert asked != bool(form.fields["words"].problem() if stopped.overlay else "")
