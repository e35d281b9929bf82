"""Bad luck and bad will around a visit: shut gates, two seats, lost roles, hostile texts."""

from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime, time, timedelta
from uuid import UUID

import pytest
from desk import MONDAY
from going import (
    AUTUMN,
    BEFORE,
    DAY,
    HOUR,
    NOW,
    SPRING,
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
from standing_beside import AGREED, TODAY, agree, member, open_linde

from hgkm_desktop import clock
from hgkm_desktop.errors import Conflict, Forbidden
from hgkm_desktop.models.codes import Role
from hgkm_desktop.rules.appointment import Afterwards
from hgkm_desktop.rules.cautions import Caution
from hgkm_desktop.rules.going_along import ArrivalSignal, Side, State
from hgkm_desktop.services import (
    absences,
    appointment_afterwards,
    appointment_list,
    appointments,
    calendar_file,
    case_list,
    conflicts,
    drafts,
    erasing,
    members,
    partner_changes,
    partners,
    safe_contact,
    today,
)

CALL = ArrivalSignal.CALL
MARKER = "zevenblad"
WEEK = TODAY, TODAY + timedelta(days=6)


@pytest.fixture
def leyla(sign_in):
    return sign_in("Leyla")


@pytest.fixture
def linde(desk, leyla):
    return open_linde(desk, leyla)


def everything_said(found) -> str:
    """Return every text and id a service handed out, however deep it lies."""
    if is_dataclass(found) and not isinstance(found, type):
        return " ".join(everything_said(getattr(found, each.name)) for each in fields(found))
    if isinstance(found, dict):
        return " ".join(everything_said(each) for pair in found.items() for each in pair)
    if isinstance(found, list | tuple | set | frozenset):
        return " ".join(map(everything_said, found))
    return str(getattr(found, "__dict__", found))


@pytest.mark.parametrize(
    ("meets", "may"),
    [(time(9, 45), False), (time(10), True), (time(9, 59), False), (time(23), False), (None, True)],
)
def test_she_is_called_at_the_door_only_when_we_stand_there_inside_her_hours(
    leyla, linde, meets, may
):
    """Half past nine at her door is half past nine, also where the talk begins at ten."""
    agree(leyla, linde)
    visit = blank(leyla, linde, signal=CALL, meet_at=meets)
    if may:
        assert leyla.call(appointments.plan, visit, **NOW).details.signal is CALL
    else:
        assert refused(leyla.call, appointments.plan, visit, **NOW) == {"signal"}


def test_the_hour_of_meeting_moves_along_and_is_asked_of_the_gate(leyla, linde):
    agree(leyla, linde)
    visit = plan(leyla, linde, TUESDAY + HOUR, signal=CALL, meet_at=time(10, 30))
    assert refused(move, leyla, visit, TUESDAY) == {"signal"}
    assert same(leyla.call(appointments.get, visit.id), visit)


def test_a_sign_that_is_no_longer_agreed_is_said_wherever_it_is_read(leyla, linde):
    agree(leyla, linde)
    visit = plan(leyla, linde, signal=CALL)
    assert Caution.CALL_NOT_AGREED not in leyla.call(appointment_list.one, visit.id).cautions
    leyla.call(safe_contact.incident, linde, "gehoord", **NOW)
    for found in (
        leyla.call(appointment_list.one, visit.id),
        *leyla.call(appointment_list.between, *WEEK, **NOW).seen,
        *leyla.call(today.today, now=TUESDAY).going,
    ):
        assert found.cautions[0] is Caution.CALL_NOT_AGREED
    for service in (appointments.prepare, appointments.confirm):
        assert refused(act, leyla, service, visit) == {"signal"}
    changed = leyla.call(appointments.change, told(visit, signal=ArrivalSignal.RING), **NOW)
    assert act(leyla, appointments.confirm, changed).state is State.CONFIRMED


def test_her_number_and_code_word_are_in_nothing_of_the_day(leyla, linde):
    agree(leyla, linde, replace(AGREED, code_word="blauwe stof"))
    plan(leyla, linde)
    for now in (MONDAY, TUESDAY, TUESDAY + 8 * HOUR, MONDAY + timedelta(days=40)):
        said = everything_said(leyla.call(today.today, now=now))
        assert "06-12345678" not in said and "12345678" not in said
        assert "blauwe stof" not in said


@pytest.mark.parametrize("name", ["Hanan", "Joke", "Salma"])
def test_nothing_a_colleague_asks_says_who_she_is_or_where_we_go(leyla, linde, sign_in, name):
    partner_id = partner(leyla)
    words = {"place": MARKER, "meet_where": MARKER, "purpose": MARKER, "person_words": MARKER}
    visit = plan(leyla, linde, partner_id=partner_id, partner_words="", **words)
    plan(leyla, None, TUESDAY + 2 * HOUR, alias=MARKER)
    db, who = sign_in(name), [member_of(leyla)]
    answers = [
        db.call(today.today, now=TUESDAY),
        db.call(appointment_list.between, *WEEK, **NOW),
        db.call(conflicts.conflicts, who, TUESDAY, TUESDAY + HOUR),
    ]
    for hidden in (MARKER, "Linde", str(linde), str(partner_id), "Buurtteam"):
        assert hidden not in everything_said(answers)
    for service in (appointments.get, appointment_list.one):
        with pytest.raises(Forbidden) as error:
            db.call(service, visit.id)
        assert MARKER not in f"{error.value.title} {error.value.hint}"


def member_of(db) -> UUID:
    return db.actor.member_id


def test_a_confidant_of_others_gets_no_calendar_and_no_draft_of_it(leyla, desk, sign_in):
    """Imane knows Linde: she stands beside others, and learns as little as a volunteer."""
    hers = open_linde(desk, leyla, Imane=True)
    visit, imane = plan(leyla, hers, place=MARKER), sign_in("Imane")
    assert imane.call(appointment_list.between, *WEEK, **NOW).seen == []
    for service, given in (
        (calendar_file.ics, ([visit.id],)),
        (appointments.move, (visit.id, 1, TUESDAY, TUESDAY + HOUR, Side.HER)),
        (appointment_afterwards.save, (visit.id, 9, Afterwards(TODAY), ())),
    ):
        with pytest.raises(Forbidden):
            imane.call(service, *given, **NOW)


def test_two_seats_move_one_visit_and_only_one_time_stands(leyla, linde, desk, sign_in):
    visit, imane = plan(leyla, linde), sign_in("Imane")
    first = move(imane, visit, TUESDAY + HOUR)
    for work in (
        lambda: move(leyla, visit, TUESDAY + 2 * HOUR),
        lambda: leyla.call(appointments.change, told(visit, place=MARKER), **NOW),
        lambda: act(leyla, appointments.let_reserve_go, visit),
        lambda: act(leyla, appointments.call_off, visit, State.CANCELLED, Side.HER, ""),
    ):
        with pytest.raises(Conflict) as error:
            work()
        assert "Linde" not in f"{error.value.title} {error.value.hint}"
    assert leyla.call(appointments.get, visit.id) == first


def test_on_two_seats_afterwards_is_noted_once_and_promised_once(leyla, linde, sign_in):
    visit, imane = plan(leyla, linde, BEFORE), sign_in("Imane")
    agreed = [appointment_afterwards.Agreed("bellen", "Jolanda")]
    after = Afterwards(TODAY)
    act(imane, appointment_afterwards.save, visit, after, agreed)
    with pytest.raises(Conflict):
        act(leyla, appointment_afterwards.save, visit, after, agreed)
    (row,) = leyla.call(case_list.rows, **NOW)
    assert leyla.call(appointments.of_case, row.name.case_id)[0].details.afterwards is not None


def test_erased_while_the_panel_is_open_nothing_of_her_comes_back(leyla, linde, sign_in):
    visit, imane = plan(leyla, linde), sign_in("Imane")
    leyla.call(drafts.keep, f"cases/{linde}/form/appointment/{visit.id}/change", {"place": MARKER})
    imane.call(erasing.erase, linde, **NOW)
    for work in (
        lambda: leyla.call(appointments.change, told(visit, place=MARKER), **NOW),
        lambda: leyla.call(appointments.plan, visit, **NOW),
        lambda: move(leyla, visit, TUESDAY + HOUR),
        lambda: leyla.call(calendar_file.ics, [visit.id], **NOW),
        lambda: leyla.call(appointment_list.one, visit.id),
    ):
        with pytest.raises((Conflict, Forbidden)):
            work()
    assert leyla.call(drafts.look, f"cases/{linde}/form/appointment/{visit.id}/change") is None
    assert leyla.call(appointment_list.between, *WEEK, **NOW).seen == []


def test_a_partner_that_went_up_in_another_meanwhile_keeps_the_visit(leyla, linde, sign_in):
    old, into = partner(leyla, "Oud"), partner(leyla, "Nieuw")
    visit = blank(leyla, linde, partner_id=old, partner_words="")
    sign_in("Joke").call(partner_changes.merge, old, into, **NOW)
    kept = leyla.call(appointments.plan, visit, **NOW)
    assert leyla.call(appointment_list.one, kept.id).partner == "Oud"
    assert leyla.call(partners.card, into, **NOW).merged_from[0].name == "Oud"


def test_who_lost_the_role_since_the_form_was_opened_keeps_nothing_of_hers(leyla, desk, sign_in):
    visit = plan(leyla, None)
    bea = sign_in("Bea")
    bea.call(members.change, member(desk, "Imane"), "Imane", {Role.VOLUNTEER}, 4)
    imane = sign_in("Imane")
    for service, given in ((appointments.get, (visit.id,)), (appointment_list.one, (visit.id,))):
        with pytest.raises(Forbidden):
            imane.call(service, *given)
    assert imane.call(today.today, now=TUESDAY).going == []


@pytest.mark.parametrize("day", [AUTUMN, SPRING, date(2026, 11, 24)])
@pytest.mark.parametrize("hour", [time(0), time(1, 45), time(2, 30), time(3), time(23, 45)])
def test_a_visit_stands_on_its_own_day_and_lasts_as_long_as_was_said(leyla, linde, day, hour):
    """In the week of the clock change an hour stays an hour, and midnight a midnight."""
    early = clock.at(day, hour) - timedelta(days=300)
    starts = clock.at(day, hour)
    visit = blank(leyla, linde, starts, meet_at=hour)
    visit = leyla.call(appointments.plan, replace(visit, ends=starts + 3 * HOUR), now=early)
    found = leyla.call(appointment_list.between, day, day, now=early)
    (seen,) = found.seen
    assert seen.visit.ends - seen.visit.starts == 3 * HOUR
    before = leyla.call(appointment_list.between, day - 3 * DAY, day - DAY, now=early)
    assert before.seen == []
    week = move(leyla, visit, clock.at(day + 7 * DAY, time(11)), now=early)
    met = clock.local(week.starts).replace(tzinfo=None) - datetime.combine(
        day + 7 * DAY, week.details.meet_at
    )
    gap = clock.local(starts).replace(tzinfo=None) - datetime.combine(day, hour)
    assert met == gap
    back = act(leyla, appointments.move_back, week, now=early)
    assert (back.starts, back.ends) == (visit.starts, visit.ends)
    assert back.details.meet_at in (hour, clock.local(starts).time())


@pytest.mark.parametrize("lasts", [timedelta(0), -HOUR, 30 * HOUR, timedelta(minutes=4)])
def test_a_length_that_cannot_be_is_refused_in_every_way_to_it(leyla, linde, lasts):
    visit = plan(leyla, linde)
    wrong = replace(blank(leyla, linde), ends=TUESDAY + lasts)
    assert refused(leyla.call, appointments.plan, wrong, **NOW) == {"ends"}
    assert refused(move, leyla, visit, TUESDAY, lasts=lasts) == {"ends"}


@pytest.mark.parametrize("now", [MONDAY - timedelta(days=400), MONDAY + timedelta(days=400)])
def test_with_the_clock_moved_the_day_still_opens_and_nobody_is_called(leyla, linde, now):
    agree(leyla, linde)
    plan(leyla, linde)
    found = leyla.call(today.today, now=now)
    assert [call for call in found.calls if call.gate.may] == []
    assert found.going == []


@pytest.mark.parametrize("reserve_is", ["none", "away"])
@pytest.mark.parametrize("with_case", [True, False])
def test_she_does_not_go_alone_where_nobody_in_reserve_is_there(
    desk, leyla, linde, sign_in, reserve_is, with_case
):
    """Leyla is ill and told Salma: whoever may read the visit hears that nobody goes along."""
    imane_id = member(desk, "Imane")
    reserve = None if reserve_is == "none" else imane_id
    visit = replace(blank(leyla, linde if with_case else None), reserve=reserve)
    visit = leyla.call(appointments.plan, visit, **NOW)
    day = TUESDAY.date()
    salma = sign_in("Salma")
    salma.call(absences.note, member(desk, "Leyla"), day, day, **NOW)
    if reserve_is == "away":
        salma.call(absences.note, imane_id, day, day, **NOW)
    imane = sign_in("Imane")
    (found,) = imane.call(appointment_list.to_hand_over, **NOW)
    assert found.visit.id == visit.id
    assert leyla.call(appointment_list.to_hand_over, **NOW) == []
    for name in ("Hanan", "Joke"):
        assert sign_in(name).call(today.today, **NOW).to_hand_over == ()


def test_of_who_left_the_others_hear_that_a_walk_in_goes_alone(desk, leyla, sign_in):
    visit = replace(blank(leyla, None), first=member(desk, "Imane"), reserve=None)
    visit = leyla.call(appointments.plan, visit, **NOW)
    sign_in("Bea").call(members.leave, member(desk, "Imane"), **NOW)
    again = sign_in("Leyla")
    (found,) = again.call(appointment_list.to_hand_over, **NOW)
    assert found.visit.id == visit.id
