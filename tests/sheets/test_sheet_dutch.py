"""Dutch at B1: short sentences on every sheet, and a sheet that fits its paper."""

import re

import pytest
from data_files import BRACES, NAMES, master_lines, text

ENDS = re.compile(r"(?<=[.!?])[’”]?\s+")
LONGEST, AVERAGE = 18, 12


def sentences(name):
    """Return the sentences of everything a sheet can print, a number counting as one word."""
    found = text(name, "nl")
    parts = [found["lead"], *(line["text"] for _, line in master_lines(name))]
    whole = (BRACES.sub("nummer", part) for part in parts)
    return [one for part in whole for one in ENDS.split(part) if one.strip()]


def length(sentence):
    return len([word for word in sentence.split() if any(sign.isalnum() for sign in word)])


@pytest.mark.parametrize("name", NAMES)
def test_sentences_are_short(name):
    lengths = {one: length(one) for one in sentences(name)}
    assert [one for one, words in lengths.items() if words > LONGEST] == []
    assert sum(lengths.values()) / len(lengths) <= AVERAGE


@pytest.mark.parametrize("name", NAMES)
def test_a_line_says_one_thing(name):
    for place, line in master_lines(name):
        assert len(ENDS.split(line["text"])) <= 3, place
        assert len(line["text"]) <= 160, place


@pytest.mark.parametrize("name", NAMES)
def test_a_sheet_is_short_enough_for_large_type(name):
    found = text(name, "nl")
    assert len(found["title"]) <= 45
    assert len(found["lead"]) <= 90
    printed = [
        (place, line["text"]) for place, line in master_lines(name) if not line.get("verify")
    ]
    assert sum(len(one) for _, one in printed) <= 1500
    for key in found["sections"]:
        assert sum(place.startswith(f"{key}.") for place, _ in printed) <= 5


@pytest.mark.parametrize("name", NAMES)
def test_the_reader_is_spoken_to_as_je(name):
    """Save what she says herself to somebody else: that stands between quotation marks."""
    whole = re.sub("‘[^’]*’", "", " ".join(sentences(name)))
    assert not re.search(r"\b(U|u|uw|Uw)\b", whole)
    assert name.startswith("going_along_c") or re.search(
        r"\b([Jj]e|[Jj]ij|[Jj]ou|[Jj]ouw)\b", whole
    )
