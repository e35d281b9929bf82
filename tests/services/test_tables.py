"""Tables out and in again: the same cells, nothing that runs, and nobody's computer filled."""

import csv
import io
import re
import time
import zipfile

import pytest
import spreadsheets as made
from hypothesis import given, settings
from hypothesis import strategies as st

from hgkm_desktop import texts
from hgkm_desktop.errors import Invalid
from hgkm_desktop.services import tables
from hgkm_desktop.services.fields import one_line
from hgkm_desktop.services.tables import Format, read, written

BOTH = pytest.mark.parametrize("format", list(Format))
HEADER = ["Naam", "Hoe bekend", "Opmerking"]
WORDS = st.text(max_size=20).map(one_line)
NASTY = (
    "=1+1",
    "'=1+1",
    "''-2",
    "'s avonds",
    "+31 6 12345678",
    "-",
    "@SUM(A1)",
    '=HYPERLINK("http://x","klik")',
    "http://voorbeeld.invalid",
    "<b>vet</b> & <script>",
    "]]>",
    "_x0041_ en _x005F_",
    "فاطمة 020 555 0131 يوم 3",
    "123 אבג 456",
    'zij zei "ja"; nee, morgen',
    "007",
    "1e5",
    "TRUE",
    "2026-03-04",
)


def lines(data):
    return [list(row.cells) for row in read(data).rows]


def text(*rows):
    return "\n".join(rows).encode()


@BOTH
@settings(max_examples=60, deadline=None)
@given(rows=st.lists(st.tuples(WORDS, WORDS, WORDS | st.integers(0, 10**9)), max_size=6))
def test_what_is_written_reads_back_the_same(format, rows):
    table = read(written(HEADER, rows, format))
    assert table.columns == tuple(HEADER)
    filled = [tuple(map(str, row)) for row in rows if any(str(cell) for cell in row)]
    assert [row.cells for row in table.rows] == filled
    assert table.bad == ()


@BOTH
@pytest.mark.parametrize("nasty", NASTY)
def test_a_nasty_text_stays_a_text_wherever_it_stands(format, nasty):
    table = read(written(["Naam", f"a{nasty}"], [[nasty, "x"]], format))
    assert table.columns == ("Naam", f"a{nasty}")
    assert table.rows[0].cells == (nasty, "x")


def test_no_cell_of_a_csv_is_a_formula_and_a_number_stays_one():
    data = written(["=kolom", "b"], [["=1", -3], ["@x", 4]], Format.CSV)
    assert data.startswith(b"\xef\xbb\xbf'=kolom;b\r\n")
    cells = list(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))
    assert cells == [["'=kolom", "b"], ["'=1", "-3"], ["'@x", "4"]]


def test_an_xlsx_holds_no_formula_no_link_and_no_text_made_into_a_number():
    parts = made.unzipped(written(["a"], [[word] for word in NASTY], Format.XLSX))
    sheet = parts["xl/worksheets/sheet1.xml"].decode()
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet
    assert len(re.findall(r'<c [^>]*t="s"', sheet)) == len(NASTY) + 1
    shared = parts["xl/sharedStrings.xml"].decode()
    assert not re.search(r"<t[^>]*>[=+\-@]", shared)


def test_numbers_in_an_xlsx_are_numbers_and_the_first_line_is_bold_and_stays():
    parts = made.unzipped(written(["a", "b"], [["x", 7]], Format.XLSX))
    sheet = parts["xl/worksheets/sheet1.xml"].decode()
    assert '<c r="B2"><v>7</v></c>' in sheet
    assert 'ySplit="1"' in sheet
    assert 'state="frozen"' in sheet
    assert re.search(r'<c r="A1" s="1"', sheet)
    assert "<b/>" in parts["xl/styles.xml"].decode()
    assert 'name="Blad1"' in parts["xl/workbook.xml"].decode()


@BOTH
def test_the_same_table_makes_the_same_bytes_without_an_author_or_a_moment(format, monkeypatch):
    first = written(HEADER, [["a", 1, "b"]], format)
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)
    assert written(HEADER, [["a", 1, "b"]], format) == first
    if format is Format.XLSX:
        about = made.unzipped(first)["docProps/core.xml"].decode()
        assert "<dc:creator></dc:creator>" in about
        assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", about)) == {"2000-01-01T00:00:00Z"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_a_csv_of_any_spreadsheet_is_read(encoding, separator):
    rows = ["", ";;", "Naam;Hoe bekend", "Zoë’s zus;flyer", "", ";", "B;", "C"]
    table = read("\r\n".join(rows).replace(";", separator).encode(encoding))
    assert table.columns == ("Naam", "Hoe bekend")
    assert [(row.line, *row.cells) for row in table.rows] == [
        (4, "Zoë’s zus", "flyer"),
        (7, "B", ""),
        (8, "C", ""),
    ]
    assert table.bad == ()


