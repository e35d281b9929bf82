"""What a day shows of sessions: to everybody what takes place, to confidants whom to tell."""

from datetime import date, time, timedelta

import pytest
from desk import MONDAY
from meeting import TUESDAY, meeting, planned, register

from hgkm_desktop import clock
from hgkm_desktop.models import PlanningRule, SchoolHoliday
from hgkm_desktop.models.codes import Role
from hgkm_desktop.rules.contact import Channel, SafeContact, Window
from hgkm_desktop.rules.follow_ups import PrivateFollowUp, Step
from hgkm_desktop.rules.lists import Outcome
from hgkm_desktop.rules.sessions import SchoolHolidayKind, SessionTopic, StepState
from hgkm_desktop.services import (
    appointment_list,
    direct,
    follow_ups,
    information_sessions,
    members,
    registrations,
    school_holidays,
    session_reach,
    sessions_today,
    today,
)

TODAY = date(2026, 11, 23)
NOW = {"now": MONDAY}
AGREED = SafeContact(
    frozenset({Channel.CALL}), "06-12345678", (Window(frozenset({1}), time(10), time(12)),)
)


@pytest.fixture
def leyla(sign_in):
    return sign_in("Leyla")


@pytest.fixture
def hanan(sign_in):
    return sign_in("Hanan")


def of_today(db):
    return db.call(sessions_today.of_day, TODAY, **NOW)


def moved(db, held, hours: int = 1):
    found = db.call(information_sessions.get, held.id)
    found.starts_at += timedelta(hours=hours)
    found.ends_at += timedelta(hours=hours)
    return db.call(information_sessions.save, found, **NOW)


def agreed(db, held, name: str = "Hodan"):
    her = register(db, held.id, name).registration
    db.call(session_reach.agree, her.id, AGREED, **NOW)
    return her


def test_a_day_tells_how_full_its_sessions_are_and_who_minds_the_children(db, hanan):
    late = planned(
        db, TODAY, starts_at=clock.at(TODAY, time(19)), ends_at=clock.at(TODAY, time(21))
    )
    first = planned(db, TODAY, capacity=1, title="")
    planned(db, TUESDAY)
    register(hanan, first.id, "Samira", children=2)
    register(hanan, first.id, "Hodan", children=3)
    found = of_today(hanan).sessions
    assert [each.row.id for each in found] == [first.id, late.id]
    assert (found[0].row.taken, found[0].row.waiting, found[0].children) == (1, 1, 2)
    assert [each.name for each in found] == ["Je rechten", "Je rechten bij scheiden"]


def test_a_session_that_began_before_midnight_belongs_to_both_days(db):
    night = clock.at(TODAY - timedelta(days=1), time(22))
    planned(db, TODAY, starts_at=night, ends_at=night + timedelta(hours=4))
    over = clock.at(TODAY, time()) - timedelta(hours=3)
    planned(db, TODAY, starts_at=over, ends_at=over + timedelta(hours=3))
    assert len(of_today(db).sessions) == 1


def test_the_statement_reads_the_index_of_when_sessions_begin(db):
    def plan(session):
        sql, values = sessions_today.statement(TODAY, TODAY)
        return [row[-1] for row in direct.fetched(session, f"EXPLAIN QUERY PLAN {sql}", values)]

    found = db.call(plan)
    assert any("ix_information_session_when" in line for line in found)
    assert any("COVERING INDEX ix_registration_counts" in line for line in found)
    assert [line for line in found if line.startswith("SCAN")] == []


def test_who_does_not_know_that_a_session_moved_is_counted_for_confidants_alone(db, hanan, leyla):
    held = planned(db)
    her = agreed(hanan, held)
    agreed(hanan, held, "Esra")
    register(hanan, held.id, "Samira")
    assert list(of_today(leyla).untold) == []
    moved(db, held)
    (untold,) = of_today(leyla).untold
    assert (untold.session_id, untold.people, untold.is_off) == (held.id, 2, False)
    assert list(of_today(hanan).untold) == list(of_today(db).untold) == []
    leyla.call(session_reach.tried, her.id, Outcome.SPOKE, **NOW)
    hanan.call(registrations.cancel, next(_named(hanan, held, "Esra")).id)
    assert list(of_today(leyla).untold) == []


