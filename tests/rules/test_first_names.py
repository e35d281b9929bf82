"""What of a typed name may stand on a list: never a surname, a number or an address."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hgkm_desktop.rules.first_names import is_too_telling, on_the_list
from hgkm_desktop.rules.sessions import NameKind

FIRST, ALIAS, NUMBER = NameKind.FIRST_NAME, NameKind.ALIAS, NameKind.NUMBER


def kept(typed, kind=FIRST):
    found = on_the_list(typed, kind)
    return found.kind, found.name, found.is_shorter


@pytest.mark.parametrize(
    ("typed", "name", "is_shorter"),
    [
        ("Hodan", "Hodan", False),
        ("Hodan Yusuf", "Hodan", True),
        ("Hodan Y.", "Hodan Y.", False),
        ("Hodan y", "Hodan y", False),
        ("Hodan Y. van der Berg", "Hodan Y.", True),
        ("Hodan .", "Hodan", True),
        ("Hodan 2", "Hodan", True),
        ("Fatma,", "Fatma", False),
        ("Fatma, zus van Hodan", "Fatma", True),
        ("Anne-Fleur de Wit", "Anne-Fleur", True),
        ("هدى يوسف", "هدى", True),
        ("=1+1", "=1+1", False),
    ],
)
def test_of_a_name_the_first_one_stays_with_an_initial_at_most(typed, name, is_shorter):
    assert kept(typed) == (FIRST, name, is_shorter)


@pytest.mark.parametrize(
    ("typed", "name", "is_shorter"),
    [
        ("Umm Khalid", "Umm Khalid", False),
        ("tante Wafa uit West", "tante Wafa", True),
        ("أم خالد يوسف", "أم خالد", True),
        ("Oma Riet", "Oma Riet", False),
    ],
)
def test_what_somebody_is_called_by_is_an_alias_of_two_words(typed, name, is_shorter):
    assert kept(typed) == (ALIAS, name, is_shorter)


@pytest.mark.parametrize(
    ("typed", "name", "is_shorter"),
    [
        ("mevrouw Yılmaz", "mevrouw Y.", True),
        ("Mw. de vries", "Mw. V.", True),
        ("Meneer Y.", "Meneer Y.", False),
    ],
)
def test_a_surname_behind_mevrouw_is_no_more_than_its_first_letter(typed, name, is_shorter):
    assert kept(typed) == (ALIAS, name, is_shorter)


@pytest.mark.parametrize("typed", ["mevrouw", "Umm", "mr."])
def test_a_word_to_call_somebody_by_alone_is_the_name(typed):
    assert kept(typed) == (FIRST, typed, False)


def test_an_alias_is_kept_as_it_was_chosen():
    assert kept("de vrouw, met de rode jas", ALIAS) == (ALIAS, "de vrouw, met de rode jas", False)
    assert kept("  veel   spaties ", ALIAS) == (ALIAS, "veel spaties", False)


@pytest.mark.parametrize("typed", ["", "   ", ",", " , ,"])
def test_nothing_typed_is_somebody_without_a_name(typed):
    assert kept(typed) == (NUMBER, "", False)


def test_who_wants_no_name_on_the_list_has_none_whatever_was_typed():
    assert kept("Hodan Yusuf", NUMBER) == (NUMBER, "", False)


@pytest.mark.parametrize("typed", ["7", "0412", "٧"])
def test_a_number_of_a_list_is_a_number(typed):
    assert kept(typed) == (NUMBER, typed, False)
    assert not is_too_telling(typed)


@pytest.mark.parametrize(
    "typed", ["06 12345678", "Hodan 020 55", "h@nisa.example", "٠٦١٢٣", "Hodan 1 2 3 4 5"]
)
def test_a_telephone_number_and_an_address_are_no_name(typed):
    assert is_too_telling(typed)


@pytest.mark.parametrize("typed", ["", "Hodan", "Hodan 06-12", "2e Hodan"])
def test_some_digits_in_a_name_are_no_telephone_number(typed):
    assert not is_too_telling(typed)


@given(st.text(max_size=60))
def test_whatever_is_kept_stays_as_it_is_when_it_is_kept_once_more(typed):
    """A preview shows what comes in: to keep it again changes nothing."""
    first = on_the_list(" ".join(typed.split()))
    again = on_the_list(first.name, first.kind)
    assert (again.name, again.is_shorter) in {(first.name, False), ("", False)}
    assert again.name == first.name or first.kind is NUMBER


@given(st.lists(st.sampled_from(["Hodan", "Yusuf", "Jansen", "de"]), min_size=2, max_size=6))
def test_no_second_word_of_a_name_ever_stays(words):
    assert on_the_list(" ".join(words)).name == words[0]


def test_nothing_of_a_name_is_in_a_repr():
    assert "Hodan" not in repr(on_the_list("Hodan Yusuf"))
