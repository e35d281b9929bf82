"""The preparation for who goes along: everything on it, on one page, and it says that it stays."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest
from going_papers import (
    DETAILS,
    NAMES,
    VISIT,
    beside_the_paper,
    by_pdftotext,
    on_each_other,
    pages,
    says,
    squeezed,
    words,
)
from hostile import HOSTILE

from hgkm_desktop import texts
from hgkm_desktop.handouts.preparation import (
    FILE_NAME,
    INSIDE,
    ON_BAND,
    PreparationNames,
    preparation,
)
from hgkm_desktop.rules.appointment import Details, Interpreter, NotWith, Visit
from hgkm_desktop.rules.going_along import AppointmentKind, State

LONG = 12_000
FIELDS = ("purpose", "meet_where", "place", "not_met_reason", "partner_words")


@pytest.fixture(scope="module")
def pdf():
    return preparation(VISIT, NAMES)


def told(**details):
    return replace(VISIT, details=replace(DETAILS, **details))


@pytest.fixture
def sheet(pdf, read):
    return read(pdf)


@pytest.mark.parametrize(
    "sentence",
    [
        "Voorbereiding",
        "Zevenblad · BL-0398",
        "donderdag 19 november 2026",
        "13.45 – 15.00",
        "13.30 · bij de tramhalte",
        "eerste verdieping",
        "Blauwhuis Veilig Thuis",
        "Isolde Direct: 020 555 0142 Ze kent deze persoon.",
        "Naima Reserve: Yvonne",
        "Aanbellen",
        "Mee naar binnen We vroegen het haar alleen.",
        "Steunen Taal: Darija Tolk: Rachida vrouw van ver De tolk heeft ja gezegd.",
        "Niet bespreken als haar zwager erbij is De time-outplek",
        "Niet bespreken als haar zus erbij is Het spaargeld",
        "Veiligheid · Kinderen Weten of een melding nodig is",
        "Komt er iemand thuis?",
        "Zij wil dat wij erbij zijn",
        "Vooraf, alleen met haar",
        "Je praat niet namens haar.",
        "Stoor je het gesprek? Dan mogen ze je weigeren.",
        "Is het nog veilig om te bellen? Vraag het opnieuw.",
    ],
)
def test_whoever_goes_along_reads_everything_that_was_agreed(pdf, sentence):
    assert squeezed(sentence) in squeezed(by_pdftotext(pdf))


def test_it_says_at_the_top_and_at_the_foot_that_it_stays(pdf, read):
    long = preparation(told(purpose="woord " * 2000), NAMES)
    assert [page.extract_text().count("Blijft bij ons") for page in read(pdf).reader.pages] == [2]
    for page in pages(long):
        stays = [row[0].y for row in page.rows if row[0].text == "B" and row[0].size == ON_BAND]
        assert len(stays) == 2
        assert stays[0] > 780
        assert stays[1] < 80
    assert "Nooit meegeven" in words(pdf)


def test_a_usual_one_stands_on_one_a4(sheet):
    (page,) = sheet.reader.pages
    assert [round(side) for side in page.mediabox[2:]] == [595, 842]


def test_the_file_tells_nobody_what_it_is_and_has_every_font_inside(pdf, sheet):
    assert dict(sheet.reader.metadata) == {"/Title": "Blad"}
    assert sheet.reader.xmp_metadata is None
    assert b"ReportLab" not in pdf
    assert sheet.are_all_fonts_inside()
    assert FILE_NAME == "blad.pdf"


def test_the_same_words_give_the_same_bytes(pdf):
    assert preparation(VISIT, NAMES) == pdf


def test_it_is_legible_on_a_grey_printer(sheet):
    dark, light = sheet.picture.getextrema()
    assert dark < 70
    assert light == 255


def test_what_nobody_knows_yet_says_so():
    bare = Visit(
        UUID(int=5),
        None,
        VISIT.starts,
        VISIT.ends,
        VISIT.first,
        None,
        Details(AppointmentKind.BANK),
    )
    text = squeezed(by_pdftotext(preparation(bare, PreparationNames("Linde"))))
    for sentence in (
        "Wat ze van ons wil Nog niet afgesproken We vroegen het haar nog niet alleen.",
        "Er is nog geen reserve.",
        "Bij wie Bank",
        "Nog niet rond Vraag haar alleen wat ze wil.",
        "Daar wil ze over praten Nog niet afgesproken",
    ):
        assert squeezed(sentence) in text
    assert "haarvragen" not in text
    assert "nietbespreken" not in text


def test_somebody_she_never_met_stands_there_with_the_reason():
    paper = preparation(told(has_met=False, not_met_reason="Ilse is ziek"), NAMES)
    assert squeezed("Ze kent deze persoon nog niet. Ilse is ziek") in squeezed(by_pdftotext(paper))


def test_who_is_not_in_the_directory_is_named_by_the_words_that_were_typed():
    names = PreparationNames("Linde", first="Naima")
    text = by_pdftotext(preparation(told(has_met=None), names))
    assert "Blauwhuis" in text
    assert "Isolde" in text
    assert "Direct:" not in text
    assert "kent deze persoon" not in text


def test_an_interpreter_who_is_not_found_yet_is_asked_for():
    text = by_pdftotext(preparation(told(interpreter=Interpreter()), NAMES))
    assert squeezed("Tolk: nog niet bekend Nog niet zeker.") in squeezed(text)


def test_without_an_interpreter_only_the_language_stands_there():
    text = by_pdftotext(preparation(told(interpreter=None), NAMES))
    assert "Taal: Darija" in text
    assert "Tolk:" not in text


def test_one_that_was_called_off_says_so_and_warns_of_nothing():
    text = by_pdftotext(preparation(told(state=State.CANCELLED, was_asked_alone=False), NAMES))
    assert "Dit gaat niet door." in text
    assert "Nog niet rond" not in text


def test_over_midnight_both_days_stand_there():
    late = replace(VISIT, starts=datetime(2026, 11, 19, 22, 30, tzinfo=UTC))
    late = replace(late, ends=datetime(2026, 11, 19, 23, 30, tzinfo=UTC))
    text = squeezed(by_pdftotext(preparation(late, NAMES)))
    assert squeezed("donderdag 19 november 2026 23.30 – vrijdag 20 november 0.30") in text


def test_in_the_night_the_clock_goes_back_the_times_are_those_of_the_wall():
    night = replace(VISIT, starts=datetime(2026, 10, 25, 0, 30, tzinfo=UTC))
    night = replace(night, ends=datetime(2026, 10, 25, 1, 30, tzinfo=UTC))
    assert "2.30 – 2.30" in words(preparation(night, NAMES))


def test_the_window_in_arabic_makes_arabic_paper_with_the_numbers_right(read):
    texts.use("ar")
    paper = preparation(VISIT, NAMES)
    text = words(paper)
    assert "020 555 0142" in text
    assert "13.45" in text
    assert read(paper).reader.trailer["/Root"]["/Lang"] == "ar"
    assert len(read(paper).reader.pages) == 1
    assert squeezed("لا تتكلمين باسمها") in squeezed(text)


@pytest.mark.parametrize("field", FIELDS)
def test_twelve_thousand_characters_go_on_over_the_next_pages(field, read):
    long = "".join(f"woord{number:04} " for number in range(LONG // 10))
    paper = read(preparation(told(**{field: long}), replace(NAMES, partner="")))
    text = squeezed(paper.text)
    assert all(f"woord{number:04}" in text for number in (0, 1, 600, 1199))
    assert len(paper.reader.pages) < 15


def test_a_word_without_end_is_cut_into_lines(read):
    paper = read(preparation(told(not_with=(NotWith("x" * 3000, "y" * LONG),)), NAMES))
    text = squeezed(paper.text)
    assert text.count("y") >= LONG
    assert text.count("x") >= 3000
    assert beside_the_paper(paper.pdf, INSIDE) == []


def test_many_things_to_be_silent_about_all_stand_there():
    many = tuple(NotWith(f"neef {n}", f"punt {n}") for n in range(40))
    text = squeezed(by_pdftotext(preparation(told(not_with=many), NAMES)))
    assert all(squeezed(f"neef {n} erbij is punt {n}") in text for n in range(40))


@pytest.mark.parametrize(("name", "typed"), HOSTILE, ids=[name for name, _ in HOSTILE])
def test_nothing_that_is_typed_breaks_the_paper(name, typed, read):
    text = typed[:600]
    visit = told(purpose=text, place=text, questions=(text,), not_with=(NotWith(text, text),))
    paper = read(preparation(visit, PreparationNames(text, text, text, text, text, text, text)))
    assert "Na afloop" in paper.text
    assert paper.are_all_fonts_inside()
    assert beside_the_paper(paper.pdf, INSIDE) == []
    assert on_each_other(paper.pdf) == []


def test_markup_is_printed_as_it_was_typed():
    paper = preparation(told(purpose="<b>vet</b> & &amp; <img src=x>"), NAMES)
    assert "<b>vet</b> & &amp; <img src=x>" in words(paper)


def test_direction_signs_of_others_turn_nothing_round():
    paper = preparation(told(place="foto\u202egnp.exe"), NAMES)
    assert "fotognp.exe" in by_pdftotext(paper)
    assert "\u202e" not in by_pdftotext(paper)


def test_the_reader_of_these_tests_sees_what_does_stand_there(pdf):
    assert says(pdf, "De time-outplek")
    assert not says(pdf, "iets dat er niet staat")
