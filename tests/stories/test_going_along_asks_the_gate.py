"""The ways to her from Vandaag and from an appointment: each asks the gate (R-284, R-285, R-286).

Vandaag leads to the gate and never past it; calling her out at the door is contact by us, so an
appointment may only say so inside her hours.
"""

from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

import pytest
from at_the_gate import (
    AGREED,
    MARKER,
    NUMBER,
    TUESDAY,
    YES,
    holds_marker,
    known,
    she_said_no,
    something_happened,
)
from cases_window import cases_window
from desk import MONDAY
from every_way import calls_that_can_be_pressed, digits, words_in
from going import HOUR, NOW, blank, move, plan, told
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hgkm_desktop.errors import Invalid
from hgkm_desktop.rules.contact import Channel
from hgkm_desktop.rules.going_along import ArrivalSignal
from hgkm_desktop.services import appointments, safe_contact
from hgkm_desktop.services.beside_today import CallHer
from hgkm_desktop.ui.views.appointments.visit_form import VisitForm, open_visit_form
from hgkm_desktop.ui.views.cases.call_gate import CallGate
from hgkm_desktop.ui.views.today.call_row import CallRow
from hgkm_desktop.ui.views.today.view import TodayView

BEFORE_HER_HOUR = TUESDAY - 2 * HOUR
CALL = ArrivalSignal.CALL
SHUT = {
    "not now": (lambda _leyla, _case_id: None, BEFORE_HER_HOUR),
    "something happened": (something_happened, TUESDAY),
    "she said no": (she_said_no, TUESDAY),
    "asked too long ago": (lambda _leyla, _case_id: None, TUESDAY + timedelta(days=35)),
}


@pytest.fixture
def leyla(sign_in):
    return sign_in("Leyla")


@pytest.fixture
def case_id(desk, leyla):
    return known(desk, leyla)


@contextmanager
def vandaag(leyla, qtbot, qapp, now):
    """The whole window on Vandaag at this moment."""
    with cases_window(leyla, qtbot, qapp) as made:
        made.ctx.now = lambda: now
        made.wanted = []
        made.ctx.shown.connect(made.wanted.append)
        made.window.go_to("today")
        QTest.qWait(0)
        made.parts = made.view.page.parts
        yield made


def rows(made) -> list[CallRow]:
    return [row for row in made.parts.calls.shown() if isinstance(row, CallRow)]


def test_in_her_hour_the_row_leads_to_the_gate_and_the_number_stays_behind_it(
    leyla, case_id, qtbot, qapp
):
    with vandaag(leyla, qtbot, qapp, TUESDAY) as made:
        (row,) = rows(made)
        assert calls_that_can_be_pressed(row)
        assert not holds_marker([words_in(made.window)])
        row.setFocus()
        made.press(Qt.Key.Key_Return)
        assert made.wanted == [CallHer(case_id)]
        gate = made.form
        assert isinstance(gate, CallGate)
        assert not holds_marker([words_in(made.window)])
        made.push(gate.number.button)
        assert gate.number.number.text() == NUMBER
        gate.close_overlay()
        assert not holds_marker([words_in(made.window)])


@pytest.mark.parametrize("shut", SHUT)
def test_with_the_gate_shut_nothing_on_vandaag_asks_to_call(leyla, case_id, qtbot, qapp, shut):
    shuts, now = SHUT[shut]
    shuts(leyla, case_id)
    with vandaag(leyla, qtbot, qapp, now) as made:
        assert calls_that_can_be_pressed(made.parts.calls) == []
        for row in rows(made):
            row.setFocus()
            QTest.keyClick(row, Qt.Key.Key_Return)
            made.window.go_to("today")
        made.parts.band.chosen.emit(case_id)
        assert not any(isinstance(each, CallHer) for each in made.wanted)
        assert not holds_marker([words_in(made.window)])


@pytest.mark.parametrize("shut", SHUT)
def test_whoever_asks_to_call_her_gets_the_gate_as_it_is_now(leyla, case_id, qtbot, qapp, shut):
    shuts, now = SHUT[shut]
    shuts(leyla, case_id)
    with vandaag(leyla, qtbot, qapp, now) as made:
        made.ctx.show(CallHer(case_id))
        gate = made.form
        assert isinstance(gate, CallGate)
        assert calls_that_can_be_pressed(gate) == []
        assert not holds_marker([words_in(gate)])


