"""Every value of a list that is shown has a word, in every language, and its own."""

import json
from enum import StrEnum
from importlib.resources import files
from inspect import getmembers, isclass

import pytest

from hgkm_desktop import texts
from hgkm_desktop.rules import clocks, contact, holding, lists
from hgkm_desktop.rules.words import word

NOT_SHOWN = {
    contact.Verdict: "rules/gate_words.py says what the gate says",
    holding.State: "the list and the board have words of their own for it",
}
NAMES = lists.Area
"""Names of places stay as they are."""
KINDS = {
    kind
    for module in (lists, contact, holding, clocks)
    for _name, kind in getmembers(module, isclass)
    if issubclass(kind, StrEnum) and kind is not StrEnum
}
SHOWN = sorted(KINDS - set(NOT_SHOWN), key=lambda kind: kind.__name__)
VALUES = [value for kind in SHOWN for value in kind]
AVOIDED = ("dader", "slachtoffer", "dossier", "cliënt", "casus", "vechtscheiding", "pleger")


@pytest.mark.parametrize("language", ["nl", "en", "ar"])
@pytest.mark.parametrize("kind", SHOWN)
def test_every_value_has_a_word_of_its_own(kind, language):
    texts.use(language)
    words = [word(value) for value in kind]
    assert all(each.strip() for each in words)
    assert len(set(words)) == len(words)


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_no_word_is_left_in_english(language):
    texts.use("en")
    english = {word(value) for value in VALUES if not isinstance(value, NAMES)}
    folder = files("hgkm_desktop") / "resources" / "translations" / language
    known = set().union(*(json.loads(part.read_text("utf-8")) for part in folder.iterdir()))
    assert english <= known


def test_no_word_blames_or_classifies():
    texts.use("nl")
    for value in VALUES:
        assert not [each for each in AVOIDED if each in word(value).lower()]


def test_values_of_other_lists_with_the_same_name_have_their_own_word():
    assert word(lists.NoteKind.OTHER) == "Iets anders"
    assert word(lists.Worry.HUSBAND) != word(lists.Voice.PARTNER)
    assert word(lists.Worry.HOME) != word(lists.LifeDomain.HOME)


@pytest.mark.parametrize("kind", sorted(NOT_SHOWN, key=lambda kind: kind.__name__))
def test_what_is_not_shown_has_no_word_here(kind):
    for value in kind:
        with pytest.raises(KeyError):
            word(value)
