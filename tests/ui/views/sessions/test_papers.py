"""The list at the door: who stands on it, printed, read back, and noted."""

import pytest
from files_desk import read_back

from hgkm_desktop.errors import UserError
from hgkm_desktop.models.codes import Act, Language
from hgkm_desktop.rules.sessions import NameKind, Place, Reading
from hgkm_desktop.services import information_sessions, registrations
from hgkm_desktop.ui.views.sessions import papers
from hgkm_desktop.ui.views.sessions.papers import print_list


@pytest.fixture
def session(seat):
    return seat.plan(title="Je rechten bij scheiden", child_places=4)


def numbers_with_room(seat, session):
    rows = papers.attendance_list(seat.ctx, session.id).rows
    return [row.number for row in rows if not row.name]


def printed_list(seat, session):
    print_list(seat.ctx, seat.window, session.id, send=seat.send)
    seat.settle()
    return read_back(seat.papers[-1])


def test_only_who_has_a_place_stands_on_the_list_and_never_a_language(seat, session):
    session.capacity = 3
    session = seat.ctx.call(information_sessions.save, session, now=seat.ctx.now())
    seat.put_on(session, "Samira", language=Language.SOMALI, reading=Reading.ALOUD, children=2)
    seat.put_on(session, "Zonnebloem", kind=NameKind.ALIAS)
    away = seat.put_on(session, "Meryem")
    seat.ctx.call(registrations.cancel, away.id)
    seat.put_on(session, "", kind=NameKind.NUMBER)
    waits = seat.put_on(session, "Hodan")
    assert waits.place is Place.WAITING
    said = printed_list(seat, session)
    for word in ("Samira", "Zonnebloem", "2 kinderen", "zaal 1", "Nisa test"):
        assert word in said
    for word in ("Meryem", "Hodan", "Somali", "voorlezen", "scheiden"):
        assert word not in said


def test_lines_to_write_on_fill_the_room_and_have_numbers_of_their_own(seat):
    small, large = seat.plan(capacity=2), seat.plan(2, capacity=12)
    endless, none = seat.plan(3, capacity=2000), seat.plan(4)
    for session in (small, large):
        seat.put_on(session, "Samira")
        away = seat.put_on(session, "Meryem")
        seat.ctx.call(registrations.cancel, away.id)
    assert numbers_with_room(seat, small) == [3, 4, 5, 6, 7]
    assert numbers_with_room(seat, large) == list(range(3, 14))
    assert len(numbers_with_room(seat, endless)) == papers.MOST_EMPTY
    assert numbers_with_room(seat, none) == [1, 2, 3, 4, 5]


def test_a_printed_list_is_noted_for_its_hour_and_place(seat, session):
    printed_list(seat, session)
    known = seat.ctx.call(information_sessions.get, session.id)
    assert known.printed_for == information_sessions.stands_on_paper(known)
    assert (Act.PRINT, "information_session") in seat.acts()
    assert seat.said[-1].text == "Het is naar de printer."


def test_a_second_press_while_it_is_made_prints_nothing_more(seat, session):
    for _ in range(2):
        print_list(seat.ctx, seat.window, session.id, send=seat.send)
    seat.settle()
    assert len(seat.papers) == 1
    printed_list(seat, session)
    assert len(seat.papers) == 2


def test_hidden_names_are_not_printed(seat, session):
    seat.ctx.veil(True)
    print_list(seat.ctx, seat.window, session.id, send=seat.send)
    seat.settle()
    assert seat.papers == []
    assert seat.said[-1].text == "Namen zijn verborgen"


def refuse(_parent, _pdf, *, on_done):
    raise UserError("Er is geen printer.", "Sluit een printer aan.")


def test_without_a_printer_nothing_is_noted(seat, session):
    print_list(seat.ctx, seat.window, session.id, send=refuse)
    seat.settle()
    assert seat.said[-1].text == "Er is geen printer."
    assert seat.ctx.call(information_sessions.get, session.id).printed_for == ""


def test_a_session_that_is_gone_is_said(seat, session):
    seat.ctx.call(information_sessions.take_back, [session.id])
    print_list(seat.ctx, seat.window, session.id, send=seat.send)
    seat.settle()
    assert seat.said[-1].is_problem


def test_a_fault_of_ours_is_not_hidden(seat, session):
    on_its_way = papers._ListOnItsWay(seat.ctx, seat.window, session.id, seat.send)
    with pytest.raises(ZeroDivisionError):
        on_its_way._on_failed(ZeroDivisionError())
    seat.settle()
