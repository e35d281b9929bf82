import pytest
from hostile import HOSTILE
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from hgkm_desktop.ui.entrance.answers import Answers
from hgkm_desktop.ui.entrance.passphrase_step import PassphraseStep

OWN = "kaneel fiets regenjas brug"
HIDDEN, SEEN = QLineEdit.EchoMode.Password, QLineEdit.EchoMode.Normal


@pytest.fixture
def step(shown):
    made = shown(PassphraseStep(Answers(organisation="Nisa", name="Marleen")))
    made.arrive()
    return made


def first(step):
    return step.passphrase.widget


def again(step):
    return step.again.widget


def test_five_words_are_offered_first_and_can_be_read(step):
    assert len(first(step).text().split()) == 5
    assert first(step).echoMode() == SEEN
    assert "Schrijf hem op papier" in first(step).accessibleDescription()


def test_typing_replaces_what_was_offered(step, keys):
    keys.type(OWN)
    assert first(step).text() == OWN


def test_another_one_can_be_asked(step):
    before = first(step).text()
    again(step).setText(before)
    step.meter.offer.click()
    assert first(step).text() != before
    assert again(step).text() == ""


def test_the_offered_one_is_strong_enough(step, keys, qtbot):
    again(step).setText(first(step).text())
    assert step.check()


def test_a_weak_one_is_refused_at_its_field(step, keys):
    first(step).setText("welkom")
    again(step).setText("welkom")
    assert not step.check()
    assert "te makkelijk" in step.passphrase.problem()
    assert keys.here is first(step)


def test_an_empty_one_is_refused(step):
    first(step).setText("   ")
    assert not step.check()
    assert step.passphrase.problem() == "Typ eerst een wachtzin."


def test_half_a_character_never_reaches_the_vault(step):
    first(step).setText(OWN + " x\ud83d")
    assert first(step).text().encode()


def test_a_sign_nobody_can_type_again_is_refused(step):
    first(step).setText(OWN + " \x07")
    again(step).setText(first(step).text())
    assert not step.check()
    assert "teken" in step.passphrase.problem()


def test_a_difference_is_said_when_she_leaves_the_field_and_next_is_off(step, keys):
    keys.type(OWN)
    keys.enter()
    keys.type("kaneel fiets regenjas brig")
    first(step).setFocus()
    assert step.again.problem().endswith("Kijk naar het laatste woord.")
    assert not step.is_complete()


def test_the_difference_goes_as_soon_as_it_is_mended(step, keys):
    keys.type(OWN)
    keys.enter()
    keys.type("kaneel fiets regenjas brig")
    keys.enter()
    keys.press(Qt.Key.Key_Backspace)
    keys.press(Qt.Key.Key_Backspace)
    assert step.again.problem() == ""
    keys.type("ug")
    assert step.is_complete()
    assert step.check()


def test_the_second_one_has_to_be_typed(step, keys):
    step.go_on.connect(step.check)
    keys.type(OWN)
    keys.enter()
    keys.enter()
    assert step.again.problem() == "Typ de zin nog een keer."
    assert keys.here is again(step)


def test_both_are_hidden_and_shown_together(step):
    first(step).toggle.click()
    assert (first(step).echoMode(), again(step).echoMode()) == (HIDDEN, HIDDEN)
    first(step).toggle.click()
    assert (first(step).echoMode(), again(step).echoMode()) == (SEEN, SEEN)


def test_nothing_can_be_brought_back_after_wiping(step):
    step.wipe()
    first(step).undo()
    again(step).undo()
    assert (first(step).text(), again(step).text()) == ("", "")


@pytest.mark.parametrize("text", [text for _, text in HOSTILE], ids=[name for name, _ in HOSTILE])
def test_nothing_typed_does_harm(step, text):
    first(step).setText(text)
    again(step).setText(text)
    step.check()
    assert len(first(step).text()) <= 200
