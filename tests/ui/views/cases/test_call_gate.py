"""Her number: the rule first, shown when asked for, gone when her hour ends (R-284 to R-286)."""

from dataclasses import replace
from datetime import timedelta

import pytest
from contact_desk import AGREED, MONDAY, NUMBER, TUESDAY, YES, Desk, digits, words_in
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from sqlalchemy import text

from hgkm_desktop.rules.contact import Channel, Verdict
from hgkm_desktop.rules.lists import ConsentForm, Outcome
from hgkm_desktop.services import safe_contact
from hgkm_desktop.ui.views.cases.call_gate import CallGate
from hgkm_desktop.ui.views.cases.contact_form import ContactForm
from hgkm_desktop.ui.views.cases.still_right import StillRight

LATE = MONDAY + timedelta(days=40)


@pytest.fixture
def desk(sign_in, qtbot):
    made = Desk(sign_in("Leyla"), qtbot)
    yield made
    made.close()


@pytest.fixture
def case_id(desk):
    made = desk.open_case()
    desk.agree(made)
    return made


def gate(desk, case_id, at=TUESDAY):
    desk.at = at
    return desk.open(CallGate(desk.ctx, desk.page(case_id)))


def is_nowhere(desk):
    said = [notice.text + notice.hint for notice in desk.said]
    everything = digits(words_in(desk.window) + "".join(said))
    return digits(NUMBER) not in everything and digits(NUMBER)[2:] not in everything


def shown(desk):
    with desk.db.engine.connect() as connection:
        found = connection.execute(text("SELECT count(*) FROM audit_line WHERE kind = 'contact'"))
        return found.scalar_one()


def test_first_the_rule_then_the_words_and_no_digit_of_the_number(desk, case_id):
    overlay = gate(desk, case_id)
    assert overlay.title.text() == "Je gaat Linde bellen"
    assert overlay.rule.text.startswith("Bellen mag nu, tot 12.00. Dinsdag en donderdag")
    said = words_in(overlay)
    for words in ("“Met Els van de naaicursus.”", "Kun je nu praten?", "verkeerd verbonden"):
        assert words in said
    assert is_nowhere(desk) and "blauwe stof" not in said
    assert shown(desk) == 0


def test_the_number_comes_when_asked_for_and_that_is_noted(desk, case_id):
    overlay = gate(desk, case_id)
    assert QApplication.focusWidget() is overlay.number.button
    desk.push(overlay.number.button)
    assert overlay.number.number.text() == NUMBER
    assert overlay.number.number.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert shown(desk) == 1
    desk.push(overlay.number.button)
    assert is_nowhere(desk)


def test_the_number_cannot_be_picked_up_with_the_mouse(desk, case_id):
    overlay = gate(desk, case_id)
    QApplication.clipboard().setText("iets anders")
    desk.push(overlay.number.button)
    flags = overlay.number.number.textInteractionFlags()
    assert flags == Qt.TextInteractionFlag.NoTextInteraction
    assert QApplication.clipboard().text() == "iets anders"


def test_outside_her_hours_there_is_no_number_and_the_button_says_when(desk, case_id):
    overlay = gate(desk, case_id, MONDAY)
    assert not overlay.number.button.isEnabled()
    assert overlay.number.button.text() == "nu niet: alleen di/do 10–12"
    assert overlay.number.number.text() == ""
    assert overlay.next_step.words.text() == "Morgen vanaf 10.00."
    assert not overlay.words.isVisible() and not overlay.how.isVisible()
    assert not overlay.next_step.button.isVisible()


@pytest.mark.parametrize("ended", [LATE, None])
def test_what_is_old_or_broken_asks_her_again(desk, case_id, ended):
    if ended is None:
        desk.db.call(safe_contact.incident, case_id, "", now=TUESDAY)
    overlay = gate(desk, case_id, ended or TUESDAY)
    assert overlay.number.button.text() == "eerst opnieuw vragen"
    assert not overlay.number.button.isEnabled()
    desk.push(overlay.next_step.button)
    assert isinstance(desk.overlay, StillRight)


def test_without_an_agreement_she_comes_herself(desk):
    overlay = gate(desk, desk.open_case())
    assert overlay.rule.text == "Er is geen afspraak. Wij bellen niet. Zij komt zelf."
    assert overlay.number.button.text() == "zij komt zelf"
    desk.push(overlay.next_step.button)
    assert isinstance(desk.overlay, ContactForm)


def test_after_her_no_the_gate_is_shut_although_something_was_agreed(desk, case_id):
    no = replace(YES, form=ConsentForm.REFUSED)
    desk.db.call(safe_contact.agree_with, case_id, no, None, now=MONDAY)
    overlay = gate(desk, case_id)
    assert overlay.rule.text.startswith("Zij wil geen contact van ons.")
    assert not overlay.number.button.isEnabled()


