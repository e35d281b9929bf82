from datetime import date

import pytest

from hgkm_desktop import texts
from hgkm_desktop.handouts.erasure_certificate import erasure_certificate
from hgkm_desktop.services.erasing import Certificate

ERASED = Certificate(date(2026, 11, 23), date(2027, 2, 21), grants=2, entries=37)


@pytest.fixture
def certificate(read):
    return read(erasure_certificate(ERASED, "Nisa for Nisa"))


def words_of(paper):
    return " ".join(paper.text.split())


def test_it_says_what_was_erased_when_and_how_much(certificate):
    words = words_of(certificate)
    for sentence in (
        "Bewijs van wissen",
        "Alles over één mens is gewist uit ons logboek.",
        "37 notities, antwoorden en afspraken",
        "2 sleutels die dat openden",
        "Gewist op 23 november 2026",
    ):
        assert sentence in words


def test_it_says_until_when_a_copy_may_hold_it_and_that_counts_stay(certificate):
    words = words_of(certificate)
    assert "Een oude kopie kan het nog bevatten tot 21 februari 2027." in words
    assert "Tellingen zonder naam blijven." in words


def test_it_says_that_it_does_not_say_who_and_asks_whether_home_is_safe(certificate):
    words = words_of(certificate)
    assert "Op dit papier staat niet wie het was." in words
    assert "Vraag eerst of dat veilig is." in words
    assert "BL-" not in words


def test_two_people_sign(certificate):
    assert words_of(certificate).count("Handtekening van wie") == 2


def test_all_stands_on_one_a4_page_with_its_fonts(certificate):
    (page,) = certificate.reader.pages
    assert [round(side) for side in page.mediabox[2:]] == [595, 842]
    assert certificate.are_all_fonts_inside()


def test_the_file_tells_nobody_what_it_is(certificate):
    assert dict(certificate.reader.metadata) == {"/Title": "Blad"}
    assert certificate.reader.xmp_metadata is None
    assert b"ReportLab" not in certificate.pdf


def test_the_same_words_give_the_same_bytes(certificate):
    assert erasure_certificate(ERASED, "Nisa for Nisa") == certificate.pdf


def test_it_is_legible_on_a_grey_printer(certificate):
    dark, light = certificate.picture.getextrema()
    assert dark < 70
    assert light == 255


@pytest.mark.parametrize("organisation", ["", "N" * 400, "\u202eNisa", "نساء من أجل نساء", "🌻"])
def test_whatever_the_organisation_is_called_it_stays_one_page(organisation, read):
    paper = read(erasure_certificate(ERASED, organisation))
    assert len(paper.reader.pages) == 1


def test_large_numbers_fit(read):
    many = Certificate(date(2026, 11, 23), date(2027, 2, 21), grants=12_000, entries=4_000_000)
    assert "4000000" in words_of(read(erasure_certificate(many, "Nisa")))


def test_in_english_it_is_english_and_where_paper_is_not_translated_dutch(read):
    texts.use("en")
    assert "Proof of erasing" in words_of(read(erasure_certificate(ERASED, "Nisa")))
    texts.use("ar")
    paper = read(erasure_certificate(ERASED, "Nisa"))
    assert "Bewijs van wissen" in words_of(paper)
    assert paper.reader.trailer["/Root"]["/Lang"] == "nl"
