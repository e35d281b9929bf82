"""May we contact her, and how: both or nothing, and the default is no (R-284, R-286)."""

from dataclasses import replace
from datetime import date, time

import pytest
from contact_desk import AGREED, MONDAY, NUMBER, TUESDAY, Desk, digits, words_in
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hgkm_desktop.rules.contact import Channel, Verdict
from hgkm_desktop.rules.lists import ConsentForm, Purpose
from hgkm_desktop.services import safe_contact
from hgkm_desktop.ui.views.cases.contact_form import ContactForm

CONTACT = Purpose.CONTACT_BY_US, ""


@pytest.fixture
def desk(sign_in, qtbot):
    made = Desk(sign_in("Leyla"), qtbot)
    yield made
    made.close()


@pytest.fixture
def case_id(desk):
    return desk.open_case()


def form(desk, case_id):
    return desk.open(ContactForm(desk.ctx, desk.page(case_id)))


def fill(overlay):
    """Type what she says, as a confidant would."""
    overlay.may.buttons[1].click()
    overlay.her_answer.form.chips[0].click()
    overlay.contact.channels.chips[0].click()
    QTest.keyClicks(overlay.contact.number, NUMBER)
    row = overlay.contact.windows.rows[0]
    row.days.chips[1].click()
    row.days.chips[3].click()
    overlay.contact.name_we_use.buttons[0].click()


def verdict(desk, case_id, now=TUESDAY):
    return safe_contact.gate_of(desk.standing(case_id), Channel.CALL, now).verdict


def test_it_begins_with_no(desk, case_id):
    overlay = form(desk, case_id)
    assert overlay.may.value() is False
    assert overlay.may.buttons[0].text().startswith("Nee. Wij nemen geen contact op, zij komt zelf")
    assert not overlay.contact.isVisible() and not overlay.her_answer.isVisible()
    assert QApplication.focusWidget() is overlay.may.buttons[0]
    assert "Je mag nee zeggen" in words_in(overlay.aloud)


def test_a_no_is_kept_and_shuts_the_gate(desk, case_id):
    desk.agree(case_id)
    overlay = form(desk, case_id)
    assert overlay.may.value() is True, "what was agreed is shown"
    overlay.may.buttons[0].click()
    desk.push(overlay.accept_button)
    found = desk.standing(case_id).consents[CONTACT]
    assert (found.form, found.heard_by) == (ConsentForm.REFUSED, "Leyla")
    assert verdict(desk, case_id) is Verdict.SHE_CALLS
    assert desk.said[-1].text == "Genoteerd. Wij nemen geen contact op."


def test_her_yes_and_how_are_kept_together_and_read_back_first(desk, case_id):
    overlay = form(desk, case_id)
    fill(overlay)
    read = words_in(overlay.read_back)
    assert "“Dinsdag en donderdag, 10–12 uur, via bellen.”" in read
    desk.push(overlay.accept_button)
    assert desk.overlay is None
    assert verdict(desk, case_id) is Verdict.MAY
    said = desk.standing(case_id).consents[CONTACT]
    assert (said.form, said.heard_by, said.text_version) == (ConsentForm.ORAL, "Leyla", "2026-1")
    assert digits(NUMBER) not in digits(desk.said[-1].text)


def test_without_how_she_said_it_nothing_is_kept(desk, case_id):
    overlay = form(desk, case_id)
    fill(overlay)
    overlay.her_answer.form.set_values([])
    desk.push(overlay.accept_button)
    assert overlay.fields["consent.form"].problem()
    assert CONTACT not in desk.standing(case_id).consents
    assert desk.standing(case_id).contact is None


def test_half_an_agreement_says_so_at_its_fields_and_keeps_no_yes(desk, case_id):
    overlay = form(desk, case_id)
    overlay.may.buttons[1].click()
    overlay.her_answer.form.chips[1].click()
    desk.push(overlay.accept_button)
    assert {key for key, field in overlay.fields.items() if field.problem()} == {
        "channels",
        "windows",
    }
    assert QApplication.focusWidget() is overlay.contact.channels.chips[0]
    assert CONTACT not in desk.standing(case_id).consents


def test_what_nobody_may_store_stands_at_its_field(desk, case_id):
    overlay = form(desk, case_id)
    fill(overlay)
    overlay.contact.voicemail.set_text("mijn wachtwoord is geheim12")
    desk.push(overlay.accept_button)
    assert overlay.fields["voicemail"].problem()
    assert desk.overlay is overlay


