"""Fresh halves of the recovery key for the coordinators, from the page of copies."""

import pytest
from admin_page import open_admin
from desk import FIRST_WORDS, MONDAY
from hostile import HOSTILE
from recovery_page import id_of, second_coordinator

from hgkm_desktop.errors import UserError
from hgkm_desktop.models.codes import Role
from hgkm_desktop.services import members, organisation, recovery
from hgkm_desktop.services.recovery import Helpers
from hgkm_desktop.vault import recovery_code


@pytest.fixture
def page(sign_in, qtbot):
    yield from open_admin(sign_in("Salma"), qtbot)


@pytest.fixture
def bea(sign_in, qtbot):
    """Bea looks after the team and is no coordinator: she has no half of her own."""
    yield from open_admin(sign_in("Bea"), qtbot)


@pytest.mark.parametrize("text", [text for _, text in HOSTILE], ids=[name for name, _ in HOSTILE])
def test_nothing_typed_does_harm(page, desk, text):
    dialog = open_halves(page, desk)
    code_of(dialog).setText(text)
    page.say_yes()
    page.settle()
    assert page.overlay is not None
    assert page.ctx.call(organisation.get).recovery_number == 1


def open_halves(page, desk):
    if len(page.ctx.call(recovery.holders)) < 2:
        second_coordinator(page, desk, with_half=False)
    card = page.open("copies").recovery
    urgent = card.urgent_button.isVisible()
    page.click(card.urgent_button if urgent else card.halves_button)
    return page.overlay


def code_of(overlay):
    from hgkm_desktop.ui.entrance.typed_code import CodeField

    return overlay.findChild(CodeField)


def test_a_new_coordinator_gets_her_half_with_the_sheet(page, desk):
    second_coordinator(page, desk, with_half=False)
    card = page.open("copies").recovery
    assert card.halves_row.title() == "Nog niet iedereen heeft haar helft: Joke"
    code_of(open_halves(page, desk)).setText(desk.code)
    page.say_yes()
    page.settle()
    assert page.overlay is None
    assert page.said[-1].text == "Elke coördinator heeft nu haar helften."
    assert card.halves_row.title() == "Elke coördinator heeft haar helft"
    assert card.halves_button.isVisible()


def test_the_row_hides_names_too(page, desk):
    second_coordinator(page, desk, with_half=False)
    card = page.open("copies").recovery
    page.ctx.veil(True)
    page.wait(lambda: "Joke" not in card.halves_row.title())
    assert "Joke" not in open_halves(page, desk).accessibleName()


def test_wrong_code_and_too_few_say_so_in_the_dialog(bea, desk):
    second_coordinator(bea, desk, with_half=False)
    overlay = open_halves(bea, desk)
    code_of(overlay).setText(recovery_code.new())
    bea.say_yes()
    bea.settle()
    assert code_of(overlay).accessibleDescription().startswith("Dit is de code van een ander blad.")
    code_of(overlay).setText(desk.code)
    bea.say_yes()
    bea.settle()
    said = [each.text() for each in overlay.findChildren(type(bea_label(overlay)))]
    assert "Deze helften maken de sleutel niet. Vraag nog een coördinator." in said


def bea_label(overlay):
    from PySide6.QtWidgets import QLabel

    return overlay.findChild(QLabel)


def test_two_who_hold_halves_together_are_both_asked(bea, desk):
    second_coordinator(bea, desk, with_half=False)
    helpers = Helpers(desk.code, {id_of(desk, "Salma"): FIRST_WORDS})
    bea.ctx.call(recovery.give_halves, helpers)
    code = recovery_code.new()
    bea.ctx.call(recovery.new_sheet, code, now=MONDAY)
    overlay = open_halves(bea, desk)
    assert "Twee coördinatoren typen ook hun wachtzin." in overlay.accessibleDescription()


def test_an_administrator_without_a_half_asks_one_for_the_halves(bea, desk):
    second_coordinator(bea, desk, with_half=False)
    overlay = open_halves(bea, desk)
    assert "Een coördinator typt ook haar wachtzin." in overlay.accessibleDescription()


def test_trouble_in_the_dialog_is_said_and_an_error_is_an_error(page, desk, qtbot, monkeypatch):
    overlay = open_halves(page, desk)
    code_of(overlay).setText(desk.code)

    def full(*_given):
        raise UserError("De schijf is vol.", "Maak ruimte.")

    monkeypatch.setattr(recovery, "give_halves", full)
    page.say_yes()
    page.settle()
    said = [each.text() for each in overlay.findChildren(type(bea_label(overlay)))]
    assert "De schijf is vol. Maak ruimte." in said
    monkeypatch.setattr(recovery, "give_halves", lambda *_given: 1 // 0)
    with qtbot.captureExceptions() as caught:
        page.say_yes()
        page.settle()
    assert caught[0][0] is ZeroDivisionError
    page.say_no()
    assert page.overlay is None


def test_a_log_without_a_coordinator_says_so(bea, desk):
    bea.ctx.call(members.leave, id_of(desk, "Salma"), now=MONDAY)
    bea.view.refresh()
    card = bea.open("copies").recovery
    assert card.halves_row.title() == "Er is geen coördinator"
    assert not card.urgent_button.isVisible()


def test_a_coordinator_alone_sees_how_it_is_and_no_buttons(desk, sign_in, qtbot):
    bea = sign_in("Bea")
    bea.call(members.change, id_of(desk, "Salma"), "Salma", [Role.COORDINATOR], 6)
    bea.close()
    opened = open_admin(sign_in("Salma"), qtbot)
    page = next(opened)
    card = page.open("copies").recovery
    assert card.halves_row.title() == "Elke coördinator heeft haar helft"
    buttons = (card.halves_button, card.urgent_button, card.sheet_button)
    assert not any(button.isVisible() for button in buttons)
    next(opened, None)
