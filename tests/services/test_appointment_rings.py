"""Appointments when keys and people change: sealed anew, handed on, and gone with her."""

from dataclasses import replace
from datetime import timedelta

import pytest
from going import (
    BEFORE,
    DAY,
    NOW,
    TUESDAY,
    act,
    blank,
    plan,
    same,
)
from sqlalchemy import text
from sqlalchemy.orm import Session
from standing_beside import TODAY, candidates, member, open_linde

from hgkm_desktop.errors import Forbidden
from hgkm_desktop.models.codes import Role
from hgkm_desktop.rules.going_along import State
from hgkm_desktop.services import (
    appointment_list,
    appointment_rows,
    appointments,
    case_team,
    erasing,
    members,
    rings,
    shift_notes,
)
from hgkm_desktop.services.recovery import Helpers
from hgkm_desktop.vault import restoring

MARKER = "zevenblad"
WEEK = TODAY, TODAY + timedelta(days=6)


@pytest.fixture
def leyla(sign_in):
    return sign_in("Leyla")


@pytest.fixture
def linde(desk, leyla):
    return open_linde(desk, leyla)


def run(db, sql, **values):
    """Change the file itself, past every service."""
    with Session(db.engine) as session, session.begin():
        found = session.execute(text(sql), values)
        return found.all() if found.returns_rows else []


def sealed(db):
    return {bytes(row.sealed) for row in run(db, "SELECT sealed FROM appointment")}


def test_everything_has_a_new_key_when_her_ring_gets_one(leyla, linde):
    ahead, past, walked_in = plan(leyla, linde), plan(leyla, linde, BEFORE), plan(leyla, None)
    before = sealed(leyla)
    for _ in range(2):
        leyla.call(case_team.give_again, linde, **NOW)
        assert leyla.call(appointments.of_case, linde) == [past, ahead]
    assert len(before & sealed(leyla)) == 1
    assert leyla.call(appointments.get, walked_in.id) == walked_in


def test_a_case_without_appointments_gets_a_new_key_as_well(leyla, linde):
    leyla.call(case_team.give_again, linde, **NOW)
    leyla.call(rings.renew)
    assert leyla.call(appointments.of_case, linde) == []


def test_what_belongs_to_no_case_follows_the_confidants_ring(leyla, sign_in, linde):
    walked_in, hers = plan(leyla, None), plan(leyla, linde)
    note = leyla.call(shift_notes.write, MARKER, for_confidants=True, **NOW)
    before = sealed(leyla)
    count = leyla.call(rings.renew)
    assert count == 2
    assert len(before & sealed(leyla)) == 1
    imane = sign_in("Imane")
    assert imane.call(appointments.get, walked_in.id) == walked_in
    assert imane.call(appointments.get, hers.id) == hers
    assert [each.id for each in imane.call(shift_notes.open_notes, **NOW)] == [note]


def test_what_another_generation_sealed_is_left_alone(leyla):
    """It belongs to a ring this one does not follow: nothing of it is guessed at."""
    visit = plan(leyla, None)

    def again(session):
        ring = appointment_rows.sealing.current(session, "confidants")
        other = replace(ring, ring_id=visit.id)
        found = shift_notes.seal_again(session, other, ring)
        return found + appointment_rows.seal_for_confidants(session, other, ring)

    leyla.call(shift_notes.write, MARKER, for_confidants=True, **NOW)
    assert leyla.call(again) == 0


def test_whoever_goes_reads_none_of_it_on_and_goes_along_no_more(desk, leyla, sign_in, linde):
    ahead, past = plan(leyla, linde), plan(leyla, linde, BEFORE)
    imane = sign_in("Imane")
    assert imane.call(appointments.get, ahead.id) == ahead
    leyla.call(case_team.change, linde, candidates(desk)[:1], **NOW)
    for visit in (ahead, past):
        with pytest.raises(Forbidden):
            imane.call(appointments.get, visit.id)
    days = imane.call(appointment_list.between, *WEEK, **NOW)
    assert (days.seen, [busy.id for busy in days.busy]) == ([], [ahead.id])
    now = leyla.call(appointments.get, ahead.id)
    assert now.companions == (member(desk, "Leyla"),)
    assert leyla.call(appointments.get, past.id) == past


