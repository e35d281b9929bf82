"""What is new and what is late for a confidant: what others noted, whom we wait for."""

from dataclasses import replace
from datetime import timedelta

import pytest
from desk import MONDAY
from going import BEFORE, DAY, HOUR, TUESDAY, act, move, partner, plan
from sqlalchemy import delete
from standing_beside import TODAY, open_linde

from hgkm_desktop import clock
from hgkm_desktop.db import Database
from hgkm_desktop.models import Member, Partner, PartnerCount
from hgkm_desktop.rules.appointment import Afterwards
from hgkm_desktop.rules.bodies import Incident, Note, Score
from hgkm_desktop.rules.lists import Voice
from hgkm_desktop.services import (
    appointment_afterwards,
    around_her,
    beside_today,
    case_key,
    case_notes,
    members,
)
from hgkm_desktop.services.beside_today import MOST_NEWS

WEDNESDAY = TUESDAY + DAY


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


def late_visit(leyla, linde, due, starts=BEFORE, **told):
    visit = plan(leyla, linde, starts, **told)
    after = Afterwards(TODAY, feedback_by=due)
    return act(leyla, appointment_afterwards.save, visit, after, ())


def test_an_answer_of_a_partner_that_is_overdue_is_told_until_it_came(leyla, linde):
    team = partner(leyla)
    visit = late_visit(leyla, linde, TODAY, partner_id=team)
    longer = late_visit(leyla, linde, TODAY - DAY, partner_words="de school")
    plan(leyla, linde, BEFORE)
    assert [each.visit_id for each in day(leyla).late] == [longer.id]
    found = [(each.partner, each.days, each.visit_id) for each in day(leyla, TUESDAY).late]
    assert found == [("de school", 2, longer.id), ("Buurtteam Oost", 1, visit.id)]
    came = replace(visit.details.afterwards, feedback_on=TODAY)
    act(leyla, appointment_afterwards.save, visit, came, ())
    assert [each.visit_id for each in day(leyla, TUESDAY).late] == [longer.id]


def test_of_a_partner_that_is_gone_the_words_are_left(leyla, linde):
    team = partner(leyla)
    late_visit(leyla, linde, TODAY, partner_id=team, partner_words="het team")
    leyla.call(_without_partners)
    assert [each.partner for each in day(leyla, TUESDAY).late] == ["het team"]


def _without_partners(session):
    for kind in (PartnerCount, Partner):
        session.execute(delete(kind))


def seen_before(db, moment):
    def put(session):
        session.get_one(Member, db.actor.member_id).seen_before_at = moment

    db.call(put)


def news(db, now=MONDAY + DAY):
    return [(each.what, each.at, each.by) for each in day(db, now).changed]


def test_what_others_noted_since_one_was_here_is_told_by_kind_and_never_what(leyla, imane, linde):
    seen_before(imane, MONDAY)
    later = MONDAY + HOUR
    leyla.call(case_notes.write, linde, Note(MONDAY, seen="zevenblad"), now=later)
    leyla.call(around_her.score, linde, Score(TODAY, 4, Voice.HERSELF), now=later + HOUR)
    me = leyla.actor.member_id
    assert news(imane) == [
        ("een cijfer voor veiligheid", later + HOUR, me),
        ("een notitie", later, me),
    ]
    assert news(leyla) == []
    seen_before(imane, later)
    assert len(news(imane)) == 1


def test_who_was_never_here_before_hears_of_everything_since_she_came(leyla, imane, linde):
    leyla.call(case_key.note, linde, Incident(TODAY, "zevenblad"), now=MONDAY + HOUR)
    assert [what for what, _, _ in news(imane)] == ["er is iets gebeurd"]


def test_the_same_kind_of_thing_is_told_once_with_the_last_time(leyla, imane, linde):
    for hour in (1, 2, 3):
        note = Note(MONDAY, seen=f"{hour}")
        leyla.call(case_notes.write, linde, note, now=MONDAY + hour * HOUR)
    assert [at for _, at, _ in news(imane)] == [MONDAY + 3 * HOUR]


def test_appointments_another_changed_are_told_once(leyla, imane, linde):
    seen_before(imane, MONDAY)
    first, second = plan(leyla, linde), plan(leyla, linde)
    move(leyla, second, WEDNESDAY, now=MONDAY + 2 * HOUR)
    move(leyla, first, WEDNESDAY + HOUR, now=MONDAY + HOUR)
    assert [(what, at) for what, at, _ in news(imane)] == [("een afspraak", MONDAY + 2 * HOUR)]
    assert news(leyla) == []


def test_of_much_news_the_newest_is_told(desk, leyla, imane):
    for number in range(MOST_NEWS + 3):
        case_id = open_linde(desk, leyla)
        at = MONDAY + number * timedelta(minutes=1) + HOUR
        leyla.call(case_notes.write, case_id, Note(MONDAY, seen="x"), now=at)
    found = news(imane)
    assert len(found) == MOST_NEWS
    assert [at for _, at, _ in found] == sorted((at for _, at, _ in found), reverse=True)
    assert found[0][1] == MONDAY + HOUR + (MOST_NEWS + 2) * timedelta(minutes=1)


def test_what_is_new_is_counted_from_the_last_day_she_was_here(desk, leyla, linde):
    """Signing in again on the same day, after a lock, does not make the news old."""
    leyla.call(case_notes.write, linde, Note(MONDAY, seen="x"), now=MONDAY + 2 * HOUR)
    moments = MONDAY + HOUR, MONDAY + DAY, MONDAY + DAY + HOUR, MONDAY + 2 * DAY
    told = [len(_signed_in(desk, at)) for at in moments]
    assert told == [0, 1, 1, 0]


def _signed_in(desk, now):
    db = Database(desk.open("Imane"), lambda: now)
    db.call(members.signed_in)
    found = news(db, now)
    db.close()
    return [line for line in found if line[1] <= now]
