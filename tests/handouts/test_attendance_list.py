"""The list at the door: first names and boxes, and nothing of what it is about."""

from dataclasses import fields, replace
from datetime import UTC, datetime
from itertools import pairwise
from unicodedata import category

import pytest
from digits import seen
from going_papers import beside_the_paper, by_pdftotext, on_each_other, pages, squeezed, words
from hostile import HOSTILE
from session_papers import FORMULA, LIST, MARKUP, MIXED, TITLE, many_rows

from hgkm_desktop import texts
from hgkm_desktop.handouts.attendance_list import (
    FILE_NAME,
    INSIDE,
    AttendanceList,
    AttendanceRow,
    attendance_list,
)

FRAME = (
    "Nisa for Nisa",
    "dinsdag 22 juni 2027, 10.00 uur, zaal 1",
    "Wie is er vandaag?",
    "Voornaam of schuilnaam",
    "Opvang",
    "Is er",
    "Zet een vinkje. Geen handtekening, geen achternaam.",
    "Vernietig dit blad na het invoeren.",
)
CHILDREN = INSIDE.x + INSIDE.width - 139
BOX = INSIDE.x + INSIDE.width - 57
LONG = "Een naam die nooit meer ophoudt "


@pytest.fixture(scope="module")
def pdf():
    return attendance_list(LIST)


def of(*names, **changes):
    """Return the one page of a list of these names."""
    rows = [AttendanceRow(n, name, 2) for n, name in enumerate(names, 1)]
    (page,) = pages(attendance_list(replace(LIST, rows=rows, empty_rows=0, **changes)))
    return page


def test_it_says_when_and_where_and_whom_to_tick(pdf):
    text = squeezed(by_pdftotext(pdf))
    for sentence in FRAME:
        assert squeezed(sentence) in text, sentence


def test_each_row_is_a_number_a_name_and_the_children_to_be_minded(pdf):
    (page,) = pages(pdf)
    assert page.lines[3:-1] == [
        "1 Samira 1 kind",
        "2 Zonnebloem 2 kinderen",
        "3 Fatima",
        "4 Mevrouw B. 1 kind",
        "5",
        "6",
    ]


def test_there_is_no_field_for_the_title_or_a_surname():
    assert [field.name for field in fields(AttendanceList)] == [
        "starts",
        "place",
        "organisation",
        "rows",
        "empty_rows",
    ]
    assert [field.name for field in fields(AttendanceRow)] == ["number", "name", "children"]
    assert TITLE not in repr(LIST)
    assert "Samira" not in repr(LIST.rows)


def test_every_row_has_a_box_to_tick_and_a_line_to_write_on(pdf, read):
    (page,), paper = pages(pdf), read(pdf)
    baselines = [row[0].y for row in page.rows[3:-1]]
    assert len(baselines) == 6
    for y in baselines:
        middle = y + 3.5
        shades = [paper.picture.getpixel((round(x * 2), round((842 - middle) * 2))) for x in
                  (BOX, BOX + 8, BOX + 16.2)]  # fmt: skip
        assert shades[0] < 200 > shades[2]
        assert shades[1] == 255
        below = [shade_at(paper, INSIDE.x + 200, y - down / 4) for down in range(20, 60)]
        assert min(below) < 200


def shade_at(paper, x, y):
    return paper.picture.getpixel((round(x * 2), paper.picture.height - round(y * 2)))


def test_empty_rows_go_on_counting_after_the_highest_number():
    rows = [AttendanceRow(7, "Samira"), AttendanceRow(3, "", 12)]
    (page,) = pages(attendance_list(replace(LIST, rows=rows, empty_rows=2)))
    assert page.lines[3:-1] == ["7 Samira", "3 12 kinderen", "8", "9"]


def test_an_empty_list_says_so_and_only_empty_rows_begin_at_one():
    assert "Er staat nog niemand op de lijst." in words(
        attendance_list(replace(LIST, rows=(), empty_rows=0))
    )
    (page,) = pages(attendance_list(replace(LIST, rows=(), empty_rows=3)))
    assert page.lines[3:-1] == ["1", "2", "3"]


@pytest.mark.parametrize(("count", "sheets"), [(24, 1), (25, 2), (40, 2), (200, 10)])
def test_many_rows_go_on_over_sheets_that_all_carry_the_frame(count, sheets):
    paper = attendance_list(replace(LIST, rows=many_rows(count), empty_rows=0))
    found = pages(paper)
    assert len(found) == sheets
    rows = []
    for number, page in enumerate(found, 1):
        text = squeezed(" ".join(page.lines))
        assert [sentence for sentence in FRAME if squeezed(sentence) not in text] == []
        assert (squeezed(f"Blad {number} van {sheets}") in text) is (sheets > 1)
        rows += [line.split()[:2] for line in page.lines[3:-1]]
    assert rows == [[str(n), f"Naam{n}"] for n in range(1, count + 1)]
    assert on_each_other(paper) == []