def test_when_her_hour_ends_while_it_is_open_the_number_goes(desk, case_id):
    overlay = gate(desk, case_id)
    desk.push(overlay.number.button)
    desk.at = TUESDAY + timedelta(minutes=89, seconds=58)
    overlay.look_again()
    assert overlay.number.is_shown
    assert 1_000 <= overlay.until.interval() <= 2_000 and overlay.until.isActive()
    desk.at = TUESDAY + timedelta(minutes=90)
    overlay.until.timeout.emit()
    assert is_nowhere(desk)
    assert overlay.number.button.text() == "nu niet: alleen di/do 10–12"
    assert overlay.how.isVisible(), "how the call went can still be noted"


def test_no_answer_is_trusted_for_more_than_a_minute(desk, case_id):
    assert gate(desk, case_id).until.interval() <= 60_000


def test_a_colleague_who_noted_something_meanwhile_shuts_it(desk, case_id):
    overlay = gate(desk, case_id)
    desk.db.call(safe_contact.incident, case_id, "", now=TUESDAY)
    desk.push(overlay.number.button)
    assert is_nowhere(desk)
    assert overlay.rule.text.startswith("Er is iets gebeurd")
    overlay.look_again()
    assert not overlay.number.button.isEnabled()


def test_locking_takes_the_number_away_before_anything_else(desk, case_id):
    overlay = gate(desk, case_id)
    desk.push(overlay.number.button)
    desk.push(overlay.code_word.button)
    overlay.close_overlay()
    assert NUMBER not in words_in(overlay) and "blauwe stof" not in words_in(overlay)
    assert not overlay.until.isActive()


def test_hiding_names_closes_it(desk, case_id):
    overlay = gate(desk, case_id)
    desk.push(overlay.number.button)
    desk.ctx.veil(True)
    assert desk.overlay is None and is_nowhere(desk)


def test_behind_the_veil_it_shows_a_code_and_no_words(desk, case_id):
    desk.ctx.veil(True)
    overlay = gate(desk, case_id)
    said = "\n".join(each.text() for each in overlay.findChildren(QAbstractButton))
    assert "Linde" not in overlay.title.text() and overlay.title.text().startswith("Je gaat BL-")
    assert not overlay.words.isVisible() and not overlay.code_word.isVisible()
    assert not overlay.number.button.isEnabled() and "Namen zijn verborgen" in said


def test_the_code_word_is_shown_when_asked_for(desk, case_id):
    overlay = gate(desk, case_id)
    desk.push(overlay.code_word.button)
    assert "blauwe stof" in words_in(overlay)
    desk.push(overlay.code_word.button)
    assert "blauwe stof" not in words_in(overlay)


def test_another_way_is_asked_anew(desk, case_id):
    overlay = gate(desk, case_id)
    desk.push(overlay.number.button)
    overlay.channels.segments[1].click()
    assert overlay.channel is Channel.APP and is_nowhere(desk)
    assert overlay.rule.text.startswith("Appen mag nu")
    assert list(overlay.how.buttons) == [Outcome.SENT, Outcome.SPOKE, Outcome.SOMEBODY_ELSE]


@pytest.mark.parametrize(
    ("outcome", "verdict"),
    [
        (Outcome.SPOKE, Verdict.MAY),
        (Outcome.NO_ANSWER, Verdict.MAY),
        (Outcome.SOMEBODY_ELSE, Verdict.ASK_AGAIN),
    ],
)
def test_how_it_went_is_noted_and_somebody_else_shuts_the_gate(desk, case_id, outcome, verdict):
    overlay = gate(desk, case_id)
    told = []
    overlay.noted.connect(lambda: told.append(outcome))
    desk.push(overlay.number.button)
    desk.push(overlay.how.buttons[outcome])
    found = desk.standing(case_id)
    assert [tried.outcome for tried in found.reached] == [outcome] == told
    assert safe_contact.gate_of(found, Channel.CALL, TUESDAY).verdict is verdict
    asks = desk.said[-1].text == "Vraag haar eerst opnieuw."
    assert asks == (outcome is Outcome.SOMEBODY_ELSE)
    assert is_nowhere(desk)


def test_everything_agreed_stands_below_each_other(desk):
    made = desk.open_case()
    more = replace(AGREED, if_line_drops="Zij belt ons terug.", who_may_answer="haar zus")
    desk.agree(made, replace(more, voicemail="Met Els, over je vraag.", code_word=""))
    said = words_in(gate(desk, made))
    for words in ("Valt de lijn weg? Zij belt", "Mag ook opnemen: haar zus", "over je vraag"):
        assert words in said
    assert not desk.overlay.code_word.isVisible()


def test_it_is_walked_through_with_the_keyboard_and_left_with_escape(desk, case_id):
    overlay = gate(desk, case_id)
    stops = overlay.stops()
    assert all(each.accessibleName() for each in stops)
    assert [each for each in stops if each in overlay.how.buttons.values()]
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert desk.overlay is None
