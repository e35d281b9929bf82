"""At the door and in the room: ticks, walk-ins, heads, hands and sheets (R-071, R-138, R-236)."""

import pytest
from desk import MONDAY
from meeting import planned, register
from sqlalchemy.orm import Session

from hgkm_desktop.errors import Conflict, Invalid
from hgkm_desktop.models import AuditLine
from hgkm_desktop.models.codes import Act
from hgkm_desktop.rules.sessions import NameKind, Place, Source
from hgkm_desktop.services import (
    attendance,
    information_sessions,
    registrations,
    session_names,
)


@pytest.fixture
def list_id(db):
    """A session with two places: Hodan, Idil, and Jamila who waits."""
    list_id = planned(db, capacity=2).id
    for name in ("Hodan", "Idil", "Jamila"):
        register(db, list_id, name)
    return list_id


def rows(db, list_id):
    return {one.name: one for one in db.call(registrations.of_session, list_id)}


def here(db, list_id):
    return [one.name for one in db.call(registrations.of_session, list_id) if one.is_here]


def found(db, list_id, typed):
    return [one.name for one in db.call(attendance.matches, list_id, typed)]


def arrive(db, list_id, typed=""):
    return db.call(attendance.arrive, list_id, typed)


def known(db, list_id):
    return db.call(information_sessions.get, list_id)


def test_a_tick_is_set_and_taken_away_again(db, list_id):
    hodan = rows(db, list_id)["Hodan"].id
    assert db.call(attendance.tick, hodan, is_here=True).is_here
    assert here(db, list_id) == ["Hodan"]
    db.call(attendance.tick, hodan, is_here=False)
    assert here(db, list_id) == []
    assert rows(db, list_id)["Hodan"].place is Place.HAS_PLACE


@pytest.mark.parametrize("was", ["waiting", "cancelled"])
def test_whoever_came_has_a_place_however_it_stood_with_her(db, list_id, was):
    name = "Jamila" if was == "waiting" else "Idil"
    if was == "cancelled":
        db.call(registrations.cancel, rows(db, list_id)[name].id)
    db.call(attendance.tick, rows(db, list_id)[name].id, is_here=True)
    assert rows(db, list_id)[name].place is Place.HAS_PLACE


def test_who_did_not_come_is_no_more_than_not_ticked(db, list_id):
    """No-show without blame: nothing is noted."""
    arrive(db, list_id, "Hodan")
    idil = rows(db, list_id)["Idil"]
    assert (idil.place, idil.is_here) == (Place.HAS_PLACE, False)


def test_the_beginning_of_a_name_finds_who_is_expected(db, list_id):
    register(db, list_id, "Hodo")
    assert found(db, list_id, "ho") == ["Hodan", "Hodo"]
    assert found(db, list_id, " HODA") == ["Hodan"]
    assert found(db, list_id, "odan") == []


def test_nothing_typed_finds_nobody(db, list_id):
    """Visitors see this screen."""
    assert found(db, list_id, "") == found(db, list_id, "  ") == []


def test_a_number_of_the_list_finds_her_in_any_digits(db, list_id):
    assert found(db, list_id, "2") == found(db, list_id, "٢") == ["Idil"]
    assert found(db, list_id, "22") == []


def test_who_is_in_already_is_not_looked_for_any_more(db, list_id):
    arrive(db, list_id, "Hodan")
    assert found(db, list_id, "ho") == []


def test_those_with_a_place_come_before_those_without(db, list_id):
    db.call(registrations.cancel, rows(db, list_id)["Hodan"].id)
    for name in ("Hamdi", "Hawo"):
        register(db, list_id, name)
    assert found(db, list_id, "h") == ["Hodan", "Hamdi", "Hawo"]
    db.call(attendance.tick, rows(db, list_id)["Hawo"].id, is_here=True)
    db.call(attendance.tick, rows(db, list_id)["Hawo"].id, is_here=False)
    assert found(db, list_id, "h") == ["Hawo", "Hodan", "Hamdi"]