@pytest.mark.parametrize("shuts", [something_happened, she_said_no])
def test_a_row_that_is_behind_the_times_still_asks_the_gate(
    leyla, case_id, qtbot, qapp, monkeypatch, shuts
):
    with vandaag(leyla, qtbot, qapp, TUESDAY) as made:
        (row,) = rows(made)
        monkeypatch.setattr(TodayView, "refresh", lambda _view: None)
        shuts(leyla, case_id)
        row.setFocus()
        made.press(Qt.Key.Key_Return)
        assert made.wanted == [CallHer(case_id)]
        assert calls_that_can_be_pressed(made.form) == []
        assert not holds_marker([words_in(made.window)])


def test_who_does_not_stand_beside_her_gets_no_gate(leyla, case_id, sign_in, qtbot, qapp):
    with cases_window(sign_in("Salma"), qtbot, qapp) as made:
        made.ctx.now = lambda: TUESDAY
        made.ctx.show(CallHer(case_id))
        assert not isinstance(made.form, CallGate)
        assert not holds_marker([words_in(made.window)])


def test_a_hidden_name_is_not_called(leyla, case_id, qtbot, qapp):
    with vandaag(leyla, qtbot, qapp, TUESDAY) as made:
        made.ctx.veil(True)
        QTest.qWait(0)
        assert calls_that_can_be_pressed(made.parts.calls) == []
        made.parts.band.chosen.emit(case_id)
        assert not any(isinstance(each, CallHer) for each in made.wanted)


def refused(leyla, service, *given, **named) -> set[str]:
    with pytest.raises(Invalid) as found:
        leyla.call(service, *given, **NOW | named)
    return set(found.value.problems)


def test_inside_her_hours_she_may_be_called_out_at_the_door(leyla, case_id, monkeypatch):
    asked, gate_of = [], safe_contact.gate_of

    def listening(found, channel, now):
        asked.append((channel, now))
        return gate_of(found, channel, now)

    monkeypatch.setattr(safe_contact, "gate_of", listening)
    visit = plan(leyla, case_id, TUESDAY, signal=CALL)
    assert visit.details.signal is CALL
    assert asked == [(Channel.CALL, TUESDAY)]


@pytest.mark.parametrize("shut", SHUT)
def test_with_the_gate_shut_no_appointment_says_that_she_is_called_out(leyla, case_id, shut):
    shuts, starts = SHUT[shut]
    shuts(leyla, case_id)
    assert refused(leyla, appointments.plan, blank(leyla, case_id, starts, signal=CALL)) == {
        "signal"
    }
    visit = plan(leyla, case_id, starts)
    assert refused(leyla, appointments.change, told(visit, signal=CALL)) == {"signal"}


def test_who_only_may_be_sent_a_message_is_not_called_out(leyla, case_id):
    by_app = replace(AGREED, channels=frozenset({Channel.APP}))
    leyla.call(safe_contact.agree_with, case_id, YES, by_app, now=MONDAY)
    visit = blank(leyla, case_id, TUESDAY, signal=CALL)
    assert refused(leyla, appointments.plan, visit) == {"signal"}


def test_of_whom_nothing_was_agreed_nobody_is_called_out(leyla):
    visit = blank(leyla, None, TUESDAY, signal=CALL)
    assert refused(leyla, appointments.plan, visit) == {"signal"}


def test_it_cannot_be_moved_out_of_her_hours(leyla, case_id):
    visit = plan(leyla, case_id, TUESDAY, signal=CALL)
    with pytest.raises(Invalid) as found:
        move(leyla, visit, TUESDAY + 4 * HOUR)
    assert set(found.value.problems) == {"signal"}
    assert leyla.call(appointments.get, visit.id).starts == TUESDAY


@pytest.mark.parametrize("shut", SHUT)
def test_the_form_says_so_at_the_sign_and_keeps_nothing(leyla, case_id, qtbot, qapp, shut):
    shuts, starts = SHUT[shut]
    shuts(leyla, case_id)
    with cases_window(leyla, qtbot, qapp) as made:
        form = open_visit_form(made.ctx, made.window, starts=starts, case_id=case_id)
        assert isinstance(form, VisitForm)
        form.when.signal.set_value(CALL)
        form.accept_button.click()
        assert made.form is form
        assert form.fields["signal"].problem()
        assert MARKER not in digits(words_in(made.window))
        assert list(leyla.call(appointments.of_case, case_id)) == []
        form.close_overlay()
