"""Who holds her, through the services: never nobody, and the coordinators' board follows."""

from datetime import date, timedelta

import pytest
from desk import MONDAY
from standing_beside import TODAY, member, open_linde

from hgkm_desktop.errors import Forbidden, Invalid
from hgkm_desktop.rules.bodies import Consent, Note
from hgkm_desktop.rules.holding import Ending, Reason, State, Waiting
from hgkm_desktop.rules.lists import ConsentForm, Purpose
from hgkm_desktop.services import case_board, case_list, case_notes, cases, consents, holders

PARTNER = "Blijf Groep"
MAY_SHARE = Consent(Purpose.SHARE_WITH_PARTNER, ConsentForm.ORAL, TODAY, receiver=PARTNER)
MAY_ASK = Consent(Purpose.AFTERCARE_CHECK_IN, ConsentForm.ORAL, TODAY)
WEEK = TODAY + timedelta(days=7)


@pytest.fixture
def held(desk, sign_in):
    salma, leyla = sign_in("Salma"), sign_in("Leyla")
    salma.call(case_board.start, now=MONDAY)
    case_id = open_linde(desk, leyla)
    return leyla, case_id, salma


def board(salma):
    (row,) = salma.call(case_board.board)
    return row


def test_she_is_ours_until_the_three_talked_and_she_says_yes(held):
    leyla, case_id, salma = held
    leyla.call(consents.answer, case_id, MAY_SHARE, now=MONDAY)
    leyla.call(holders.offer, case_id, PARTNER, WEEK, now=MONDAY)
    row = board(salma)
    assert (row.state, row.organisation, row.person) == (State.OFFERED, PARTNER, "Leyla")
    assert row.feedback_due == WEEK
    leyla.call(holders.accept, case_id, "Jolanda", now=MONDAY)
    leyla.call(holders.talk, case_id, now=MONDAY)
    assert board(salma).person == "Leyla"
    leyla.call(holders.confirm, case_id, now=MONDAY)
    row = board(salma)
    assert (row.state, row.organisation, row.person) == (State.PARTNER, PARTNER, "Jolanda")
    assert row.feedback_due is None


def test_nothing_is_offered_to_whom_she_did_not_say_yes_to(held):
    leyla, case_id, _ = held
    with pytest.raises(Forbidden):
        leyla.call(holders.offer, case_id, PARTNER, WEEK, now=MONDAY)
    with pytest.raises(Invalid):
        leyla.call(holders.offer, case_id, "  ", WEEK, now=MONDAY)


def test_their_answer_is_late_until_they_let_us_hear(held):
    leyla, case_id, _ = held
    leyla.call(consents.answer, case_id, MAY_SHARE, now=MONDAY)
    leyla.call(holders.offer, case_id, PARTNER, WEEK, now=MONDAY)
    later = MONDAY + timedelta(days=12)
    assert [row.days_late for row in leyla.call(case_list.rows, now=later)] == [5]
    leyla.call(holders.feedback, case_id, now=later)
    assert [row.days_late for row in leyla.call(case_list.rows, now=later)] == [0]


def test_while_she_waits_somebody_keeps_in_touch(held):
    leyla, case_id, salma = held
    leyla.call(consents.answer, case_id, MAY_SHARE, now=MONDAY)
    leyla.call(holders.offer, case_id, PARTNER, WEEK, now=MONDAY)
    leyla.call(holders.wait, case_id, Waiting("Opvang", TODAY, "Leyla"), now=MONDAY)
    assert board(salma).waiting_since == TODAY
    with pytest.raises(Invalid):
        leyla.call(holders.wait, case_id, Waiting("Opvang", WEEK, "Leyla"), now=MONDAY)
    leyla.call(holders.end_handover, case_id, Ending.NOT_AVAILABLE, now=MONDAY)
    assert board(salma).state is State.US


def test_stopping_takes_a_reason_and_a_day_or_an_explicit_none(held):
    leyla, case_id, salma = held
    close = holders.close, case_id, Reason.RETURNED_HOME
    with pytest.raises(Invalid):
        leyla.call(*close, None, agreed_none=False, now=MONDAY)
    with pytest.raises(Invalid):
        leyla.call(*close, WEEK, agreed_none=False, now=MONDAY)
    leyla.call(consents.answer, case_id, MAY_ASK, now=MONDAY)
    with pytest.raises(Invalid):
        leyla.call(*close, TODAY - timedelta(days=1), agreed_none=False, now=MONDAY)
    leyla.call(*close, WEEK, agreed_none=False, now=MONDAY)
    assert (board(salma).state, board(salma).since) == (State.CLOSED, TODAY)
    assert not leyla.call(case_list.rows, now=MONDAY)[0].is_open
    days = leyla.call(cases.page, case_id).standing.aftercare()
    assert days[0] == WEEK
    assert len(days) == 4
    leyla.call(holders.asked_after, case_id, WEEK, "Het gaat goed.", now=MONDAY)
    assert leyla.call(cases.page, case_id).standing.aftercare() == days[1:]
    with pytest.raises(Invalid):
        leyla.call(holders.asked_after, case_id, WEEK, now=MONDAY)
    with pytest.raises(Invalid):
        leyla.call(holders.asked_after, case_id, days[1], "x" * 1001, now=MONDAY)