def test_no_more_than_six_are_shown(db, list_id):
    for number in range(10):
        register(db, list_id, f"Amal{number}")
    assert found(db, list_id, "amal") == [f"Amal{number}" for number in range(6)]


def test_who_is_expected_is_ticked_by_her_name_however_it_is_written(db, list_id):
    came = arrive(db, list_id, " hodan Yusuf ")
    assert (came.was_expected, came.registration.name, came.twins) == (True, "Hodan", 0)
    assert here(db, list_id) == ["Hodan"]
    assert len(rows(db, list_id)) == 3


def test_who_waited_or_called_off_comes_in_and_is_not_put_on_the_list_twice(db, list_id):
    db.call(registrations.cancel, rows(db, list_id)["Idil"].id)
    for name in ("Idil", "Jamila"):
        assert arrive(db, list_id, name).was_expected
    assert [one.place for one in rows(db, list_id).values()] == [Place.HAS_PLACE] * 3
    assert here(db, list_id) == ["Idil", "Jamila"]


def test_she_may_say_her_number_instead_of_a_name(db, list_id):
    came = arrive(db, list_id, "2")
    assert (came.was_expected, came.registration.name) == (True, "Idil")


def test_two_of_one_name_come_in_one_after_the_other_and_the_first_is_warned_of(db, list_id):
    register(db, list_id, "Hodan")
    first, second = arrive(db, list_id, "Hodan"), arrive(db, list_id, "Hodan")
    assert (first.twins, second.twins) == (1, 0)
    assert (first.registration.number, second.registration.number) == (1, 4)
    third = arrive(db, list_id, "Hodan")
    assert (third.was_expected, third.twins) == (False, 2)


def test_a_whole_name_is_somebody_else_than_the_beginning_of_one(db, list_id):
    came = arrive(db, list_id, "Hoda")
    assert (came.was_expected, came.registration.name) == (False, "Hoda")


def test_who_is_not_expected_is_put_on_the_list_and_is_here(db, list_id):
    came = arrive(db, list_id, "Khadra Yusuf")
    one = came.registration
    assert (came.was_expected, came.is_shorter, came.twins) == (False, True, 0)
    assert (one.name, one.number, one.source) == ("Khadra", 4, Source.AT_THE_DOOR)
    assert (one.is_here, one.place) == (True, Place.HAS_PLACE)


def test_one_more_without_a_name_is_one_more_each_time(db, list_id):
    for _ in range(3):
        came = arrive(db, list_id)
        assert (came.was_expected, came.twins) == (False, 0)
        assert (came.registration.kind, came.registration.name) == (NameKind.NUMBER, "")
    assert db.call(registrations.counts, list_id).here == 3


def test_forty_come_in_one_after_the_other_and_all_are_there(db, list_id):
    for number in range(40):
        arrive(db, list_id, f"Naam{number}")
    assert db.call(registrations.counts, list_id).here == 40
    assert [one.number for one in rows(db, list_id).values()] == list(range(1, 44))


@pytest.mark.parametrize("typed", ["06 12345678", "a@b.example", "x" * 41])
def test_what_is_no_name_lets_nobody_in_and_says_why(db, list_id, typed):
    with pytest.raises(Invalid) as refused:
        arrive(db, list_id, typed)
    assert set(refused.value.problems) == {"name"}
    assert len(rows(db, list_id)) == 3


def test_a_name_at_the_door_of_a_forgotten_list_is_not_kept(db, list_id):
    db.call(session_names.forget, now=MONDAY.replace(year=2027))
    with pytest.raises(Conflict):
        arrive(db, list_id, "Khadra")
    assert found(db, list_id, "ho") == []


