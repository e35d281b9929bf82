"""The card's words: nothing on it may say what it is, in any language (R-302)."""

from datetime import date

import pytest
from data_files import CODES, read, words

from hgkm_desktop.sheets import library
from hgkm_desktop.sheets.card import compose_card, covers, is_harmless
from hgkm_desktop.sheets.numbers import OWN, Number, shipped

ORGANISATIONS = ("veilig thuis", "blijf", "nisa", "hgkm", "somastel", "buurtlogboek")


def card(code):
    return read("common", f"{code}.json")["card"]


def shown(code):
    return [*words({key: part for key, part in card(code).items() if key != "forbidden"})]


@pytest.mark.parametrize("code", CODES)
def test_no_forbidden_stem_stands_on_the_card(code):
    stems = {*card(code)["forbidden"], *card("nl")["forbidden"]}
    assert len(card(code)["forbidden"]) >= 20
    found = [(s, w) for w in shown(code) for s in stems if s.casefold() in w.casefold()]
    assert found == []


@pytest.mark.parametrize("code", CODES)
def test_no_organisation_and_no_language_is_named(code):
    whole = " ".join(shown(code)).casefold()
    assert not any(name in whole for name in ORGANISATIONS)
    assert not any(name.casefold() in whole for name in library.LANGUAGES.values())


@pytest.mark.parametrize("word", ["geweld", "thuis", "veilig"])
def test_the_words_the_requirement_names_are_forbidden(word):
    for code in CODES:
        assert not is_harmless(f"Hier is {word.upper()}!", code)


@pytest.mark.parametrize("code", CODES)
def test_each_stem_is_found_whatever_its_case(code):
    for stem in card(code)["forbidden"]:
        assert (
            not is_harmless(f"x{stem.upper()}x", code) or stem.upper().casefold() != stem.casefold()
        )
        assert not is_harmless(f"ma {stem} di", code)
    assert is_harmless("ma–do 10–15", code)


@pytest.mark.parametrize("code", CODES)
def test_a_cover_can_be_chosen_and_a_place_too_far_is_still_one(code):
    choices = covers(code)
    assert len({cover.title for cover in choices}) == len(choices) == 4
    known = {number.key: number for number in shipped()}
    for place in range(9):
        made = compose_card(code, known, place)
        assert made.cover == choices[place % 4]
        assert made.cover_place == place % 4
        assert made.rtl == (code == "ar")


@pytest.mark.parametrize(("hours", "printed"), [("ma–do 10–15", True), ("Blijf Groep", False)])
def test_our_own_number_comes_last_without_hours_that_give_it_away(hours, printed):
    known = {number.key: number for number in shipped()}
    known[OWN] = Number(OWN, "Nisa", "020 555 01 00", hours, checked_on=date(2026, 11, 21))
    *_, ours = compose_card("so", known).rows
    assert ours.call[0].text == "020 555 01 00"
    assert ours.note == (hours if printed else "")
