"""A list somebody has already, as a file: looked at first, taken in whole or not at all."""

from contextlib import closing
from dataclasses import replace

import pytest
import spreadsheets as made
from meeting import MONDAY, planned, register
from sqlalchemy.orm import Session

from hgkm_desktop import texts
from hgkm_desktop.errors import Conflict, Invalid, UserError
from hgkm_desktop.models import AuditLine, Registration
from hgkm_desktop.models.codes import Act, Language
from hgkm_desktop.rules.sessions import NameKind, Place, Reading
from hgkm_desktop.services import (
    registration_files,
    registrations,
    session_names,
    tables,
    waiting_list,
)
from hgkm_desktop.services.registration_files import Column, Preview, guessed
from hgkm_desktop.services.registrations import NewRegistration

HEADER = "voornaam;schuilnaam;taal;lezen;kinderen;telefoon"
ALL = {
    Column.NAME: 0,
    Column.ALIAS: 1,
    Column.LANGUAGE: 2,
    Column.READING: 3,
    Column.CHILDREN: 4,
}


@pytest.fixture
def list_id(db):
    return planned(db).id


def preview(db, list_id, *lines, matching=ALL, header=HEADER):
    table = tables.read("\n".join((header, *lines)).encode())
    return db.call(registration_files.preview, list_id, table, matching)


def on_list(db, list_id):
    return db.call(registrations.of_session, list_id)


def bad(found):
    return [(line.line, line.reason) for line in found.bad]


@pytest.mark.parametrize(
    ("columns", "found"),
    [
        (HEADER.split(";"), ALL),
        (["Nr", " NAAM ", "Taal"], {Column.NAME: 1, Column.LANGUAGE: 2}),
        (["name", "voornaam"], {Column.NAME: 1}),
        (["Opvang", "Alias"], {Column.CHILDREN: 0, Column.ALIAS: 1}),
        (["achternaam", "telefoon", "reden"], {}),
        ([], {}),
    ],
)
def test_the_columns_are_guessed_by_their_names(columns, found):
    assert guessed(columns) == found


def test_only_the_chosen_columns_are_read(db, list_id):
    line = "Hodan Yusuf;;Somali;;2;06 12345678"
    found = preview(db, list_id, line, matching={Column.NAME: 0, Column.CHILDREN: 4})
    assert found.good == ((2, NewRegistration("Hodan", children=2)),)
    assert "12345678" not in str(vars(found.good[0][1]))


def test_every_column_of_ours_comes_in_as_it_is_said(db, list_id):
    lines = "Hodan;;Somali;Leest zelf;2;", ";de rode jas;somali;aloud;nee;", "Idil"
    found = preview(db, list_id, *lines)
    assert bad(found) == []
    db.call(registration_files.take_in, list_id, found)
    rows = on_list(db, list_id)
    assert [(one.name, one.kind, one.language, one.reading, one.children) for one in rows] == [
        ("Hodan", NameKind.FIRST_NAME, Language.SOMALI, Reading.HERSELF, 2),
        ("de rode jas", NameKind.ALIAS, Language.SOMALI, Reading.ALOUD, 0),
        ("Idil", NameKind.FIRST_NAME, None, None, 0),
    ]


def test_words_are_understood_in_the_language_on_the_screen_too(db, list_id):
    texts.use("en")
    found = preview(db, list_id, "Hodan;;Somali;Reads herself;1;")
    assert (bad(found), found.good[0][1].reading) == ([], Reading.HERSELF)


@pytest.mark.parametrize("screen", ["nl", "en", "ar"])
def test_a_dutch_list_is_understood_whatever_the_screen_speaks(db, list_id, screen):
    texts.use(screen)
    found = preview(db, list_id, "Hodan;;Somalisch;Laat voorlezen;;", "Aicha;;Darija;;;")
    assert bad(found) == []
    new = [new for _, new in found.good]
    assert [one.language for one in new] == [Language.SOMALI, Language.ARABIC_MOROCCAN]
    assert new[0].reading is Reading.ALOUD


