"""A list from a file: looked at, matched, put on the list in one go, and taken back in one go."""

import pytest
from desk import MONDAY
from files_desk import ROWS, as_file
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hgkm_desktop.errors import Conflict, UserError
from hgkm_desktop.models.codes import Language
from hgkm_desktop.rules.sessions import NameKind, Place, Reading
from hgkm_desktop.services import information_sessions, registrations, session_names
from hgkm_desktop.services.registration_files import Column
from hgkm_desktop.services.tables import Format
from hgkm_desktop.ui.views.sessions import import_found


@pytest.mark.parametrize("form", list(Format))
def test_a_list_is_looked_at_before_it_goes_in(seat, read_in, form):
    session = seat.plan()
    overlay = read_in(session, as_file(form=form))
    assert "3 komen erbij, 2 regels niet." in seat.words(overlay)
    assert "Achternamen weggelaten: 1." in seat.words(overlay)
    assert overlay.accept_button.text() == "Zet 3 erbij"
    assert seat.people(session) == []


def test_each_bad_line_says_its_number_and_why(seat, read_in):
    overlay = read_in(seat.plan(), as_file())
    seat.choose(overlay.found.which, 1)
    model = overlay.found.bad
    assert overlay.found.bad_table.isVisible()
    cells = [[model.index(row, column).data() for column in range(2)] for row in range(2)]
    assert cells == [
        ["4", "“Klingon” staat niet in onze lijst."],
        ["5", "Op deze regel staat geen naam."],
    ]


def test_what_is_shown_is_what_comes_in_and_reasons_stay_in_the_file(seat, read_in):
    session = seat.plan()
    overlay = read_in(session, as_file())
    model = overlay.found.good
    shown = [[model.index(row, column).data() for column in range(5)] for row in range(3)]
    assert shown == [
        ["2", "Samira", "Somali", "Leest zelf", "2"],
        ["3", "Zonnebloem", "Turks", "Laat voorlezen", "–"],
        ["6", "Fatima", "", "", "–"],
    ]
    assert import_found._kind(model.rows[1]) == "schuilnaam"
    assert "ruzie" not in seat.words(overlay)
    seat.push(overlay.accept_button)
    assert seat.overlay is None
    people = seat.people(session)
    assert [(one.number, one.name, one.kind) for one in people] == [
        (1, "Samira", NameKind.FIRST_NAME),
        (2, "Zonnebloem", NameKind.ALIAS),
        (3, "Fatima", NameKind.FIRST_NAME),
    ]
    first = people[0]
    assert (first.language, first.reading) == (Language.SOMALI, Reading.HERSELF)
    assert first.children == 2
    assert seat.said[-1].text == "Op de lijst gezet: 3."


def test_one_undo_takes_all_of_it_back_and_nobody_else(seat, read_in):
    session = seat.plan()
    seat.put_on(session, "Aicha")
    overlay = read_in(session, as_file())
    seat.push(overlay.accept_button)
    assert len(seat.people(session)) == 4
    seat.ctx.undo()
    seat.settle()
    assert seat.names(session) == ["Aicha"]


def test_only_a_volunteer_of_the_desk_takes_a_list_back(seat, read_in, sign_in):
    session = seat.plan()
    one = seat.put_on(session, "Aicha")
    with pytest.raises(UserError):
        sign_in("Bea").call(registrations.remove_all, [one.id])
    assert seat.names(session) == ["Aicha"]


def test_another_column_is_chosen_by_keyboard_and_looked_at_again(seat, read_in):
    session = seat.plan()
    header = "Wie", "Spreekt", "Waarom"
    overlay = read_in(session, as_file([("Samira", "Somali", "x")], header=header))
    assert "Kies in welke kolom de voornaam staat." in seat.words(overlay)
    assert not overlay.accept_button.isVisible()
    assert "Daar staat: Somali" in seat.words(overlay)
    seat.pick(overlay.match.combo(Column.NAME), 0)
    assert "Kies in welke kolom" not in seat.words(overlay)
    assert "Daar staat: Samira" in seat.words(overlay)
    assert overlay.accept_button.text() == "Zet 1 erbij"
    assert "1 komt erbij." in seat.words(overlay)
    assert not overlay.found.good_table.isColumnHidden(2)
    seat.pick(overlay.match.combo(Column.LANGUAGE), None)
    assert overlay.found.good_table.isColumnHidden(2)
    seat.push(overlay.accept_button)
    assert [(one.name, one.language) for one in seat.people(session)] == [("Samira", None)]


