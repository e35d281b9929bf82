"""May we tell somebody on the list that it moved: through the same gate, and never else (R-284)."""

from dataclasses import replace
from datetime import timedelta

import pytest
from desk import MONDAY
from meeting import NOW, planned, register
from sqlalchemy import update
from sqlalchemy.orm import Session
from standing_beside import AGREED, NUMBER, TODAY, member

from hgkm_desktop.errors import Conflict, Forbidden, Invalid
from hgkm_desktop.models import AuditLine, Registration
from hgkm_desktop.models.codes import Act, Role
from hgkm_desktop.rules.contact import Channel, Verdict
from hgkm_desktop.rules.lists import Outcome
from hgkm_desktop.services import (
    information_sessions,
    members,
    registrations,
    rings,
    session_names,
    session_reach,
)

TUESDAY_AT_TEN = {"now": MONDAY + timedelta(days=1)}
"""Twenty to twelve on Tuesday: inside her hours."""
CALL = Channel.CALL


@pytest.fixture
def leyla(sign_in):
    return sign_in("Leyla")


@pytest.fixture
def list_id(db):
    return planned(db).id


@pytest.fixture
def hodan(db, list_id):
    """Hodan, who told Joke how she may be reached."""
    one = register(db, list_id, "Hodan").registration
    db.call(session_reach.agree, one.id, AGREED, **NOW)
    return one


def sealed(db, list_id):
    return [one.sealed for one in db.call(registrations.of_session, list_id)]


def reach(db, registration, channel=CALL, **when):
    return db.call(session_reach.reach, registration.id, channel, **(when or TUESDAY_AT_TEN))


def told(db, list_id):
    return db.call(session_reach.to_tell, list_id, **TUESDAY_AT_TEN)


def move(db, list_id, place="zaal 2"):
    known = db.call(information_sessions.get, list_id)
    known.place = place
    db.call(information_sessions.save, known, **NOW)


def test_usually_she_comes_by_herself_and_nothing_is_kept(db, leyla, list_id):
    idil = register(db, list_id, "Idil").registration
    assert sealed(db, list_id) == [None]
    assert told(leyla, list_id) == []
    found = reach(leyla, idil)
    assert (found.gate.verdict, found.agreed) == (Verdict.SHE_CALLS, None)


def test_what_she_agreed_to_is_for_confidants_alone(db, leyla, hodan, list_id, sign_in):
    assert NUMBER.encode() not in sealed(db, list_id)[0]
    for name in ("Joke", "Hanan", "Salma"):
        with pytest.raises(Forbidden):
            reach(sign_in(name), hodan)
    assert reach(leyla, hodan).agreed.number == NUMBER


def test_inside_her_hours_the_number_is_shown_and_that_is_noted(db, leyla, hodan, list_id):
    found = reach(leyla, hodan)
    assert found.gate.verdict is Verdict.MAY
    assert (found.agreed.number, found.agreed.code_word) == (NUMBER, "blauwe stof")
    with Session(db.engine) as session:
        last = session.query(AuditLine).order_by(AuditLine.seq.desc()).first()
    assert (last.act, last.kind, last.record_id) == (Act.READ, "contact", list_id)


@pytest.mark.parametrize(
    ("later", "channel", "verdict"),
    [
        (timedelta(0), CALL, Verdict.NOT_NOW),
        (timedelta(days=1), Channel.POST, Verdict.SHE_CALLS),
        (timedelta(days=36), CALL, Verdict.ASK_AGAIN),
    ],
)
def test_outside_what_was_agreed_no_number_is_shown_or_noted(
    db, leyla, hodan, later, channel, verdict
):
    found = reach(leyla, hodan, channel, now=MONDAY + later)
    assert found.gate.verdict is verdict
    assert (found.agreed.number, found.agreed.code_word) == ("", "")
    with Session(db.engine) as session:
        assert session.query(AuditLine).filter_by(kind="contact").count() == 0


def test_half_an_agreement_is_refused_at_its_field_and_keeps_nothing(db, list_id):
    one = register(db, list_id, "Hodan").registration
    for wrong, field in (
        (replace(AGREED, number="06"), "number"),
        (replace(AGREED, windows=()), "windows"),
        (replace(AGREED, channels=frozenset()), "channels"),
        (replace(AGREED, until=TODAY - timedelta(days=1)), "until"),
        (replace(AGREED, voicemail="haar bsn is 111222333"), "voicemail"),
    ):
        with pytest.raises(Invalid) as refused:
            db.call(session_reach.agree, one.id, wrong, **NOW)
        assert set(refused.value.problems) == {field}
    assert sealed(db, list_id) == [None]


