"""The directory as a table: out and in again, whole; a bad line costs itself and no other."""

import csv
import io
from datetime import date

import pytest
from directory import NOW, TODAY, Directory, hours
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import inspect
from sqlalchemy.orm import Session

from hgkm_desktop import texts
from hgkm_desktop.errors import Conflict, Invalid
from hgkm_desktop.models import AuditLine, Partner, PartnerPerson
from hgkm_desktop.models.codes import Act, Language
from hgkm_desktop.rules.lists import Area
from hgkm_desktop.rules.partners import Expertise, PartnerType
from hgkm_desktop.services import partner_changes, partner_files, partner_names, partner_table
from hgkm_desktop.services.partner_columns import HEADER
from hgkm_desktop.services.partner_intake import NewPartner

OURS = {"id", "version", "partner_id", "stand_in_id", "checked_on", "checked_by", "former_names"}


@pytest.fixture
def book(db):
    return Directory(db)


def content(record):
    names = [c.key for c in inspect(type(record)).column_attrs if c.key not in OURS]
    return {name: getattr(record, name) for name in names}


def read(book, text, encoding="utf-8"):
    data = text if isinstance(text, bytes) else text.encode(encoding)
    return book.db.call(partner_files.read_csv, data)


def bad(found):
    return [(row.line, row.reason) for row in found.bad]


def fill(book):
    full = book.partner(
        "Café 'De Brug'",
        PartnerType.OTHER,
        type_words="=café",
        areas=(Area.NIEUW_WEST, Area.ELSEWHERE),
        does='- koffie;\n"praten", eten',
        does_not="@alles",
        address="Plein 1",
        general_number="+31 20 555 0130",
        night_number="(020) 555 0131",
        night_words="'=bij gevaar",
        hours=hours("ma-do 9-12.30 en 13-17; za 10-24"),
        hours_words="wisselt",
        open_on_holidays=True,
        languages=tuple(Language),
        bring="-",
        costs="+ 3 euro",
    )
    peter = book.person(full, "Peter", until=date(2027, 1, 1))
    book.person(
        full,
        is_fixed=True,
        does="geld",
        direct_number="+31 6 12345674",
        hours=hours("dag en nacht"),
        hours_words="bel eerst",
        expertise=tuple(Expertise),
        languages=(Language.TURKISH,),
        since=TODAY,
        stand_in_id=peter.id,
    )
    book.person(full, "Weg", until=TODAY)
    for code in PartnerType:
        book.partner(f"Partner {code}", code)
    book.db.call(partner_changes.end, book.partner("Gestopt").id, TODAY)


def test_what_goes_out_comes_in_whole(book):
    fill(book)
    file = book.db.call(partner_files.to_csv)
    before = {row.name: book.card(row) for row in book.rows() if not row.is_ended}
    for card in before.values():
        book.db.call(partner_changes.end, card.partner.id, TODAY)
    found = read(book, file)
    assert bad(found) == []
    assert book.db.call(partner_files.take_in, found.good, **NOW) == len(before)
    after = {row.name: book.card(row) for row in book.rows() if not row.is_ended}
    assert after.keys() == before.keys()
    for name, card in after.items():
        assert content(card.partner) == content(before[name].partner)
        assert list(map(content, card.persons)) == list(map(content, before[name].persons))
        assert (card.age, card.partner.checked_by) == ("never", None)
    jolanda, peter = after["Café 'De Brug'"].persons
    assert (jolanda.name, jolanda.stand_in_id) == ("Jolanda", peter.id)


def test_the_file_is_the_same_in_every_language(book):
    fill(book)
    dutch = book.db.call(partner_files.to_csv)
    texts.use("ar")
    assert book.db.call(partner_files.to_csv) == dutch
    header = dutch.decode("utf-8-sig").splitlines()[0]
    assert header == ";".join(HEADER)


def test_no_cell_is_a_formula_and_a_number_comes_back_as_it_was(book):
    fill(book)
    text = book.db.call(partner_files.to_csv).decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(text), delimiter=";") for cell in row]
    assert not [cell for cell in cells if cell[:1] in set("=+-@\t\r") and cell]
    assert "'+31 20 555 0130" in cells


