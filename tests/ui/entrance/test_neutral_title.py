import pytest
from hostile import HOSTILE

from hgkm_desktop.ui.entrance.neutral_title import problem_with_title

TELLING = "Deze naam vertelt wat jullie doen. Kies een gewone naam."


@pytest.mark.parametrize(
    "title",
    [
        "Hulp bij geweld",
        "Vrouwenopvang West",
        "VROUWEN OPVANG",
        "vrouwen-opvang",
        "Huiselijk Geweld",
        "Gewéld",
        "G3weld",
        "Mishandeling",
        "Slachtofferlogboek",
        "Veilig Thuis",
        "Blijf-van-mijn-lijf",
        "Women's shelter",
        "Kadın dayanışma",
        "دار النساء",
    ],
)
def test_a_title_that_tells_what_the_program_is_for_is_refused(title):
    assert problem_with_title(title, "Nisa for Nisa") == TELLING


@pytest.mark.parametrize(
    "title", ["Buurtlogboek", "Logboek", "Agenda", "Kalender", "Thuis in de buurt", "دفتر الحي"]
)
def test_an_ordinary_title_is_fine(title):
    assert problem_with_title(title, "Nisa for Nisa") is None


def test_the_organisation_itself_is_no_title():
    problem = problem_with_title("Logboek nisa for NISA", "Nisa for Nisa")
    assert problem == "Dit is de naam van jullie organisatie. Kies een gewone naam."


def test_a_piece_of_a_word_is_not_the_organisation():
    assert problem_with_title("Buurtlogboek", "Buurt") is None


def test_an_empty_or_endless_title_is_refused():
    assert problem_with_title("", "Nisa")
    assert problem_with_title("x" * 61, "Nisa")


@pytest.mark.parametrize("text", [text for _, text in HOSTILE], ids=[name for name, _ in HOSTILE])
def test_hostile_titles_get_an_answer(text):
    problem_with_title(text[:60], text[:60])
