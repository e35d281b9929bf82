"""How an appointment lies in the file: what somebody with the file can do, and what she cannot."""

from dataclasses import replace
from datetime import timedelta

import pytest
from desk import MONDAY
from going import (
    BEFORE,
    DAY,
    HOUR,
    NOW,
    TUESDAY,
    act,
    blank,
    details_of,
    move,
    plan,
    same,
    told,
)
from sqlalchemy import delete, text
from sqlalchemy.orm import Session
from standing_beside import TODAY, candidates, member, open_linde

from hgkm_desktop.errors import CannotOpen, Forbidden, Tampered
from hgkm_desktop.models import Grant, Ring
from hgkm_desktop.models.codes import Role
from hgkm_desktop.rules.going_along import State
from hgkm_desktop.services import (
    appointment_list,
    appointment_rows,
    appointments,
    case_key,
    case_team,
    erasing,
    members,
    rings,
    shift_notes,
)
from hgkm_desktop.services.recovery import Helpers
from hgkm_desktop.vault import restoring

MARKER = "zevenblad"
OTHER = "x'" + "00" * 16 + "'"
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


def refused(db, visit) -> str:
    """Say by which code every way to a visit is refused."""
    codes = set()
    for service in (appointments.get, appointment_list.one):
        with pytest.raises(Tampered) as error:
            db.call(service, visit.id)
        codes.add(error.value.code)
    with pytest.raises(Tampered):
        db.call(appointment_list.between, *WEEK, **NOW)
    with pytest.raises(Tampered):
        act(db, appointments.prepare, visit)
    (code,) = codes
    return code


@pytest.mark.parametrize("with_case", [True, False])
def test_nothing_of_what_was_said_is_readable_in_the_row(leyla, linde, with_case):
    alias = {} if with_case else {"alias": MARKER}
    plan(leyla, linde if with_case else None, place=MARKER, partner_words=MARKER, **alias)
    (row,) = run(leyla, "SELECT * FROM appointment")
    assert not any(
        MARKER in str(value) or MARKER.encode() in bytes(str(value), "utf8") for value in row
    )
    assert MARKER.encode() not in row.sealed


@pytest.mark.parametrize("with_case", [True, False])
@pytest.mark.parametrize(
    "change",
    [
        "starts_at = '2026-11-24 08:00:00.000000'",
        "ends_at = '2026-11-24 18:00:00.000000'",
        "first_id = '00000000000000000000000000000001'",
        "reserve_id = '00000000000000000000000000000001'",
        "is_off = 1",
        "changed_at = '2026-11-23 08:00:00.000000'",
        "changed_by = '00000000000000000000000000000001'",
        "version = 7",
    ],
)
def test_what_stands_in_the_open_stands_inside_as_well(leyla, linde, with_case, change):
    visit = plan(leyla, linde if with_case else None)
    run(leyla, f"UPDATE appointment SET {change}")
    if change == "version = 7":
        visit = replace(visit, version=7)
    assert refused(leyla, visit) == "AP-01"


def test_an_older_envelope_put_back_does_not_fit(leyla, linde):
    visit = plan(leyla, linde)
    (older,) = sealed(leyla)
    changed = leyla.call(appointments.change, told(visit, place="daar"), **NOW)
    run(leyla, "UPDATE appointment SET sealed = :older", older=older)
    assert refused(leyla, changed) == "AP-01"


def test_an_envelope_fits_in_no_other_row_case_or_ring(desk, leyla, linde):
    other = open_linde(desk, leyla)
    mine, hers, walked_in = plan(leyla, linde), plan(leyla, other), plan(leyla, None)
    beside = plan(leyla, linde)
    envelopes = dict(run(leyla, "SELECT id, sealed FROM appointment"))
    for source in (hers, walked_in, beside):
        for target in (mine, walked_in):
            if source is target:
                continue
            swap = {"id": target.id.hex, "sealed": envelopes[source.id.hex]}
            run(leyla, "UPDATE appointment SET sealed = :sealed WHERE id = :id", **swap)
            with pytest.raises(Tampered):
                leyla.call(appointments.get, target.id)
            whole = {"id": target.id.hex, "sealed": envelopes[target.id.hex]}
            run(leyla, "UPDATE appointment SET sealed = :sealed WHERE id = :id", **whole)
    assert leyla.call(appointments.get, mine.id) == mine


