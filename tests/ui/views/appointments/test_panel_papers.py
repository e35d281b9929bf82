"""The two papers of a visit: never mixed, safe at home before hers is printed, and noted."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from sqlalchemy.orm import Session
from week_desk import MONDAY

from hgkm_desktop.errors import UserError
from hgkm_desktop.models import AuditLine
from hgkm_desktop.models.codes import Act
from hgkm_desktop.rules.going_along import TimeStyle
from hgkm_desktop.services import appointments
from hgkm_desktop.ui.views.appointments.panel_foot import Ask
from hgkm_desktop.ui.views.appointments.panel_her_paper import HerPaper


@pytest.fixture
def sent(it):
    """What went to the printer, instead of to a printer."""
    found = []

    def send(window, pdf, on_done):
        found.append(pdf)
        on_done()

    it.panel.asked.papers._send = send
    return found


def printed(db):
    with Session(db.engine) as session:
        found = session.query(AuditLine).filter_by(act=Act.PRINT)
        return [(line.kind, line.record_id) for line in found]


def test_the_preparation_is_printed_and_noted(it, sent, leyla):
    it.ask(Ask.PAPER)
    assert "Het blijft bij ons." in it.words(it.overlay)
    it.choose("Voorbereiding")
    assert sent[0].startswith(b"%PDF")
    assert printed(leyla) == [("appointment", it.panel.visit_id)]
    assert it.said[-1].text == "Het is naar de printer."


def test_hers_is_printed_once_she_says_it_is_safe(it, sent, leyla):
    it.ask(Ask.PAPER)
    it.choose("Mijn afspraak")
    dialog = it.overlay
    assert isinstance(dialog, HerPaper)
    assert "Er staat geen tijd op" in it.words(dialog)
    assert dialog.language.value() == "ar"
    it.push(dialog.accept_button)
    assert dialog.problem() == "Vraag haar eerst of dit veilig is."
    assert sent == []
    dialog.safe.click()
    it.push(dialog.accept_button)
    assert sent[0].startswith(b"%PDF")
    assert len(printed(leyla)) == 1


def test_words_that_give_her_away_are_named(it, leyla):
    told = it.visit().details
    asks = replace(told, questions=("Is Ilse er ook?",), time_style=TimeStyle.DIGITS)
    leyla.call(appointments.change, replace(it.visit(), details=asks), now=MONDAY)
    it.ask(Ask.PAPER)
    it.choose("Mijn afspraak")
    dialog = it.overlay
    assert dialog.warning.isHidden()
    assert "De tijd staat erop" in it.words(dialog)
    assert dialog.paper().questions == ()
    dialog.questions.click()
    assert dialog.paper().questions == ("Is Ilse er ook?",)
    assert "Ilse" in dialog.warning.accessibleName()
    it.press(Qt.Key.Key_Escape)
    assert it.overlay is None


def test_a_printer_that_does_not_answer_is_said_and_nothing_noted(it, leyla):
    def fails(window, pdf, on_done):
        raise UserError("De printer antwoordt niet.", "Staat hij aan?")

    it.panel.asked.papers._send = fails
    it.ask(Ask.PAPER)
    it.choose("Voorbereiding")
    assert it.said[-1].is_problem
    assert printed(leyla) == []
