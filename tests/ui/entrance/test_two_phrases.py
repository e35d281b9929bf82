import pytest

from hgkm_desktop.ui.entrance.two_phrases import difference, is_typable

FIRST = "kaneel fiets regenjas brug"
START = "De twee zinnen zijn niet gelijk. "


@pytest.mark.parametrize(
    ("again", "where"),
    [
        ("kaneel fiets regenjas brig", "Kijk naar het laatste woord."),
        ("kaneel fits regenjas brug", "Kijk naar woord 2."),
        ("kaneel fits regenjas brig", "Kijk naar woord 2."),
        ("kaneel fiets brug", "Kijk naar woord 3."),
        ("kaneel fiets regenjas", "Er mist een woord."),
        ("kaneel fiets regenjas brug lepel", "Er staat een woord te veel."),
        ("kaneelfiets regenjas brug", "Kijk naar woord 1."),
        ("Kaneel fiets regenjas brug", "Kijk naar woord 1."),
    ],
)
def test_it_says_truly_where_to_look(again, where):
    assert difference(FIRST, again) == START + where


@pytest.mark.parametrize(
    ("first", "again"),
    [(FIRST, FIRST), (FIRST, "  kaneel  fiets regenjas\tbrug "), ("een boek ff", "een boek ﬀ")],
)
def test_spaces_and_ways_of_writing_do_not_matter(first, again):
    assert difference(first, again) is None


def test_half_a_character_cannot_be_sealed():
    assert is_typable(FIRST)
    assert not is_typable("half\ud83d")
    assert not is_typable("nul\x00")
