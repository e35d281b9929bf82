"""Planning to go along, changing it, moving it; and every way in which it can go wrong."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from uuid import UUID

import pytest
from desk import MONDAY
from going import (
    AUTUMN,
    BEFORE,
    BOTH,
    DAY,
    HOUR,
    ID,
    NOW,
    SPRING,
    TOLD,
    TUESDAY,
    act,
    blank,
    move,
    partner,
    person,
    plan,
    same,
    told,
)
from sqlalchemy.orm import Session
from standing_beside import AGREED, agree, candidates, member, open_linde

from hgkm_desktop import clock
from hgkm_desktop.errors import Conflict, Forbidden, Invalid, Tampered
from hgkm_desktop.models import Appointment, AuditLine
from hgkm_desktop.models.codes import Act
from hgkm_desktop.rules.appointment import (
    FURTHEST,
    LONGEST,
    OLDEST,
    SHORTEST,
    Afterwards,
    Interpreter,
    Move,
    NotWith,
)
from hgkm_desktop.rules.going_along import (
    AppointmentKind,
    ArrivalSignal,
    BothSides,
    Side,
    State,
)
from hgkm_desktop.services import (
    appointment_afterwards,
    appointments,
    case_team,
    members,
    safe_contact,
)
from hgkm_desktop.vault.directory import Certificate

LINE, LONG = "x" * 121, "x" * 2001
MINUTE = timedelta(minutes=1)


@pytest.fixture
def leyla(sign_in):
    return sign_in("Leyla")


@pytest.fixture
def imane(sign_in):
    return sign_in("Imane")


@pytest.fixture
def linde(desk, leyla):
    return open_linde(desk, leyla)


def refused(work, *given, **named) -> set[str]:
    with pytest.raises(Invalid) as error:
        work(*given, **named)
    assert all(error.value.problems.values())
    return set(error.value.problems)


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


def test_what_was_typed_is_tidied_and_empty_lines_are_left_out(leyla, linde):
    saved = plan(
        leyla,
        linde,
        place="  het\nkantoor\u202e ",
        questions=("  ", "een\u200b vraag", ""),
        not_with=(NotWith(" ", ""), NotWith(" de  zoon", "geld ")),
        interpreter=Interpreter(" Amal\n", "\x00vrouw"),
        introduced=(ID, leyla.actor.member_id),
    ).details
    assert (saved.place, saved.questions) == ("het kantoor", ("een vraag",))
    assert saved.not_with == (NotWith("de zoon", "geld"),)
    assert saved.interpreter == Interpreter("Amal", "vrouw")
    assert saved.introduced == (leyla.actor.member_id,)
    assert plan(leyla, linde, interpreter=None).details.interpreter is None


def test_nothing_became_yet_of_what_is_new(leyla, linde):
    past = {"state": State.CONFIRMED, "off_by": Side.US, "off_why": "x"}
    past |= {"moves": (Move(MONDAY, ID, Side.US, MONDAY),), "afterwards": Afterwards(MONDAY.date())}
    assert plan(leyla, linde, **past).details == replace(TOLD)


def test_planning_twice_under_one_id_is_noticed(leyla, linde):
    saved = plan(leyla, linde)
    with pytest.raises(Conflict):
        leyla.call(appointments.plan, saved, **NOW)
    assert count(leyla) == 1
    assert leyla.call(appointments.get, saved.id).version == 1


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"place": LINE}, "place"),
        ({"meet_where": LINE}, "meet_where"),
        ({"partner_words": LINE}, "partner"),
        ({"person_words": LINE}, "person"),
        ({"purpose": LONG}, "purpose"),
        ({"purpose": "bsn 111222333"}, "purpose"),
        ({"not_met_reason": LONG}, "not_met_reason"),
        ({"interpreter": Interpreter(LINE)}, "interpreter"),
        ({"interpreter": Interpreter("", LINE)}, "interpreter"),
        ({"language": "klingon"}, "language"),
        ({"questions": (LONG,)}, "questions"),
        ({"questions": ("a",) * 6}, "questions"),
        ({"not_with": (NotWith("zij", ""),)}, "not_with.0"),
        ({"not_with": (NotWith("a", "b"), NotWith("", "iets"))}, "not_with.1"),
        ({"not_with": (NotWith(LINE, "b"),)}, "not_with.0"),
        ({"not_with": (NotWith("a", LONG),)}, "not_with.0"),
        ({"not_with": (NotWith("a", "b"),) * 6}, "not_with.0"),
        ({"has_met": False}, "not_met_reason"),
        ({"partner_id": ID}, "partner"),
        ({"person_id": ID}, "person"),
        ({"signal": ArrivalSignal.CALL}, "signal"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(leyla, linde, changes, field):
    given = blank(leyla, linde, **changes)
    assert refused(leyla.call, appointments.plan, given, **NOW) == {field}
    assert count(leyla) == 0
    saved = plan(leyla, linde)
    changed = told(saved, **changes)
    assert refused(leyla.call, appointments.change, changed, **NOW) == {field}
    assert leyla.call(appointments.get, saved.id) == saved


def test_a_walk_in_needs_a_name_to_be_called_by(leyla):
    for alias, fields in (("", {"alias"}), (LINE, {"alias"})):
        given = blank(leyla, None, alias=alias)
        assert refused(leyla.call, appointments.plan, given, **NOW) == fields


@pytest.mark.parametrize(
    ("lasts", "field"),
    [
        (timedelta(), "ends"),
        (-HOUR, "ends"),
        (SHORTEST - MINUTE, "ends"),
        (LONGEST + MINUTE, "ends"),
        (30 * HOUR, "ends"),
        (SHORTEST, None),
        (LONGEST, None),
    ],
)
def test_it_lasts_from_five_minutes_to_half_a_day(leyla, linde, lasts, field):
    given = replace(blank(leyla, linde), ends=TUESDAY + lasts)
    saved = plan(leyla, linde)
    if field is None:
        assert leyla.call(appointments.plan, given, **NOW).ends == TUESDAY + lasts
        assert move(leyla, saved, TUESDAY + DAY, lasts=lasts).ends == TUESDAY + DAY + lasts
        return
    assert refused(leyla.call, appointments.plan, given, **NOW) == {field}
    assert refused(move, leyla, saved, TUESDAY, lasts=lasts) == {field}
    assert leyla.call(appointments.get, saved.id) == saved


@pytest.mark.parametrize("ago", [OLDEST, -FURTHEST])
def test_the_past_is_noted_a_year_back_and_plans_go_two_years_ahead(leyla, linde, ago):
    just, further = MONDAY - ago, MONDAY - ago + (MINUTE if ago < DAY else -MINUTE)
    assert plan(leyla, linde, just).starts == just
    given = blank(leyla, linde, further)
    assert refused(leyla.call, appointments.plan, given, **NOW) == {"starts"}
    saved = plan(leyla, linde)
    assert refused(move, leyla, saved, further) == {"starts"}


def test_one_of_long_ago_can_still_be_corrected(leyla, linde):
    saved = plan(leyla, linde, BEFORE)
    later = {"now": MONDAY + 2 * OLDEST}
    assert leyla.call(appointments.change, told(saved, place="daar"), **later).details.place


def test_across_midnight_it_is_one_appointment(leyla, linde):
    late = clock.at(TUESDAY.date(), time(23, 30))
    saved = plan(leyla, linde, late)
    assert clock.local(saved.ends).date() == TUESDAY.date() + DAY
    assert leyla.call(appointments.of_case, linde) == [saved]


@pytest.mark.parametrize(
    ("day", "begins", "ends", "really"),
    [
        (AUTUMN, time(1, 30), time(3, 30), 3 * HOUR),
        (AUTUMN, time(0, 0), time(11, 0), 12 * HOUR),
        (SPRING, time(1, 30), time(3, 30), HOUR),
        (SPRING, time(0, 0), time(13, 0), 12 * HOUR),
    ],
)
def test_at_a_clock_change_it_lasts_as_long_as_it_lasts(leyla, linde, day, begins, ends, really):
    whole = blank(leyla, linde, clock.at(day, begins))
    utc = replace(whole, ends=clock.at(day, ends))
    local = replace(
        whole,
        starts=datetime.combine(day, begins, clock.AMSTERDAM),
        ends=datetime.combine(day, ends, clock.AMSTERDAM),
    )
    for given in (utc, replace(local, id=ID)):
        saved = leyla.call(appointments.plan, given, **NOW)
        assert saved.ends - saved.starts == really
        again = leyla.call(appointments.get, saved.id)
        assert (clock.local(again.starts).time(), clock.local(again.ends).time()) == (begins, ends)


def test_what_the_clock_change_makes_too_short_or_too_long_is_refused(leyla, linde):
    def between(day, begins, ends):
        times = (datetime.combine(day, hour, clock.AMSTERDAM) for hour in (begins, ends))
        starts, until = times
        return replace(blank(leyla, linde), starts=starts, ends=until)

    long = between(AUTUMN, time(0, 0), time(12, 0))
    short = between(SPRING, time(1, 58), time(3, 0))
    for given in (long, short):
        assert refused(leyla.call, appointments.plan, given, **NOW) == {"ends"}
    saved = plan(leyla, linde)
    times = long.starts, long.ends, Side.HER
    assert refused(act, leyla, appointments.move, saved, *times) == {"ends"}


def test_in_the_hour_that_comes_twice_an_hour_is_an_hour(leyla, linde):
    twice = datetime(2026, 10, 25, 2, 30, tzinfo=clock.AMSTERDAM)
    visit = blank(leyla, linde, twice)
    assert (visit.starts.tzinfo, visit.ends - visit.starts) == (UTC, HOUR)
    again = replace(visit, starts=twice, ends=twice.replace(fold=1))
    saved = leyla.call(appointments.plan, again, **NOW)
    assert saved.ends - saved.starts == HOUR
    assert leyla.call(appointments.get, saved.id) == saved


def test_only_those_who_stand_beside_her_go_along(desk, leyla, linde):
    visit, stranger = blank(leyla, linde), member(desk, "Salma")
    for wrong in (
        replace(visit, first=stranger),
        replace(visit, reserve=stranger),
        replace(visit, reserve=visit.first),
    ):
        assert refused(leyla.call, appointments.plan, wrong, **NOW) == {"reserve"}
    saved = leyla.call(appointments.plan, replace(visit, reserve=None), **NOW)
    with_stranger = replace(saved, reserve=stranger)
    assert refused(leyla.call, appointments.change, with_stranger, **NOW) == {"reserve"}


def test_with_somebody_who_walked_in_any_confidant_goes_and_nobody_else(desk, leyla):
    visit = blank(leyla, None)
    for name in ("Hanan", "Joke", "Salma", "Bea"):
        given = replace(visit, reserve=member(desk, name))
        assert refused(leyla.call, appointments.plan, given, **NOW) == {"reserve"}
    with pytest.raises(Tampered):
        leyla.call(appointments.plan, replace(visit, reserve=ID), **NOW)
    both = replace(visit, reserve=member(desk, "Imane"))
    assert leyla.call(appointments.plan, both, **NOW).reserve == member(desk, "Imane")


def test_what_happened_with_somebody_who_left_can_still_be_corrected(desk, leyla, sign_in, linde):
    past, walked_in = plan(leyla, linde, BEFORE), blank(leyla, None, BEFORE)
    both = replace(walked_in, reserve=member(desk, "Imane"))
    both = leyla.call(appointments.plan, both, **NOW)
    leyla.call(case_team.change, linde, candidates(desk)[:1], **NOW)
    sign_in("Bea").call(members.leave, member(desk, "Imane"), **NOW)
    again = sign_in("Leyla")
    for visit in (past, both):
        saved = again.call(appointments.change, told(visit, place="daar"), **NOW)
        assert saved.reserve == member(desk, "Imane")
    assert isinstance(again.actor.directory.member(member(desk, "Imane")), Certificate)


def test_a_person_she_never_met_needs_a_reason_or_a_first_meeting(leyla, linde):
    for known in (
        {"has_met": False, "not_met_reason": "haar buurvrouw kent haar"},
        {"has_met": False, "introduction_id": ID},
        {"has_met": False, "kind": AppointmentKind.INTRODUCTION},
        {"has_met": False, "person_words": ""},
        {"has_met": None},
    ):
        assert plan(leyla, linde, **known).details.kind


def test_who_comes_works_at_the_partner(leyla, linde):
    team, other = partner(leyla), partner(leyla, "Blijf Groep")
    jolanda = person(leyla, team)
    saved = plan(leyla, linde, partner_id=team, person_id=jolanda)
    assert saved.details.person_id == jolanda
    for wrong in ({"partner_id": other}, {"partner_id": None}):
        given = blank(leyla, linde, person_id=jolanda, **wrong)
        assert refused(leyla.call, appointments.plan, given, **NOW) == {"person"}


def test_calling_her_when_one_arrives_is_asked_of_the_gate(leyla, linde):
    agree(leyla, linde)
    call = {"signal": ArrivalSignal.CALL}
    saved = plan(leyla, linde, **call)
    outside = clock.at(TUESDAY.date(), time(15))
    given = blank(leyla, linde, outside, **call)
    assert refused(leyla.call, appointments.plan, given, **NOW) == {"signal"}
    assert refused(move, leyla, saved, outside) == {"signal"}
    assert leyla.call(appointments.get, saved.id) == saved
    assert move(leyla, saved, TUESDAY + 2 * DAY).state is State.MOVED


def test_after_something_happened_nobody_calls_her_at_the_door(leyla, linde):
    agree(leyla, linde, replace(AGREED))
    saved = plan(leyla, linde, signal=ArrivalSignal.CALL)
    leyla.call(safe_contact.incident, linde, "gehoord", **NOW)
    assert refused(leyla.call, appointments.change, told(saved, place="x"), **NOW) == {"signal"}
    off = act(leyla, appointments.call_off, saved, State.NOT_SAFE, None, "")
    assert leyla.call(appointments.change, told(off, place="x"), **NOW).details.place == "x"


def test_of_a_walk_in_there_is_nothing_agreed_about_calling(leyla):
    given = blank(leyla, None, signal=ArrivalSignal.CALL)
    assert refused(leyla.call, appointments.plan, given, **NOW) == {"signal"}


def test_a_change_leaves_when_it_is_and_what_became_of_it(leyla, linde):
    saved = act(leyla, appointments.prepare, plan(leyla, linde))
    other = Move(MONDAY, ID, Side.US, MONDAY)
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
    assert noted == Move(MONDAY + HOUR, imane.actor.member_id, Side.PARTNER, TUESDAY)
    assert moved.state is State.MOVED
    assert moved.details.both_sides == BOTH - {BothSides.PARTNER_KNOWS}


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
