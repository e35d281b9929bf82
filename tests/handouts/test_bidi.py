"""Directions as Unicode says; a second, independent implementation is the judge."""

import bidi as judge
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hgkm_desktop.handouts import bidi

LETTERS = "abcz éış اأبتسلمنهويءة ሰላም 0123459 -+.,:;/%€#()[]{}<>«»!?؟،—"


def drawn(text, rtl):
    levels = bidi.levels(text, rtl)
    items = bidi.reordered([*zip(levels, text, strict=True)], lambda item: item[0])
    return "".join(character for _, character in items)


@settings(max_examples=1500, deadline=None)
@given(st.text(LETTERS, min_size=1, max_size=60).map(str.strip).filter(bool), st.booleans())
def test_every_line_runs_as_a_second_implementation_says(text, rtl):
    assert drawn(text, rtl) == judge.get_display(text, base_dir="R" if rtl else "L")


@pytest.mark.parametrize("number", ["112", "0800-2000", "088 234 24 50", "088-555 1000", "113"])
@pytest.mark.parametrize("around", ["اتصلي {}", "{} مجاناً", "اتصلي بالرقم {} ليلاً (12 – 15)"])
def test_a_guarded_number_is_never_turned_round(number, around):
    text = around.format(bidi.LRM + number.replace(" ", "\u00a0") + bidi.LRM)
    assert number in drawn(text, rtl=True).replace("\u00a0", " ")


def test_without_its_guard_a_number_is_turned_round():
    """The trap itself: should this ever fail, the guard is no longer needed."""
    assert "2000-0800" in drawn("اتصلي 0800-2000", rtl=True)


def test_text_without_right_to_left_letters_stays_as_it_is():
    assert set(bidi.levels("ሰላም Zoë (12)", rtl=False)) == {0}


def test_nothing_at_all_has_no_order():
    assert bidi.levels("", rtl=True) == ()
    assert bidi.reordered([], lambda item: 0) == []
