"""A session moved: the ways to whoever is on its list each ask the gate (R-284, R-285, R-286).

From Vandaag, from the session and from her own agreement: a number is shown inside the gate, for as
long as it is open, and the log tells that it was shown.
"""

from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

import pytest
from at_the_gate import (
    AGREED,
    NUMBER,
    TUESDAY,
    holds_marker,
    on_a_list,
    somebody_else_answered,
)
from cases_window import cases_window
from desk import MONDAY
from every_way import calls_that_can_be_pressed, words_in
from going import HOUR
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hgkm_desktop.errors import Forbidden
from hgkm_desktop.models.codes import Act
from hgkm_desktop.rules.contact import Channel
from hgkm_desktop.rules.lists import Outcome
from hgkm_desktop.services import audit_log, information_sessions, registrations, session_reach
from hgkm_desktop.services.sessions_today import ShowToTell
from hgkm_desktop.ui.views.sessions.reach_form import COMES, ONLY_SO, STAYS, ReachForm
from hgkm_desktop.ui.views.sessions.tell import TellOverlay
from hgkm_desktop.ui.views.sessions.tell_again import AskAgain

SHUT = {
    "not now": (lambda _leyla, _her: None, MONDAY),
    "somebody else answered": (somebody_else_answered, TUESDAY),
    "asked too long ago": (lambda _leyla, _her: None, TUESDAY + timedelta(days=35)),
}


@pytest.fixture
def leyla(sign_in):
    return sign_in("Leyla")


@pytest.fixture
def hanan(sign_in):
    return sign_in("Hanan")


@pytest.fixture
def her(db, hanan):
    """Hodan, on the list of a session that moved an hour; she may hear it on Tuesday."""
    return on_a_list(db, hanan)


@contextmanager
def at(db, qtbot, qapp, now):
    """The whole window on Vandaag at this moment."""
    with cases_window(db, qtbot, qapp) as made:
        made.ctx.now = lambda: now
        made.wanted = []
        made.ctx.shown.connect(made.wanted.append)
        made.window.go_to("today")
        QTest.qWait(0)
        yield made


def telling(made, her):
    overlay = TellOverlay(made.ctx, her.session_id)
    overlay.open(made.window)
    QTest.qWait(0)
    return overlay


def whom(leyla, her, now):
    """Return what the gate says of everybody on the list now."""
    return leyla.call(session_reach.to_tell, her.session_id, now=now)


def shown_in_the_log(db):
    return [line for line in db.call(audit_log.page, None, 200) if line.kind == "contact"]


def test_from_vandaag_to_the_number_and_what_came_of_it(leyla, her, qtbot, qapp):
    with at(leyla, qtbot, qapp, TUESDAY) as made:
        (row,) = made.view.page.parts.session_deeds.shown()
        assert "Eén vrouw weet het nog niet" in row.accessibleName()
        assert not holds_marker([words_in(made.window)])
        row.setFocus()
        made.press(Qt.Key.Key_Return)
        assert made.wanted == [ShowToTell(her.session_id)]
        (person,) = made.form.people
        assert not holds_marker([words_in(made.window)])
        made.push(person.number.button)
        assert person.number.number.text() == NUMBER
        made.push(person.how.buttons[Outcome.SPOKE])
        assert not holds_marker([words_in(made.window)])
        made.form.close_overlay()
        QTest.qWait(0)
        assert made.view.page.parts.session_deeds.isHidden()
    (told,) = whom(leyla, her, TUESDAY)
    assert told.knows


def test_that_a_number_was_shown_stands_in_the_log(leyla, her, sign_in):
    assert leyla.call(session_reach.reach, her.id, Channel.CALL, now=TUESDAY).agreed.number
    (line,) = shown_in_the_log(sign_in("Salma"))
    assert (line.act, line.record_id) == (Act.READ, her.session_id)