def test_a_column_that_is_empty_says_so(seat, read_in):
    overlay = read_in(seat.plan(), as_file([("Samira", "", "", "", "", "x")]))
    assert "Leeg" in seat.words(overlay.match.fields[Column.ALIAS])


def test_nothing_good_leaves_no_button_and_shows_why(seat, read_in):
    overlay = read_in(seat.plan(), as_file(ROWS[2:4]))
    assert not overlay.accept_button.isVisible()
    assert overlay.found.bad_table.isVisible()
    assert "0 komen erbij, 2 regels niet." in seat.words(overlay)
    QTest.keyClick(overlay, Qt.Key.Key_Return)
    assert seat.overlay is overlay


def test_who_finds_no_place_waits_in_the_order_of_the_file(seat, read_in):
    session = seat.plan(capacity=2)
    seat.put_on(session, "Fatima")
    overlay = read_in(session, as_file())
    assert "Op de wachtlijst, op volgorde: 2." in seat.words(overlay)
    assert "Namen die er dubbel zijn: 1. Dat kan kloppen." in seat.words(overlay)
    seat.push(overlay.accept_button)
    waits = [one.name for one in seat.people(session) if one.place is Place.WAITING]
    assert waits == ["Zonnebloem", "Fatima"]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "In dit bestand staat niets. Kies een ander."),
        (as_file()[:-900], "Dit bestand is beschadigd. Bewaar het opnieuw en probeer nog eens."),
        (b"Naam\0;\0", "Dit bestand is geen tekst. Bewaar het eerst als CSV."),
    ],
)
def test_a_file_that_is_damaged_gets_one_clear_sentence(seat, read_in, content, sentence):
    overlay = read_in(seat.plan(), content)
    assert overlay.problem.isVisible()
    assert overlay.problem.accessibleName() == sentence
    assert not overlay.accept_button.isVisible()
    assert not overlay.match.isVisible()


def test_after_a_damaged_file_another_one_is_read(seat, read_in):
    session = seat.plan()
    overlay = read_in(session, b"")
    overlay._ask = lambda _parent, read: read(as_file(), ".xlsx")
    seat.push(overlay.choose)
    assert not overlay.problem.isVisible()
    assert overlay.accept_button.text() == "Zet 3 erbij"


def test_names_that_were_forgotten_meanwhile_stop_the_list_from_coming_in(seat, read_in):
    session = seat.plan(days=-3)
    overlay = read_in(session, as_file())
    seat.ctx.call(session_names.forget, now=MONDAY.replace(year=2027))
    seat.push(overlay.accept_button)
    assert seat.overlay is overlay
    assert "De namen van deze bijeenkomst zijn weg." in overlay.problem.accessibleName()
    assert seat.people(session) == []


def test_a_session_that_is_gone_is_said(seat, read_in):
    session = seat.plan()
    seat.ctx.call(information_sessions.take_back, [session.id])
    overlay = read_in(session, as_file())
    assert overlay.problem.isVisible()
    assert not overlay.accept_button.isVisible()


def test_a_fault_of_ours_is_not_hidden(seat, read_in):
    overlay = read_in(seat.plan(), as_file())
    with pytest.raises(ZeroDivisionError):
        overlay._on_failed(ZeroDivisionError())
    overlay._on_failed(Conflict("Iemand was eerder.", "Kijk opnieuw."))
    assert overlay.problem.accessibleName() == "Iemand was eerder. Kijk opnieuw."
