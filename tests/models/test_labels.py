import json
from enum import StrEnum
from importlib.resources import files

import pytest

from hgkm_desktop import texts
from hgkm_desktop.models import codes
from hgkm_desktop.models.codes import (
    CHIP_TOPICS,
    ContactSetting,
    FollowUp,
    HarmKind,
    HelpTopic,
    Language,
    SignalLevel,
    Visit,
)
from hgkm_desktop.models.labels import label, short

LISTS = [
    kind
    for kind in vars(codes).values()
    if isinstance(kind, type) and issubclass(kind, StrEnum) and kind is not StrEnum
]
CODES = [code for kind in LISTS for code in kind]


@pytest.mark.parametrize("language", ["nl", "en", "ar"])
def test_every_code_has_a_word_in_every_language(language):
    texts.use(language)
    for code in CODES:
        assert label(code).strip()
        assert short(code).strip()


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_no_word_is_left_in_english(language):
    texts.use("en")
    english = {label(code) for code in CODES} | {short(code) for code in CODES}
    part = files("hgkm_desktop") / "resources" / "translations" / language / "labels.json"
    assert english <= set(json.loads(part.read_text(encoding="utf-8")))


@pytest.mark.parametrize("language", ["nl", "en", "ar"])
@pytest.mark.parametrize("kind", LISTS)
def test_words_within_a_list_differ(kind, language):
    texts.use(language)
    words = [label(code) for code in kind]
    assert len(set(words)) == len(words)


def test_the_nine_chips_have_the_words_of_the_mock_up():
    assert [label(topic) for topic in CHIP_TOPICS] == [
        "Geld",
        "Wonen",
        "Kinderen",
        "Gezondheid",
        "Thuis",
        "Papieren",
        "Nederlands",
        "Werk",
        "Alleen zijn",
    ]


def test_a_column_has_its_own_shorter_words():
    assert label(Language.ARABIC_MOROCCAN) == "Arabisch (Darija)"
    assert short(Language.ARABIC_MOROCCAN) == "Darija"
    assert (label(Visit.NEW), short(Visit.NEW)) == ("Nieuw", "nieuw")
    assert (label(FollowUp.PLAN_TALK), short(FollowUp.PLAN_TALK)) == ("Gesprek plannen", "Gesprek")
    assert short(SignalLevel.CLEAR) == label(SignalLevel.CLEAR) == "duidelijk"


def test_codes_of_the_same_value_in_other_lists_keep_their_own_word():
    assert label(HelpTopic.OTHER) == "Iets anders"
    assert label(Language.OTHER) == "Een andere taal"
    assert label(ContactSetting.OTHER) == "Ergens anders"
    assert label(HarmKind.OTHER) == "iets anders"


def test_no_word_blames_or_classifies():
    texts.use("nl")
    for code in CODES:
        words = label(code).lower()
        for avoided in ("dader", "slachtoffer", "dossier", "cliënt", "casus", "vechtscheiding"):
            assert avoided not in words