def test_an_appointment_does_not_turn_up_with_another_case_or_without(desk, leyla, linde):
    other = open_linde(desk, leyla)
    visit, walked_in = plan(leyla, linde), plan(leyla, None)
    for case_id in (other, None):
        value = {"to": case_id and case_id.hex, "id": visit.id.hex}
        run(leyla, "UPDATE appointment SET case_id = :to WHERE id = :id", **value)
        with pytest.raises(Tampered):
            leyla.call(appointments.get, visit.id)
    into = {"to": linde.hex, "id": walked_in.id.hex}
    run(leyla, "UPDATE appointment SET case_id = :to WHERE id = :id", **into)
    with pytest.raises(Tampered):
        leyla.call(appointments.get, walked_in.id)


def test_a_broken_envelope_is_refused(leyla, linde):
    for case_id in (linde, None):
        visit = plan(leyla, case_id)
        for broken in (b"", b"\x00" * 90):
            change = {"id": visit.id.hex, "sealed": broken}
            run(leyla, "UPDATE appointment SET sealed = :sealed WHERE id = :id", **change)
            with pytest.raises(CannotOpen):
                leyla.call(appointments.get, visit.id)
        run(leyla, "DELETE FROM appointment")


def test_a_key_of_another_case_opens_nothing(desk, leyla, linde):
    other, visit = open_linde(desk, leyla), plan(leyla, linde)

    def with_other_key(session):
        key = case_key.open_ring(session, other)
        return appointment_rows.read(session, appointment_rows.row_of(session, visit.id), key)

    with pytest.raises(Forbidden):
        leyla.call(with_other_key)


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


def test_without_a_ring_nothing_is_kept_of_a_walk_in(leyla):
    def without(session):
        session.execute(delete(Grant))
        session.execute(delete(Ring))
        visit = replace(appointments.blank(session, TUESDAY, **NOW))
        return appointments.plan(session, told(visit, alias="Roos"), **NOW)

    with pytest.raises(Forbidden):
        leyla.call(without)


def test_who_waits_for_the_confidants_key_sees_only_that_somebody_is_busy(desk, leyla, sign_in):
    walked_in = plan(leyla, None)
    bea = sign_in("Bea")
    bea.call(members.change, member(desk, "Joke"), "Joke", {Role.CONFIDANT, Role.STAFF}, 3)
    joke = sign_in("Joke")
    with pytest.raises(Forbidden):
        joke.call(appointments.get, walked_in.id)
    days = joke.call(appointment_list.between, *WEEK, **NOW)
    assert (days.seen, [busy.id for busy in days.busy]) == ([], [walked_in.id])


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


def test_a_member_without_a_part_learns_nothing_of_a_changed_row(desk, leyla, sign_in):
    alone = open_linde(desk, leyla, Imane=True)
    plan(leyla, alone)
    run(leyla, "UPDATE appointment SET version = 9")
    days = sign_in("Imane").call(appointment_list.between, *WEEK, **NOW)
    assert (days.seen, len(days.busy)) == ([], 1)


@pytest.mark.parametrize("with_case", [True, False])
def test_each_change_is_one_change_and_opens_again(leyla, linde, with_case):
    """Whatever is asked of the file while it is sealed, the row is written once, and whole."""
    visit = plan(leyla, linde if with_case else None)
    steps = (
        lambda v: move(leyla, v, TUESDAY + DAY, now=MONDAY + HOUR),
        lambda v: act(leyla, appointments.prepare, v, now=MONDAY + 2 * HOUR),
        lambda v: act(leyla, appointments.call_off, v, State.NOT_SAFE, None, ""),
        lambda v: act(leyla, appointments.bring_back, v, now=MONDAY + 3 * HOUR),
        lambda v: leyla.call(appointments.change, replace(v, reserve=None), **NOW),
    )
    for number, step in enumerate(steps, start=2):
        visit = step(visit)
        assert visit.version == number
        assert leyla.call(appointments.get, visit.id) == visit


def test_the_day_it_was_changed_and_by_whom_is_told(leyla, sign_in, linde):
    visit = plan(leyla, linde)
    imane, later = sign_in("Imane"), MONDAY + HOUR
    act(imane, appointments.prepare, visit, now=later)
    now = leyla.call(appointments.get, visit.id)
    assert (now.changed_at, now.changed_by) == (later, imane.actor.member_id)
    assert details_of(leyla, visit.id) == now.details
