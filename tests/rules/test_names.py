"""A typed name is noticed where only a relation belongs (R-006, R-294)."""

import pytest

from hgkm_desktop.rules.names import LONGEST_READ, looks_like_name


@pytest.mark.parametrize(
    "relation",
    [
        "",
        "man",
        "Haar man",
        "ex",
        "Ex-man",
        "haar ex",
        "Zus",
        "Schoonmoeder",
        "schoonzusje",
        "Stiefvader van de kinderen",
        "oudste zoon",
        "Dochters",
        "buurman van boven",
        "inwonende oom",
        "neef van haar man",
        "Zij zelf",
        "her ex husband",
        "her mother-in-law",
        "زوجها السابق",
        "حماتها",
    ],
)
def test_a_relation_is_no_name(relation):
    assert not looks_like_name(relation)


@pytest.mark.parametrize(
    "typed",
    [
        "Bram",
        "bram",
        "Haar man Bram",
        "man, Mohammed",
        "Mohammed B.",
        "M. de Vries",
        "meneer Jansen",
        "dhr. de Boer",
        "haar man heet Yusuf",
        "de man die zij Ibo noemt en die vaak komt",
        "Hij heet trouwens yusuf en werkt overal in de stad.",
        "زوجها أحمد",
        "Jan-Willem",
    ],
)
def test_a_name_is_noticed(typed):
    assert looks_like_name(typed)


@pytest.mark.parametrize(
    "words",
    [
        "Werkt ma en wo, 9–13 uur. Leest haar telefoon.",
        "Hij mag op vrijdag de kinderen zien. Komt uit Marokko.",
        "Komt vaak langs op vrijdag.",
        "Heeft hulp van de GGZ en van Blijf Groep gehad.",
        "“Hij wordt boos als ik laat ben.” Zegt zij.",
        "Praat alleen Turks. Wil niet naar Veilig Thuis.",
    ],
)
def test_ordinary_sentences_hold_no_name(words):
    assert not looks_like_name(words)


@pytest.mark.parametrize(
    "words", ["Gisteren stond Bram weer voor de deur.", "Ze woont nu bij Fatima om de hoek."]
)
def test_a_name_inside_a_sentence_is_noticed(words):
    assert looks_like_name(words)


def test_a_whole_book_is_read_no_further_than_its_beginning():
    assert not looks_like_name("haar man. " * LONGEST_READ)
