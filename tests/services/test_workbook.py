"""Spreadsheets of other programs: values as people see them, and files that mean harm."""

import struct
import time
import zipfile
from datetime import date, datetime, timedelta
from datetime import time as clock

import pytest
import python_calamine
import spreadsheets as made
from hypothesis import given, settings
from hypothesis import strategies as st

from hgkm_desktop.errors import Invalid
from hgkm_desktop.services import workbook
from hgkm_desktop.services.tables import Format, read, written

HEAD = made.row(made.cell("Naam"))
SMALL = written(["Naam", "Getal"], [["A", 1], ["B", 2]], Format.XLSX)
SIGNS = b'0189<>&"/ az'
C = '<c r="{}" t="s"><v>{}</v></c>'


def lines(data):
    return [list(row.cells) for row in read(data).rows]


def reason(data):
    begin = time.monotonic()
    with pytest.raises(Invalid) as refused:
        read(data)
    assert time.monotonic() - begin < 10
    assert set(refused.value.problems) == {"file"}
    return refused.value.problems["file"].split(".")[0]


def test_values_come_as_a_dutch_spreadsheet_shows_them():
    def fill(book):
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Naam", "Waarde"])
        forms = ["yyyy-mm-dd", "yyyy-mm-dd hh:mm", "hh:mm", "[h]:mm"]
        day, moment, hour, span = (book.add_format({"num_format": form}) for form in forms)
        for number, (value, form) in enumerate(
            [
                (7, None),
                (7.5, None),
                (0.1 + 0.2, None),
                (-612345678, None),
                (True, None),
                (False, None),
                (date(2026, 3, 4), day),
                (datetime(2026, 3, 4, 9, 5), moment),
                (clock(9, 5), hour),
                (timedelta(hours=36, minutes=5), span),
            ],
            start=1,
        ):
            sheet.write(number, 0, "x")
            sheet.write(number, 1, value, form)

    shown = ["7", "7,5", "0,3", "-612345678", "ja", "nee", "2026-03-04"]
    shown += ["2026-03-04 09:05", "09:05", "36:05"]
    assert [value for _, value in lines(made.xlsx(fill))] == shown


def test_a_formula_is_never_evaluated_only_what_was_last_seen_is_read():
    def fill(book):
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["a", "b", "c"])
        sheet.write_formula(1, 0, "=1+1", None, 5)
        sheet.write_formula(1, 1, '="x"&"y"', None, "=gezien")
        sheet.write_formula(1, 2, "=1/0", None, "#DIV/0!")

    assert lines(made.xlsx(fill)) == [["5", "=gezien", ""]]


def test_the_first_sheet_that_can_be_seen_is_read_with_its_own_line_numbers():
    def fill(book):
        book.add_worksheet("weg").hide()
        book.add_chartsheet()
        sheet = book.add_worksheet("lijst")
        sheet.write_row(3, 2, ["Naam", "Komt"])
        sheet.write_row(6, 2, ["A", 1])
        book.get_worksheet_by_name("lijst").activate()
        sheet.set_first_sheet()

    table = read(made.xlsx(fill))
    assert table.columns == ("Naam", "Komt")
    assert [(row.line, row.cells) for row in table.rows] == [(7, ("A", "1"))]


def test_an_ods_as_libreoffice_leaves_it_is_read():
    values = [
        made.valued("float", **{"": 7}),
        made.valued("boolean", boolean="true"),
        made.valued("date", date="2026-03-04"),
        made.valued("time", time="PT09H05M00S"),
    ]
    data = made.ods(
        made.row(*map(made.cell, "ABCD"), made.empty(16_380))
        + "\n"
        + made.row(made.empty(16_384), times=2)
        + made.row(*values, "<table:covered-table-cell/>")
        + made.row(made.cell("=1"), made.empty(2), made.cell("&lt;b&gt;"))
        + made.row(made.empty(16_384), times=1_048_571)
    )
    table = read(data)
    assert table.columns == tuple("ABCD")
    assert [(row.line, row.cells) for row in table.rows] == [
        (4, ("7", "ja", "2026-03-04", "09:05")),
        (5, ("=1", "", "", "<b>")),
    ]


def test_cells_and_rows_without_a_place_follow_each_other():
    table = "<row><c><v>1</v></c><c t='inlineStr'><is><t>Naam</t></is></c></row>"
    assert read(made.with_sheet(table + "<row><c/><c><v>3</v></c></row>")).rows[0].cells == (
        "",
        "3",
    )


def test_a_password_is_told():
    secret = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
    assert reason(made.ods(HEAD, secret)) == "Dit bestand heeft een wachtwoord"
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    assert (
        reason(old + "EncryptedPackage".encode("utf-16-le")) == "Dit bestand heeft een wachtwoord"
    )
    assert reason(old) == "Dit is een oud soort bestand"
    locked = bytearray(SMALL)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.index(mark) + offset] |= 1
    assert reason(bytes(locked)) == "Dit bestand heeft een wachtwoord"


def bomb(size, part="xl/worksheets/sheet1.xml"):
    parts = made.unzipped(SMALL)
    return made.zipped({**parts, part: bytes(size)})


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/media/image1.png"])
def test_a_file_that_unpacks_to_far_more_is_not_unpacked(part, monkeypatch):
    unpacked = []
    bombs = [bomb(size, part) for size in (11_000_000, workbook.UNPACKED + 1)]
    monkeypatch.setattr(zipfile.ZipFile, "open", lambda *_, **__: unpacked.append(1))
    for data in bombs:
        assert reason(data) == "Dit bestand is te groot"
    assert unpacked == []


