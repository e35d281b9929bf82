"""What other pages ask of sessions: a list on paper, over the page that asked."""

from functools import partial

import pytest
from after_desk import TODAY
from cases_window import cases_window
from meeting import planned, register
from PySide6.QtTest import QTest

from hgkm_desktop.services import information_sessions
from hgkm_desktop.services.sessions_today import PrintSessionList
from hgkm_desktop.ui.views.sessions import asked_elsewhere, papers


@pytest.fixture
def sent(monkeypatch):
    """The papers that reach the printer, as bytes; what comes out of it is looked at elsewhere."""
    found = []

    def send(_window, pdf, *, on_done):
        found.append(pdf)
        on_done()

    monkeypatch.setattr(asked_elsewhere, "print_list", partial(papers.print_list, send=send))
    return found


def test_the_list_is_printed_without_leaving_the_page(db, sent, qtbot, qapp):
    held = planned(db, TODAY)
    register(db, held.id, "Samira")
    with cases_window(db, qtbot, qapp) as made:
        made.window.go_to("today")
        made.ctx.show(PrintSessionList(held.id))
        qtbot.waitUntil(lambda: bool(sent), timeout=20_000)
        assert made.window.current.identifier == "today"
        assert sent[0].startswith(b"%PDF")
        assert made.said[-1].text == "Het is naar de printer."
    assert db.call(information_sessions.get, held.id).printed_for


def test_while_names_are_hidden_no_list_is_made(db, sent, qtbot, qapp):
    held = planned(db, TODAY)
    with cases_window(db, qtbot, qapp) as made:
        made.ctx.veil(True)
        made.ctx.show(PrintSessionList(held.id))
        made.ctx.background.wait()
        QTest.qWait(0)
        assert sent == []
        assert made.said[-1].is_problem