@given(st.text("'=+-@\t\ra1 ", max_size=8))
def test_an_apostrophe_in_front_is_taken_away_again(cell):
    written = partner_table.defused(cell)
    assert not written or written[0] not in "=+-@\t\r"
    assert partner_table.as_typed(written) == cell


def test_taking_the_directory_out_is_noted(book):
    book.db.call(partner_files.to_csv)
    book.db.call(partner_files.to_vcard)
    with Session(book.db.engine) as session:
        lines = session.query(AuditLine).filter_by(act=Act.EXPORT).all()
    assert [line.kind for line in lines] == ["partner", "partner"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_files_of_any_spreadsheet_are_read(book, encoding, separator):
    lines = ["NAAM;Soort;open", "Zoë’s huis;Veilig Thuis;ma-vr 9-17", "", ";;", "B;huisarts;"]
    text = "\r\n".join(lines).replace(";", separator)
    found = read(book, text, encoding)
    assert [new.partner.name for new in found.good] == ["Zoë’s huis", "B"]
    assert [new.line for new in found.good] == [2, 5]
    assert found.good[0].partner.hours == hours("ma-vr 9-17")
    assert bad(found) == []


def test_words_are_known_as_the_file_has_them_and_as_the_screen(book):
    texts.use("ar")
    for said in ("okt", "OKT", "فريق الوالدين والطفل (OKT)"):
        found = read(book, f"naam;soort;talen\nA;{said};Darija, arabic_moroccan , Turks")
        (new,) = found.good
        assert new.partner.type is PartnerType.OKT
        assert new.partner.languages == (Language.ARABIC_MOROCCAN,) * 2 + (Language.TURKISH,)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (";;;", None),
        (";huisarts;;", "Typ eerst een naam."),
        ("A;huisartz;;", "In kolom “soort” staat iets dat we niet kennen."),
        ("A;;op maandag;", "In kolom “open” staat iets dat we niet kennen."),
        ("A;;ma 17-9;", "Het einde is voor het begin."),
        ("A;blijf groep;;Plein 1", "We schrijven nooit op waar een opvang is."),
        ("A;;;Plein 1;te veel", "Deze regel is niet te lezen."),
        ('A;;;"Plein" 1', "Deze regel is niet te lezen."),
        ("bsn 111222333;;;", "Dit lijkt op een BSN."),
        ("Osdorp;;;", "Deze partner is er al."),
        ("goed een;;;", "Deze naam staat al op regel 2."),
    ],
)
def test_a_bad_line_is_told_and_the_others_go_in(book, line, reason):
    book.partner("osdörp")
    found = read(book, f"naam;soort;open;adres\nGoed een;;;\n{line}\nGoed twee;;;\n")
    assert [new.partner.name for new in found.good] == ["Goed een", "Goed twee"]
    wanted = [] if reason is None else [3]
    assert [row.line for row in found.bad] == wanted
    assert all(row.reason.startswith(reason) for row in found.bad)


def test_a_quote_left_open_costs_one_line(book):
    lines = ["naam;doet wel", 'A;"koffie', "B;thee", 'C;"melk\nen suiker"', f'D;"{"x" * 140_000}']
    found = read(book, "\n".join([*lines, "E;"]))
    assert [(new.line, new.partner.name) for new in found.good] == [(3, "B"), (4, "C"), (7, "E")]
    assert [row.line for row in found.bad] == [2, 6]


@pytest.mark.parametrize(
    ("cell", "column"),
    [
        ("31-02-2026", "sinds"),
        ("morgen", "tot"),
        ("misschien", "vast gezicht"),
        ("van alles", "kennis"),
        ("bel maar", "aanwezig"),
    ],
)
def test_a_cell_about_somebody_is_looked_at_too(book, cell, column):
    found = read(book, f"naam;contactpersoon;{column}\nA;Jolanda;{cell}\nB;;\n")
    assert bad(found) == [(2, f"In kolom “{column}” staat iets dat we niet kennen.")]
    assert [new.partner.name for new in found.good] == ["B"]


