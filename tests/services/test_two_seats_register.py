"""Two seats at once: the last place goes to one, and of forty names none is lost."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from meeting import NOW, planned, register

from hgkm_desktop.errors import Conflict, UserError
from hgkm_desktop.rules.sessions import NameKind, Place
from hgkm_desktop.services import (
    attendance,
    information_sessions,
    registrations,
    waiting_list,
)
from hgkm_desktop.services.registrations import NewRegistration


@pytest.fixture
def seats(sign_in):
    """Four who sit at the desk, each with the log open for herself."""
    return [sign_in(name) for name in ("Joke", "Hanan", "Leyla", "Salma")]


def at_once(*works):
    """Do these at the same moment, each in a thread; return what came of each."""
    together = Barrier(len(works))

    def begin(work):
        together.wait()
        return work()

    with ThreadPoolExecutor(len(works)) as pool:
        return list(pool.map(begin, works))


def test_two_seats_register_for_the_last_place_and_exactly_one_gets_it(seats):
    joke, hanan, *_ = seats
    for turn in range(10):
        list_id = planned(joke, capacity=3).id
        for name in ("Amal", "Bahar"):
            register(joke, list_id, name)
        done = at_once(
            lambda to=list_id: register(joke, to, "Hodan"),
            lambda to=list_id: register(hanan, to, "Idil"),
        )
        assert sorted(each.waits for each in done) == [False, True], turn
        found = joke.call(registrations.counts, list_id)
        assert (found.taken, found.waiting, found.free) == (3, 1, 0)
        rows = joke.call(registrations.of_session, list_id)
        assert [one.number for one in rows] == [1, 2, 3, 4]
        assert [one.place for one in rows][2:] == [Place.HAS_PLACE, Place.WAITING]


def test_twenty_seats_with_twenty_names_each_lose_none(seats):
    list_id = planned(seats[0], capacity=350).id

    def until_it_is_kept(db, name):
        """Who hears that the log is busy types it again."""
        new = NewRegistration(name, kind=NameKind.ALIAS)
        while True:
            try:
                return db.call(registrations.register, list_id, new)
            except UserError as busy:
                assert busy.hint == "Wacht even. Probeer het opnieuw."

    def type_in(seat):
        def work():
            for number in range(20):
                until_it_is_kept(seats[seat % 4], f"naam{seat}x{number}")

        return work

    at_once(*map(type_in, range(20)))
    rows = seats[0].call(registrations.of_session, list_id)
    assert {one.name for one in rows} == {f"naam{s}x{n}" for s in range(20) for n in range(20)}
    assert [one.number for one in rows] == list(range(1, 401))
    assert [one.place for one in rows].count(Place.HAS_PLACE) == 350
    assert {one.place for one in rows[350:]} == {Place.WAITING}


def test_the_first_who_waits_says_yes_at_two_seats_and_one_place_is_given(seats):
    joke, hanan, *_ = seats
    list_id = planned(joke, capacity=1).id
    amal, hodan = (register(joke, list_id, name).registration.id for name in ("Amal", "Hodan"))
    joke.call(registrations.cancel, amal)

    def yes(db):
        def work():
            try:
                return db.call(waiting_list.says_yes, hodan).place
            except Conflict as refused:
                return type(refused).__name__

        return work

    assert sorted(at_once(yes(joke), yes(hanan))) == ["Conflict", "has_place"]
    assert joke.call(registrations.counts, list_id).taken == 1


def test_two_seats_at_one_door_put_nobody_on_the_list_twice(seats):
    joke, hanan, *_ = seats
    list_id = planned(joke).id
    for name in ("Hodan", "Idil"):
        register(joke, list_id, name)
    at_once(
        lambda: joke.call(attendance.arrive, list_id, "Hodan"),
        lambda: hanan.call(attendance.arrive, list_id, "idil"),
    )
    found = joke.call(registrations.counts, list_id)
    assert (found.taken, found.here) == (2, 2)


def test_who_plans_and_who_counts_at_the_door_undo_nothing_of_each_other(seats):
    joke, hanan, *_ = seats
    one = planned(joke)
    held = joke.call(information_sessions.get, one.id)
    hanan.call(attendance.count_heads, one.id, 23)
    hanan.call(attendance.show_hands, one.id, 17, 23)
    held.place = "zaal 2"
    joke.call(information_sessions.save, held, **NOW)
    known = joke.call(information_sessions.get, one.id)
    assert (known.place, known.head_count, known.hands) == ("zaal 2", 23, 17)
