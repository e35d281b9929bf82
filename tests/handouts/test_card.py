import itertools
import re
from dataclasses import replace

import pypdfium2
import pytest
from card_paper import (
    COVERS,
    HOURS,
    INSIDE,
    LANGUAGES,
    LARGE,
    OURS,
    OUTSIDE,
    cards,
    frames,
    is_in,
    letters,
    printed,
    registry,
    text,
)

from hgkm_desktop.errors import UserError
from hgkm_desktop.sheets import library
from hgkm_desktop.sheets.card import compose_card, covers, is_harmless


def numbers_in(pdf, frame):
    """Return the large numbers of a card as the eye reads them, from left to right."""
    found = [(s, b) for s, b in letters(pdf, INSIDE, above=LARGE) if is_in(b, frame)]
    digits = [(s, b) for s, b in found if s.isdigit()]
    feet = []
    for _, box in sorted(digits, key=height, reverse=True):
        if not any(abs(foot - box[1]) < 1 for foot in feet):
            feet.append(box[1])
    signs = digits + [(s, b) for s, b in found if s in "+-"]
    return [as_read([x for x in signs if -1 < x[1][1] - foot < 4]) for foot in feet]


def height(found):
    return found[1][1]


def as_read(row):
    """Return the signs of a row; where their middles lie far apart there is a space."""
    row = sorted((box, sign) for sign, box in row)
    tall = max(box[3] - box[1] for box, _ in row)
    said = row[0][1]
    for (before, _), (box, sign) in itertools.pairwise(row):
        apart = (box[0] + box[2] - before[0] - before[2]) / 2
        said += (" " if apart > 0.95 * tall else "") + sign
    return said


@pytest.mark.parametrize("pictures", [False, True])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_stands_on_every_card_and_reads_as_registered(language, pictures):
    pdf = cards(language, pictures=pictures)
    for frame in frames(INSIDE):
        assert numbers_in(pdf, frame) == ["112", "0800-2000", OURS]
    assert len(frames(INSIDE)) == 8


@pytest.mark.parametrize("own", ["0205550100", "+31 20-555 01 00", "06 55 50 01 00 - 12 34"[:20]])
@pytest.mark.parametrize("pictures", [False, True])
@pytest.mark.parametrize("language", ["nl", "ar"])
def test_a_number_in_another_form_reads_as_typed(language, pictures, own):
    pdf = cards(language, own=own, pictures=pictures)
    for frame in frames(INSIDE):
        assert numbers_in(pdf, frame)[-1].replace(" ", "") == own.replace(" ", "")


def test_there_is_no_third_number_where_nobody_gave_one():
    pdf = cards(own="")
    assert numbers_in(pdf, frames(INSIDE)[0]) == ["112", "0800-2000"]


@pytest.mark.parametrize("cover", COVERS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_card_is_on_the_paper(language, cover):
    pdf = cards(language, cover)
    choice, words = covers(language)[cover], library.words(language)["card"]
    front, back = text(pdf, OUTSIDE), text(pdf, INSIDE)
    for part in (choice.title, choice.subtitle, choice.back):
        assert_said_eight_times(part, front)
    keys = "numbers urgent questions free_day_night talk doctor team library ask_for my_list"
    for key in [*keys.split(), "kept_at", "our_word"]:
        assert_said_eight_times(words[key], back)
    for part in (*words["items"], HOURS):
        assert_said_eight_times(part, back)


def assert_said_eight_times(part, whole):
    for word in part.split():
        assert whole.count(word) >= 8, word


@pytest.mark.parametrize("cover", COVERS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_on_the_card_gives_away_what_it_is(language, cover):
    pdf = cards(language, cover)
    words = text(pdf, OUTSIDE) + " " + text(pdf, INSIDE)
    assert is_harmless(words, language)
    assert library.LANGUAGES[language] not in words
    assert not re.search(r"20[2-9]\d(?!\d)", words.replace("0800-2000", ""))


def test_hours_with_a_word_that_gives_it_away_do_not_print():
    assert "Veilig" not in text(cards(hours="Veilig Thuis is dag en nacht open"), INSIDE)


@pytest.mark.parametrize("cover", COVERS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_card_in_pictures_has_no_words_only_numbers(language, cover):
    pdf = cards(language, cover, pictures=True)
    assert letters(pdf, OUTSIDE) == []
    once = sorted("1120800-2000" + OURS.replace(" ", ""))
    assert sorted(sign for sign, _ in letters(pdf, INSIDE)) == sorted(once * 8)


def test_hours_of_many_words_are_printed_whole_and_cost_a_line_to_write_on():
    hours = "maandag, woensdag en vrijdagmiddag van tien tot drie uur, ja"
    for language in LANGUAGES:
        words = text(cards(language, hours=hours), INSIDE)
        assert_said_eight_times(hours, words)
    wide = cards(hours="WWWWWWWW " * 6 + "WWWWWW")
    assert "Huisarts" in text(wide, INSIDE)
    assert "Bibliotheek" not in text(wide, INSIDE)


def test_a_label_of_one_long_word_keeps_room_to_write():
    content = compose_card("nl", registry())
    for label in ("Wijkgezondheidscentrum", "Wijkgezondheidscentrumspreekuren", "W" * 30):
        long = replace(content, words={**content.words, "doctor": label})
        pdf = printed(long)
        assert label in "".join(sign for sign, _ in letters(pdf, INSIDE))
        assert all(
            any(is_in(box, frame) for frame in frames(INSIDE)) for _, box in letters(pdf, INSIDE)
        )


def test_a_sign_that_cannot_be_printed_stops_the_card():
    with pytest.raises(UserError):
        cards(hours="ma–do \U0001f600")


def test_signs_that_turn_the_text_round_are_left_out():
    pdf = cards(hours="\u202e10–15\n uur\u202c")
    assert_said_eight_times("10–15 uur", text(pdf, INSIDE))


def test_cards_of_several_languages_go_in_one_file():
    some = [compose_card(language, registry()) for language in ("nl", "tr")]
    pdf = printed(*some)
    assert len(pypdfium2.PdfDocument(pdf)) == 4
    assert "Handige nummers" in text(pdf, 1)
    assert "Faydalı numaralar" in text(pdf, 3)
    assert "Handige" not in text(pdf, 3)