def test_looking_keeps_nothing(db, list_id):
    preview(db, list_id, "Hodan", "Idil")
    assert on_list(db, list_id) == []


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (";;Somali;;2;x", "Op deze regel staat geen naam."),
        ("Hodan;;Klingon;;;", "“Klingon” staat niet in onze lijst."),
        ("Hodan;;;soms;;", "“soms” staat niet in onze lijst."),
        ("Hodan;;;;veel;", "Het aantal kinderen is geen getal."),
        ("Hodan;;;;-1;", "Het aantal kinderen is geen getal."),
        ("Hodan;;;;13;", "Kijk nog eens naar het getal."),
        ("06 12345678;;;;;", "Dit is geen voornaam. Typ geen nummer en geen adres."),
        (";wachtwoord: Zomer77!;;;;", "Dit lijkt op een wachtwoord of code. Haal het weg."),
        ("Hodan;;;;;;;te veel", "Deze regel heeft meer vakken dan er kolommen zijn."),
    ],
)
def test_a_line_that_cannot_be_taken_in_is_told_with_its_number_and_reason(
    db, list_id, line, reason
):
    found = preview(db, list_id, "Amal", line, "Idil")
    ((number, said),) = bad(found)
    assert number == 3
    assert said.startswith(reason[:40])
    assert [new.name for _, new in found.good] == ["Amal", "Idil"]


def test_bad_lines_are_in_the_order_of_the_file_whoever_refused_them(db, list_id):
    found = preview(db, list_id, ";;x;;;", "a;b;c;d;e;f;g", ";;;;;x", "Hodan;;;;een;")
    assert [line for line, _ in bad(found)] == [2, 3, 4, 5]


def test_a_name_or_an_alias_must_be_chosen(db, list_id):
    with pytest.raises(Invalid) as refused:
        preview(db, list_id, "Hodan", matching={Column.LANGUAGE: 2})
    assert set(refused.value.problems) == {"name"}
    assert preview(db, list_id, ";Roos", matching={Column.ALIAS: 1}).good


def test_a_column_that_is_not_in_the_file_is_empty(db, list_id):
    found = preview(db, list_id, "Hodan", matching={Column.NAME: 0, Column.LANGUAGE: 40})
    assert (bad(found), found.good[0][1].language) == ([], None)


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("Hodan Yusuf", "Hodan"),
        ('"Yılmaz, Fatma"', "Fatma"),
        ('"Yılmaz,"', "Yılmaz"),
        ("mevrouw Yılmaz", "mevrouw Y."),
    ],
)
def test_a_surname_stays_in_the_file(db, list_id, cell, name):
    found = preview(db, list_id, cell)
    assert [new.name for _, new in found.good] == [name]
    assert found.shortened == (cell != '"Yılmaz,"')
    db.call(registration_files.take_in, list_id, found)
    assert [one.name for one in on_list(db, list_id)] == [name]


def test_names_that_are_there_twice_are_counted_and_never_refused(db, list_id):
    register(db, list_id, "Hodan")
    found = preview(db, list_id, "hodan", "Idil", "IDIL", "Amal")
    assert (found.twins, bad(found)) == (2, [])
    assert len(db.call(registration_files.take_in, list_id, found)) == 4


def test_beyond_the_places_they_wait_in_the_order_of_the_file(db):
    list_id = planned(db, capacity=3).id
    register(db, list_id, "Amal")
    found = preview(db, list_id, "Bahar", "Hodan", "Idil", "Jamila")
    assert found.over == 2
    db.call(registration_files.take_in, list_id, found)
    waiting = [one.name for one in on_list(db, list_id) if one.place is Place.WAITING]
    assert waiting == ["Idil", "Jamila"]
    assert [one.number for one in on_list(db, list_id)] == [1, 2, 3, 4, 5]


def test_nobody_of_a_file_goes_before_who_waits_already(db):
    list_id = planned(db, capacity=1).id
    amal, hodan = (register(db, list_id, name).registration for name in ("Amal", "Hodan"))
    db.call(registrations.cancel, amal.id)
    found = preview(db, list_id, "Idil")
    assert found.over == 1
    db.call(registration_files.take_in, list_id, found)
    assert db.call(waiting_list.first, list_id).id == hodan.id


