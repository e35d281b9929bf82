"""She is here: still right, changed, or something happened (R-285)."""

from dataclasses import replace
from datetime import timedelta

import pytest
from contact_desk import AGREED, MONDAY, NUMBER, TODAY, TUESDAY, Desk, digits, words_in
from PySide6.QtWidgets import QApplication

from hgkm_desktop.rules.contact import Channel, Verdict
from hgkm_desktop.services import safe_contact
from hgkm_desktop.ui.views.cases.contact_form import ContactForm
from hgkm_desktop.ui.views.cases.still_right import StillRight, WhatHappened

LATE = TUESDAY + timedelta(days=35)


@pytest.fixture
def desk(sign_in, qtbot):
    made = Desk(sign_in("Leyla"), qtbot)
    yield made
    made.close()


@pytest.fixture
def case_id(desk):
    made = desk.open_case()
    desk.agree(made)
    desk.at = LATE
    return made


def ask(desk, case_id):
    return desk.open(StillRight(desk.ctx, desk.page(case_id)))


def verdict(desk, case_id):
    return safe_contact.gate_of(desk.standing(case_id), Channel.CALL, desk.at).verdict


def test_it_is_read_aloud_without_the_number(desk, case_id):
    said = words_in(ask(desk, case_id))
    for words in ("Dinsdag en donderdag, 10–12 uur", "“Met Els", "Spreek niets in", "klopt dit"):
        assert words in said
    assert digits(NUMBER) not in digits(said) and "blauwe stof" not in said


def test_still_right_opens_the_gate_again(desk, case_id):
    assert verdict(desk, case_id) is Verdict.ASK_AGAIN
    overlay = ask(desk, case_id)
    assert QApplication.focusWidget() is overlay.cancel_button, "a stray Enter agrees to nothing"
    desk.push(overlay.right)
    assert verdict(desk, case_id) is Verdict.MAY
    assert desk.said[-1].text == "Genoteerd: dit klopt nog."


def test_leaving_it_changes_nothing(desk, case_id):
    desk.push(ask(desk, case_id).cancel_button)
    assert verdict(desk, case_id) is Verdict.ASK_AGAIN


def test_something_else_is_agreed_in_the_form(desk, case_id):
    desk.push(ask(desk, case_id).change)
    assert isinstance(desk.overlay, ContactForm)


@pytest.mark.parametrize("words", ["", "Hij keek in haar telefoon."])
def test_something_happened_shuts_the_gate_words_or_not(desk, case_id, words):
    desk.at = TUESDAY
    assert verdict(desk, case_id) is Verdict.MAY
    desk.push(ask(desk, case_id).happened)
    overlay = desk.overlay
    assert isinstance(overlay, WhatHappened)
    overlay.what.setPlainText(words)
    desk.push(overlay.accept_button)
    assert verdict(desk, case_id) is Verdict.ASK_AGAIN
    assert desk.page(case_id).entries[-1].body.what == words


def test_too_much_of_what_happened_stands_at_its_field(desk, case_id):
    desk.push(ask(desk, case_id).happened)
    overlay = desk.overlay
    overlay.what.setPlainText("x" * 501)
    desk.push(overlay.accept_button)
    assert overlay.fields["what"].problem() and desk.overlay is overlay


def test_what_she_ended_on_a_day_cannot_just_go_on(desk):
    made = desk.open_case()
    desk.agree(made, replace(AGREED, until=TODAY, if_line_drops="Zij belt ons terug."))
    desk.at = TUESDAY
    overlay = ask(desk, made)
    assert not overlay.right.isEnabled()
    assert "De afspraak is verlopen" in words_in(overlay)
    assert "Valt de lijn weg? Zij belt ons terug." in words_in(overlay)


def test_behind_the_veil_nothing_is_read(desk, case_id):
    desk.at = MONDAY
    desk.ctx.veil(True)
    said = words_in(ask(desk, case_id))
    assert "Els" not in said and "Linde" not in said
