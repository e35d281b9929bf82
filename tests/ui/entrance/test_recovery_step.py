import pytest
from hostile import HOSTILE

from hgkm_desktop.errors import UserError
from hgkm_desktop.ui.entrance.answers import Answers
from hgkm_desktop.ui.entrance.recovery_step import RecoveryStep
from hgkm_desktop.vault import recovery_code


@pytest.fixture
def answers():
    return Answers(organisation="Nisa")


@pytest.fixture
def code(step, answers):
    return answers.code


@pytest.fixture
def step(shown, background, world, now, qtbot, answers):
    made = RecoveryStep(answers, background, world.around().press, now)
    shown(made)
    with qtbot.waitSignal(made.paper.ready):
        made.arrive()
    return made


def test_the_sheet_is_seen_before_it_is_printed(step, code):
    letters = "".join(step.paper.preview.accessibleDescription().split())
    assert all(group in letters for group in code.split("-"))


def test_it_is_done_only_when_all_three_are(step, code):
    assert not step.is_complete()
    step.sheet.print_button.click()
    step.code.widget.setText(code)
    assert not step.is_complete()
    step.put_away.click()
    assert step.is_complete()


def test_without_paper_the_code_alone_is_not_enough(step, code):
    step.code.widget.setText(code)
    step.put_away.click()
    assert not step.is_complete()


def test_saving_counts_and_says_what_to_do_with_the_file(step, world, code):
    step.sheet.save_button.click()
    assert world.saved[0].startswith(b"%PDF")
    assert "wis daarna het bestand" in step.sheet.text()
    step.code.widget.setText(code)
    step.put_away.click()
    assert step.is_complete()


def test_printing_says_when_and_once_is_enough(step):
    step.sheet.print_button.click()
    assert step.sheet.text() == "Geprint om 9.02. Eén keer is genoeg."
    assert step.sheet.print_button.text() == "Print opnieuw"


def test_no_printer_is_said_on_the_page(step, world):
    world.fault = UserError("Er is geen printer.", "Sluit een printer aan.")
    step.sheet.print_button.click()
    assert "Er is geen printer." in step.sheet.trouble.text()
    world.fault = None
    step.sheet.print_button.click()
    assert step.sheet.trouble.text() == ""


def test_a_wrong_character_is_found_when_the_code_is_full(step, code):
    groups = code.split("-")
    groups[2] = "2222" if groups[2] != "2222" else "3333"
    step.code.widget.setText("-".join(groups))
    assert step.code.problem().startswith("Groep 3 klopt niet")
    assert not step.check()


def test_another_sheet_is_not_this_sheet(step):
    step.sheet.print_button.click()
    step.code.widget.setText(recovery_code.new())
    step.put_away.click()
    assert not step.is_complete()


def test_coming_back_keeps_the_code_and_what_was_done(step, qtbot, code):
    step.sheet.print_button.click()
    step.code.widget.setText(code)
    step.put_away.click()
    step.remember()
    with qtbot.waitSignal(step.paper.ready):
        step.arrive()
    assert code == code
    assert step.is_complete()


@pytest.mark.parametrize("text", [text for _, text in HOSTILE], ids=[name for name, _ in HOSTILE])
def test_nothing_typed_does_harm(step, text):
    step.code.widget.setText(text)
    assert not step.check()
