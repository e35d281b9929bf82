"""Every way to her asks the gate first; her number is nowhere else (R-284, R-285, R-286).

A number that is planted must not turn up in anything a service returns or the window says, while
the gate is shut; and no module reads it but the two that stand at the gate.
"""

from types import SimpleNamespace

import pytest
from at_the_gate import (
    AGREED,
    MARKER,
    NUMBER,
    TODAY,
    TUESDAY,
    going_along,
    holds_marker,
    known,
    on_a_list,
    she_said_no,
    something_happened,
)
from cases_window import cases_window
from desk import MONDAY
from every_way import (
    ASKS,
    GATED,
    PACKS,
    PACKS_OF_A_SESSION,
    SHOWS,
    SHOWS_OF_A_SESSION,
    calls_that_can_be_pressed,
    readers_of_the_number,
    services_to_call,
    strings_in,
    words_in,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from hgkm_desktop.errors import UserError
from hgkm_desktop.rules.contact import Channel
from hgkm_desktop.rules.lists import Outcome
from hgkm_desktop.services import (
    case_list,
    cases,
    finding,
    gathering,
    safe_contact,
)
from hgkm_desktop.services.walk_in_list import Query
from hgkm_desktop.ui.palette_lines import Surroundings, line_of
from hgkm_desktop.ui.views.cases.aftercare import AskAfter
from hgkm_desktop.ui.views.cases.call_gate import CallGate
from hgkm_desktop.ui.views.cases.contact_form import ContactForm
from hgkm_desktop.ui.views.cases.incident import IncidentForm
from hgkm_desktop.ui.views.cases.still_right import StillRight
from hgkm_desktop.ui.views.sessions.tell import TellOverlay


@pytest.fixture
def leyla(sign_in):
    return sign_in("Leyla")


@pytest.fixture
def case_id(desk, leyla):
    return known(desk, leyla)


@pytest.fixture
def listed(sign_in):
    """She is on the list of a session that moved, and may hear it in the same hours."""
    return on_a_list(sign_in("Joke"), sign_in("Hanan"))


@pytest.fixture
def shown(leyla, case_id, qtbot, qapp):
    """The whole window with her page open, at an hour that is not hers."""
    with cases_window(leyla, qtbot, qapp) as made:
        made.window.current.way.open_case.emit(case_id)
        QTest.qWait(0)
        yield made


def test_only_what_stands_at_the_gate_reads_the_number(leyla, case_id, listed, qtbot, qapp):
    with readers_of_the_number() as readers, cases_window(leyla, qtbot, qapp) as made:
        made.window.current.way.open_case.emit(case_id)
        _walk_through(made)
        leyla.call(case_list.rows, now=TUESDAY)
        leyla.call(gathering.gather)
        made.ctx.now = lambda: TUESDAY
        overlay = CallGate(made.ctx, leyla.call(cases.page, case_id))
        overlay.open(made.window)
        overlay.number.button.click()
        assert overlay.number.number.text() == NUMBER
        overlay.close_overlay()
        tell = TellOverlay(made.ctx, listed.session_id)
        tell.open(made.window)
        (person,) = tell.people
        person.number.button.click()
        assert person.number.number.text() == NUMBER
        tell.close_overlay()
    assert {SHOWS, SHOWS_OF_A_SESSION} <= readers
    assert readers <= {ASKS, SHOWS, PACKS, SHOWS_OF_A_SESSION, PACKS_OF_A_SESSION}


MUST_BE_ASKED = {
    *("cases.page", "case_list.rows", "gathering.gather", "safe_contact.reach"),
    *("today.today", "beside_today.beside", "appointments.get", "appointments.of_case"),
    *("appointment_list.between", "appointment_list.one", "calendar_file.ics"),
    *("session_reach.agree", "session_reach.to_tell", "session_reach.still_right"),
    *("session_reach.tried", "session_reach.reach", "registrations.of_session"),
    *("sessions_today.of_day", "session_list.one", "sessions_today.between"),
}


def asked_of_all(leyla, case_id, listed, now) -> tuple[dict[str, list[str]], list[str]]:
    """Return which services answered with the number, and all that were asked."""
    pool = {
        "case_id": case_id,
        "channel": Channel.CALL,
        "query": SimpleNamespace(**vars(Query()), now=now, is_over=False),
        "registration_id": listed.id,
        "session_id": listed.session_id,
        "outcome": Outcome.NO_ANSWER,
        "agreed": AGREED,
        "now": now,
        "today": TODAY,
        "day": TODAY,
        "year": 2026,
        "month": 11,
        "typed": MARKER,
        "index": finding.Index(),
        "place": "cases",
        **going_along(leyla, case_id),
    }
    found, asked = {}, []
    calls = sorted(services_to_call(pool), key=_destroys_last)
    for name, service, given in calls:
        try:
            answer = leyla.call(service, **given)
        except UserError as refused:
            answer = [refused.title, refused.hint]
        asked.append(name)
        if held := holds_marker(strings_in(answer)):
            found[name] = held
    # `case_key` is the door of the services themselves; no view may come there.
    return {name: held for name, held in found.items() if not name.startswith("case_key.")}, asked


def test_no_service_returns_the_number_while_the_gate_is_shut(leyla, case_id, listed):
    found, asked = asked_of_all(leyla, case_id, listed, MONDAY)
    assert set(asked) >= MUST_BE_ASKED
    assert found == {}


def test_while_the_gate_is_open_only_who_asks_it_returns_the_number(leyla, case_id, listed):
    found, _asked = asked_of_all(leyla, case_id, listed, TUESDAY)
    assert set(found) == GATED


def test_what_is_returned_would_be_found(leyla, case_id):
    reach = leyla.call(safe_contact.reach, case_id, Channel.CALL, now=TUESDAY)
    assert holds_marker(strings_in({"deep": [(reach,)]}))


def test_the_window_says_the_number_nowhere(shown):
    _walk_through(shown)


def test_a_number_on_the_window_would_be_found(shown):
    label = QPushButton("06 97 53 18 64", shown.window)
    assert holds_marker([words_in(shown.window)])
    label.deleteLater()


def _walk_through(made):
    """Open every page, every part of hers and whatever leads to her; look for the number."""
    page = made.page
    for view in made.window.views:
        made.window.go_to(view.identifier)
        QTest.qWait(0)
        assert not holds_marker([words_in(made.window)]), view.identifier
    made.window.go_to("cases")
    for identifier in ("timeline", "safety", "consent", "household", "clocks"):
        page.tabs.open(identifier)
        QTest.qWait(0)
        assert not holds_marker([words_in(made.window)]), identifier
    for kind in (CallGate, ContactForm, StillRight, IncidentForm):
        overlay = kind(made.ctx, page.page)
        overlay.open(made.window)
        QTest.qWait(0)
        assert not holds_marker([words_in(made.window)]), kind.__name__
        overlay.close_overlay()


def strip(made, _case_id):
    return made.page.strip


def call_gate(made, _case_id):
    overlay = CallGate(made.ctx, made.page.page)
    overlay.open(made.window)
    return overlay


def list_row(made, _case_id):
    made.window.current.pages.go_home()
    return made.page


def aftercare_reminder(made, _case_id):
    overlay = AskAfter(made.ctx, made.page.page, TODAY)
    overlay.open(made.window)
    return overlay


def search_result(made, _case_id):
    made.ctx.background.wait()
    QTest.qWait(0)
    made.window.seeker.open("Linde")
    return made.window.seeker.palette


PLACES = (strip, call_gate, list_row, aftercare_reminder, search_result)
"""Where the program could lead to her; Vandaag has a story of its own (test_going_along…).

Whoever makes another place adds it here.
"""
SHUT = {
    "not now": lambda _leyla, _case_id: None,
    "something happened": something_happened,
    "she said no": she_said_no,
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("shut", SHUT)
def test_with_the_gate_shut_no_place_has_a_call_that_can_be_pressed(
    leyla, case_id, qtbot, qapp, place, shut
):
    SHUT[shut](leyla, case_id)
    with cases_window(leyla, qtbot, qapp) as made:
        made.window.current.way.open_case.emit(case_id)
        there = place(made, case_id)
        QTest.qWait(0)
        assert calls_that_can_be_pressed(there) == []
        assert not holds_marker([words_in(there)])


def test_a_call_that_can_be_pressed_would_be_found(qtbot):
    place = QWidget()
    button = QPushButton("Ik ga bellen")
    QVBoxLayout(place).addWidget(button)
    place.show()
    qtbot.waitExposed(place)
    assert calls_that_can_be_pressed(place)
    button.setEnabled(False)
    assert calls_that_can_be_pressed(place) == []
    place.close()


@pytest.mark.parametrize(("now", "may"), [(MONDAY, False), (TUESDAY, True)])
def test_list_and_search_say_what_the_gate_says(leyla, case_id, now, may):
    (row,) = leyla.call(case_list.rows, now=now)
    assert row.gate.may is may
    index = leyla.call(gathering.gather)
    lines = [line_of(hit, Surroundings(now)) for hit in finding.search(index, "Linde")]
    assert [line.may_call for line in lines if line.icon == "hand-heart"] == [may]
    found = finding.search(index, MARKER)
    assert [hit.kind for hit in found if hit.kind is not finding.Kind.DEED] == []


DESTROYING = "erasing.", "holders.", "registrations.", "waiting_list."


def _destroys_last(call):
    """What takes her away or off the list comes after all that could tell of her."""
    name = call[0]
    return (name.startswith(DESTROYING), name.startswith("erasing."), name)