def test_a_file_that_lies_about_its_size_is_not_unpacked_further():
    honest = bomb(9_000_000)
    size = struct.pack("<I", 9_000_000)
    assert honest.count(size) == 2
    assert reason(honest.replace(size, struct.pack("<I", 900))) == "Dit bestand is beschadigd"


@pytest.mark.parametrize(
    "data",
    [
        made.with_sheet('<row><c r="XFD1048576"><v>1</v></c></row>'),
        made.with_sheet('<row r="1048576"><c r="A1"/><c r="xfd1048576"><v>1</v></c></row>'),
        made.with_sheet("<row>" + C.format("A1", 0) * 21_000 + "</row>", "x" * 10_000),
        made.ods(HEAD + made.row(made.cell("x", times=16_384), times=1_048_576)),
        made.ods(HEAD + made.row(made.empty(10), times=999_999_999) + HEAD),
        made.ods(HEAD + made.row(made.cell("x" * 10_000), times=21_000)),
        made.ods(HEAD + made.row(made.empty(9_999_999), made.valued("float", **{"": 1}))),
    ],
)
def test_a_small_file_that_would_fill_the_memory_is_refused(data):
    assert len(data) < 300_000
    assert reason(data) == "Dit bestand is te groot"


def without(name):
    parts = made.unzipped(SMALL)
    return made.zipped({key: part for key, part in parts.items() if key != name})


def twice():
    parts = made.unzipped(SMALL)
    return made.zipped({**parts, "XL/sharedStrings.xml": parts["xl/sharedStrings.xml"]})


LAUGHS = '<!DOCTYPE a [<!ENTITY l "lachen"><!ENTITY m "&l;&l;&l;">]>'


@pytest.mark.parametrize(
    "data",
    [
        made.with_sheet('<row><c r="A0x"><v>1</v></c></row>'),
        made.with_sheet(C.format("A1", 9)),
        made.with_sheet("<row><c>"),
        made.with_sheet("<row><c t='n'><v>geen getal</v></c></row>"),
        made.ods(HEAD, before=LAUGHS),
        made.ods(made.row(made.cell("x"), times="veel")),
        made.ods(made.row(made.valued("float", **{"": "geen getal"}))),
        made.zipped({"mimetype": made.KIND}),
        without("xl/worksheets/sheet1.xml"),
        without("xl/_rels/workbook.xml.rels"),
        made.zipped(made.unzipped(SMALL), zipfile.ZIP_LZMA),
        twice(),
        b"PK\x03\x04",
    ],
)
def test_a_damaged_file_is_told(data):
    assert reason(data) == "Dit bestand is beschadigd"


def test_a_workbook_without_macros_pictures_and_code_is_all_that_is_opened(monkeypatch):
    opened = []
    real = zipfile.ZipFile.open
    monkeypatch.setattr(
        zipfile.ZipFile,
        "open",
        lambda self, name, *rest, **more: opened.append(name) or real(self, name, *rest, **more),
    )
    data = made.zipped({**made.unzipped(SMALL), "xl/vbaProject.bin": b"x", "xl/media/a.png": b"x"})
    opened.clear()
    assert lines(data) == [["A", "1"], ["B", "2"]]
    assert not [info for info in opened if info.filename.endswith((".bin", ".png"))]


class PanicException(BaseException):
    """What a panic in a library written in Rust is in Python: no Exception at all."""


@pytest.mark.parametrize("error", [PanicException, MemoryError, OverflowError])
def test_a_panic_of_the_reader_goes_no_further(error, monkeypatch):
    def panics(_):
        raise error("Fatima")

    monkeypatch.setattr(
        python_calamine, "CalamineWorkbook", type("", (), {"from_filelike": panics})
    )
    with pytest.raises(Invalid) as refused:
        read(SMALL)
    assert "Fatima" not in str(refused.value.problems)
    assert refused.value.__suppress_context__


def test_somebody_who_stops_the_program_is_heard(monkeypatch):
    def stops(_):
        raise KeyboardInterrupt

    reader = type("Reader", (), {"from_filelike": stops})
    monkeypatch.setattr(python_calamine, "CalamineWorkbook", reader)
    with pytest.raises(KeyboardInterrupt):
        read(SMALL)


@settings(max_examples=150, deadline=None)
@given(st.integers(4, len(SMALL) - 1))
def test_a_file_cut_off_anywhere_is_damaged(length):
    assert reason(SMALL[:length]) == "Dit bestand is beschadigd"


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_file_with_a_byte_changed_is_read_or_refused(data):
    spoilt = bytearray(SMALL)
    spoilt[data.draw(st.integers(0, len(SMALL) - 1))] = data.draw(st.integers(0, 255))
    harmed(bytes(spoilt))


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_part_with_bytes_changed_and_packed_well_is_read_or_refused(data):
    parts = made.unzipped(SMALL)
    name = data.draw(st.sampled_from(sorted(parts)))
    part = bytearray(parts[name])
    for _ in range(data.draw(st.integers(1, 4))):
        part[data.draw(st.integers(0, len(part) - 1))] = data.draw(st.sampled_from(b'0189<>&"/ az'))
    harmed(made.zipped({**parts, name: bytes(part)}))


def harmed(data):
    try:
        table = read(data)
    except Invalid as refused:
        assert set(refused.problems) == {"file"}
    else:
        assert all(len(row.cells) == len(table.columns) for row in table.rows)