@pytest.mark.parametrize("shut", SHUT)
def test_with_the_gate_shut_nobody_can_be_called_from_the_overlay(leyla, her, qtbot, qapp, shut):
    shuts, now = SHUT[shut]
    shuts(leyla, her.id)
    with at(leyla, qtbot, qapp, now) as made:
        overlay = telling(made, her)
        assert len(overlay.people) == 1
        assert calls_that_can_be_pressed(overlay) == []
        assert not holds_marker([words_in(made.window)])


@pytest.mark.parametrize("shut", SHUT)
def test_an_overlay_that_is_behind_the_times_shows_no_number(leyla, her, qtbot, qapp, shut):
    shuts, now = SHUT[shut]
    with at(leyla, qtbot, qapp, TUESDAY) as made:
        overlay = telling(made, her)
        (person,) = overlay.people
        shuts(leyla, her.id)
        made.ctx.now = lambda: now
        person.number.button.click()
        assert not person.number.is_shown
        assert calls_that_can_be_pressed(overlay) == []
        assert not holds_marker([words_in(overlay)])


def test_a_number_goes_when_her_hour_ends(leyla, her, qtbot, qapp):
    with at(leyla, qtbot, qapp, TUESDAY) as made:
        overlay = telling(made, her)
        (person,) = overlay.people
        person.number.button.click()
        assert holds_marker([words_in(overlay)])
        assert person.until.isActive()
        made.ctx.now = lambda: TUESDAY + 2 * HOUR
        person.until.timeout.emit()
        assert not holds_marker([words_in(overlay)])
        assert "Nu niet." in words_in(overlay)


def test_a_number_goes_with_another_way_with_hiding_and_with_the_overlay(leyla, her, qtbot, qapp):
    with at(leyla, qtbot, qapp, TUESDAY) as made:
        overlay = telling(made, her)
        (person,) = overlay.people
        person.number.button.click()
        person.channels.segments[1].click()
        assert not holds_marker([words_in(overlay)])
        assert person.channel is Channel.APP
        person.number.button.click()
        assert holds_marker([words_in(overlay)])
        person.number.button.click()
        assert not holds_marker([words_in(overlay)])
        person.number.button.click()
        made.ctx.veil(True)
        assert not overlay.isVisible()
        assert not holds_marker([words_in(made.window)])
        made.ctx.show(ShowToTell(her.session_id))
        assert made.form is None


def test_after_somebody_else_answered_she_is_asked_again_first(leyla, her, qtbot, qapp):
    with at(leyla, qtbot, qapp, TUESDAY) as made:
        overlay = telling(made, her)
        (person,) = overlay.people
        person.number.button.click()
        made.push(person.how.buttons[Outcome.SOMEBODY_ELSE])
        assert made.said[-1].text == "Vraag haar eerst opnieuw."
        (person,) = overlay.people
        made.push(person.again)
        asks = made.form
        assert isinstance(asks, AskAgain)
        assert "Dinsdag en donderdag, 10–12 uur" in words_in(asks)
        assert not holds_marker([words_in(made.window)])
        made.push(asks.right)
        assert made.said[-1].text == "Genoteerd: dit klopt nog."
    (told,) = whom(leyla, her, TUESDAY)
    assert told.gates[Channel.CALL].may
    assert not told.knows


def test_who_is_asked_again_may_change_it_and_the_old_number_is_not_filled_in(
    leyla, her, qtbot, qapp
):
    with at(leyla, qtbot, qapp, TUESDAY) as made:
        asks = AskAgain(made.ctx, leyla.call(registrations.of_id, her.id))
        asks.open(made.window)
        made.push(asks.change)
        form = made.form
        assert isinstance(form, ReachForm)
        assert form.may.value() == STAYS
        assert not holds_marker([words_in(made.window)])
        form.may.set_value(COMES)
        form.accept()
    assert whom(leyla, her, TUESDAY) == []


