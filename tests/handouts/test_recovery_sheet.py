import re
from datetime import date

import pytest

from hgkm_desktop import texts
from hgkm_desktop.errors import Invalid
from hgkm_desktop.handouts.recovery_sheet import recovery_sheet
from hgkm_desktop.vault import recovery_code

MADE_ON = date(2026, 11, 19)


@pytest.fixture
def sheet(code, read):
    return read(recovery_sheet(code, "Nisa for Nisa", MADE_ON, 1))


def test_the_code_can_be_read_back_from_the_sheet(code, sheet):
    groups = code.split("-")
    numbered = "".join(f"{place}{group}" for place, group in enumerate(groups, 1))
    assert len(groups) == 7
    assert numbered in sheet.letters
    printed = re.findall(r"\d((?:[0-9A-Z]){4})", numbered)
    assert recovery_code.read("".join(printed)) == recovery_code.read(code)


def test_the_sheet_says_where_to_keep_it_and_what_is_lost_without_it(sheet):
    words = " ".join(sheet.text.split())
    for sentence in (
        "Herstelblad",
        "Wachtzin vergeten of computer stuk?",
        "In een kluis of een dichte kast.",
        "Niet bij de computer.",
        "Niet op een foto, niet in een mail.",
        "Computer, wachtzinnen én dit blad kwijt?",
        "Dan is alles weg. Niemand kan het terughalen.",
        "De letters I, L, O en U komen niet voor.",
        "Blad 1 van 1 · nummer 1",
    ):
        assert sentence in words


def test_the_day_is_filled_in_and_the_rest_is_left_to_write(sheet):
    assert "19 november 2026" in sheet.text
    for label in ("Gemaakt op", "Bewaard door", "Plaats", "Handtekening"):
        assert label in sheet.text


def test_a_later_sheet_says_its_number(code, read):
    assert "nummer 12" in read(recovery_sheet(code, "Nisa", MADE_ON, 12)).text


def test_all_stands_on_one_a4_page(sheet):
    (page,) = sheet.reader.pages
    assert [round(side) for side in page.mediabox[2:]] == [595, 842]


def test_every_font_travels_inside_the_file(sheet):
    assert sheet.are_all_fonts_inside()


def test_the_file_tells_nobody_what_it_is_or_who_made_it(sheet):
    assert dict(sheet.reader.metadata) == {"/Title": "Blad"}
    assert sheet.reader.xmp_metadata is None
    assert sheet.reader.trailer["/Root"]["/Lang"] == "nl"
    assert b"ReportLab" not in sheet.pdf
    assert b"Helvetica" not in sheet.pdf


def test_the_same_words_give_the_same_bytes(code, sheet):
    assert recovery_sheet(code, "Nisa for Nisa", MADE_ON, 1) == sheet.pdf


def test_the_sheet_is_legible_on_a_grey_printer(sheet):
    dark, light = sheet.picture.getextrema()
    assert dark < 70
    assert light == 255


def big(sheet, character):
    """Return where this character of the code stands (the code is set larger than the rest)."""
    found = [box for letter, box in sheet.boxes() if letter == character]
    return [box for box in found if box.height > 20 and box.bottom < 640]


def sheet_full_of(character, read):
    body = character * recovery_code.LENGTH
    check = {"0": "34", "D": "ZD"}[character]
    return read(recovery_sheet(recovery_code.groups(body + check), "Nisa", MADE_ON, 1))


def test_every_zero_of_the_code_is_struck_through_and_no_letter_is(read):
    zeros = sheet_full_of("0", read)
    assert len(big(zeros, "0")) == recovery_code.LENGTH
    assert all(zeros.is_dark(*box.middle) for box in big(zeros, "0"))
    letters = sheet_full_of("D", read)
    assert len(big(letters, "D")) == recovery_code.LENGTH + 1
    assert not any(letters.is_dark(*box.middle) for box in big(letters, "D"))


def test_the_characters_stand_in_straight_rows_and_columns(read):
    middles = [box.middle for box in big(sheet_full_of("D", read), "D")]
    assert len({round(x) for x, _ in middles}) == 8
    assert len({round(y) for _, y in middles}) == 4


def test_a_code_with_a_mistake_is_never_printed(code):
    wrong = code[:-1] + ("0" if code[-1] != "0" else "1")
    with pytest.raises(Invalid):
        recovery_sheet(wrong, "Nisa", MADE_ON, 1)


def test_a_code_is_printed_the_same_however_it_was_written(code, sheet):
    bare = code.replace("-", "")
    assert recovery_sheet(bare, "Nisa for Nisa", MADE_ON, 1) == sheet.pdf
    spaced = " ".join(code.split("-"))
    assert recovery_sheet(spaced, "Nisa for Nisa", MADE_ON, 1) == sheet.pdf


def test_in_english_the_sheet_is_english(code, read):
    texts.use("en")
    sheet = read(recovery_sheet(code, "Nisa", MADE_ON, 1))
    assert "Recovery sheet" in sheet.text
    assert "19 November 2026" in sheet.text
    assert sheet.reader.trailer["/Root"]["/Lang"] == "en"


def test_where_paper_is_not_translated_it_is_dutch_and_says_so(code, read):
    texts.use("ar")
    sheet = read(recovery_sheet(code, "Nisa", MADE_ON, 1))
    assert "Herstelblad" in sheet.text
    assert sheet.reader.trailer["/Root"]["/Lang"] == "nl"