def test_she_may_change_her_mind_and_then_nothing_is_kept(db, leyla, hodan, list_id):
    db.call(session_reach.agree, hodan.id, None, **NOW)
    assert sealed(db, list_id) == [None]
    assert told(leyla, list_id) == []


def test_without_a_confidant_there_is_nobody_to_keep_it_for(tmp_path):
    from hgkm_desktop.db import Database
    from hgkm_desktop.vault import founding, recovery_code

    person = founding.Person("Salma", 6, "kaneel fiets regenjas brug lepel")
    code = recovery_code.new()
    start = founding.FirstStart("Nisa test", "Buurtlogboek", (person,), code, True)
    db = Database(founding.found(tmp_path / "new", start, lambda: MONDAY), lambda: MONDAY)
    one = register(db, planned(db).id, "Hodan").registration
    with pytest.raises(Forbidden, match="nog geen vertrouwenspersoon") as refused:
        db.call(session_reach.agree, one.id, AGREED, **NOW)
    assert refused.value.hint == "Laat haar zelf komen."
    db.close()


def test_who_may_be_told_is_said_in_order_without_a_number(db, leyla, hodan, list_id):
    register(db, list_id, "Idil")
    khadra = register(db, list_id, "Khadra").registration
    db.call(session_reach.agree, khadra.id, AGREED, **NOW)
    found = told(leyla, list_id)
    assert [each.registration.name for each in found] == ["Hodan", "Khadra"]
    assert found[0].channels == AGREED.channels
    assert {gate.verdict for gate in found[0].gates.values()} == {Verdict.MAY}
    assert NUMBER not in str([vars(each) for each in found])


def test_who_called_off_is_not_told_anything(db, leyla, hodan, list_id):
    db.call(registrations.cancel, hodan.id)
    assert told(leyla, list_id) == []


def test_a_confidant_without_the_key_sees_nobody(db, hodan, list_id, desk, sign_in):
    sign_in("Bea").call(
        members.change, member(desk, "Hanan"), "Hanan", [Role.CONFIDANT, Role.VOLUNTEER], 1
    )
    hanan = sign_in("Hanan")
    assert told(hanan, list_id) == []
    with pytest.raises(Forbidden):
        reach(hanan, hodan)


def test_who_noted_it_is_said_with_her_own_name(db, leyla, hodan, list_id, sign_in):
    """Whatever the form says: a confidant sees whom she believes before she calls."""
    one = register(db, list_id, "Idil").registration
    hers = replace(AGREED, checked_by="Leyla")
    sign_in("Hanan").call(session_reach.agree, one.id, hers, **NOW)
    assert [each.asked_by for each in told(leyla, list_id)] == ["Joke", "Hanan"]
    assert reach(leyla, one).agreed.checked_by == "Hanan"
    assert reach(leyla, one, now=MONDAY).agreed.checked_by == "Hanan"


def test_what_somebody_noted_who_got_new_keys_since_still_holds(db, leyla, hodan, desk, sign_in):
    joke_id = member(desk, "Joke")
    sign_in("Bea").call(members.reset_passphrase, joke_id, **NOW)
    found = reach(sign_in("Leyla"), hodan)
    assert (found.agreed.number, found.agreed.checked_by) == (NUMBER, "Joke")


def test_what_somebody_noted_who_left_since_still_holds(hodan, desk, sign_in):
    sign_in("Bea").call(members.leave, member(desk, "Joke"), **NOW)
    assert reach(sign_in("Leyla"), hodan).agreed.checked_by == "Joke"


def test_asked_again_it_holds_another_month_and_on_the_word_of_who_asked(db, leyla, hodan):
    later = MONDAY + timedelta(days=35)
    assert not reach(leyla, hodan, now=later + timedelta(days=1)).gate.may
    leyla.call(session_reach.still_right, hodan.id, now=later)
    found = reach(leyla, hodan, now=later + timedelta(days=1))
    assert (found.gate.may, found.agreed.number) == (True, NUMBER)
    assert (found.agreed.checked_by, found.agreed.checked_on) == (
        "Leyla",
        TODAY + timedelta(days=35),
    )


