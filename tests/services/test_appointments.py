"""Planning to go along, changing it, moving it; and two who do so at the same time."""

from dataclasses import replace
from datetime import time
from uuid import UUID

import pytest
from desk import MONDAY
from going import (
    BEFORE,
    BOTH,
    DAY,
    HOUR,
    ID,
    NOW,
    TUESDAY,
    act,
    blank,
    move,
    partner,
    plan,
    refused,
    same,
    told,
)
from sqlalchemy.orm import Session
from standing_beside import member, open_linde

from hgkm_desktop.errors import Conflict, Forbidden
from hgkm_desktop.models import Appointment, AuditLine
from hgkm_desktop.models.codes import Act
from hgkm_desktop.rules.appointment import (
    Afterwards,
    Move,
)
from hgkm_desktop.rules.going_along import (
    BothSides,
    Side,
    State,
)
from hgkm_desktop.rules.partners import Kept
from hgkm_desktop.services import (
    appointment_afterwards,
    appointments,
    partner_count,
)

LINE, LONG = "x" * 121, "x" * 2001


@pytest.fixture
def leyla(sign_in):
    return sign_in("Leyla")


@pytest.fixture
def imane(sign_in):
    return sign_in("Imane")


@pytest.fixture
def linde(desk, leyla):
    return open_linde(desk, leyla)


def count(db) -> int:
    with Session(db.engine) as session:
        return session.query(Appointment).count()


def test_a_new_one_lasts_an_hour_and_both_who_stand_beside_her_go(desk, leyla, linde):
    visit = leyla.call(appointments.blank, TUESDAY, linde, **NOW)
    assert (visit.ends - visit.starts, visit.version) == (HOUR, 0)
    assert visit.companions == (member(desk, "Leyla"), member(desk, "Imane"))
    assert count(leyla) == 0


def test_without_a_case_whoever_plans_goes_herself(desk, imane):
    visit = imane.call(appointments.blank, TUESDAY, **NOW)
    assert visit.companions == (member(desk, "Imane"),)


def test_where_one_alone_stands_beside_her_there_is_no_reserve(desk, leyla):
    alone = open_linde(desk, leyla, Imane=True)
    assert leyla.call(appointments.blank, TUESDAY, alone, **NOW).reserve is None


@pytest.mark.parametrize("with_case", [True, False])
def test_all_that_was_said_comes_back_to_whoever_may_see_it(leyla, imane, linde, with_case):
    given = blank(leyla, linde if with_case else None)
    saved = leyla.call(appointments.plan, given, **NOW)
    assert same(saved, given)
    assert (saved.version, saved.changed_by) == (1, leyla.actor.member_id)
    again = imane.call(appointments.get, saved.id)
    assert again == saved
    assert again.state is State.PLANNED


def test_planning_twice_under_one_id_is_noticed(leyla, linde):
    saved = plan(leyla, linde)
    with pytest.raises(Conflict):
        leyla.call(appointments.plan, saved, **NOW)
    assert count(leyla) == 1
    assert leyla.call(appointments.get, saved.id).version == 1


def test_a_change_leaves_when_it_is_and_what_became_of_it(leyla, linde):
    saved = act(leyla, appointments.prepare, plan(leyla, linde))
    other = Move(MONDAY, ID, Side.US, MONDAY, MONDAY)
    sly = replace(
        told(saved, place="daar", state=State.HELD, moves=(other,), off_by=Side.US, off_why="x"),
        starts=TUESDAY + DAY,
        ends=TUESDAY + 2 * DAY,
        case_id=None,
    )
    changed = leyla.call(appointments.change, sly, **NOW)
    assert same(changed, told(saved, place="daar"))
    assert changed.version == saved.version + 1


def test_a_yes_that_was_taken_back_confirms_nothing_any_more(leyla, linde):
    saved = act(leyla, appointments.confirm, plan(leyla, linde))
    assert saved.state is State.CONFIRMED
    still = leyla.call(appointments.change, told(saved, place="daar"), **NOW)
    assert still.state is State.CONFIRMED
    half = told(still, both_sides=frozenset({BothSides.PARTNER_KNOWS}))
    changed = leyla.call(appointments.change, half, **NOW)
    assert changed.state is State.PREPARED
    assert refused(act, leyla, appointments.confirm, changed) == {"state"}