def test_days_and_a_yes_may_be_written_in_more_ways(book):
    header = "naam;contactpersoon;sinds;tot;vast gezicht"
    lines = "A;Jo;1-2-2026;2026-11-23;Ja\nA;Al;01/02/2026;;x"
    (new,) = read(book, f"{header}\n{lines}").good
    assert [one.since for one in new.persons] == [date(2026, 2, 1)] * 2
    assert [one.is_fixed for one in new.persons] == [True, True]
    assert new.persons[0].until == TODAY


def test_others_at_a_partner_stand_on_lines_of_their_own(book):
    text = (
        "naam;kosten;contactpersoon;directe lijn;vervanger\n"
        "A;geen;Jolanda;020 555 0131;peter\n"
        "A;;Peter;;Piet\n"
        "A;geen;Noor;;\n"
        "A;;;020 555 0132;\n"
        "A;;;;\n"
        "B;;Bo;;Bo\n"
    )
    found = read(book, text)
    a, b = found.good
    assert [one.name for one in a.persons] == ["Jolanda", "Peter"]
    assert {one.partner_id for one in a.persons} == {a.partner.id}
    assert a.persons[0].stand_in_id == a.persons[1].id
    assert [one.stand_in_id for one in (*a.persons[1:], *b.persons)] == [None, None]
    unknown = "De vervanger staat niet in het bestand. De rest is gelezen."
    assert bad(found) == [
        (3, unknown),
        (4, "Deze naam staat al op regel 2."),
        (5, "Typ eerst een naam."),
        (6, "Deze naam staat al op regel 2."),
        (7, unknown),
    ]


def test_whoever_leans_on_a_bad_line_is_left_out_with_it(book):
    text = (
        "naam;soort;contactpersoon;vervanger\n"
        "A;huisartz;Jolanda;\nA;;Peter;Jolanda\nA;huisarts;Noor;\nB;;Bo;\n"
    )
    found = read(book, text)
    assert [(new.line, new.persons[0].name) for new in found.good] == [(4, "Noor"), (5, "Bo")]
    assert bad(found)[1] == (3, "De regel van deze partner is ook overgeslagen.")
    assert [row.line for row in found.bad] == [2, 3]


def test_a_column_that_is_not_ours_is_told(book):
    found = read(book, "id;naam;\n1;A;\n")
    assert bad(found) == [(1, "Kolom “id” kennen we niet. Die is overgeslagen.")]
    assert [new.partner.name for new in found.good] == ["A"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"a;b\n1;2",
        b"\x81\x8d\x8f",
        b'"naam',
        b"\xff\xfen\x00a\x00",
        b"x" * (partner_table.LARGEST + 1),
    ],
)
def test_what_is_no_list_at_all_is_refused(book, data):
    with pytest.raises(Invalid) as refused:
        read(book, data)
    assert set(refused.value.problems) == {"file"}


def test_nothing_is_half_taken_in(book):
    found = read(book, "naam\nA\nB\n")
    book.partner("b")
    with pytest.raises(Conflict):
        book.db.call(partner_files.take_in, found.good, **NOW)
    with pytest.raises(Conflict):
        book.db.call(partner_files.take_in, [found.good[0], found.good[0]], **NOW)
    wrong = Partner(name="C", general_number="x")
    person = PartnerPerson(partner_id=wrong.id, name="")
    for new in (NewPartner(2, wrong), NewPartner(2, Partner(name="C"), (person,))):
        with pytest.raises(Invalid):
            book.db.call(partner_files.take_in, [found.good[0], new], **NOW)
    assert [row.name for row in book.rows()] == ["b"]


def test_ten_thousand_lines_go_in(book):
    line = "Partner {0};huisarts;geld en wonen;020 555 0130;ma-vr 9-17"
    header = "naam;soort;doet wel;algemeen nummer;open"
    text = "\n".join([header, *(line.format(number) for number in range(10_000))])
    found = read(book, text)
    assert bad(found) == []
    assert book.db.call(partner_files.take_in, found.good, **NOW) == 10_000
    assert len(book.db.call(partner_names.names)) == 10_000
