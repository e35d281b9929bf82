"""The readers of test_every_sheet.py themselves: would they see a wrong number?"""

from dataclasses import replace

import pytest
from digits import seen
from sheet_papers import as_shipped, expected, sheet

from hgkm_desktop.handouts import paragraph, shaping
from hgkm_desktop.services.prints import Form


@pytest.fixture
def without_guards(monkeypatch):
    """Numbers as any other text: what FACTS.md 6.14 warns of."""
    monkeypatch.setattr(shaping, "_guarded", lambda piece: piece.text)
    paragraph._known_text.cache_clear()
    yield
    paragraph._known_text.cache_clear()


def hits(paper, number):
    return [(page, hit) for page in paper.pages for hit in page.found(number)]


@pytest.mark.usefixtures("without_guards")
def test_a_number_turned_round_is_seen():
    paper = sheet("veilig_thuis", "ar", Form.A4)
    assert "0800-2000" in expected(paper)
    assert len(hits(paper, "0800-2000")) < expected(paper).count("0800-2000")
    turned = hits(paper, "2000-0800")
    assert {seen(*hit) for hit in turned} == {"2000-0800"}


@pytest.mark.parametrize("language", ["nl", "ar", "ti"])
@pytest.mark.parametrize("form", [Form.A4, Form.A5, Form.PICTURES, Form.ALOUD])
@pytest.mark.parametrize("number", ["+31 6-98765432", "2000-0800", "0800-2001", "0801-2000"])
def test_every_digit_of_any_number_is_read_from_the_picture(number, form, language):
    known = as_shipped()
    known["veilig_thuis"] = replace(known["veilig_thuis"], number=number)
    paper = sheet("veilig_thuis", language, form, known)
    found = hits(paper, number)
    assert len(found) == expected(paper).count(number) > 0
    assert {seen(*hit) for hit in found} == {number.replace(" ", "")}


def test_the_picture_is_judged_and_not_the_text_in_the_file():
    """One sheet's places, another sheet's picture: the digits that are really there are read."""
    known = as_shipped()
    other = {**known, "veilig_thuis": replace(known["veilig_thuis"], number="0801-2936")}
    paper, wrong = (sheet("veilig_thuis", "nl", Form.A4, registry) for registry in (known, other))
    (_, hit), *_ = hits(paper, "0800-2000")
    assert seen(wrong.pages[0], hit) == "0801-2936"