def test_a_move_is_kept_with_by_whom_and_from_when(leyla, imane, linde):
    saved = plan(leyla, linde)
    moved = move(imane, saved, TUESDAY + DAY, Side.PARTNER, now=MONDAY + HOUR)
    assert (moved.starts, moved.ends) == (TUESDAY + DAY, TUESDAY + DAY + HOUR)
    (noted,) = moved.details.moves
    stood = TUESDAY, TUESDAY + HOUR, saved.state, saved.details.both_sides
    assert noted == Move(MONDAY + HOUR, imane.actor.member_id, Side.PARTNER, *stood)
    assert moved.state is State.MOVED
    assert moved.details.both_sides == BOTH - {BothSides.PARTNER_KNOWS}


def test_a_move_that_is_taken_back_was_never_there_and_counts_for_nobody(leyla, linde):
    partner_id = partner(leyla)
    saved = plan(leyla, linde, partner_id=partner_id, meet_at=time(9, 45))
    moved = move(leyla, saved, TUESDAY + DAY, Side.PARTNER)
    assert leyla.call(partner_count.of_partner, partner_id) == {2026: {Kept.MOVED: 1}}
    back = leyla.call(appointments.move_back, moved.id, moved.version, **NOW)
    assert (back.starts, back.ends, back.details) == (saved.starts, saved.ends, saved.details)
    assert leyla.call(partner_count.of_partner, partner_id) == {}
    assert refused(act, leyla, appointments.move_back, back) == {"state"}


def test_two_who_move_the_same_one_hear_of_each_other(leyla, imane, linde):
    """On two seats: each has the same visit in hand, and the second loses nothing."""
    hers = mine = plan(leyla, linde)
    moved = move(leyla, mine, TUESDAY + DAY)
    with pytest.raises(Conflict) as conflict:
        move(imane, hers, TUESDAY + 2 * DAY)
    assert (conflict.value.title, conflict.value.hint) == (
        "Iemand anders heeft deze afspraak veranderd.",
        "Bekijk beide tijden.",
    )
    now = imane.call(appointments.get, hers.id)
    assert (now.starts, now.details.moves[-1].was) == (TUESDAY + DAY, TUESDAY)
    assert (now.changed_by, now.version) == (leyla.actor.member_id, moved.version)
    assert move(imane, now, TUESDAY + 2 * DAY).version == now.version + 1


@pytest.mark.parametrize("what", ["off", "held", "away"])
def test_whatever_another_did_first_is_told_as_a_conflict(leyla, imane, linde, what):
    """Not that it is over, nor that the reserve is wrong: that somebody else was there first."""
    mine = plan(leyla, linde, BEFORE)
    if what == "off":
        act(imane, appointments.call_off, mine, State.NO_SHOW, None, "")
    elif what == "held":
        act(imane, appointment_afterwards.save, mine, Afterwards(MONDAY.date()), ())
    else:
        imane.call(appointments.change, replace(mine, reserve=None), **NOW)
    for late in (
        lambda: move(leyla, mine, TUESDAY),
        lambda: act(leyla, appointments.prepare, mine),
        lambda: act(leyla, appointments.let_reserve_go, mine),
        lambda: act(leyla, appointments.bring_back, mine),
        lambda: leyla.call(appointments.change, told(mine, place=LINE), **NOW),
        lambda: act(leyla, appointment_afterwards.save, mine, Afterwards(MONDAY.date()), ()),
    ):
        with pytest.raises(Conflict):
            late()


def test_an_appointment_that_is_gone_is_a_conflict(leyla):
    for work in (
        lambda: leyla.call(appointments.get, ID),
        lambda: leyla.call(appointments.change, replace(blank(leyla, None), id=ID), **NOW),
        lambda: leyla.call(appointments.move, ID, 1, TUESDAY, TUESDAY + HOUR, Side.HER, **NOW),
    ):
        with pytest.raises(Conflict):
            work()


def test_it_goes_from_planned_to_prepared_to_confirmed(leyla, linde):
    saved = plan(leyla, linde, both_sides=frozenset({BothSides.SHE_WANTS_US}))
    saved = act(leyla, appointments.prepare, saved)
    assert refused(act, leyla, appointments.confirm, saved) == {"state"}
    saved = leyla.call(appointments.change, told(saved, both_sides=BOTH), **NOW)
    assert act(leyla, appointments.confirm, saved).state is State.CONFIRMED


