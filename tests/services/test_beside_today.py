"""What the day asks of a confidant: whom to call and how, whom nobody holds, what ends."""

from dataclasses import replace
from datetime import time

import pytest
from desk import MONDAY
from going import BEFORE, DAY, HOUR, NOW, TUESDAY, act, partner, plan
from standing_beside import AGREED, MAY_CONTACT, NUMBER, TODAY, agree, open_linde

from hgkm_desktop import clock
from hgkm_desktop.rules.appointment import Afterwards
from hgkm_desktop.rules.bodies import Note, Promise
from hgkm_desktop.rules.clocks import Clock, Kind
from hgkm_desktop.rules.contact import Channel, Verdict, Window
from hgkm_desktop.rules.going_along import State as Going
from hgkm_desktop.rules.holding import Reason, State
from hgkm_desktop.rules.lists import Outcome, Purpose
from hgkm_desktop.services import (
    appointment_afterwards,
    appointments,
    around_her,
    beside_today,
    case_key,
    case_notes,
    cases,
    consents,
    holders,
    safe_contact,
)
from hgkm_desktop.services.beside_today import LATELY

NINE, NOON, FOUR = (clock.at(TUESDAY.date(), time(hour)) for hour in (9, 12, 16))
"""Linde may be called on Tuesday and Thursday, from ten to twelve."""
TEN = clock.at(TUESDAY.date(), time(10, 30))
WEDNESDAY = TUESDAY + DAY
EVERY_DAY = (Window(frozenset(range(7)), time(8), time(20)),)


@pytest.fixture
def leyla(sign_in):
    return sign_in("Leyla")


@pytest.fixture
def imane(sign_in):
    return sign_in("Imane")


@pytest.fixture
def linde(desk, leyla):
    return open_linde(desk, leyla)


def day(db, now=MONDAY):
    return db.call(beside_today.beside, clock.local(now).date(), now=now)


def calls(db, now):
    return [(each.gate.verdict, each.why) for each in day(db, now).calls]


def test_whom_we_may_call_today_stands_there_with_how_and_without_her_number(leyla, linde):
    agree(leyla, linde)
    (call,) = day(leyla, TEN).calls
    assert (call.name.shown, call.gate.may, call.why) == ("Linde", True, "")
    assert call.windows == ((clock.at(TUESDAY.date(), time(10)), NOON),)
    assert call.agreed == replace(
        AGREED, number="", code_word="", checked_on=TODAY, checked_by="Leyla"
    )
    assert NUMBER not in str(vars(call.agreed)) and AGREED.code_word not in str(vars(call.agreed))


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (NINE, [(Verdict.NOT_NOW, "")]),
        (TEN, [(Verdict.MAY, "")]),
        (NOON, []),
        (FOUR, []),
        (WEDNESDAY, []),
    ],
)
def test_on_a_day_she_is_there_as_long_as_it_can_still_be(leyla, linde, now, expected):
    agree(leyla, linde)
    assert calls(leyla, now) == expected


def test_without_an_agreement_or_a_number_there_is_nobody_to_call(leyla, linde):
    assert day(leyla, TEN).calls == []
    by_post = replace(AGREED, channels=frozenset({Channel.POST}))
    agree(leyla, linde, by_post)
    assert day(leyla, TEN).calls == []


def test_who_took_back_her_yes_is_not_called(leyla, linde):
    agree(leyla, linde)
    leyla.call(consents.withdraw, linde, Purpose.CONTACT_BY_US, **NOW)
    assert day(leyla, TEN).calls == []


def test_who_must_be_asked_again_stands_there_only_with_a_reason(leyla, linde):
    agree(leyla, linde)
    leyla.call(safe_contact.incident, linde, "gehoord", **NOW)
    assert day(leyla, TEN).calls == []
    plan(leyla, linde, WEDNESDAY)
    assert calls(leyla, TEN) == [(Verdict.ASK_AGAIN, "afspraak van morgen")]
    (call,) = day(leyla, TEN).calls
    assert call.windows == ()


def test_she_is_called_about_tomorrow_not_about_what_does_not_go_on(leyla, linde):
    agree(leyla, linde)
    visit = plan(leyla, linde, WEDNESDAY)
    assert calls(leyla, TEN) == [(Verdict.MAY, "afspraak van morgen")]
    act(leyla, appointments.call_off, visit, Going.NOT_SAFE, None, "")
    assert calls(leyla, TEN) == [(Verdict.MAY, "")]


def test_who_did_not_answer_is_tried_again_for_two_weeks(leyla, linde):
    agree(leyla, linde, replace(AGREED, windows=EVERY_DAY))
    leyla.call(safe_contact.tried, linde, Channel.CALL, Outcome.NO_ANSWER, **NOW)
    (first,) = calls(leyla, MONDAY + LATELY)
    assert first[1]
    assert calls(leyla, MONDAY + LATELY + DAY) == [(Verdict.MAY, "")]
    leyla.call(safe_contact.tried, linde, Channel.CALL, Outcome.SPOKE, now=MONDAY + HOUR)
    assert calls(leyla, MONDAY + DAY) == [(Verdict.MAY, "")]