def test_no_value_of_hers_is_chosen_beforehand(desk, case_id):
    overlay = form(desk, case_id)
    overlay.may.buttons[1].click()
    contact, answer = overlay.contact, overlay.her_answer
    assert answer.form.value() is None and answer.language.value() is None
    assert contact.channels.values() == [] and contact.windows.rows[0].days.values() == []
    assert contact.voicemail.text() == contact.another.text() == contact.name_we_use.text() == ""


def test_several_days_and_times(desk, case_id):
    overlay = form(desk, case_id)
    fill(overlay)
    windows = overlay.contact.windows
    desk.push(windows.more)
    second = windows.rows[1]
    assert QApplication.focusWidget() is second.days.chips[0]
    second.days.chips[5].click()
    second.begins.set_value(time(19, 30))
    second.ends.set_value(time(21))
    read = words_in(overlay.read_back)
    assert "Dinsdag en donderdag, 10–12 uur; zaterdag, 19.30–21 uur, via bellen" in read
    for _ in range(4):
        desk.push(windows.more)
    assert not windows.more.isVisible()
    for row in list(windows.rows[2:]):
        desk.push(row.remove)
    desk.push(overlay.accept_button)
    assert [window.days for window in desk.standing(case_id).contact.windows] == [{1, 3}, {5}]


def test_the_number_that_is_known_is_not_shown_and_stays(desk, case_id):
    desk.agree(case_id)
    overlay = form(desk, case_id)
    assert overlay.contact.number.text() == ""
    assert digits(NUMBER) not in digits(words_in(overlay))
    assert "Zij zei ja op 23 nov." in words_in(overlay)
    assert not overlay.her_answer.isVisible()
    overlay.contact.windows.rows[0].begins.set_value(time(9))
    desk.push(overlay.accept_button)
    found = desk.db.call(safe_contact.reach, case_id, Channel.CALL, now=TUESDAY)
    assert found.agreed.number == NUMBER
    assert found.agreed.windows[0].begins == time(9)
    assert len(desk.standing(case_id).consents) == 2


def test_a_last_day_of_hers_is_kept(desk, case_id):
    overlay = form(desk, case_id)
    fill(overlay)
    contact = overlay.contact
    assert contact.value().until is None, "thirty days, then she is asked again"
    assert not contact.until.isVisible()
    contact.how_long.buttons[1].click()
    assert contact.until.value() == date(2026, 12, 23)
    contact.until.set_value(date(2026, 11, 22))
    desk.push(overlay.accept_button)
    assert overlay.fields["until"].problem() == "Deze dag is al geweest."
    contact.until.set_value(date(2026, 12, 1))
    desk.push(overlay.accept_button)
    assert desk.standing(case_id).contact.until == date(2026, 12, 1)


def test_what_was_agreed_stands_in_the_fields_again(desk, case_id):
    agreed = replace(AGREED, until=date(2026, 12, 1), who_may_answer="haar zus", hide_number=False)
    desk.agree(case_id, agreed)
    told = form(desk, case_id).contact.value()
    assert told == replace(agreed, number="", checked_on=None, checked_by="")


@pytest.mark.parametrize("key", ["another", "line_drops", "voicemail"])
def test_examples_only_fill_when_they_are_pressed(desk, case_id, key):
    overlay = form(desk, case_id)
    overlay.may.buttons[1].click()
    line = getattr(overlay.contact, key)
    assert line.text() == ""
    line.buttons[0].click()
    assert line.text() == line.buttons[0].text()


def test_tab_reads_it_from_top_to_bottom(desk, case_id):
    overlay = form(desk, case_id)
    overlay.may.buttons[1].click()
    desk.push(overlay.contact.windows.more)
    stops = overlay.stops()
    assert stops[-2:] == [overlay.cancel_button, overlay.accept_button]
    places = [
        stops.index(part)
        for part in (
            overlay.her_answer.heard_by,
            overlay.contact.number,
            overlay.contact.windows.rows[0].begins,
            overlay.contact.windows.rows[1].begins,
            overlay.contact.windows.more,
            overlay.contact.code_word,
        )
    ]
    assert places == sorted(places)
    assert all(each.accessibleName() for each in stops)


def test_behind_the_veil_only_her_code_stands_above_it(desk, case_id):
    desk.ctx.veil(True)
    assert "Linde" not in words_in(form(desk, case_id))


def test_nothing_of_it_is_kept_when_it_is_left(desk, case_id):
    overlay = form(desk, case_id)
    fill(overlay)
    desk.push(overlay.cancel_button)
    assert desk.standing(case_id).contact is None
    assert verdict(desk, case_id, MONDAY) is Verdict.SHE_CALLS