def test_what_is_called_off_by_mistake_comes_back(leyla, linde):
    saved = plan(leyla, linde)
    assert refused(act, leyla, appointments.call_off, saved, State.CANCELLED, None, "") == {
        "off_by"
    }
    why = act, leyla, appointments.call_off, saved, State.CANCELLED, Side.HER
    assert refused(*why, LONG) == {"off_why"}
    off = act(leyla, appointments.call_off, saved, State.CANCELLED, Side.HER, " ziek\x00 ")
    assert (off.state, off.details.off_by, off.details.off_why) == (
        State.CANCELLED,
        Side.HER,
        "ziek",
    )
    assert refused(move, leyla, off, TUESDAY) == {"state"}
    assert same(act(leyla, appointments.bring_back, off), saved)


def test_nobody_can_have_failed_to_come_to_what_is_still_to_be(leyla, linde):
    ahead, past = plan(leyla, linde), plan(leyla, linde, BEFORE)
    no_show = State.NO_SHOW, None, ""
    assert refused(act, leyla, appointments.call_off, ahead, *no_show) == {"state"}
    assert act(leyla, appointments.call_off, past, *no_show).state is State.NO_SHOW


def test_the_reserve_goes_in_her_place_and_she_becomes_the_reserve(desk, leyla, imane, linde):
    saved = plan(leyla, linde)
    swapped = act(imane, appointments.let_reserve_go, saved)
    assert swapped.companions == (member(desk, "Imane"), member(desk, "Leyla"))
    assert act(leyla, appointments.let_reserve_go, swapped).companions == saved.companions


def test_without_a_reserve_nobody_is_proposed(leyla, linde):
    saved = leyla.call(appointments.plan, replace(blank(leyla, linde), reserve=None), **NOW)
    assert refused(act, leyla, appointments.let_reserve_go, saved) == {"reserve"}


def test_who_has_no_part_in_it_reads_and_changes_nothing(desk, leyla, imane):
    alone = open_linde(desk, leyla, Imane=True)
    saved = plan(leyla, alone)
    for work in (
        lambda: imane.call(appointments.get, saved.id),
        lambda: imane.call(appointments.of_case, alone),
        lambda: imane.call(appointments.blank, TUESDAY, alone, **NOW),
        lambda: imane.call(appointments.plan, replace(saved, id=ID), **NOW),
        lambda: imane.call(appointments.change, told(saved, place=LINE), **NOW),
        lambda: move(imane, saved, TUESDAY, lasts=-HOUR),
        lambda: act(imane, appointments.prepare, saved),
        lambda: act(imane, appointments.let_reserve_go, saved),
        lambda: act(imane, appointments.call_off, saved, State.NOT_SAFE, None, ""),
    ):
        with pytest.raises(Forbidden):
            work()
    assert leyla.call(appointments.get, saved.id) == saved


def test_every_appointment_of_hers_comes_oldest_first(leyla, linde):
    later, walked_in, first = plan(leyla, linde), plan(leyla, None), plan(leyla, linde, BEFORE)
    assert leyla.call(appointments.of_case, linde) == [first, later]
    assert walked_in not in leyla.call(appointments.of_case, linde)


def test_who_planned_changed_and_looked_stands_in_the_log(leyla, linde):
    saved = move(leyla, plan(leyla, linde), TUESDAY + DAY)
    leyla.call(appointments.get, saved.id)
    with Session(leyla.engine) as session:
        lines = session.query(AuditLine).filter_by(record_id=saved.id).order_by(AuditLine.seq)
        assert [line.act for line in lines] == [Act.CREATE, Act.CHANGE, Act.READ]
        assert {line.kind for line in lines} == {"appointment"}


def test_nothing_of_it_is_said_aloud(leyla, linde):
    visit = plan(leyla, linde)
    said = repr([visit, visit.details, visit.details.not_with, visit.details.interpreter])
    for word in ("Jolanda", "zoon", "opvang", "huur", "Amal", "2026", str(UUID(int=5))):
        assert word not in said
