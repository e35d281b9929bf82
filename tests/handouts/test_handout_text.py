import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hgkm_desktop import texts
from hgkm_desktop.handouts import text


def fonts_of(line):
    return {run.font for run in line.runs}


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Nisa\x00\x07\x1b", "Nisa"),
        ("\u202eNisa\u2066\u200f", "Nisa"),
        ("  Nisa \n\t for\u00a0Nisa\u2028 ", "Nisa for Nisa"),
        ("Nisa\ud800", "Nisa"),
        ("Zoë", "Zoë"),
        ("Zoe\u0308", "Zoë"),
        ("Z\u0327\u0328\u0327\u0328", "Z\u0327"),
        ("\u0301 Nisa", "Nisa"),
        ("N\ufe0f\u200d", "N"),
        ("", ""),
    ],
)
def test_signs_nobody_can_see_are_left_out(typed, printed):
    assert text.clean(typed) == printed


def test_a_long_text_is_cut_short_and_says_so():
    assert text.clean("Nisa " * 100, cap=10) == "Nisa Nisa…"
    assert len(text.clean("x" * 1_000_000)) == text.CAP


def test_a_million_characters_do_not_hold_up_the_printer():
    started = time.perf_counter()
    for character in ("x", " ", "<b>", "ن", "\u0301", "\u202e", "😀"):
        text.fitted(character * 1_000_000, 200, 12)
    assert time.perf_counter() - started < 5


def test_letters_of_each_script_come_from_a_font_that_has_them():
    found = fonts_of(text.one_line("Nisa نور ሰላም"))
    assert found == {"NotoSans-Regular", "NotoSansArabic-Regular", "NotoSansEthiopic-Regular"}
    assert fonts_of(text.one_line("ሰላም", bold=True)) == {"NotoSansEthiopic-SemiBold"}


@pytest.mark.parametrize("strange", ["😀", "😀😀👩‍👧", "漢字", "\u05d0"])
def test_what_no_font_can_draw_becomes_one_dash(strange):
    assert text.one_line(text.clean(f"Nisa {strange} Oost")).says == "Nisa – Oost"


@given(st.text(max_size=200), st.booleans())
def test_no_text_ever_shows_a_box(typed, bold):
    line = text.one_line(text.clean(typed), bold)
    assert all(glyph.number for run in (line.runs if line else ()) for glyph in run.glyphs)


@given(st.text(min_size=1, max_size=200), st.integers(min_value=0, max_value=400))
def test_a_fitted_line_is_never_too_wide(typed, width):
    line = text.fitted(typed, width, 12)
    assert line is None or line.width * 12 / 1000 <= width


def test_a_line_that_fits_stays_whole():
    assert text.fitted("Nisa for Nisa", 400, 12).says == "Nisa for Nisa"
    assert text.fitted("Nisa for Nisa", 40, 12).says == "Nisa…"
    assert text.fitted("Nisa", 1, 12) is None


def test_a_code_is_cut_into_groups_of_four():
    assert text.ltr_code("ABCD-EFGH-12") == ["ABCD", "EFGH", "12"]
    assert text.ltr_code("ABCD EFGH12") == ["ABCD", "EFGH", "12"]


@pytest.mark.parametrize("code", ["", "abcd", "AB_D", "ABÉD", "AB\u200eCD", "AB\nCD", "١٢٣٤"])
def test_a_code_with_anything_else_in_it_is_not_printed(code):
    with pytest.raises(ValueError, match="capitals and digits"):
        text.ltr_code(code)


@pytest.mark.parametrize(
    ("language", "printed"),
    [("nl", "1 maart 2027"), ("en", "1 March 2027"), ("ar", "1 maart 2027")],
)
def test_a_day_is_written_in_the_language_of_the_paper(language, printed):
    texts.use(language)
    assert text.day(date(2027, 3, 1)) == printed
