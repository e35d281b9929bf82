"""Text that must fit: cut short in a row, smaller on a poster, never endless."""

from functools import partial

import pytest

from hgkm_desktop.handouts.fitting import cut, snug, wide
from hgkm_desktop.handouts.leaves import told
from hgkm_desktop.handouts.paragraph import Look

LOOK = Look(20)


def fitted(text, width, least=10.0, most_lines=1):
    return snug(partial(told, text), LOOK, width, least, most_lines)


def lines(shown, width):
    return [line.says.strip() for line in shown.text.lines(width / shown.look.size * 1000)]


def test_what_fits_is_not_cut():
    assert cut("Fatima", LOOK, 100).says == "Fatima"


@pytest.mark.parametrize("width", [30, 61, 100, 299])
def test_what_does_not_fit_is_cut_at_the_last_sign_that_does(width):
    text = "abcdefghijklmnopqrstuvwxyz" * 3
    line = cut(text, LOOK, width)
    kept = line.says.removesuffix("…")
    assert text.startswith(kept)
    assert wide(line, LOOK.size) <= width
    one_more = cut(text[: len(kept) + 1], LOOK, 10_000)
    assert wide(one_more, LOOK.size) > width - wide(cut("…", LOOK, 99), LOOK.size)


@pytest.mark.parametrize("text", ["", "  ", "\u200b\u202e"])
def test_nothing_is_no_line(text):
    assert cut(text, LOOK, 100) is None
    assert wide(None, LOOK.size) == 0


@pytest.mark.parametrize("width", [0, 1, 16])
def test_where_not_even_one_sign_fits_there_is_no_line(width):
    assert cut("Wafa", LOOK, width) is None


def test_a_number_in_a_row_stays_whole_after_arabic_words():
    assert "020 555 0142" in cut("فاطمة 020 555 0142", LOOK, 400).says
    assert cut("فاطمة 020 555 0142", LOOK, 400).runs[0].level == 2


def test_what_fits_at_once_keeps_its_size():
    assert fitted("kort", 200).look.size == 20


def test_a_long_line_becomes_smaller_until_it_is_one_line():
    shown = fitted("een regel die te lang is", 150)
    assert len(lines(shown, 150)) == 1
    assert 10 <= shown.look.size < 20


def test_at_its_least_size_it_takes_more_lines():
    shown = fitted("een regel die veel en veel te lang is " * 3, 150)
    assert shown.look.size == 10
    assert len(lines(shown, 150)) > 1
    assert (
        " ".join(lines(shown, 150)).split()
        == ("een regel die veel en veel te lang is " * 3).split()
    )


def test_a_long_word_makes_it_smaller_still():
    shown = fitted("kort arbeidsongeschiktheidsverzekeringen", 150)
    assert "arbeidsongeschiktheidsverzekeringen" in lines(shown, 150)
    assert 5 <= shown.look.size < 10


def test_a_word_that_never_fits_is_broken_in_a_size_people_can_read():
    shown = fitted("x" * 300, 200)
    assert shown.look.size == 10
    assert "".join(lines(shown, 200)) == "x" * 300


def test_nothing_and_spaces_keep_their_size():
    assert fitted("", 200).look.size == fitted("   ", 200).look.size == 20
