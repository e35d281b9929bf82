"""What is counted of a partner: each visit once, by year, and with nobody's name in it."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from going import BEFORE, DAY, NOW, TUESDAY, act, move, partner, plan, told
from sqlalchemy import text
from sqlalchemy.orm import Session
from standing_beside import TODAY, open_linde

from hgkm_desktop.models import Partner
from hgkm_desktop.rules.appointment import Afterwards
from hgkm_desktop.rules.going_along import Punctual, Side, State
from hgkm_desktop.rules.partners import Kept
from hgkm_desktop.services import (
    appointment_afterwards,
    appointment_list,
    appointments,
    erasing,
    partner_count,
    partner_names,
)

AFTER = Afterwards(TODAY, Punctual.ON_TIME)
ONCE = {Kept.HELD: 1, Kept.ON_TIME: 1}
NEW_YEAR = datetime(2027, 1, 4, 9, tzinfo=UTC)


@pytest.fixture
def leyla(sign_in):
    return sign_in("Leyla")


@pytest.fixture
def linde(desk, leyla):
    return open_linde(desk, leyla)


@pytest.fixture
def team(leyla):
    return partner(leyla)


def counts(db, partner_id):
    return db.call(partner_count.of_partner, partner_id)


def held(leyla, linde, team, starts=BEFORE):
    visit = plan(leyla, linde, starts, partner_id=team)
    return act(leyla, appointment_afterwards.save, visit, AFTER, ())


def test_planning_alone_counts_nothing(leyla, linde, team):
    saved = plan(leyla, linde, partner_id=team)
    act(leyla, appointments.prepare, saved)
    assert counts(leyla, team) == {}


def test_each_visit_counts_once_whoever_it_is_with(leyla, linde, team):
    held(leyla, linde, team)
    assert counts(leyla, team) == {2026: ONCE}
    held(leyla, None, team)
    assert counts(leyla, team) == {2026: dict.fromkeys(ONCE, 2)}
    held(leyla, linde, None)
    assert counts(leyla, team) == {2026: dict.fromkeys(ONCE, 2)}


def test_moves_and_calling_off_count_of_the_partner_alone(leyla, linde, team):
    saved = plan(leyla, linde, partner_id=team)
    for day, side in enumerate((Side.PARTNER, Side.HER, Side.PARTNER), start=1):
        saved = move(leyla, saved, TUESDAY + day * DAY, side)
    off = act(leyla, appointments.call_off, saved, State.CANCELLED, Side.PARTNER, "")
    assert counts(leyla, team) == {2026: {Kept.CANCELLED: 1, Kept.MOVED: 2}}
    act(leyla, appointments.bring_back, off)
    assert counts(leyla, team) == {2026: {Kept.MOVED: 2}}


def test_a_visit_that_was_with_another_partner_counts_there(leyla, linde, team):
    other, visit = partner(leyla, "Blijf Groep"), held(leyla, linde, team)
    leyla.call(appointments.change, told(visit, partner_id=other), **NOW)
    assert (counts(leyla, team), counts(leyla, other)) == ({}, {2026: ONCE})


def test_it_counts_in_the_year_it_is_in(leyla, linde, team):
    saved = move(leyla, plan(leyla, linde, partner_id=team), NEW_YEAR, Side.PARTNER)
    assert counts(leyla, team) == {2027: {Kept.MOVED: 1}}
    move(leyla, saved, TUESDAY, Side.PARTNER)
    assert counts(leyla, team) == {2026: {Kept.MOVED: 2}}


def test_the_year_is_that_of_amsterdam(leyla, linde, team):
    midnight = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
    move(leyla, plan(leyla, linde, partner_id=team), midnight, Side.PARTNER)
    assert counts(leyla, team) == {2027: {Kept.MOVED: 1}}


def test_a_count_never_goes_below_nothing(leyla, linde, team):
    """As after a restore of an older copy of the counts, or a hand in the file."""
    visit = held(leyla, linde, team)
    with Session(leyla.engine) as session, session.begin():
        session.execute(text("UPDATE partner_count SET number = 0"))
    leyla.call(appointments.change, told(visit, partner_id=None, partner_words="x"), **NOW)
    assert counts(leyla, team) == {}


def test_the_numbers_stay_when_she_asks_to_be_forgotten(leyla, linde, team):
    held(leyla, linde, team)
    leyla.call(erasing.erase, linde, **NOW)
    assert counts(leyla, team) == {2026: ONCE}


def changed(leyla, partner_id, **fields):
    def put(session):
        row = session.get_one(Partner, partner_id)
        for name, value in fields.items():
            setattr(row, name, value)

    leyla.call(put)


def test_a_partner_that_changes_its_name_keeps_its_history(leyla, linde, team):
    visit = held(leyla, linde, team)
    changed(leyla, team, name="Buurtteam Oosterpark")
    seen = leyla.call(appointment_list.one, visit.id)
    assert (seen.partner, seen.visit) == ("Buurtteam Oosterpark", visit)
    assert counts(leyla, team) == {2026: ONCE}


@pytest.mark.parametrize("how", ["ended", "merged"])
def test_a_partner_that_ended_or_went_up_in_another_keeps_its_history(leyla, linde, team, how):
    visit, ahead = held(leyla, linde, team), plan(leyla, linde, partner_id=team)
    into = partner(leyla, "Blijf Groep") if how == "merged" else None
    changed(leyla, team, ended_on=TODAY, merged_into=into)
    assert leyla.call(appointment_list.one, visit.id).partner == "Buurtteam Oost"
    assert leyla.call(partner_names.names)[team] == "Buurtteam Oost"
    corrected = replace(AFTER, punctual=Punctual.LATE)
    act(leyla, appointment_afterwards.save, visit, corrected, ())
    assert counts(leyla, team) == {2026: {Kept.HELD: 1, Kept.LATE: 1}}
    assert leyla.call(appointments.change, told(ahead, place="daar"), **NOW).details.partner_id
