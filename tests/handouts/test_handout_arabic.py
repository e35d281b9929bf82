"""The expected texts are written letter by letter, from left to right, as the eye meets them."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hgkm_desktop.handouts import arabic, fonts


def base(text):
    """Return plain letters for joined ones (lam with alef becomes two, as read backwards)."""
    return "".join(unicodedata.normalize("NFKC", c)[::-1] for c in text)


def names(text):
    return [unicodedata.name(c).removeprefix("ARABIC LETTER ") for c in arabic.joined(text)]


@pytest.mark.parametrize(
    ("text", "shapes"),
    [
        ("نور", ["NOON INITIAL FORM", "WAW FINAL FORM", "REH ISOLATED FORM"]),
        ("بيت", ["BEH INITIAL FORM", "YEH MEDIAL FORM", "TEH FINAL FORM"]),
        ("دار", ["DAL ISOLATED FORM", "ALEF ISOLATED FORM", "REH ISOLATED FORM"]),
        ("پل", ["PEH INITIAL FORM", "LAM FINAL FORM"]),
        ("ء", ["HAMZA ISOLATED FORM"]),
    ],
)
def test_each_letter_takes_the_shape_its_neighbours_ask_for(text, shapes):
    assert names(text) == shapes


def test_lam_and_alef_become_one_letter():
    assert arabic.joined("لا") == "\ufefb"
    assert arabic.joined("سلام") == "\ufeb3\ufefc\ufee1"


def test_a_stretched_line_joins_the_letters_on_both_sides():
    assert names("بـب") == ["BEH INITIAL FORM", "ARABIC TATWEEL", "BEH FINAL FORM"]


def test_vowel_signs_do_not_come_between_letters():
    assert arabic.joined("نُور") == arabic.joined("نور")


def test_a_letter_without_shapes_of_its_own_stays_as_it_is():
    assert arabic.joined("ݐ") == "ݐ"


@pytest.mark.parametrize(
    ("logical", "seen"),
    [
        ("", ""),
        ("Nisa for Nisa", "Nisa for Nisa"),
        ("(Nisa) 020-555 0100", "(Nisa) 020-555 0100"),
        ("نور", "رون"),
        ("نور الهدى", "ىدهلا رون"),
        ("نور (2)", "(2) رون"),
        ("نور 020 555 0100", "020 555 0100 رون"),
        ("نور +31-20", "+31-20 رون"),
        ("نور 0800-2000 بيت", "تيب 0800-2000 رون"),
        ("نور (Oost) بيت", "تيب (Oost) رون"),
        ("Huis نور بيت, Oost", "Huis تيب رون, Oost"),
        ("Huis نور", "Huis رون"),
        ("نور Huis 12", "Huis 12 رون"),
        ("12 نور", "رون 12"),
        ("نور ١٢", "١٢ رون"),
        ("ሰላም", "ሰላም"),
    ],
)
def test_words_and_numbers_come_in_the_order_they_are_read(logical, seen):
    assert base(arabic.drawn(logical)) == seen


@given(st.text(alphabet="abc نورلا 12-+.,", max_size=40))
def test_nothing_is_lost_and_nothing_is_added(text):
    assert sorted(base(arabic.drawn(text))) == sorted(text)


@given(st.text(max_size=60))
def test_any_text_can_be_ordered(text):
    arabic.drawn(text)


def test_the_fonts_have_every_shape_of_the_letters_people_here_write():
    everyday = "ابتثجحخدذرزسشصضطظعغفقكلمنهوياأإآؤئىةءپچژگکیڤ"
    shapes = {
        arabic.joined(f"{before}{c}{after}")
        for c in everyday
        for before in ("", "ب")
        for after in ("", "ب")
    }
    assert all(fonts.can_draw(c, bold) for shape in shapes for c in shape for bold in (True, False))
