"""How an appointment lies in the file: what somebody with the file can do, and what she cannot."""

from dataclasses import replace
from datetime import timedelta

import pytest
from desk import MONDAY
from going import (
    DAY,
    HOUR,
    NOW,
    TUESDAY,
    act,
    move,
    plan,
    told,
)
from sqlalchemy import delete, text
from sqlalchemy.orm import Session
from standing_beside import TODAY, member, open_linde

from hgkm_desktop.errors import CannotOpen, Forbidden, Tampered
from hgkm_desktop.models import Grant, Ring
from hgkm_desktop.models.codes import Role
from hgkm_desktop.rules.going_along import State
from hgkm_desktop.services import (
    appointment_list,
    appointment_rows,
    appointments,
    case_key,
    members,
)

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
