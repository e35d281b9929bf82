"""Ctrl+Z at the door takes the last one back, several in a row, and leaves things as they were."""

import pytest
from door_desk import at_the_door, expect, here, listed, plan
from PySide6.QtCore import Qt

from hgkm_desktop.errors import Conflict
from hgkm_desktop.rules.sessions import Place
from hgkm_desktop.services import registrations


@pytest.fixture
def session(db):
    return plan(db, capacity=2)


@pytest.fixture
def door(db, session, qtbot, qapp):
    with at_the_door(db, qtbot, qapp, session) as made:
        yield made


def test_the_last_three_are_taken_back_one_by_one(door, db, session):
    expect(db, session, "Samira")
    window, page = door
    for name in ("Hodan", "Samira", "Fatima"):
        window.enter(name)
    window.undo()
    assert here(db, session) == ["Samira", "Hodan"]
    assert "Fatima" not in window.words(page)
    window.undo()
    assert [(one.name, one.is_here) for one in listed(db, session)] == [
        ("Samira", False),
        ("Hodan", True),
    ]
    window.undo()
    assert [one.name for one in listed(db, session)] == ["Samira"]
    assert page.count.number == "0"
    window.undo()
    assert window.voice._toast.text() == "Er is niets om ongedaan te maken."


def test_letters_are_taken_back_before_people(door, db, session):
    window, page = door
    window.enter("Hodan")
    window.type("Sam")
    window.undo()
    assert page.field.text() == ""
    assert here(db, session) == ["Hodan"]


def test_after_wiping_the_field_people_can_be_taken_back_again(door, db, session):
    window, page = door
    window.enter("Hodan")
    window.type("S")
    window.press(Qt.Key.Key_Backspace)
    window.undo()
    assert page.field.text() == ""
    assert here(db, session) == []


@pytest.mark.parametrize("place", [Place.WAITING, Place.CANCELLED])
def test_who_had_no_place_has_none_again(door, db, session, place):
    known = expect(db, session, "Samira", "Fatima", "Hodan")[2]
    if place is Place.CANCELLED:
        db.call(registrations.cancel, known.id)
    window, _ = door
    window.enter("Hodan")
    assert listed(db, session)[2].place is Place.HAS_PLACE
    window.undo()
    after = listed(db, session)[2]
    assert (after.place, after.is_here, after.number) == (place, False, 3)


def test_the_children_she_brought_go_with_her(door, db, session):
    expect(db, session, "Samira", children=2)
    window, _ = door
    window.enter("Samira")
    window.type("+")
    assert [one.children for one in listed(db, session)] == [3]
    window.undo()
    assert [(one.children, one.is_here) for one in listed(db, session)] == [(2, False)]


def test_who_was_taken_off_by_a_colleague_does_not_stand_in_the_way(door, db, session):
    window, page = door
    window.enter("Hodan")
    window.enter("Samira")
    db.call(registrations.remove, page.deeds.last.registration.id)
    with pytest.raises(Conflict):
        page.deeds.take_back(page.deeds.last.registration.id)
    window.undo()
    assert listed(db, session) == []


def test_children_of_somebody_who_is_gone_are_not_counted(door, db, session):
    window, page = door
    window.enter("Hodan")
    db.call(registrations.remove, page.deeds.last.registration.id)
    window.type("+")
    assert "Ze staat niet meer op de lijst." in window.words(page.parts.problem)


def test_at_another_door_the_last_one_is_not_known(door, db, session):
    window, page = door
    window.enter("Hodan")
    page.show_session(plan(db).id)
    assert page.deeds.last is None
    window.type("+")
    assert [one.children for one in listed(db, session)] == [0]
    assert "Hodan" not in window.words()
