"""The poster at the door: neutral for who passes by, or open, in eight languages."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from importlib.resources import files
from unicodedata import category

import pytest
from digits import seen
from going_papers import (
    beside_the_paper,
    by_pdftotext,
    on_each_other,
    pages,
    says,
    squeezed,
    words,
)
from hostile import HOSTILE
from session_papers import (
    FORMULA,
    LONG_TITLE,
    MARKUP,
    MIXED,
    NEUTRAL,
    OPEN,
    TITLES,
    open_poster,
    without_vowels,
)

from hgkm_desktop.errors import UserError
from hgkm_desktop.handouts.poster import FILE_NAME, INSIDE, LANGUAGES, poster
from hgkm_desktop.handouts.poster_words import PosterWords, poster_words
from hgkm_desktop.rules.sessions import Audience

DAYS = {
    "nl": "dinsdag 22 juni",
    "en": "Tuesday 22 June",
    "ar": "الثلاثاء 22 يونيو",
    "tr": "22 Haziran Salı",
    "fr": "mardi 22 juin",
    "es": "martes 22 de junio",
    "so": "Talaado 22 Juun",
    "ti": "ሰሉስ 22-06-2027",
}
FOLDER = files("hgkm_desktop") / "resources" / "handouts" / "posters"
READ = {"nl", "en"}


@pytest.fixture(params=LANGUAGES)
def language(request):
    return request.param


def plain(text):
    return without_vowels(squeezed(text))


def letters(pdf):
    return plain(by_pdftotext(pdf))


def data(language):
    return json.loads((FOLDER / f"{language}.json").read_text(encoding="utf-8"))


def test_neutral_says_welcome_and_when_and_where(language):
    text = letters(poster(NEUTRAL, language))
    told = data(language)
    for sentence in (told["welcome"], told.get("come_in", ""), DAYS[language], "Blauwe zaal"):
        assert plain(sentence) in text, sentence


def test_neutral_has_a_large_cup_of_coffee_above_the_welcome(language, read):
    pdf = poster(NEUTRAL, language)
    (page,) = pages(pdf)
    welcome = page.rows[1][0]
    picture = read(pdf).picture
    above = picture.height - round((welcome.y + welcome.size) * 2)
    cup = picture.crop((picture.width // 4, 200, picture.width * 3 // 4, above))
    ink = cup.point([255 * (shade < 120) for shade in range(256)]).getbbox()
    assert ink[2] - ink[0] > 150
    assert ink[3] - ink[1] > 150


def test_neutral_says_nothing_of_what_it_is_or_for_whom(language):
    told, closed = data(language), replace(open_poster(language), is_open=False)
    kept = [TITLES[language], told["free"], told["child_care"], *told["for_whom"].values()]
    paper = poster(closed, language)
    assert [secret for secret in kept if says(paper, secret)] == []
    bare = replace(closed, title="", for_whom="", child_care=False)
    assert {poster(replace(closed, for_whom=audience), language) for audience in Audience} == {
        poster(bare, language)
    }


def test_open_says_what_it_is_about_and_for_whom(language):
    text = letters(poster(open_poster(language), language))
    told = data(language)
    sentences = [
        "Nisa for Nisa",
        TITLES[language],
        DAYS[language],
        "Blauwe zaal",
        told["for_whom"]["women"],
        told["free"],
        told["child_care"],
        told["welcome"],
        told.get("come_in", ""),
    ]
    assert [sentence for sentence in sentences if plain(sentence) not in text] == []


@pytest.mark.parametrize("audience", Audience)
def test_each_audience_has_its_words_or_none_at_all(language, audience):
    text = letters(poster(open_poster(language, for_whom=audience), language))
    told = data(language)["for_whom"]
    assert plain(told.get(audience, "")) in text
    assert (audience in told) or language in ("so", "ti")
    unsaid = letters(poster(open_poster(language, for_whom=""), language))
    assert text.replace(plain(told.get(audience, "")), "", 1) == unsaid


def test_without_child_care_it_does_not_promise_any(language):
    text = letters(poster(open_poster(language, child_care=False), language))
    assert plain(data(language)["child_care"]) not in text
    assert plain(data(language)["free"]) in text


@pytest.mark.parametrize("made", [NEUTRAL, OPEN])
def test_the_times_never_turn_round(language, made):
    (page,) = pages(poster(made, language))
    (hit,) = page.found("10.00–12.00")
    figures = [sign for sign in hit if sign.text.isdigit()]
    assert seen(page, figures) == "10001200"
    assert [*page.found("12.00–10.00")] == []


def test_the_words_around_the_times_are_those_of_the_language():
    around = {"nl": ("", " uur"), "ar": ("الساعة ", ""), "tr": ("saat ", ""), "ti": ("", "")}
    for language, told in around.items():
        assert poster_words(language).around_times() == told
        text = letters(poster(NEUTRAL, language))
        assert plain(f"{told[0]}10.00–12.00{told[1]}") in text


def test_figures_in_an_arabic_title_and_place_keep_their_order():
    (page,) = pages(poster(replace(OPEN, title=MIXED, place="قاعة 12-3 و 7"), "ar"))
    for number, figures in (("020 555 0142", "0205550142"), ("13.45", "1345")):
        (hit,) = page.found(number)
        assert seen(page, [sign for sign in hit if sign.text.isdigit()]) == figures
    assert len([*page.found("12-3")]) == 1


def test_arabic_begins_at_the_right_and_dutch_at_the_left():
    (arabic,) = pages(poster(open_poster("ar"), "ar"))
    (dutch,) = pages(poster(OPEN, "nl"))
    for row in arabic.rows[:2]:
        assert max(sign.right for sign in row) > INSIDE.x + INSIDE.width - 6
    for row in dutch.rows[:2]:
        assert min(sign.x for sign in row) < INSIDE.x + 1


@pytest.mark.parametrize("title", [LONG_TITLE, "هل تعرفين حقوقك في المدرسة؟ " * 4, "ab " * 40])
@pytest.mark.parametrize("language", ["nl", "ar", "ti"])
def test_a_long_title_is_whole_and_leaves_the_rest_alone(title, language, read):
    paper = read(poster(replace(OPEN, title=title, place=LONG_TITLE.lower()), language))
    assert len(paper.reader.pages) == 1
    text = letters(paper.pdf)
    assert plain(title) in text
    assert plain(LONG_TITLE.lower()) in text
    assert "…" not in paper.text
    assert plain(data(language)["child_care"]) in text
    assert on_each_other(paper.pdf) == []
    assert beside_the_paper(paper.pdf, INSIDE) == []


def test_the_title_is_what_stands_there_largest():
    sizes = {}
    for title in ("Naailes", OPEN.title, LONG_TITLE):
        (page,) = pages(poster(replace(OPEN, title=title), "nl"))
        of_title = {sign.size for row in page.rows[1:2] for sign in row}
        assert max(sign.size for sign in page.signs) in of_title
        sizes[title] = max(of_title)
    assert sizes["Naailes"] >= sizes[OPEN.title] > sizes[LONG_TITLE] > 30


def test_a_long_word_becomes_smaller_before_it_is_broken():
    word = "Arbeidsongeschiktheidsverzekeringen"
    (page,) = pages(poster(replace(OPEN, title=f"{word} en jij"), "nl"))
    assert page.lines[1].startswith(word)
    assert page.rows[1][0].size > 16


@pytest.mark.parametrize("title", [FORMULA, MARKUP])
def test_a_formula_or_markup_is_printed_as_it_was_typed(title):
    text = words(poster(replace(OPEN, title=title, place=title, organisation=title), "nl"))
    assert squeezed(text).count(squeezed(title)) >= 9


def test_an_open_poster_without_title_place_or_audience_still_says_when():
    bare = replace(OPEN, title=" ", place="", for_whom="", child_care=False)
    (page,) = pages(poster(bare, "nl"))
    assert page.lines == [
        "Nisa for Nisa",
        "dinsdag 22 juni",
        "10.00–12.00 uur",
        "Het is gratis",
        "Welkom",
        "Kom gerust binnen.",
    ]


def test_a_long_organisation_stays_above_its_line():
    (page,) = pages(poster(replace(NEUTRAL, organisation=LONG_TITLE), "nl"))
    assert squeezed("".join(page.lines[:2])) == squeezed(LONG_TITLE)
    assert min(sign.y for row in page.rows[:2] for sign in row) > INSIDE.y + INSIDE.height
    assert max(sign.y + sign.size for sign in page.signs) < 842 - 20


def test_the_first_of_the_month_and_the_time_of_the_wall():
    winter = replace(
        NEUTRAL,
        starts=datetime(2026, 12, 1, 8, 5, tzinfo=UTC),
        ends=datetime(2026, 12, 1, 23, 30, tzinfo=UTC),
    )
    assert squeezed("mardi 1er décembre 9.05–0.30") in letters(poster(winter, "fr"))


def test_without_words_a_day_and_a_time_are_figures():
    bare = PosterWords("xx", {"read_by_native": False})
    assert bare.day(date(2027, 6, 1)) == "01-06-2027"
    assert bare.around_times() == ("", "")
    assert bare.word("come_in") == bare.for_whom("women") == ""
    assert not bare.rtl


def test_every_language_has_seven_days_and_twelve_months_or_figures(language):
    told = data(language)
    assert len(told["weekdays"]) == 7
    assert len(told.get("months", range(12))) == 12
    assert ("{month}" in told["day"]) is ("months" in told)
    days = {poster_words(language).day(date(2027, month, day + 1)) for month in range(1, 13)
            for day in range(28)}  # fmt: skip
    assert len(days) == 336


def test_only_what_a_native_reader_read_says_so(language):
    assert poster_words(language).is_read is (language in READ)
    assert {file.name for file in FOLDER.iterdir()} == {f"{code}.json" for code in LANGUAGES}


def test_somali_and_tigrinya_have_no_word_before_the_time():
    for language in ("so", "ti"):
        assert "times" not in data(language)


def test_it_is_one_a4_with_every_font_inside_and_no_name_of_its_own(language, read):
    for made in (NEUTRAL, open_poster(language)):
        paper = read(poster(made, language))
        (page,) = paper.reader.pages
        assert [round(side) for side in page.mediabox[2:]] == [595, 842]
        assert dict(paper.reader.metadata) == {"/Title": "Blad"}
        assert paper.reader.xmp_metadata is None
        assert paper.reader.trailer["/Root"]["/Lang"] == language
        assert b"ReportLab" not in paper.pdf
        assert paper.are_all_fonts_inside()
        assert poster(made, language) == paper.pdf
    assert FILE_NAME == "blad.pdf"


def test_it_is_legible_on_a_grey_printer(read):
    for made in (NEUTRAL, OPEN):
        dark, light = read(poster(made, "nl")).picture.getextrema()
        assert dark < 70
        assert light == 255


def test_nobody_finds_what_is_on_it_in_a_report_of_an_error():
    assert OPEN.title not in repr(OPEN)


@pytest.mark.parametrize("code", ["de", "", "../nl"])
def test_a_language_it_does_not_come_in_is_refused(code):
    with pytest.raises(UserError, match="niet in die taal"):
        poster(NEUTRAL, code)


@pytest.mark.parametrize("code", ["nl", "ar"])
@pytest.mark.parametrize(("name", "typed"), HOSTILE, ids=[name for name, _ in HOSTILE])
def test_nothing_that_is_typed_breaks_the_poster(name, typed, code, read):
    made = replace(OPEN, title=typed, place=typed, organisation=typed, for_whom=typed[:9])
    for one in (made, replace(made, is_open=False)):
        paper = read(poster(one, code))
        assert paper.are_all_fonts_inside()
        beside = beside_the_paper(paper.pdf, INSIDE)
        assert [sign for sign in beside if category(sign.text) not in ("Mn", "Me")] == []
        assert on_each_other(paper.pdf) == []
