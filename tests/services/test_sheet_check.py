"""What own words for a sheet must be: whole, short, without typed numbers or hidden signs."""

from dataclasses import replace

import pytest
from desk import MONDAY
from hostile import HOSTILE
from sheet_texts import TODAY, printed, with_heading, with_lines

from hgkm_desktop.errors import Invalid, UserError
from hgkm_desktop.handouts.paper import pdf
from hgkm_desktop.services import numbers, sheets
from hgkm_desktop.services.prints import Form
from hgkm_desktop.sheets import library

ORIGINAL = library.text("money", "nl")
FIRST = next(iter(ORIGINAL.parts))
NO_TYPING = "Typ geen nummer. Kies het uit de lijst."


def keep(db, text):
    db.call(sheets.keep, text, ORIGINAL, now=MONDAY)


def now(db):
    return db.call(sheets.text, "money", "nl")


def refused(db, text):
    with pytest.raises(Invalid) as error:
        keep(db, text)
    assert now(db) == ORIGINAL
    return error.value.problems


@pytest.mark.parametrize(
    "line",
    ["Bel 0800-2000.", "Bel 0800 - 2000.", "Bel 0800/2000", "Bel 0800–2000", "Bel 08 00 20 00",
     "Bel (020) 555 0100", "Bel 06.12.34.56.78", "Bel 112", "Bel 1 1 2", "اتصلي بـ ١١٢",
     "اتصلي بـ ٠٨٠٠-٢٠٠٠", "Bel ０８００２０００", "Bel 0800{own}2000", "Bel 113!", "12345",
     "+31 20 555 0100", "Bel 0800\u200b-2000", "Bel \u202e0002-0080"],
)  # fmt: skip
def test_a_typed_telephone_number_is_refused_in_every_shape(db, line):
    problems = refused(db, with_lines(ORIGINAL, "Goed.", line))
    assert problems == {f"{FIRST}.1": NO_TYPING}


@pytest.mark.parametrize(
    "line",
    ["Na 28 dagen.", "Kinderen van 12 tot 18 jaar.", "In 2021.", "In 2020, 2021 en 2022.",
     "Open van 9.30 - 12.00 uur.", "Van 13:15 tot 17:00.", "Tram 13 en bus 18.", "24/7 open."],
)  # fmt: skip
def test_years_ages_and_hours_are_no_telephone_numbers(db, line):
    keep(db, with_lines(ORIGINAL, line))
    assert line in printed(db.call(sheets.content, "money", "nl"))


@pytest.mark.parametrize("line", ["Bel {veiligthuis}.", "{fier}", "{Own}", "{ own }", "{{own}}"])
def test_a_key_that_is_not_there_is_refused(db, line):
    problems = refused(db, with_lines(ORIGINAL, line))
    assert problems[f"{FIRST}.0"].startswith("Dit nummer staat niet in de lijst: ")


def test_a_number_is_chosen_by_its_key_and_stands_there_as_registered(db):
    keep(db, with_lines(ORIGINAL, "Bel {veilig_thuis}, of ons: {own}.", "Bel {emergency}."))
    said = printed(db.call(sheets.content, "money", "nl"))
    assert "Bel 112." in said
    assert "of ons" not in said, "without a number of ours the line is left out"
    db.call(numbers.add, "Wij", "020 555 0100", "", today=TODAY)
    assert "Bel 0800-2000, of ons: 020 555 0100." in printed(db.call(sheets.content, "money", "nl"))


def test_a_number_stands_in_a_line_and_not_above_it(db):
    wrong = replace(with_heading(ORIGINAL, "Bel {own}"), title="{emergency}", lead="{emergency}")
    problems = refused(db, wrong)
    assert problems == dict.fromkeys(("title", "lead", FIRST), "Een nummer staat in een regel, "
                                     "niet hier.")  # fmt: skip


def test_what_is_left_empty_is_told_by_its_place(db):
    wrong = with_heading(with_lines(replace(ORIGINAL, title=" ", lead="\u200b")), "\x00")
    assert refused(db, wrong) == {
        "title": "Schrijf hier iets.",
        "lead": "Schrijf hier iets.",
        FIRST: "Schrijf hier minstens één regel.",
    }
    assert refused(db, with_heading(ORIGINAL, "")) == {FIRST: "Schrijf hier iets."}