def test_rows_stay_big_however_many_there_are():
    for count in (1, 24, 200):
        page = pages(attendance_list(replace(LIST, rows=many_rows(count))))[0]
        heights = [row[0].y for row in page.rows[3:-1]]
        apart = {round(one - other, 1) for one, other in pairwise(heights)}
        assert min(apart) >= 25, count
        assert max(apart) - min(apart) <= 0.2, count


@pytest.mark.parametrize("name", [LONG * 3, "x" * 100, "أم محمد عبد الرحمن " * 6, "W" * 119])
def test_a_long_name_is_cut_before_the_children(name):
    page = of(name)
    row = page.rows[3]
    named = [sign for sign in row if sign.x < CHILDREN - 1]
    assert max(sign.right for sign in named) < CHILDREN
    assert "…" in "".join(sign.text for sign in named).replace("...", "…")
    assert "2 kinderen" in page.lines[3]


def test_a_name_that_just_fits_is_not_cut():
    assert "…" not in of("Een naam van vijfendertig letters").lines[3]


@pytest.mark.parametrize("number", ["020 555 0142", "13.45"])
def test_figures_in_an_arabic_name_keep_their_order(number):
    page = of(MIXED)
    (hit,) = page.found(number)
    figures = [sign for sign in hit if sign.text.isdigit()]
    assert seen(page, figures) == "".join(sign for sign in number if sign.isdigit())


def test_an_arabic_name_does_not_move_the_number_or_the_children():
    line = of("مريم 12 مريم").lines[3]
    assert line.startswith("1 ")
    assert line.endswith(" 2 kinderen")


@pytest.mark.parametrize("name", [FORMULA, MARKUP, "&lt;para&gt;", "=HYPERLINK(1)"])
def test_a_formula_or_markup_is_printed_as_it_was_typed(name):
    assert f"1 {name} 2 kinderen" in of(name).lines


def test_large_numbers_do_not_touch_the_names():
    rows = [AttendanceRow(123_456, "Samira"), AttendanceRow(2, "Fatima")]
    (page,) = pages(attendance_list(replace(LIST, rows=rows)))
    assert page.lines[3:5] == ["123456 Samira", "2 Fatima"]


@pytest.mark.parametrize(
    ("organisation", "place"),
    [
        (LONG * 2, LONG * 3),
        (LONG * 2, "zaal 1"),
        ("Nisa", LONG * 2),
        ("", ""),
        ("x" * 200, "قاعة 1 " * 20),
    ],
)
def test_whoever_is_longest_the_day_and_the_time_stay_whole(organisation, place):
    page = of("Samira", organisation=organisation, place=place)
    assert "dinsdag 22 juni 2027, 10.00 uur" in page.lines[0]
    heads = page.rows[0]
    touching = [two for one, two in pairwise(heads) if two.x < one.right - 2.5 and two.text != "."]
    assert touching == []
    assert min(sign.x for sign in heads) >= INSIDE.x - 1
    assert max(sign.right for sign in heads) <= INSIDE.x + INSIDE.width + 1


def test_without_a_place_nothing_hangs_after_the_time():
    assert of("Samira", place=" ").lines[0].endswith("10.00 uur")


def test_an_organisation_gets_the_room_that_the_place_leaves():
    name = "Stichting voor de hele buurt"
    assert of("Samira", organisation=name).lines[0].startswith(name)


def test_the_time_is_that_of_the_wall_in_winter():
    winter = datetime(2026, 11, 19, 11, 30, tzinfo=UTC)
    assert "donderdag 19 november 2026, 12.30 uur" in of("Samira", starts=winter).lines[0]


def test_it_speaks_the_language_on_the_screen(read):
    texts.use("en")
    text = read(attendance_list(LIST)).text
    for sentence in ("Who is here today?", "Tuesday 22 June 2027, 10.00", "1 child", "2 children"):
        assert sentence in text
    assert "uur" not in text


def test_in_an_arabic_window_the_list_is_dutch_and_says_so(read):
    texts.use("ar")
    paper = read(attendance_list(LIST))
    assert "Wie is er vandaag?" in paper.text
    assert "dinsdag 22 juni" in paper.text
    assert paper.reader.trailer["/Root"]["/Lang"] == "nl"


def test_the_file_tells_nobody_what_it_is_and_has_every_font_inside(pdf, read):
    paper = read(pdf)
    assert dict(paper.reader.metadata) == {"/Title": "Blad"}
    assert paper.reader.xmp_metadata is None
    assert b"ReportLab" not in pdf
    assert paper.are_all_fonts_inside()
    assert FILE_NAME == "blad.pdf"
    assert attendance_list(LIST) == pdf


@pytest.mark.parametrize(("name", "typed"), HOSTILE, ids=[name for name, _ in HOSTILE])
def test_nothing_that_is_typed_breaks_the_list(name, typed, read):
    rows = [AttendanceRow(1, typed, 1), AttendanceRow(2, "Samira", 2)]
    paper = read(attendance_list(AttendanceList(LIST.starts, typed, typed, rows)))
    assert "2 kinderen" in paper.text
    assert paper.are_all_fonts_inside()
    beside = beside_the_paper(paper.pdf, INSIDE)
    assert [sign for sign in beside if category(sign.text) not in ("Mn", "Me")] == []
    assert on_each_other(paper.pdf) == []
