"""What an appointment must be before it is kept, said beside the field that is wrong."""

from dataclasses import replace
from datetime import time

import pytest
from desk import MONDAY
from going import (
    BEFORE,
    DAY,
    ID,
    NOW,
    TOLD,
    TUESDAY,
    act,
    blank,
    move,
    partner,
    person,
    plan,
    refused,
    told,
)
from sqlalchemy.orm import Session
from standing_beside import AGREED, agree, candidates, member, open_linde

from hgkm_desktop import clock
from hgkm_desktop.errors import Tampered
from hgkm_desktop.models import Appointment
from hgkm_desktop.rules.appointment import (
    Afterwards,
    Interpreter,
    Move,
    NotWith,
)
from hgkm_desktop.rules.going_along import (
    AppointmentKind,
    ArrivalSignal,
    Side,
    State,
)
from hgkm_desktop.services import (
    appointments,
    case_team,
    members,
    safe_contact,
)
from hgkm_desktop.vault.directory import Certificate

LINE, LONG = "x" * 121, "x" * 2001


@pytest.fixture
def leyla(sign_in):
    return sign_in("Leyla")


@pytest.fixture
def linde(desk, leyla):
    return open_linde(desk, leyla)


def count(db) -> int:
    with Session(db.engine) as session:
        return session.query(Appointment).count()


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
    past |= {
        "moves": (Move(MONDAY, ID, Side.US, MONDAY, MONDAY),),
        "afterwards": Afterwards(MONDAY.date()),
    }
    assert plan(leyla, linde, **past).details == replace(TOLD)


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