def test_a_section_is_never_left_out_and_no_other_is_put_in(db):
    parts = dict(ORIGINAL.parts)
    lost = parts.pop(FIRST)
    problems = refused(db, replace(ORIGINAL, parts=parts))
    assert problems == {FIRST: "Schrijf hier minstens één regel."}
    keep(db, replace(ORIGINAL, title="Geld", parts={**parts, FIRST: lost, "meer": lost}))
    assert list(now(db).parts) == list(ORIGINAL.parts)


def test_eight_lines_fit_a_section_and_nine_do_not(db):
    nine = [f"Regel {letter}." for letter in "abcdefghi"]
    problems = refused(db, with_lines(ORIGINAL, *nine))
    assert problems == {FIRST: "Dit is te veel voor één blad. Haal een regel weg."}
    keep(db, with_lines(ORIGINAL, *nine[:8], "", " \u200b "))
    assert [line.text for line in now(db).parts[FIRST].lines] == nine[:8]


PLACES = {"title": 60, "lead": 160, "heading": 80, "line": 300, "translated_by": 60}


@pytest.mark.parametrize(("place", "most"), PLACES.items())
def test_a_text_is_as_long_as_its_place_and_no_longer(db, place, most):
    for text in ("x" * (most + 1), "woord " * 200_000):
        problems = refused(db, at_place(place, text))
        assert [*problems.values()] == [f"Dit is te lang. Houd het op {most} tekens."]
    keep(db, at_place(place, "x" * most))


def test_what_is_never_stored_is_not_stored_in_a_sheet(db):
    problems = refused(db, with_lines(ORIGINAL, "Haar wachtwoord: zonnebloem7"))
    assert "wachtwoord" in problems[f"{FIRST}.0"]


def test_markup_is_printed_as_it_was_typed(db):
    line = "<b>vet</b> &amp; <br/> </para><super> *ster* <font size=99>"
    keep(db, with_lines(replace(ORIGINAL, title="<i>Geld</i>"), line))
    content = db.call(sheets.content, "money", "nl")
    assert content.title == "<i>Geld</i>"
    assert line in printed(content)
    assert pdf([(content, Form.A4)]).startswith(b"%PDF")


def test_what_nobody_sees_does_not_reach_the_paper(db):
    typed = "Kom\x00 \x1b[31m \u202elangs\u202c \u2066hier\u2069\u200f.\n\nNu\u2028dan"
    keep(db, with_lines(ORIGINAL, typed))
    assert now(db).parts[FIRST].lines[0].text == "Kom [31m langs hier. Nudan"


def test_emoji_are_told_before_they_reach_the_paper(db):
    for line in ("Kom langs 👩‍👩‍👧", "Met ❤️", "👋🏿"):
        problems = refused(db, with_lines(ORIGINAL, line))
        assert "kan niet op papier" in problems[f"{FIRST}.0"]


def at_place(place, text):
    if place == "heading":
        return with_heading(ORIGINAL, text)
    if place == "line":
        return with_lines(ORIGINAL, text)
    return replace(ORIGINAL, **{place: text})


@pytest.mark.parametrize("place", ["title", "lead", "heading", "line", "translated_by"])
def test_own_words_take_anything_or_say_why_not(db, place):
    kept = 0
    for name, text in HOSTILE:
        try:
            db.call(sheets.keep, at_place(place, text), now(db), now=MONDAY)
        except Invalid as error:
            assert len(error.problems) == 1, name
            assert all(error.problems.values()), name
        else:
            kept += 1
            _can_be_printed_or_says_why_not(db)
            db.call(sheets.reset, "money", "nl")
        assert now(db) == ORIGINAL, name
    assert kept > 20


def _can_be_printed_or_says_why_not(db):
    try:
        assert pdf([(db.call(sheets.content, "money", "nl"), Form.A4)]).startswith(b"%PDF")
    except UserError as error:
        assert "kan niet op papier" in error.title