def _named(db, held, name):
    return (one for one in db.call(registrations.of_session, held.id) if one.name == name)


def test_no_answer_leaves_her_to_be_told(db, hanan, leyla):
    held = planned(db)
    her = agreed(hanan, held)
    moved(db, held)
    leyla.call(session_reach.tried, her.id, Outcome.NO_ANSWER, **NOW)
    assert of_today(leyla).untold[0].people == 1


def test_what_is_called_off_is_to_be_told_and_what_was_is_not(db, hanan, leyla):
    off = planned(db)
    agreed(hanan, off)
    db.call(information_sessions.call_off, off.id, off.version, "docent ziek")
    past = planned(db, TODAY - timedelta(days=3))
    agreed(hanan, past)
    moved(db, past)
    far = planned(db, TODAY + sessions_today.AHEAD + timedelta(days=2))
    agreed(hanan, far)
    moved(db, far)
    (untold,) = of_today(leyla).untold
    assert (untold.session_id, untold.is_off) == (off.id, True)


def test_whoever_was_registered_after_it_moved_knows_it(db, hanan, leyla):
    held = moved(db, planned(db))
    agreed(hanan, held)
    assert list(of_today(leyla).untold) == []


def test_steps_that_are_due_are_counted_and_not_told(leyla, db, sign_in):
    steps = {
        "Roos": (Step("bellen", TODAY),),
        "Meerkoet": (Step("bellen", TODAY + timedelta(days=1)), Step("praten", None)),
        "Zwaan": (Step("bellen", TODAY - timedelta(days=4)), Step("thee", TODAY)),
        "Mus": (Step("bellen", TODAY, StepState.NOT_NOW),),
    }
    for alias, each in steps.items():
        leyla.call(follow_ups.begin, PrivateFollowUp(alias, steps=each), **NOW)
    assert of_today(leyla).steps_due == 2
    for name in ("Hanan", "Joke", "Salma"):
        assert of_today(sign_in(name)).steps_due == 0


def test_a_confidant_without_the_key_sees_none_of_it(desk, sign_in, db, hanan, leyla):
    held = planned(db)
    agreed(hanan, held)
    moved(db, held)
    kept = PrivateFollowUp("Roos", steps=(Step("bellen", TODAY),))
    leyla.call(follow_ups.begin, kept, **NOW)
    salma, id_of = sign_in("Salma"), desk.keys["Hanan"].tile.member_id
    salma.call(members.change, id_of, "Hanan", (Role.CONFIDANT,), 2)
    newly = sign_in("Hanan")
    found = of_today(newly)
    assert (found.steps_due, list(found.untold)) == (0, [])
    assert newly.call(follow_ups.due, TODAY) == 0


def test_reminders_are_for_who_can_plan(db, hanan, sign_in):
    first = TODAY + timedelta(days=20)
    kind = SchoolHolidayKind.CHRISTMAS
    db.call(school_holidays.save, SchoolHoliday(kind=kind, first_day=first, last_day=first))
    rule = PlanningRule(weeks=6, holiday=kind, topic=SessionTopic.FGM)
    db.call(school_holidays.save_rule, rule)
    assert [each.rule.topic for each in of_today(db).reminders] == [SessionTopic.FGM]
    assert [each.first_day for each in of_today(sign_in("Salma")).reminders] == [first]
    assert list(of_today(hanan).reminders) == []
    planned(db, TODAY + timedelta(days=9), topic=SessionTopic.FGM)
    assert list(of_today(db).reminders) == []


def test_the_day_and_the_week_carry_the_same_sessions(db, leyla):
    held = planned(db, TODAY)
    days = leyla.call(appointment_list.between, TODAY, TODAY + timedelta(days=6), **NOW)
    assert [each.row.id for each in days.sessions] == [held.id]
    assert list(leyla.call(appointment_list.of_day, TODAY).sessions) == []
    assert [each.row.id for each in leyla.call(today.today, **NOW).sessions] == [held.id]


def test_what_is_counted_shows_no_word_when_it_is_looked_at(db, hanan, leyla):
    held = planned(db)
    agreed(hanan, held)
    moved(db, held)
    found = of_today(leyla)
    shown = repr((found, found.untold, meeting()))
    assert "rechten" not in shown
