"""The waiting list: it moves up in order, and only with somebody's yes."""

import pytest
from meeting import NOW, planned, register

from hgkm_desktop.errors import Conflict
from hgkm_desktop.rules.sessions import Place
from hgkm_desktop.services import (
    attendance,
    information_sessions,
    registrations,
    waiting_list,
)

NAMES = "Amal", "Hodan", "Idil", "Jamila"


@pytest.fixture
def full(db):
    """One place, which Amal has; Hodan, Idil and Jamila wait."""
    list_id = planned(db, capacity=1).id
    return list_id, {name: register(db, list_id, name).registration.id for name in NAMES}


def first(db, list_id):
    found = db.call(waiting_list.first, list_id)
    return found and found.name


def places_for(db, list_id, capacity):
    known = db.call(information_sessions.get, list_id)
    known.capacity = capacity
    db.call(information_sessions.save, known, **NOW)


def place_of(db, list_id, name):
    rows = db.call(registrations.of_session, list_id)
    return next(one.place for one in rows if one.name == name)


def test_while_it_is_full_nobody_is_asked(db, full):
    assert first(db, full[0]) is None


def test_a_free_place_is_for_the_first_who_waits_and_asking_gives_nothing(db, full):
    list_id, ids = full
    db.call(registrations.cancel, ids["Amal"])
    assert first(db, list_id) == "Hodan"
    assert first(db, list_id) == "Hodan"
    assert place_of(db, list_id, "Hodan") is Place.WAITING


def test_with_her_yes_she_has_the_place_and_nobody_is_asked_any_more(db, full):
    list_id, ids = full
    db.call(registrations.cancel, ids["Amal"])
    assert db.call(waiting_list.says_yes, ids["Hodan"]).place is Place.HAS_PLACE
    assert first(db, list_id) is None
    assert db.call(registrations.counts, list_id).free == 0


def test_nobody_goes_before_her(db, full):
    list_id, ids = full
    db.call(registrations.cancel, ids["Amal"])
    for name in ("Idil", "Jamila"):
        with pytest.raises(Conflict, match="Iemand anders staat eerst") as refused:
            db.call(waiting_list.says_yes, ids[name])
        assert refused.value.hint == "Vraag het aan wie eerst staat."
    assert first(db, list_id) == "Hodan"


def test_without_a_place_a_yes_changes_nothing(db, full):
    list_id, ids = full
    with pytest.raises(Conflict, match="Er is geen plek meer"):
        db.call(waiting_list.says_yes, ids["Hodan"])
    assert place_of(db, list_id, "Hodan") is Place.WAITING


def test_a_place_somebody_else_gave_meanwhile_is_not_given_twice(db, full, sign_in):
    list_id, ids = full
    db.call(registrations.cancel, ids["Amal"])
    sign_in("Hanan").call(waiting_list.says_yes, ids["Hodan"])
    with pytest.raises(Conflict, match="Er is geen plek meer"):
        db.call(waiting_list.says_yes, ids["Hodan"])
    assert db.call(registrations.counts, list_id).taken == 1


def test_who_does_not_come_makes_room_for_the_next_question(db, full):
    list_id, ids = full
    db.call(registrations.cancel, ids["Amal"])
    db.call(registrations.cancel, ids["Hodan"])
    assert first(db, list_id) == "Idil"


def test_who_could_not_be_asked_waits_and_the_next_is_asked(db, full):
    list_id, ids = full
    db.call(registrations.cancel, ids["Amal"])
    assert db.call(waiting_list.could_not_ask, ids["Hodan"]).place is Place.PASSED
    assert first(db, list_id) == "Idil"
    assert db.call(registrations.counts, list_id).waiting == 3
    db.call(waiting_list.says_yes, ids["Idil"])
    assert place_of(db, list_id, "Hodan") is Place.PASSED


def test_when_all_were_asked_the_round_begins_again_in_order(db, full):
    list_id, ids = full
    db.call(registrations.cancel, ids["Amal"])
    for name in NAMES[1:]:
        assert first(db, list_id) == name
        db.call(waiting_list.could_not_ask, ids[name])
    assert first(db, list_id) == "Hodan"
    assert {place_of(db, list_id, name) for name in NAMES[1:]} == {Place.WAITING}


def test_the_only_one_who_waits_is_asked_again(db):
    list_id = planned(db, capacity=1).id
    amal, hodan = (register(db, list_id, name).registration.id for name in NAMES[:2])
    db.call(registrations.cancel, amal)
    db.call(waiting_list.could_not_ask, hodan)
    assert first(db, list_id) == "Hodan"


def test_who_registers_in_the_second_round_is_asked_before_who_was_passed(db, full):
    list_id, ids = full
    db.call(registrations.cancel, ids["Amal"])
    for name in ("Hodan", "Idil"):
        db.call(waiting_list.could_not_ask, ids[name])
    register(db, list_id, "Khadra")
    assert first(db, list_id) == "Jamila"
    db.call(waiting_list.could_not_ask, ids["Jamila"])
    assert first(db, list_id) == "Khadra"


@pytest.mark.parametrize("name", ["Amal", "Hodan"])
def test_who_does_not_wait_is_passed_over_by_nobody(db, full, name):
    _, ids = full
    db.call(registrations.cancel, ids["Amal"])
    if name == "Hodan":
        db.call(waiting_list.says_yes, ids["Hodan"])
    with pytest.raises(Conflict, match="Ze wacht niet meer"):
        db.call(waiting_list.could_not_ask, ids[name])


def test_more_places_are_given_one_by_one_in_order(db, full):
    list_id, ids = full
    places_for(db, list_id, 3)
    for name in ("Hodan", "Idil"):
        assert first(db, list_id) == name
        db.call(waiting_list.says_yes, ids[name])
    assert first(db, list_id) is None


def test_without_a_limit_everybody_who_waits_is_asked(db, full):
    list_id, ids = full
    places_for(db, list_id, None)
    for name in NAMES[1:]:
        assert first(db, list_id) == name
        db.call(waiting_list.says_yes, ids[name])
    assert first(db, list_id) is None


def test_who_waits_and_comes_anyway_has_her_place_without_being_asked(db, full):
    list_id, ids = full
    db.call(attendance.tick, ids["Idil"], is_here=True)
    assert place_of(db, list_id, "Idil") is Place.HAS_PLACE
    db.call(registrations.cancel, ids["Amal"])
    assert first(db, list_id) is None