def test_fewer_places_than_women_make_nobody_wait_twice(db):
    list_id = planned(db, capacity=1).id
    for name in ("Amal", "Hodan", "Idil"):
        register(db, list_id, name)
    assert preview(db, list_id, "Jamila", "Khadra").over == 2


def test_ten_thousand_lines_come_in_in_one_go(db, list_id):
    lines = [f"Naam{number};;Somali;;1;" for number in range(10_000)]
    found = preview(db, list_id, *lines)
    ids = db.call(registration_files.take_in, list_id, found)
    rows = on_list(db, list_id)
    assert len(set(ids)) == len(rows) == 10_000
    assert [one.number for one in rows] == list(range(1, 10_001))
    assert [rows[0].name, rows[-1].name] == ["Naam0", "Naam9999"]
    with Session(db.engine) as session:
        lines = session.query(AuditLine).filter_by(kind="registration").all()
    assert [(line.act, line.record_id) for line in lines] == [(Act.CREATE, list_id)]
    db.call(registrations.remove_all, ids)
    assert on_list(db, list_id) == []


def test_when_one_line_cannot_be_kept_none_is(db, list_id):
    register(db, list_id, "Amal")
    found = preview(db, list_id, "Hodan", "Idil", "Jamila")
    wrong = (9, NewRegistration("06 12345678"))
    with pytest.raises(Invalid):
        db.call(registration_files.take_in, list_id, replace(found, good=(*found.good, wrong)))
    assert [one.name for one in on_list(db, list_id)] == ["Amal"]


def test_when_the_file_of_the_log_refuses_in_the_middle_nothing_is_half_taken_in(db, list_id):
    with closing(db.engine.raw_connection()) as connection:
        connection.driver_connection.execute(
            "CREATE TRIGGER stop BEFORE INSERT ON registration WHEN new.name = 'Naam700'"
            " BEGIN SELECT RAISE(ABORT, 'disk I/O error'); END"
        )
    found = preview(db, list_id, *(f"Naam{number}" for number in range(1_000)))
    with pytest.raises(UserError):
        db.call(registration_files.take_in, list_id, found)
    assert on_list(db, list_id) == []
    with Session(db.engine) as session:
        assert session.query(AuditLine).filter_by(kind="registration").count() == 0


def test_an_empty_file_puts_nobody_on_the_list(db, list_id):
    heard = []
    db.on_change(heard.append)
    assert db.call(registration_files.take_in, list_id, preview(db, list_id)) == []
    assert heard == []


def test_whoever_shows_the_list_hears_that_it_grew(db, list_id):
    heard = []
    found = preview(db, list_id, "Hodan")
    db.on_change(heard.append)
    db.call(registration_files.take_in, list_id, found)
    assert heard == [frozenset({Registration})]


def test_a_list_whose_names_are_forgotten_takes_no_file(db, list_id):
    found = preview(db, list_id, "Hodan")
    db.call(session_names.forget, now=MONDAY.replace(year=2027))
    for service, given in (
        (registration_files.preview, (tables.read(b"naam\nHodan"), ALL)),
        (registration_files.take_in, (found,)),
    ):
        with pytest.raises(Conflict):
            db.call(service, list_id, *given)


def test_a_workbook_comes_in_like_text(db, list_id):
    table = tables.read(made.listed(["Naam", "Kinderen"], ["Hodan", 2], ["'=1+1", ""]))
    found = db.call(registration_files.preview, list_id, table, guessed(table.columns))
    assert [(new.name, new.children) for _, new in found.good] == [("Hodan", 2), ("=1+1", 0)]


def test_nothing_of_a_file_is_in_a_repr(db, list_id):
    found = preview(db, list_id, "Hodan;;Klingon;;;", "Idil")
    assert "Idil" not in repr(found) and "Klingon" not in repr(found.bad)
    assert "Idil" not in repr(Preview(found.good, found.bad))
