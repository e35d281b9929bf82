"""How full a session is: places, who waits, who calls off and who comes after all."""

import pytest
from meeting import NOW, planned, register

from hgkm_desktop.rules.sessions import Place
from hgkm_desktop.services import (
    attendance,
    information_sessions,
    registrations,
    session_list,
    waiting_list,
)
from hgkm_desktop.services.registrations import NewRegistration


@pytest.fixture
def list_id(db):
    return planned(db).id


def names(db, list_id):
    return [one.name for one in db.call(registrations.of_session, list_id)]


def places(db, list_id):
    return {one.name: one.place for one in db.call(registrations.of_session, list_id)}


def full(db, *, capacity=2):
    """Return a full session: Amal, Bahar … have their places."""
    list_id = planned(db, capacity=capacity).id
    return list_id, [register(db, list_id, name) for name in ("Amal", "Bahar")[:capacity]]


def test_when_it_is_full_the_next_one_waits(db):
    list_id, placed = full(db)
    late = register(db, list_id, "Hodan")
    assert [done.waits for done in placed] == [False, False]
    assert late.waits and late.registration.place is Place.WAITING


def test_without_a_limit_nobody_waits(db, list_id):
    assert not any(register(db, list_id, str(number)).waits for number in range(40))


def test_a_place_that_came_free_goes_to_who_waits_and_not_to_who_comes_last(db):
    list_id, (amal, _bahar) = full(db)
    hodan = register(db, list_id, "Hodan").registration
    db.call(registrations.cancel, amal.registration.id)
    assert register(db, list_id, "Idil").waits
    assert db.call(waiting_list.first, list_id).id == hodan.id


def test_with_more_places_than_women_who_wait_the_next_one_comes_in(db):
    list_id, _ = full(db)
    register(db, list_id, "Hodan")
    known = db.call(information_sessions.get, list_id)
    known.capacity = 4
    db.call(information_sessions.save, known, **NOW)
    assert not register(db, list_id, "Idil").waits
    assert register(db, list_id, "Jamila").waits


def test_who_stands_at_the_door_of_a_full_room_comes_in(db):
    list_id, _ = full(db)
    done = db.call(registrations.register, list_id, NewRegistration("Hodan"), is_here=True)
    assert (done.waits, done.registration.is_here) == (False, True)


def test_fewer_places_than_there_are_women_takes_nobodys_place(db):
    list_id, _ = full(db)
    known = db.call(information_sessions.get, list_id)
    known.capacity = 1
    db.call(information_sessions.save, known, **NOW)
    assert set(places(db, list_id).values()) == {Place.HAS_PLACE}
    assert db.call(registrations.counts, list_id).free == -1
    assert register(db, list_id, "Hodan").waits
    assert db.call(waiting_list.first, list_id) is None


def test_how_full_it_is_counts_whoever_has_a_place(db):
    list_id = planned(db, capacity=3, child_places=4).id
    amal, bahar, _, _ = (register(db, list_id, name, children=1) for name in "ABCD")
    db.call(attendance.tick, amal.registration.id, is_here=True)
    db.call(registrations.cancel, bahar.registration.id)
    found = db.call(registrations.counts, list_id)
    assert (found.capacity, found.child_places) == (3, 4)
    assert (found.taken, found.here, found.children, found.waiting) == (2, 1, 2, 1)
    assert found.free == 1


def test_without_a_limit_no_number_of_free_places_is_said(db, list_id):
    found = db.call(registrations.counts, list_id)
    assert (found.taken, found.children, found.free) == (0, 0, None)


def test_a_cancellation_frees_her_place_and_stays_on_the_list(db):
    list_id, (amal, _) = full(db)
    db.call(attendance.tick, amal.registration.id, is_here=True)
    gone = db.call(registrations.cancel, amal.registration.id)
    assert (gone.place, gone.is_here) == (Place.CANCELLED, False)
    assert names(db, list_id) == ["Amal", "Bahar"]
    assert db.call(registrations.counts, list_id).free == 1


def test_a_cancellation_by_mistake_is_taken_back_before_anybody_was_asked(db):
    list_id, (amal, _) = full(db)
    register(db, list_id, "Hodan")
    db.call(registrations.cancel, amal.registration.id)
    back = db.call(registrations.comes_after_all, amal.registration.id)
    assert (back.place, back.number) == (Place.HAS_PLACE, 1)


def test_who_comes_after_all_to_a_full_session_is_the_last_who_waits(db):
    list_id, (amal, _) = full(db)
    hodan, idil = (register(db, list_id, name).registration for name in ("Hodan", "Idil"))
    db.call(registrations.cancel, amal.registration.id)
    db.call(waiting_list.says_yes, hodan.id)
    back = db.call(registrations.comes_after_all, amal.registration.id)
    assert (back.place, back.number) == (Place.WAITING, 5)
    for _ in range(2):
        known = db.call(information_sessions.get, list_id)
        known.capacity += 1
        db.call(information_sessions.save, known, **NOW)
    assert db.call(waiting_list.first, list_id).id == idil.id


@pytest.mark.parametrize("waits", [True, False])
def test_who_never_cancelled_stays_where_she_is(db, waits):
    list_id, (amal, _) = full(db)
    hodan = register(db, list_id, "Hodan").registration
    db.call(registrations.comes_after_all, hodan.id if waits else amal.registration.id)
    assert list(places(db, list_id).values()) == [Place.HAS_PLACE, Place.HAS_PLACE, Place.WAITING]


def test_without_a_limit_she_always_comes_after_all(db, list_id):
    hodan = register(db, list_id, "Hodan").registration
    db.call(registrations.cancel, hodan.id)
    assert db.call(registrations.comes_after_all, hodan.id).place is Place.HAS_PLACE


def test_the_line_of_a_session_counts_the_same(db):
    list_id, _ = full(db)
    register(db, list_id, "Hodan")
    row = db.call(session_list.one, list_id)
    assert (row.taken, row.waiting, row.here, row.is_full) == (2, 1, 0, True)
