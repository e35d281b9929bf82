"""Every value of going along has its own calm word, in every language it is shown in."""

from enum import StrEnum
from inspect import getmembers, isclass

import pytest

from hgkm_desktop import texts
from hgkm_desktop.rules import bodies, cautions, going_along
from hgkm_desktop.rules.cautions import Caution
from hgkm_desktop.rules.clocks import Clock, Kind
from hgkm_desktop.rules.going_words import caution_words, noted_words, word

KINDS = sorted(
    {
        kind
        for module in (going_along, cautions)
        for _name, kind in getmembers(module, isclass)
        if issubclass(kind, StrEnum) and kind is not StrEnum
    },
    key=lambda kind: kind.__name__,
)
AVOIDED = ("dader", "slachtoffer", "dossier", "cliënt", "casus", "vechtscheiding", "pleger")
MOST = 12
SILENT = {bodies.Began, bodies.Beside, bodies.ClockSet, bodies.AskedAfter}
"""What is no news of its own: how it began, who stands there, what follows from something else."""


@pytest.mark.parametrize("language", ["nl", "en", "ar"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_value_has_a_word_of_its_own(kind, language):
    texts.use(language)
    words = [word(value) for value in kind]
    assert all(each.strip() for each in words)
    assert len(set(words)) == len(words)


def test_the_words_are_dutch_and_name_nobody():
    for kind in KINDS:
        for value in kind:
            said = word(value).lower()
            assert not any(each in said for each in AVOIDED), said


def test_a_caution_is_one_short_sentence():
    for caution in Caution:
        said = caution_words(caution)
        assert said == word(caution)
        assert len(said.split()) <= MOST and said.endswith(".")


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_what_was_noted_is_named_by_kind_and_never_by_content(language):
    texts.use(language)
    note = bodies.Incident(on=None, what="zevenblad")
    assert noted_words(note)
    assert "zevenblad" not in noted_words(note)


def test_what_follows_from_something_else_is_no_news():
    kinds = {kind for _, kind in getmembers(bodies, isclass) if kind.__module__ == bodies.__name__}
    spoken = {kind for kind in kinds if noted_words(object.__new__(kind))}
    inside = {bodies.Person, bodies.Plan}
    assert kinds - spoken - inside == SILENT
    assert noted_words(bodies.ClockSet(id=None, clock=Clock(Kind.TIME_OUT, None, 1))) == ""
