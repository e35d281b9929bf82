import pytest

from hgkm_desktop import texts
from hgkm_desktop.texts import tr


def test_dutch_is_spoken_from_the_start():
    assert texts.current() == "nl"
    assert tr("Sign in first.") == "Meld je eerst aan."
    assert not texts.is_right_to_left()


def test_english_is_the_text_itself():
    texts.use("en")
    assert tr("Sign in first.") == "Sign in first."
    assert texts.catalogue("en") == {}


def test_what_is_not_translated_into_arabic_is_said_in_dutch():
    texts.use("ar")
    assert texts.is_right_to_left()
    assert tr("The copy failed.") == "De kopie is mislukt."
    known = next(iter(texts.catalogue("ar")))
    assert tr(known) == texts.catalogue("ar")[known] != texts.catalogue("nl")[known]


@pytest.mark.parametrize("language", ["nl", "en", "ar"])
def test_what_nobody_translated_stays_english(language):
    texts.use(language)
    assert tr("Nobody ever wrote this.") == "Nobody ever wrote this."


@pytest.mark.parametrize("language", ["", "xx", "../nl", "NL"])
def test_an_unknown_language_is_dutch(language):
    texts.use(language)
    assert texts.current() == "nl"


def test_every_language_has_its_own_name():
    assert set(texts.LANGUAGES) >= texts.RIGHT_TO_LEFT | {texts.DEFAULT}
    assert len(set(texts.LANGUAGES.values())) == len(texts.LANGUAGES)