def test_who_stays_takes_over_and_who_is_new_is_the_reserve(desk, leyla, sign_in, linde):
    bea = sign_in("Bea")
    bea.call(members.change, member(desk, "Joke"), "Joke", {Role.CONFIDANT, Role.STAFF}, 3)
    leyla = sign_in("Leyla")
    ahead, off = plan(leyla, linde), plan(leyla, linde, TUESDAY + DAY)
    off = act(leyla, appointments.call_off, off, State.NOT_SAFE, None, "")
    new = candidates(desk, Leyla=True, Imane=False, Joke=False)
    leyla.call(case_team.change, linde, new, **NOW)
    imane = sign_in("Imane")
    for visit in (ahead, off):
        now = imane.call(appointments.get, visit.id)
        assert now.companions == (member(desk, "Imane"), member(desk, "Joke"))
        assert same(now, replace(visit, first=now.first, reserve=now.reserve))
        assert now.version == visit.version + 1


def test_who_goes_along_alone_stays_when_the_other_leaves(desk, leyla, linde):
    alone = replace(blank(leyla, linde), reserve=None)
    saved = leyla.call(appointments.plan, alone, **NOW)
    leyla.call(case_team.change, linde, candidates(desk)[:1], **NOW)
    assert leyla.call(appointments.get, saved.id) == saved


def test_the_visits_of_who_left_go_to_who_stays(desk, leyla, sign_in, linde):
    saved = plan(leyla, linde)
    sign_in("Bea").call(members.leave, member(desk, "Leyla"), **NOW)
    imane = sign_in("Imane")
    assert imane.call(case_team.drop_leavers, **NOW) == 1
    now = imane.call(appointments.get, saved.id)
    assert now.companions == (member(desk, "Imane"),)
    assert same(now, replace(saved, first=now.first, reserve=None))


def test_a_case_brought_back_brings_its_appointments(desk, leyla, sign_in, linde):
    saved = plan(leyla, linde)
    bea = sign_in("Bea")
    for name in ("Leyla", "Imane"):
        bea.call(members.reset_passphrase, member(desk, name), **NOW)
    bea.call(members.change, member(desk, "Joke"), "Joke", {Role.CONFIDANT}, 3)
    joke = candidates(desk, Joke=False)[2:]
    given = linde, "Beiden kwijt", Helpers(desk.code), joke
    sign_in("Salma").call(case_team.recover, *given, **NOW)
    (now,) = sign_in("Joke").call(appointments.of_case, linde)
    assert now.companions == (member(desk, "Joke"),)
    assert same(now, replace(saved, first=now.first, reserve=None))


def test_her_appointments_go_with_her_and_nobody_elses(desk, leyla, linde):
    other = open_linde(desk, leyla)
    plan(leyla, linde), plan(leyla, linde, BEFORE)
    kept = {plan(leyla, other).id, plan(leyla, None).id}
    leyla.call(erasing.erase, linde, **NOW)
    assert {row.id for row in run(leyla, "SELECT id FROM appointment")} == {i.hex for i in kept}


def test_an_older_copy_does_not_bring_her_appointments_back(desk, leyla, linde, tmp_path, sign_in):
    plan(leyla, linde)
    kept = plan(leyla, None)
    place = tmp_path / "stick"
    place.mkdir()
    older = leyla.copy_to(place)
    leyla.call(erasing.erase, linde, **NOW)
    leyla.close()
    restoring.restore_copy(older.folder, desk.code, desk.folder, without_key_ring=True)
    again = sign_in("Leyla")
    assert run(again, "SELECT id FROM appointment") == [(kept.id.hex,)]
    assert again.call(appointments.get, kept.id) == kept
