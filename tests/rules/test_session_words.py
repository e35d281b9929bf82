"""Every code of the lists of sessions has a word of its own, in every language."""

from enum import StrEnum

import pytest

from hgkm_desktop import texts
from hgkm_desktop.rules import session_words, sessions
from hgkm_desktop.rules.sessions import SessionTopic

LISTS = [
    kind
    for kind in vars(sessions).values()
    if isinstance(kind, type) and issubclass(kind, StrEnum) and kind is not StrEnum
]


@pytest.mark.parametrize("language", ["nl", "en", "ar"])
@pytest.mark.parametrize("kind", LISTS, ids=lambda kind: kind.__name__)
def test_every_code_has_a_word_and_no_two_have_the_same(kind, language):
    texts.use(language)
    words = [session_words.word(code) for code in kind]
    assert all(words)
    assert len(set(words)) == len(words)


def test_a_session_is_called_by_its_title_or_else_by_its_topic():
    assert session_words.name_of(SessionTopic.MONEY, "Post op orde") == "Post op orde"
    assert session_words.name_of(SessionTopic.FGM, "") == "Meisjesbesnijdenis"