def test_beginning_again_is_one_act(held, desk):
    leyla, case_id, salma = held
    leyla.call(holders.close, case_id, Reason.MANAGES_HERSELF, None, agreed_none=True, now=MONDAY)
    assert leyla.call(cases.page, case_id).standing.aftercare() == []
    leyla.call(holders.reopen, case_id, now=MONDAY)
    row = board(salma)
    assert (row.state, row.person) == (State.US, "Leyla")
    assert row.confidants == (member(desk, "Leyla"), member(desk, "Imane"))


def test_a_colleague_takes_over(held, sign_in):
    _leyla, case_id, salma = held
    sign_in("Imane").call(holders.take, case_id, now=MONDAY)
    assert board(salma).person == "Imane"


def test_names_have_an_end(held):
    leyla, case_id, _ = held
    with pytest.raises(Invalid):
        leyla.call(holders.offer, case_id, "x" * 121, WEEK, now=MONDAY)


def test_the_board_is_for_coordinators_alone(held):
    leyla, _, _ = held
    with pytest.raises(Forbidden):
        leyla.call(case_board.board)
    with pytest.raises(Forbidden):
        leyla.call(case_board.start, now=MONDAY)


def test_cases_from_before_the_board_are_put_on_it(desk, sign_in):
    leyla, salma = sign_in("Leyla"), sign_in("Salma")
    open_linde(desk, leyla)
    assert leyla.call(case_board.fill, now=MONDAY) == 0
    salma.call(case_board.start, now=MONDAY)
    salma.call(case_board.start, now=MONDAY)
    assert salma.call(case_board.board) == []
    assert leyla.call(case_board.fill, now=MONDAY) == 1
    assert leyla.call(case_board.fill, now=MONDAY) == 0
    assert board(salma).began_on == date(2026, 11, 23)


def test_the_board_tells_on_which_day_something_was_last_noted(held):
    leyla, case_id, salma = held
    later = MONDAY + timedelta(days=3)
    leyla.call(case_notes.write, case_id, Note(MONDAY, seen="zevenblad"), now=later)
    assert board(salma).last_on == later.date()


@pytest.mark.parametrize("done", [0, 1, 2])
def test_once_she_took_back_her_yes_no_step_goes_on_and_ending_it_does(held, done):
    leyla, case_id, _ = held
    leyla.call(consents.answer, case_id, MAY_SHARE, now=MONDAY)
    leyla.call(holders.offer, case_id, PARTNER, WEEK, now=MONDAY)
    steps = (holders.accept, "Jolanda"), (holders.talk,), (holders.confirm,)
    for step, *given in steps[:done]:
        leyla.call(step, case_id, *given, now=MONDAY)
    leyla.call(consents.withdraw, case_id, Purpose.SHARE_WITH_PARTNER, PARTNER, now=MONDAY)
    step, *given = steps[done]
    with pytest.raises(Forbidden):
        leyla.call(step, case_id, *given, now=MONDAY)
    ended = leyla.call(holders.end_handover, case_id, Ending.WITHDRAWN, now=MONDAY)
    assert (ended.handover, ended.holder.person) == (None, "Leyla")


def test_a_day_to_ask_after_her_is_told_from_that_day_until_it_is_used(held):
    leyla, case_id, _ = held
    leyla.call(consents.answer, case_id, MAY_ASK, now=MONDAY)
    reason = Reason.MANAGES_HERSELF
    leyla.call(holders.close, case_id, reason, WEEK, agreed_none=False, now=MONDAY)

    def due(days):
        (row,) = leyla.call(case_list.rows, now=MONDAY + timedelta(days=days))
        return row.ask_after

    assert (due(6), due(7), due(30)) == (None, WEEK, WEEK)
    leyla.call(holders.asked_after, case_id, WEEK, now=MONDAY + timedelta(days=8))
    assert due(30) is None
