"""Every sheet, in every language, in every form: what left the printer is read back (US-5)."""

import re
from collections import Counter

import pytest
from digits import seen
from sheet_papers import (
    CARDS,
    EVERY,
    FORMS,
    OURS,
    all_checked,
    cards,
    expected,
    sheet,
)

from hgkm_desktop.services.prints import Form
from hgkm_desktop.sheets import library

LOOKS_LIKE_A_NUMBER = re.compile(r"(?<![\d-])\d{3,4}[- ]\d{3,}(?![\d-])")


@pytest.fixture(scope="module", params=EVERY, ids="-".join)
def papers(request):
    """One sheet in one language, in all its forms; made once for all tests that look at it."""
    return [sheet(*request.param, form) for form in FORMS]


def test_every_number_stands_there_as_often_as_it_should(papers):
    for paper in papers:
        for number, times in Counter(expected(paper)).items():
            found = [hit for page in paper.pages for hit in page.found(number)]
            assert len(found) == times, (paper.form, number)


def test_the_picture_shows_each_number_digit_by_digit(papers):
    for paper in papers:
        for number in set(expected(paper)):
            hits = [(page, hit) for page in paper.pages for hit in page.found(number)]
            assert {seen(*hit) for hit in hits} == {number}, paper.form


def test_no_other_number_stands_on_the_paper(papers):
    for paper in papers:
        lines = [line for page in paper.pages for line in page.lines]
        found = {hit for line in lines for hit in LOOKS_LIKE_A_NUMBER.findall(line)}
        assert found <= set(expected(paper))


def test_there_is_no_box_where_a_letter_should_be(papers):
    for paper in papers:
        glyphs = [*paper.glyphs()]
        assert glyphs or has_only_drawings(paper)
        assert 0 not in glyphs


def has_only_drawings(paper):
    return paper.form is Form.PICTURES and not paper.content.boxes


def test_reading_begins_with_the_title_and_then_the_lead(papers):
    for paper in papers:
        if paper.form is not Form.PICTURES:
            name, *lines = paper.said()
            assert name == bare(library.LANGUAGES[paper.content.language])
            words = bare(paper.content.title + paper.content.lead)
            assert "".join(lines)[: len(words)] == words, paper.form


def bare(text):
    return "".join(text.split())


def test_copying_gives_the_words_in_reading_order(papers):
    """Each line that runs to the left carries its own words (ActualText, PDF 32000-1, 14.9.4)."""
    for paper in papers:
        if paper.content.rtl and paper.form is not Form.PICTURES:
            said = paper.actual_texts()
            assert all(bare(words) in said for words in spoken(paper))


def spoken(paper):
    """Return every text of ours that must be heard when this paper is read aloud."""
    content = paper.content
    yield from (content.title, content.lead, library.LANGUAGES[content.language])
    for part in content.parts:
        yield part.heading
        yield from ("".join(bit.text for bit in line) for line in part.lines)
    for box in content.boxes:
        yield from (box.label, "".join(bit.text for bit in box.call), box.note)


def test_nothing_that_runs_to_the_left_lacks_its_words(papers):
    for paper in papers:
        names = {str(font["/BaseFont"]).split("+")[1] for font in paper.fonts()}
        if paper.content.rtl and paper.form is not Form.PICTURES:
            assert paper.shown_outside_spans() == set()
            assert "NotoSansArabic-Regular" in names
        assert not any("Arabic" in name for name in paper.shown_outside_spans())


def test_all_fonts_are_inside_with_the_text_of_each_glyph(papers):
    for paper in papers:
        fonts = [*paper.fonts()]
        assert fonts or has_only_drawings(paper)
        for font in fonts:
            (inner,) = font["/DescendantFonts"]
            assert inner["/FontDescriptor"]["/FontFile2"].get_data()[:4] == b"\0\1\0\0"
            assert b"beginbfchar" in font["/ToUnicode"].get_data()


def test_the_file_says_nothing_of_itself_but_its_language(papers):
    for paper in papers:
        root = paper.reader.trailer["/Root"]
        assert dict(paper.reader.metadata) == {"/Title": "Blad"}
        assert root["/Lang"] == paper.content.language
        assert "/Metadata" not in root
        for word in (b"ReportLab", b"CreationDate", b"ModDate", b"Producer", b"Author", b"anonym"):
            assert word not in paper.pdf


def test_on_a4_and_in_pictures_it_is_one_page(papers):
    pages = {paper.form: len(paper.reader.pages) for paper in papers}
    assert pages[Form.A4] == pages[Form.PICTURES] == 1
    assert pages[Form.A5] <= 2
    assert pages[Form.ALOUD] <= 3


@pytest.mark.parametrize("language", library.LANGUAGES)
@pytest.mark.parametrize("sheet_id", [one.id for one in library.sheets()])
def test_numbers_with_spaces_and_the_own_number_stand_there_too(sheet_id, language):
    """An organisation that had every number checked, and added its own."""
    paper = sheet(sheet_id, language, Form.A4, all_checked())
    assert OURS.number in expected(paper) or not paper.content.sheet.closing
    for number, times in Counter(expected(paper)).items():
        hits = [(page, hit) for page in paper.pages for hit in page.found(number)]
        assert len(hits) == times
        assert {seen(*hit) for hit in hits} == {number.replace(" ", "")}
    assert len(paper.pages) == 1


@pytest.mark.parametrize("cover", range(4))
@pytest.mark.parametrize("form", CARDS)
@pytest.mark.parametrize("language", library.LANGUAGES)
def test_every_card_shows_its_numbers_eight_times(language, form, cover):
    paper = cards(language, form, cover, all_checked())
    outside, inside = paper.pages
    for number in ("112", "0800-2000", OURS.number):
        hits = [*inside.found(number)]
        assert len(hits) == 8
        assert {seen(inside, hit) for hit in hits} == {number.replace(" ", "")}
        assert [*outside.found(number)] == []
    assert 0 not in paper.glyphs()
    assert dict(paper.reader.metadata) == {"/Title": "Blad"}
    assert all("/FontFile2" in f["/DescendantFonts"][0]["/FontDescriptor"] for f in paper.fonts())
