"""The paper she takes home: whoever finds it learns nothing she did not choose."""

from dataclasses import fields, replace
from datetime import UTC, datetime

import pytest
from digits import seen
from going_papers import (
    DETAILS,
    SECRETS,
    STARTS,
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

from hgkm_desktop.errors import UserError
from hgkm_desktop.handouts.my_appointment import (
    FILE_NAME,
    INSIDE,
    LANGUAGES,
    MyAppointment,
    for_her,
    gives_away,
    my_appointment,
)
from hgkm_desktop.rules.going_along import PlaceWord, TimeStyle

IN_WORDS = {
    "nl": ("Mijn afspraak", "donderdag 19 november", "kwart voor twee 's middags", "bibliotheek"),
    "en": ("My appointment", "Thursday 19 November", "quarter to two in the afternoon", "library"),
    "ar": ("موعدي", "الخميس 19 نوفمبر", "الساعة الثانية إلا ربعاً بعد الظهر", "المكتبة"),
    "tr": ("Randevum", "19 Kasım Perşembe", "öğleden sonra ikiye çeyrek kala", "kütüphane"),
    "fr": (
        "Mon rendez-vous",
        "jeudi 19 novembre",
        "deux heures moins le quart de l’après-midi",
        "bibliothèque",
    ),
    "es": ("Mi cita", "jueves 19 de noviembre", "a las dos menos cuarto de la tarde", "biblioteca"),
}
IN_HER_WORDS = for_her(VISIT)
IN_DIGITS = replace(IN_HER_WORDS, time_style=TimeStyle.DIGITS)
LEFT_OUT = for_her(replace(VISIT, details=replace(DETAILS, time_style=TimeStyle.LEFT_OUT)))


@pytest.fixture(params=LANGUAGES)
def language(request):
    return request.param


def letters(pdf):
    """Return its letters without vowel signs, which each reader puts elsewhere."""
    return "".join(sign for sign in squeezed(by_pdftotext(pdf)) if not 0x64B <= ord(sign) <= 0x652)


def test_there_is_no_field_for_who_or_why():
    assert [field.name for field in fields(MyAppointment)] == [
        "starts",
        "time_style",
        "place_word",
        "place",
        "questions",
    ]


@pytest.mark.parametrize("style", TimeStyle)
@pytest.mark.parametrize("on_paper", [True, False])
def test_nothing_of_who_or_why_stands_anywhere_in_the_file(language, style, on_paper):
    details = replace(DETAILS, time_style=style, place_on_paper=on_paper)
    paper = my_appointment(for_her(replace(VISIT, details=details)), language)
    assert [secret for secret in SECRETS if says(paper, secret)] == []
    assert "Nisa" not in words(paper)


def test_the_day_the_time_and_the_place_stand_there_in_her_language(language):
    paper = my_appointment(IN_HER_WORDS, language)
    for sentence in IN_WORDS[language]:
        plain = "".join(sign for sign in sentence if not 0x64B <= ord(sign) <= 0x652)
        assert squeezed(plain) in letters(paper), sentence


@pytest.mark.parametrize("given", [LEFT_OUT, replace(IN_HER_WORDS, time_style=TimeStyle.LEFT_OUT)])
def test_left_out_means_neither_day_nor_time(language, given):
    paper = my_appointment(given, language)
    _, day, time, place = IN_WORDS[language]
    assert squeezed(place) in letters(paper)
    assert squeezed(day) not in letters(paper)
    assert squeezed(time) not in letters(paper)
    for part in ("13", "45", "19", "2026"):
        assert part not in by_pdftotext(paper)


def test_in_digits_the_time_reads_right_in_every_language(language):
    (page,) = pages(my_appointment(IN_DIGITS, language))
    (hit,) = page.found("13.45")
    figures = [sign for sign in hit if sign.text.isdigit()]
    assert seen(page, figures) == "1345"
    assert [*page.found("45.13")] == []


def test_a_time_that_is_no_whole_five_minutes_is_written_in_digits(language):
    odd = replace(IN_HER_WORDS, starts=STARTS.replace(minute=47))
    (page,) = pages(my_appointment(odd, language))
    assert len([*page.found("13.47")]) == 1


def test_without_any_of_it_only_the_lines_to_write_on_are_left():
    text = words(my_appointment(MyAppointment(), "nl"))
    for sentence in (
        "Mijn afspraak",
        "Ik vraag",
        "Meenemen",
        "Brief, identiteitsbewijs, medicijnen.",
        "Niet begrepen?",
        "Zeg: ‘Wilt u het anders uitleggen?’",
        "Je mag altijd pauze vragen.",
    ):
        assert sentence in text
    assert squeezed(by_pdftotext(my_appointment(MyAppointment(), "nl"))).startswith(
        squeezed("Mijn afspraak Ik vraag 1 2 3 Meenemen")
    )


def test_a_question_stands_there_only_when_she_wants_it():
    assert for_her(VISIT).questions == ()
    paper = my_appointment(for_her(VISIT, ("Mag ik nee zeggen?", "\u202e", "Twee\nregels")), "nl")
    text = squeezed(by_pdftotext(paper))
    assert squeezed("1 Mag ik nee zeggen? 2 Twee regels 3 Meenemen") in text
    assert "Komt er iemand" not in words(paper)


def test_numbers_in_an_arabic_question_keep_their_order():
    asked = ("متى يمكنني الاتصال على 0800-2000 بعد 13.45؟",)
    (page,) = pages(my_appointment(MyAppointment(questions=asked), "ar"))
    assert len([*page.found("0800-2000")]) == 1
    assert len([*page.found("13.45")]) == 1


def test_each_question_runs_its_own_way():
    (arabic,) = pages(my_appointment(MyAppointment(questions=("Hoe lang duurt het?",)), "ar"))
    assert any("Hoe lang duurt het?" in line for line in arabic.lines)
    (dutch,) = pages(my_appointment(MyAppointment(questions=("هل أنت بخير؟",)), "nl"))
    assert any(line.split(" ", 1)[-1].startswith("؟") for line in dutch.lines)


def test_arabic_begins_at_the_right():
    (page,) = pages(my_appointment(IN_HER_WORDS, "ar"))
    title = page.rows[0]
    assert max(sign.right for sign in title) > INSIDE.x + INSIDE.width - 5


@pytest.mark.parametrize(
    ("word", "typed", "printed"),
    [
        (PlaceWord.NONE, "Hoek van de markt", "Hoek van de markt"),
        (PlaceWord.STATION, "Hoek van de markt", "station"),
        (PlaceWord.HERE, "Hoek van de markt", "de bekende plek"),
    ],
)
def test_a_neutral_word_goes_before_what_was_typed(word, typed, printed):
    text = words(my_appointment(MyAppointment(place_word=word, place=typed), "nl"))
    assert printed in text
    assert (typed in text) is (printed == typed)


def test_her_paper_follows_what_she_chose():
    typed_place = replace(DETAILS, place_word=PlaceWord.NONE)
    assert for_her(replace(VISIT, details=typed_place)).place == "eerste verdieping"
    assert IN_HER_WORDS.place == ""
    nowhere = for_her(replace(VISIT, details=replace(DETAILS, place_on_paper=False)))
    assert (nowhere.place, nowhere.place_word) == ("", PlaceWord.NONE)
    assert LEFT_OUT.starts is None


def test_what_would_give_her_away_is_told_before_it_is_printed():
    paper = MyAppointment(place="bij BLAUWHUIS", questions=("Komt Ïsolde mee?", "En Naima's zus?"))
    kept = ["Blauwhuis", "Isolde", "Naima", "Yvonne", "", "Bo", "mee "]
    assert gives_away(paper, kept) == ["Blauwhuis", "Isolde", "Naima", "mee "]
    assert gives_away(MyAppointment(), kept) == []


def test_a_name_inside_another_word_gives_nobody_away():
    assert gives_away(MyAppointment(questions=("Is dit een banaan?",)), ["Ana"]) == []


def test_it_is_one_a5_and_never_smaller_than_can_be_read(language, read):
    paper = read(my_appointment(replace(IN_HER_WORDS, questions=("Wanneer?",) * 3), language))
    (page,) = paper.reader.pages
    assert [round(side) for side in page.mediabox[2:]] == [420, 595]
    smallest = min(sign.size for page in pages(paper.pdf) for sign in page.signs)
    assert smallest >= 8


def test_a_translation_nobody_read_says_so(language):
    note = {"nl": "nagekeken", "en": "This translation has not been checked yet"}
    text = words(my_appointment(MyAppointment(), language))
    assert (note["en"] in text) is (language == "en")
    assert note["nl"] not in text


def test_the_file_tells_nobody_what_it_is_and_has_every_font_inside(language, read):
    paper = read(my_appointment(IN_HER_WORDS, language))
    assert dict(paper.reader.metadata) == {"/Title": "Blad"}
    assert paper.reader.xmp_metadata is None
    assert paper.reader.trailer["/Root"]["/Lang"] == language
    assert b"ReportLab" not in paper.pdf
    assert paper.are_all_fonts_inside()
    assert FILE_NAME == "blad.pdf"


def test_the_same_words_give_the_same_bytes(language):
    assert my_appointment(IN_HER_WORDS, language) == my_appointment(IN_HER_WORDS, language)


def test_it_is_legible_on_a_grey_printer(read):
    dark, light = read(my_appointment(IN_HER_WORDS, "nl")).picture.getextrema()
    assert dark < 70
    assert light == 255


@pytest.mark.parametrize("code", ["so", "ti", "", "../nl"])
def test_a_language_it_does_not_come_in_is_refused(code):
    with pytest.raises(UserError, match="niet in die taal"):
        my_appointment(MyAppointment(), code)


def test_the_time_is_that_of_the_wall_in_summer_and_winter():
    summer = replace(IN_DIGITS, starts=datetime(2026, 7, 2, 11, 5, tzinfo=UTC))
    winter = replace(IN_DIGITS, starts=datetime(2026, 12, 1, 8, 5, tzinfo=UTC))
    assert "donderdag 2 juli 13.05 uur" in words(my_appointment(summer, "nl"))
    assert "mardi 1er décembre 9.05" in words(my_appointment(winter, "fr"))


@pytest.mark.parametrize("code", ["nl", "ar"])
def test_twelve_thousand_characters_go_on_over_the_next_pages(code, read):
    long = "".join(f"woord{number:04} " for number in range(1200))
    endless = "x" * 12_000
    paper = read(my_appointment(MyAppointment(questions=(long, endless), place=long), code))
    text = squeezed(paper.text)
    assert all(text.count(f"woord{number:04}") == 2 for number in (0, 1, 600, 1199))
    assert text.count("x") >= 12_000
    assert beside_the_paper(paper.pdf, INSIDE) == []
    assert len(paper.reader.pages) < 40


@pytest.mark.parametrize("code", ["nl", "ar"])
@pytest.mark.parametrize(("name", "typed"), HOSTILE, ids=[name for name, _ in HOSTILE])
def test_nothing_that_is_typed_breaks_the_paper(name, typed, code, read):
    text = typed[:600]
    paper = read(my_appointment(MyAppointment(place=text, questions=(text, text)), code))
    assert paper.are_all_fonts_inside()
    assert beside_the_paper(paper.pdf, INSIDE) == []
    assert on_each_other(paper.pdf) == []


def test_markup_is_printed_as_it_was_typed():
    asked = ("<b>vet</b> & &amp; <img src=x>",)
    assert asked[0] in words(my_appointment(MyAppointment(questions=asked), "nl"))