@pytest.mark.parametrize("service", [session_reach.still_right, session_reach.tried])
def test_without_an_agreement_there_is_nothing_to_say_of_it(db, leyla, list_id, service):
    idil = register(db, list_id, "Idil").registration
    given = (Outcome.SPOKE,) if service is session_reach.tried else ()
    with pytest.raises(Invalid) as refused:
        leyla.call(service, idil.id, *given, **NOW)
    assert set(refused.value.problems) == {"contact"}


def test_on_the_day_she_registered_she_knows_how_it_stands(leyla, hodan, list_id):
    assert [each.knows for each in told(leyla, list_id)] == [True]


@pytest.mark.parametrize("outcome", [Outcome.SPOKE, Outcome.SENT])
def test_when_it_moved_she_is_to_be_told_until_she_was(db, leyla, hodan, list_id, outcome):
    move(db, list_id)
    assert [each.knows for each in told(leyla, list_id)] == [False]
    leyla.call(session_reach.tried, hodan.id, outcome, **TUESDAY_AT_TEN)
    (hers,) = told(leyla, list_id)
    assert (hers.knows, hers.asked_by) == (True, "Joke")


def test_that_it_does_not_take_place_is_something_to_tell(db, leyla, hodan, list_id):
    one = db.call(information_sessions.get, list_id)
    db.call(information_sessions.call_off, list_id, one.version, "ziek")
    assert [each.knows for each in told(leyla, list_id)] == [False]


def test_without_an_answer_she_is_still_to_be_told(db, leyla, hodan, list_id):
    move(db, list_id)
    leyla.call(session_reach.tried, hodan.id, Outcome.NO_ANSWER, **TUESDAY_AT_TEN)
    (hers,) = told(leyla, list_id)
    assert (hers.knows, hers.gates[CALL].may) == (False, True)


def test_when_somebody_else_answers_nobody_calls_before_she_was_asked(db, leyla, hodan, list_id):
    leyla.call(session_reach.tried, hodan.id, Outcome.SOMEBODY_ELSE, **TUESDAY_AT_TEN)
    found = reach(leyla, hodan)
    assert (found.gate.verdict, found.agreed.number) == (Verdict.ASK_AGAIN, "")
    leyla.call(session_reach.still_right, hodan.id, **TUESDAY_AT_TEN)
    assert reach(leyla, hodan).gate.may


def test_under_another_name_on_the_list_she_is_asked_again_first(db, leyla, hodan, list_id):
    """It may be another woman's number by now."""
    (changed,) = db.call(registrations.of_session, list_id)
    changed.name = "Idil"
    db.call(registrations.change, changed)
    found = reach(leyla, hodan)
    assert (found.gate.verdict, found.agreed.number) == (Verdict.ASK_AGAIN, "")


def test_with_a_new_key_of_the_ring_it_is_sealed_again_and_says_the_same(
    db, leyla, hodan, list_id, sign_in
):
    register(db, list_id, "Idil")
    (before, _), told_before = sealed(db, list_id), told(leyla, list_id)
    assert leyla.call(rings.renew) == 1
    (after, nothing) = sealed(db, list_id)
    assert (after != before, nothing) == (True, None)
    again = sign_in("Imane")
    assert reach(again, hodan).agreed.number == NUMBER
    assert [each.asked_by for each in told(again, list_id)] == [
        each.asked_by for each in told_before
    ]


def test_one_of_an_ended_key_that_was_put_back_opens_no_more_and_stops_no_new_key(
    db, leyla, hodan, list_id, sign_in
):
    (old,) = sealed(db, list_id)
    leyla.call(rings.renew)
    there = update(Registration).where(Registration.id == hodan.id)
    db.call(lambda session: session.execute(there.values(sealed=old)) and None)
    assert leyla.call(rings.renew) == 0
    with pytest.raises(Forbidden):
        reach(sign_in("Imane"), hodan)


def test_when_her_name_is_forgotten_how_to_reach_her_is_too(db, leyla, hodan, list_id):
    db.call(session_names.forget, now=MONDAY + timedelta(days=60))
    assert sealed(db, list_id) == [None]
    assert reach(leyla, hodan).gate.verdict is Verdict.SHE_CALLS
    with pytest.raises(Conflict):
        db.call(session_reach.agree, hodan.id, AGREED, **NOW)


def test_nothing_of_her_is_in_a_repr(leyla, hodan, list_id):
    assert "Hodan" not in repr(told(leyla, list_id))
    assert NUMBER not in repr(reach(leyla, hodan))
