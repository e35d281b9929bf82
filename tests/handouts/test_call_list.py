"""The call list: lines at work on every page, and the two numbers that always answer."""

from dataclasses import fields, replace
from datetime import date, timedelta

import pytest
from digits import seen
from going_papers import beside_the_paper, by_pdftotext, on_each_other, pages, squeezed, words
from hostile import HOSTILE

from hgkm_desktop import texts
from hgkm_desktop.handouts.call_list import FILE_NAME, INSIDE, CallLine, call_list
from hgkm_desktop.sheets import numbers

TODAY = date(2026, 11, 23)
LINES = (
    CallLine(
        "Blauwhuis", "Isolde", "020 555 0142", "020 555 0100", "ma–vr 9–17", date(2026, 11, 3)
    ),
    CallLine("Buurtteam", "", "", "020 555 0199", "", TODAY - timedelta(days=181)),
    CallLine("Wijkpost", general="0900-1234"),
)


@pytest.fixture(scope="module")
def pdf():
    return call_list(LINES, TODAY)


def test_each_row_says_who_and_how_and_when_somebody_looked(pdf):
    text = squeezed(by_pdftotext(pdf))
    for sentence in (
        "Belkaart",
        "Geprint op 23 november 2026",
        "Alleen nummers van het werk",
        "Organisatie Persoon Direct Algemeen",
        "Blauwhuis ma–vr 9–17 Gecontroleerd op 3 november 2026 Isolde 020 555 0142 020 555 0100",
        "Buurtteam Controleer dit nummer eerst 020 555 0199",
        "Wijkpost Controleer dit nummer eerst 0900-1234",
    ):
        assert squeezed(sentence) in text


def test_there_is_no_field_for_a_private_number():
    assert [field.name for field in fields(CallLine)] == [
        "name",
        "person",
        "direct",
        "general",
        "hours",
        "checked",
    ]


def test_a_check_from_tomorrow_is_none():
    tomorrow = (CallLine("Wijkpost", checked=TODAY + timedelta(days=1)),)
    assert "Controleer dit nummer eerst" in words(call_list(tomorrow, TODAY))


def test_every_figure_of_a_number_is_the_one_that_was_typed(pdf):
    (page,) = pages(pdf)
    for number in ("020 555 0142", "0800-2000", "112"):
        hits = [*page.found(number)]
        assert len(hits) == 1, number
        figures = [sign for sign in hits[0] if sign.text.isdigit()]
        assert seen(page, figures) == "".join(c for c in number if c.isdigit())


def test_many_rows_go_on_over_pages_that_all_carry_the_two_numbers(read):
    many = [replace(LINES[0], name=f"Blauwhuis {n}") for n in range(120)]
    paper = read(call_list(many, TODAY))
    count = len(paper.reader.pages)
    assert count > 5
    text = " ".join(paper.text.split())
    assert [n for n in range(120) if f"Blauwhuis {n} " not in text] == []
    for number, page in enumerate(paper.reader.pages, 1):
        shown = " ".join(page.extract_text().split())
        for sentence in ("Gevaar nu 112 dag en nacht", "Veilig Thuis 0800-2000", "Algemeen"):
            assert sentence in shown
        assert f"Blad {number} van {count}" in shown
        assert "Blijft bij ons" in shown


def test_the_numbers_are_those_of_the_registry_as_it_is_kept_here():
    known = {number.key: number for number in numbers.shipped()}
    known["veilig_thuis"] = replace(known["veilig_thuis"], number="0800-2001")
    text = words(call_list(LINES, TODAY, known))
    assert "0800-2001" in text
    assert "0800-2000" not in text


def test_an_empty_list_says_so_and_keeps_the_two_numbers():
    text = words(call_list((), TODAY))
    assert "Er staan nog geen nummers in de lijst." in text
    assert "0800-2000" in text


def test_the_file_tells_nobody_what_it_is_and_has_every_font_inside(pdf, read):
    paper = read(pdf)
    assert dict(paper.reader.metadata) == {"/Title": "Blad"}
    assert paper.reader.xmp_metadata is None
    assert b"ReportLab" not in pdf
    assert paper.are_all_fonts_inside()
    assert FILE_NAME == "blad.pdf"
    assert call_list(LINES, TODAY) == pdf


def test_in_an_arabic_window_the_list_is_dutch_and_says_so(read):
    texts.use("ar")
    paper = read(call_list(LINES, TODAY))
    assert "Belkaart" in paper.text
    assert paper.reader.trailer["/Root"]["/Lang"] == "nl"


def test_twelve_thousand_characters_go_on_over_the_next_pages(read):
    long = "".join(f"woord{number:04} " for number in range(1200))
    paper = read(call_list([CallLine(long, "x" * 12_000, "1" * 300)], TODAY))
    text = squeezed(paper.text)
    assert all(f"woord{number:04}" in text for number in (0, 600, 1199))
    assert text.count("x") >= 12_000
    assert beside_the_paper(paper.pdf, INSIDE) == []


@pytest.mark.parametrize(("name", "typed"), HOSTILE, ids=[name for name, _ in HOSTILE])
def test_nothing_that_is_typed_breaks_the_list(name, typed, read):
    text = typed[:600]
    paper = read(call_list([CallLine(text, text, text, text, text), LINES[0]], TODAY))
    assert "Isolde" in paper.text
    assert paper.are_all_fonts_inside()
    assert beside_the_paper(paper.pdf, INSIDE) == []
    assert on_each_other(paper.pdf) == []