def test_after_we_stopped_she_is_called_on_the_day_agreed_with_her_and_not_before(leyla, linde):
    agree(leyla, linde, replace(AGREED, windows=EVERY_DAY))
    leyla.call(
        consents.answer, linde, replace(MAY_CONTACT, purpose=Purpose.AFTERCARE_CHECK_IN), **NOW
    )
    stop = Reason.MANAGES_HERSELF, TODAY + 7 * DAY
    leyla.call(holders.close, linde, *stop, agreed_none=False, **NOW)
    assert day(leyla, TEN).calls == []
    week = MONDAY + 7 * DAY
    (call,) = day(leyla, week).calls
    assert (call.why, call.gate.may) == ("vragen hoe het gaat", True)
    leyla.call(holders.asked_after, linde, TODAY + 7 * DAY, "goed", now=week)
    assert day(leyla, week + DAY).calls == []


def test_where_nothing_was_agreed_for_afterwards_nobody_is_called(leyla, linde):
    agree(leyla, linde, replace(AGREED, windows=EVERY_DAY))
    leyla.call(holders.close, linde, Reason.MOVED_AWAY, None, agreed_none=True, **NOW)
    found = day(leyla, MONDAY + DAY)
    assert (found.calls, found.nobody, found.endings, found.changed) == ([], [], [], [])


def test_whom_we_may_call_now_comes_first(desk, leyla, linde):
    roos, sara = open_linde(desk, leyla), open_linde(desk, leyla)
    for case_id, alias in ((roos, "Roos"), (sara, "Sara")):
        leyla.call(cases.rename, case_id, alias)
    late = (Window(frozenset({1}), time(14), time(15)),)
    agree(leyla, linde, replace(AGREED, windows=late))
    agree(leyla, sara)
    agree(leyla, roos)
    leyla.call(safe_contact.incident, roos, "gehoord", **NOW)
    plan(leyla, roos, WEDNESDAY)
    found = [(each.name.shown, each.gate.verdict) for each in day(leyla, TEN).calls]
    assert found == [
        ("Sara", Verdict.MAY),
        ("Linde", Verdict.NOT_NOW),
        ("Roos", Verdict.ASK_AGAIN),
    ]


def test_a_channel_that_was_agreed_is_asked_of_the_gate(leyla, linde):
    agree(leyla, linde, replace(AGREED, channels=frozenset({Channel.TEXT})))
    assert calls(leyla, TEN) == [(Verdict.MAY, "")]


def test_whom_nobody_holds_comes_before_who_was_offered(desk, leyla, linde, sign_in):
    offered = open_linde(desk, leyla)
    share = replace(MAY_CONTACT, purpose=Purpose.SHARE_WITH_PARTNER, receiver="Buurtteam")
    leyla.call(consents.answer, offered, share, **NOW)
    leyla.call(holders.offer, offered, "Buurtteam", TODAY + DAY, **NOW)
    leyla.call(_held_by_a_stranger, linde)
    found = day(leyla, MONDAY + 4 * DAY).nobody
    assert [(each.case_id, each.state, each.organisation, each.days_late) for each in found] == [
        (linde, State.NOBODY, "", 0),
        (offered, State.OFFERED, "Buurtteam", 3),
    ]
    assert all(each.name.shown == "Linde" for each in found)


def _held_by_a_stranger(session, case_id):
    key = case_key.open_ring(session, case_id)
    holding = case_key.stands(session, key).holding
    other = replace(holding.holder, member_id=case_id)
    body = holders.Held(replace(holding, holder=other), "take")
    case_key.add(session, key, body, case_key.last_link(session, key), now=MONDAY)


def test_what_ends_soon_or_ended_is_told_in_its_order(leyla, linde):
    leyla.call(
        around_her.promise,
        linde,
        Promise(partner(leyla), "belt", "Leyla", TODAY + DAY),
        **NOW,
    )
    order = Clock(Kind.RESTRAINING_ORDER, MONDAY - 9 * DAY, 10, who="Leyla")
    leyla.call(around_her.clock_set, linde, None, order, **NOW)
    kinds = [each.running.kind for each in day(leyla, MONDAY + 2 * HOUR).endings]
    assert kinds == [Kind.RESTRAINING_ORDER, Kind.PROMISE]
    assert [each.name.shown for each in day(leyla).endings] == ["Linde", "Linde"]


def test_an_agreement_about_contact_is_told_before_it_runs_out_and_not_after(leyla, linde):
    agree(leyla, linde)
    soon = [each.running.kind for each in day(leyla, MONDAY + 29 * DAY).endings]
    assert soon == [Kind.CONTACT]
    assert day(leyla, MONDAY + DAY).endings == []
    assert day(leyla, MONDAY + 32 * DAY).endings == []


def late_visit(leyla, linde, due, starts=BEFORE, **told):
    visit = plan(leyla, linde, starts, **told)
    after = Afterwards(TODAY, feedback_by=due)
    return act(leyla, appointment_afterwards.save, visit, after, ())


def test_nothing_of_anybody_else_is_in_the_day(desk, leyla, imane):
    alone = open_linde(desk, leyla, Imane=True)
    agree(leyla, alone, replace(AGREED, windows=EVERY_DAY))
    late_visit(leyla, alone, TODAY)
    leyla.call(case_notes.write, alone, Note(MONDAY, seen="x"), now=MONDAY + HOUR)
    found = day(imane, MONDAY + DAY)
    assert [found.calls, found.nobody, found.endings, found.late, found.changed] == [[]] * 5
    assert "Linde" not in repr(day(leyla, MONDAY + DAY).calls)