def test_an_agreement_that_ended_can_only_be_changed(leyla, her, hanan, qtbot, qapp):
    until = replace(AGREED, until=TUESDAY.date())
    hanan.call(session_reach.agree, her.id, until, now=MONDAY)
    with at(leyla, qtbot, qapp, TUESDAY + timedelta(days=2)) as made:
        asks = AskAgain(made.ctx, leyla.call(registrations.of_id, her.id))
        asks.open(made.window)
        assert not asks.right.isEnabled()
        assert made.focus is asks.cancel_button


def test_whoever_registers_her_types_how_and_cannot_read_it_back(hanan, leyla, db, qtbot, qapp):
    her = on_a_list(db, hanan)
    hanan.call(session_reach.agree, her.id, None, now=MONDAY)
    with at(hanan, qtbot, qapp, MONDAY) as made:
        form = ReachForm(made.ctx, hanan.call(registrations.of_id, her.id))
        form.open(made.window)
        assert form.may.value() == COMES
        assert not form.contact.isVisible()
        form.may.set_value(ONLY_SO)
        form.accept()
        assert form.contact.fields["number"].problem() == ""
        assert form.contact.fields["channels"].problem()
        form.contact.channels.set_values([Channel.CALL])
        form.contact.number.setText(NUMBER)
        form.contact.windows.rows[0].days.set_values([1])
        form.accept()
        assert made.said[-1].text == "Genoteerd. Alleen een vertrouwenspersoon kan dit lezen."
        QTest.qWait(0)
        again = ReachForm(made.ctx, hanan.call(registrations.of_id, her.id))
        again.open(made.window)
        assert again.may.value() == STAYS
        assert not holds_marker([words_in(made.window)])
        again.accept()
        assert again.problem() == ""
        with pytest.raises(Forbidden):
            hanan.call(session_reach.reach, her.id, Channel.CALL, now=TUESDAY)
    (told,) = whom(leyla, her, TUESDAY)
    assert (told.gates[Channel.CALL].may, told.asked_by) == (True, "Hanan")


def test_who_has_no_part_in_it_gets_no_overlay(her, hanan, qtbot, qapp):
    with at(hanan, qtbot, qapp, TUESDAY) as made:
        assert made.view.page.parts.session_deeds.isHidden()
        made.ctx.show(ShowToTell(her.session_id))
        assert made.form is None
        with pytest.raises(Forbidden):
            hanan.call(session_reach.to_tell, her.session_id, now=TUESDAY)


def test_where_nobody_said_that_we_may_the_overlay_says_so(leyla, db, hanan, qtbot, qapp):
    her = on_a_list(db, hanan)
    hanan.call(session_reach.agree, her.id, None, now=MONDAY)
    with at(leyla, qtbot, qapp, TUESDAY) as made:
        overlay = telling(made, her)
        assert "Niemand zei dat het mag." in words_in(overlay)
        assert made.focus is overlay.cancel_button


def test_a_session_that_is_called_off_is_told_as_such(leyla, db, her, qtbot, qapp):
    held = db.call(information_sessions.get, her.session_id)
    db.call(information_sessions.call_off, held.id, held.version, "docent ziek")
    with at(leyla, qtbot, qapp, TUESDAY) as made:
        (row,) = made.view.page.parts.session_deeds.shown()
        assert "gaat niet door" in row.accessibleName()
        overlay = telling(made, her)
        assert "gaat niet door" in words_in(overlay)


def test_a_session_that_is_gone_is_said_calmly(leyla, her, db, qtbot, qapp):
    with at(leyla, qtbot, qapp, TUESDAY) as made:
        db.call(registrations.remove, her.id)
        db.call(information_sessions.take_back, [her.session_id])
        made.ctx.show(ShowToTell(her.session_id))
        assert not isinstance(made.form, TellOverlay)
        assert made.said[-1].text == "Deze bijeenkomst is er niet meer."