def test_a_column_without_a_name_gets_a_number():
    columns = ("Naam", "Kolom 2", "Kolom 3", "Kolom 4")
    assert read(b"Naam;1;;2026\na;b;c;d").columns == columns
    texts.use("ar")
    assert read(made.listed(["Naam", None, 3], ["a"])).columns == ("Naam", "العمود 2", "العمود 3")


def test_a_name_of_a_column_is_one_clean_line():
    table = read(text('"Na\u202eam\nvan haar";' + "x" * 90))
    assert table.columns == ("Naam van haar", "x" * 60)


def test_a_line_with_more_cells_than_columns_is_told_and_left_out():
    table = read(b"a;b\n1;2;3\n4;5;;\n6;7")
    assert [row.cells for row in table.rows] == [("4", "5"), ("6", "7")]
    assert [(bad.line, bad.reason) for bad in table.bad] == [
        (2, "Deze regel heeft meer vakken dan er kolommen zijn.")
    ]
    table = read(made.listed(["a", "b"], [1, 2, 3], [4, 5]))
    assert [bad.line for bad in table.bad] == [2]
    assert [row.cells for row in table.rows] == [("4", "5")]


def test_a_quote_left_open_costs_its_own_line():
    rows = ["naam;x", 'A;"koffie', "B;thee", 'C;"melk\nen suiker"', f'D;"{"x" * 140_000}', "E;"]
    table = read(text(*rows))
    assert [(row.line, row.cells[0]) for row in table.rows] == [(3, "B"), (4, "C"), (7, "E")]
    assert [bad.line for bad in table.bad] == [2, 6]
    assert table.rows[1].cells[1] == "melk\nen suiker"


def test_quotes_left_open_on_every_line_do_not_take_for_ever():
    begin = time.monotonic()
    with pytest.raises(Invalid, match="meer dan 20000 regels"):
        read(b"a;b\n" + b'a";"\n' * 1_000_000)
    assert time.monotonic() - begin < 20


def test_hidden_characters_stay_outside():
    assert lines("a;b\nA\u202e12\u200b;x".encode()) == [["A12", "x"]]


def test_nothing_of_the_content_is_in_a_repr():
    table = read(b"geheim;b\ngeheim;\nge;heim;geheim")
    assert "geheim" not in repr((table, table.rows[0], table.bad[0]))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "In dit bestand staat niets."),
        (b"\n;;\n\n", "In dit bestand staat niets."),
        (made.listed(), "In dit bestand staat niets."),
        (b'"naam', "De eerste regel is niet te lezen."),
        (b"\x81\x8d\x8f", "Dit bestand is geen tekst."),
        ("naam;x".encode("utf-16"), "Dit bestand is geen tekst."),
        (b"%PDF-1.7\n\0", "Dit bestand is geen tekst."),
        (b"x" * (tables.LARGEST + 1), "Dit bestand is te groot."),
        (b"PK\x03\x04" + b"x" * tables.LARGEST, "Dit bestand is te groot."),
        (b"a\n" * 20_002, "Dit bestand heeft meer dan 20000 regels. Verdeel het"),
        (b"a;" * 501, "Dit bestand heeft meer dan 500 kolommen."),
    ],
)
def test_what_is_no_table_is_refused_with_a_sentence(data, reason):
    with pytest.raises(Invalid) as refused:
        read(data)
    assert set(refused.value.problems) == {"file"}
    assert refused.value.problems["file"].startswith(reason)


def test_empty_lines_count_only_beyond_the_end_of_a_sheet(monkeypatch):
    data = b"a\n" + b"\n" * 99 + b"b"
    assert [row.line for row in read(data).rows] == [101]
    monkeypatch.setattr(tables, "_LONGEST_SHEET", 100)
    with pytest.raises(Invalid, match="Dit bestand heeft meer dan 20000 regels"):
        read(data)


def test_the_last_line_there_is_room_for_still_goes_in():
    assert len(read(b"a\n" * 20_001).rows) == 20_000


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400), st.sampled_from([b"", b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf"]))
def test_random_bytes_are_a_table_or_refused(data, begin):
    try:
        table = read(begin + data)
    except Invalid as refused:
        assert set(refused.problems) == {"file"}
    else:
        assert all(len(row.cells) == len(table.columns) for row in table.rows)


@BOTH
def test_ten_thousand_rows_are_read_in_a_few_seconds(format):
    people = [[f"Naam {n}", "via de buurvrouw", "Thee, en een plek vooraan"] for n in range(10_000)]
    data = written(HEADER, people, format)
    begin = time.monotonic()
    assert len(read(data).rows) == 10_000
    assert time.monotonic() - begin < 5


def test_the_kind_is_told_by_what_is_in_it():
    sheet = made.ods(made.row(made.cell("Naam")) + made.row(made.cell("A")))
    for data in (sheet, made.listed(["Naam"], ["A"]), b"Naam\nA"):
        assert (read(data).columns, lines(data)) == (("Naam",), [["A"]])
    other = made.zipped({"word/document.xml": "<w/>"}, zipfile.ZIP_STORED)
    with pytest.raises(Invalid, match="In dit bestand staat geen tabel"):
        read(other)