@pytest.mark.parametrize("heads", [0, 23, 2_000, None])
def test_heads_are_counted_without_anybodys_name(db, list_id, heads):
    db.call(attendance.count_heads, list_id, 5)
    db.call(attendance.count_heads, list_id, heads)
    assert known(db, list_id).head_count == heads


@pytest.mark.parametrize("heads", [-1, 2_001])
def test_a_number_of_heads_nobody_means_is_refused(db, list_id, heads):
    with pytest.raises(Invalid) as refused:
        db.call(attendance.count_heads, list_id, heads)
    assert set(refused.value.problems) == {"heads"}


def test_hands_are_shown_of_so_many_and_taken_back(db, list_id):
    db.call(attendance.show_hands, list_id, 17, 23)
    one = known(db, list_id)
    assert (one.hands, one.hands_of) == (17, 23)
    db.call(attendance.show_hands, list_id, None, 23)
    one = known(db, list_id)
    assert (one.hands, one.hands_of) == (None, None)


@pytest.mark.parametrize(("hands", "of"), [(24, 23), (-1, 23), (3, None), (3, 2_001)])
def test_more_hands_than_people_is_refused(db, list_id, hands, of):
    with pytest.raises(Invalid, match="Meer handen dan mensen") as refused:
        db.call(attendance.show_hands, list_id, hands, of)
    assert set(refused.value.problems) == {"hands"}
    assert known(db, list_id).hands is None


def test_what_worked_is_kept_clean_and_taken_back(db, list_id):
    db.call(attendance.what_worked, list_id, " Eerst\u202e thee.\n ")
    assert known(db, list_id).what_worked == "Eerst thee."
    db.call(attendance.what_worked, list_id, "")
    assert known(db, list_id).what_worked == ""


@pytest.mark.parametrize("text", ["haar bsn is 111222333", "x" * 1_001])
def test_what_may_not_be_kept_is_not_kept_as_what_worked(db, list_id, text):
    with pytest.raises(Invalid) as refused:
        db.call(attendance.what_worked, list_id, text)
    assert set(refused.value.problems) == {"what_worked"}


def test_sheets_are_counted_per_language_and_changed_and_taken_back(db, list_id):
    for sheet, language, copies in (
        ("money", "so", 4),
        ("money", "ar", 3),
        ("fgm", "so", 1),
        ("money", "so", 6),
        ("money", "ar", 0),
        ("fgm", "nl", 0),
    ):
        db.call(attendance.hand_out, list_id, sheet, language, copies)
    given = db.call(attendance.handed_out, list_id)
    assert [(one.sheet, one.language, one.copies) for one in given] == [
        ("fgm", "so", 1),
        ("money", "so", 6),
    ]


@pytest.mark.parametrize(
    ("sheet", "language", "copies", "field"),
    [
        ("nope", "so", 1, "sheet"),
        ("money", "xx", 1, "sheet"),
        ("money", "so", -1, "copies"),
        ("money", "so", 2_001, "copies"),
    ],
)
def test_a_sheet_we_do_not_have_is_not_handed_out(db, list_id, sheet, language, copies, field):
    with pytest.raises(Invalid) as refused:
        db.call(attendance.hand_out, list_id, sheet, language, copies)
    assert set(refused.value.problems) == {field}


def test_counting_is_in_the_log_as_work_on_that_session(db, list_id):
    db.call(attendance.count_heads, list_id, 3)
    db.call(attendance.hand_out, list_id, "money", "so", 4)
    arrive(db, list_id, "Hodan")
    with Session(db.engine) as session:
        lines = session.query(AuditLine).order_by(AuditLine.seq.desc()).limit(3).all()
    assert [(line.act, line.kind, line.record_id) for line in lines] == [
        (Act.CHANGE, "registration", list_id),
        (Act.CHANGE, "information_session", list_id),
        (Act.CHANGE, "information_session", list_id),
    ]


def test_nothing_of_who_came_in_is_in_a_repr(db, list_id):
    assert "Hodan" not in repr(arrive(db, list_id, "Hodan"))
