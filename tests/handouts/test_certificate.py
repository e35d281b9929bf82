"""The certificate for who wants one: that somebody was there, and nothing of why."""

import os
import subprocess
import sys
from dataclasses import fields, replace
from pathlib import Path
from unicodedata import category

import pytest
from digits import seen
from going_papers import beside_the_paper, by_pdftotext, on_each_other, pages, squeezed, words
from hostile import HOSTILE
from session_papers import CERTIFICATE, FORMULA, LONG_TITLE, MARKUP, MIXED, TITLE, digests

from hgkm_desktop import texts
from hgkm_desktop.errors import UserError
from hgkm_desktop.handouts.certificate import (
    FILE_NAME,
    INSIDE,
    LANGUAGES,
    Certificate,
    certificate,
)

LINES = {
    "nl": [
        "Bewijs van deelname",
        "Dit bewijs is voor",
        "Fatima",
        "Was erbij op dinsdag 22 juni 2027",
        "Het ging over",
        TITLE,
        "Duur: 2 uur",
        "Nisa for Nisa",
        "Organisatie Handtekening",
    ],
    "en": [
        "Certificate of attendance",
        "This paper is for",
        "Fatima",
        "Was there on Tuesday 22 June 2027",
        "It was about",
        TITLE,
        "Duration: 2 uur",
        "Nisa for Nisa",
        "Organisation Signature",
    ],
}


def shown(language="nl", **changes):
    (page,) = pages(certificate(replace(CERTIFICATE, **changes), language))
    return page


def test_there_is_no_field_for_a_reason():
    names = [field.name for field in fields(Certificate)]
    assert names == ["name", "title", "on", "organisation", "hours"]
    assert "Fatima" not in repr(CERTIFICATE)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("screen", ["nl", "en", "ar"])
def test_it_says_who_was_there_whatever_is_on_the_screen(language, screen):
    texts.use(screen)
    assert shown(language).lines == LINES[language]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("nothing", ["", "  ", "\u200b"])
def test_without_a_title_it_does_not_say_what_it_was_about(language, nothing):
    lines = LINES[language]
    assert shown(language, title=nothing, hours=nothing).lines == lines[:4] + lines[7:]


def test_without_a_name_there_is_a_line_to_write_it_on(read):
    page = shown(name="")
    assert page.lines[1:3] == ["Dit bewijs is voor", "Was erbij op dinsdag 22 juni 2027"]
    above, below = page.rows[1][0], page.rows[2][0]
    assert above.y - below.y > 60
    picture = read(certificate(replace(CERTIFICATE, name=""), "nl")).picture
    middle = [picture.getpixel((picture.width // 2, y)) for y in range(picture.height)]
    between = middle[round((595 - above.y + 8) * 2) : round((595 - below.y - 16) * 2)]
    assert min(between) < 230


def test_there_is_a_line_for_the_signature(read):
    page = shown()
    (signature,) = page.found("Organisatie Handtekening")
    x, y = signature[-1].x - 20, signature[0].y
    picture = read(certificate(CERTIFICATE, "nl")).picture
    above = [
        picture.getpixel((round(x * 2), picture.height - round(y * 2) - up)) for up in range(16, 48)
    ]
    assert min(above) < 200


def test_everything_stands_in_the_middle():
    for row in shown().rows[:7]:
        left, right = row[0].x, row[-1].right
        assert abs((left + right) / 2 - 842 / 2) < 2


def test_the_name_is_as_large_as_the_heading_and_a_long_one_is_whole():
    short, long = shown(), shown(name=LONG_TITLE)
    assert short.rows[2][0].size >= short.rows[0][0].size
    assert squeezed(LONG_TITLE) in squeezed("".join(long.lines))
    assert long.rows[2][0].size > 14


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_longest_of_everything_is_whole_on_one_page(language, read):
    full = Certificate(LONG_TITLE, LONG_TITLE, CERTIFICATE.on, LONG_TITLE, "twee uur " * 6)
    paper = read(certificate(full, language))
    assert len(paper.reader.pages) == 1
    text = squeezed(by_pdftotext(paper.pdf))
    assert text.count(squeezed(LONG_TITLE)) == 3
    assert on_each_other(paper.pdf) == []
    assert beside_the_paper(paper.pdf, INSIDE) == []


def test_figures_in_an_arabic_name_keep_their_order():
    page = shown(name=MIXED, title=MIXED.replace("13.45", "9.05"), organisation="قاعة 12-3")
    for number, figures in (("13.45", "1345"), ("9.05", "905"), ("12-3", "123")):
        (hit,) = page.found(number)
        assert seen(page, [sign for sign in hit if sign.text.isdigit()]) == figures
    assert len([*page.found("020 555 0142")]) == 2


@pytest.mark.parametrize("name", [FORMULA, MARKUP])
def test_a_formula_or_markup_is_printed_as_it_was_typed(name):
    typed = Certificate(name, name, CERTIFICATE.on, name, name)
    assert words(certificate(typed, "nl")).count(name) >= 12


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_one_a4_on_its_side_that_keeps_quiet_about_itself(language, read):
    paper = read(certificate(CERTIFICATE, language))
    (page,) = paper.reader.pages
    assert [round(side) for side in page.mediabox[2:]] == [842, 595]
    assert dict(paper.reader.metadata) == {"/Title": "Blad"}
    assert paper.reader.xmp_metadata is None
    assert paper.reader.trailer["/Root"]["/Lang"] == language
    assert b"ReportLab" not in paper.pdf
    assert paper.are_all_fonts_inside()
    assert FILE_NAME == "blad.pdf"


def test_it_comes_in_dutch_and_english():
    assert LANGUAGES == {"nl": "Nederlands", "en": "English"}


@pytest.mark.parametrize("code", ["ar", "ti", "", "../nl"])
def test_a_language_it_does_not_come_in_is_refused(code):
    with pytest.raises(UserError, match="niet in die taal"):
        certificate(CERTIFICATE, code)


def test_another_process_makes_the_same_bytes_of_every_paper():
    script = Path(__file__).parent / "session_papers.py"
    bare = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "7"}
    done = subprocess.run(
        [sys.executable, str(script)], env=bare, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == digests()
    assert len({*digests()}) == 20


@pytest.mark.parametrize(("name", "typed"), HOSTILE, ids=[name for name, _ in HOSTILE])
def test_nothing_that_is_typed_breaks_the_certificate(name, typed, read):
    paper = read(certificate(Certificate(typed, typed, CERTIFICATE.on, typed, typed), "nl"))
    assert "Handtekening" in paper.text
    assert paper.are_all_fonts_inside()
    beside = beside_the_paper(paper.pdf, INSIDE)
    assert [sign for sign in beside if category(sign.text) not in ("Mn", "Me")] == []
    assert on_each_other(paper.pdf) == []
