"""US-2: from a visit to somebody we stand beside, with the gate before her number."""

from datetime import date, time

import pytest
from beside_her import (
    Calendar,
    accept,
    answer,
    at_work,
    chip,
    gate_is_shut,
    here,
    open_cases,
    open_her,
    radio,
    words_of,
)
from desk import Make
from program import CONTROL
from PySide6.QtCore import Qt

from hgkm_desktop.models.codes import Act
from hgkm_desktop.services import audit_log, members
from hgkm_desktop.services.cases import StartCase
from hgkm_desktop.ui.views.cases.call_gate import CallGate
from hgkm_desktop.ui.views.cases.contact_form import ContactForm

THURSDAY, FRIDAY = date(2026, 11, 26), date(2026, 11, 27)
AFTER = date(2027, 1, 2)
NUMBER = "06-12345678"


@pytest.fixture
def calendar():
    return Calendar(THURSDAY)


@pytest.fixture
def visited(sign_in, desk, calendar):
    """She was here on Monday, told her question to the desk, and left no name."""
    joke = sign_in("Joke")
    visit = Make(joke).walk_in()
    joke.close()
    return visit


def assign(it, visit):
    """Salma asks both confidants and notes her yes to notes, in Arabic."""
    it.ctx.show(StartCase(visit.id, visit.happened_at.date()))
    form = it.overlay
    it.fill(form.alias, "Linde")
    answer(it, form.yes.form, "Ja, ze zei het")
    form.yes.language.setFocus()
    form.yes.language.set_value("arabic")
    for member_id in form.candidates.answers:
        answer(it, form.candidates.answers[member_id], "Nee")
    accept(it)


def agree(it):
    """Leyla reads aloud, hears a yes, and notes exactly how."""
    form = ContactForm(it.ctx, here(it).page)
    form.open(it.window)
    radio(it, form.may, "Ja, maar alleen zo:")
    chip(it, form.her_answer.form, "Mondeling")
    fields = form.contact
    for way in ("Appen", "App-bericht", "App"):
        if any(each.text() == way for each in fields.channels.chips):
            chip(it, fields.channels, way)
    it.fill(fields.number, NUMBER)
    (row,) = fields.windows.rows
    for day in ("di", "do"):
        chip(it, row.days, day)
    it.fill(fields.name_we_use.line, "Els van de naaicursus")
    it.fill(fields.another.line, "Verkeerd verbonden")
    it.fill(fields.code_word, "blauwe stof")
    accept(it)


def test_only_who_stands_beside_her_finds_her_and_the_gate_gives_the_number(
    desk, visited, calendar, qtbot
):
    with at_work(desk, qtbot, calendar, "Salma") as it:
        assign(it, visited)
        assert "Linde" not in words_of(it.window)
    with at_work(desk, qtbot, calendar, "Leyla") as it:
        open_her(it, "Linde")
        assert here(it).page.standing.began.walk_in == visited.id
        agree(it)
        calendar.turn_to(THURSDAY, time(11, 0))
        gate = CallGate(it.ctx, here(it).page)
        gate.open(it.window)
        assert NUMBER not in words_of(gate)
        it.push(gate.number.button)
        assert NUMBER in words_of(gate)
        assert "Els van de naaicursus" in words_of(gate)
        calendar.turn_to(THURSDAY, time(12, 0))
        gate.look_again()
        assert NUMBER not in words_of(gate)
        gate.close_overlay()
    calendar.turn_to(FRIDAY)
    with at_work(desk, qtbot, calendar, "Leyla") as it:
        open_her(it, "Linde")
        assert "di/do 10–12" in gate_is_shut(it)
    calendar.turn_to(AFTER)
    with at_work(desk, qtbot, calendar, "Leyla") as it:
        open_her(it, "Linde")
        assert "opnieuw vragen" in gate_is_shut(it).casefold()
        assert NUMBER not in words_of(it.window)


@pytest.fixture
def known(desk, visited, calendar, qtbot):
    with at_work(desk, qtbot, calendar, "Salma") as it:
        assign(it, visited)
    with at_work(desk, qtbot, calendar, "Leyla") as it:
        open_her(it, "Linde")


@pytest.mark.parametrize("name", ["Hanan", "Joke", "Bea"])
def test_others_have_no_page_and_find_nothing(desk, known, calendar, qtbot, name):
    with at_work(desk, qtbot, calendar, name) as it:
        assert "cases" not in [view.identifier for view in it.program.desk.page.views]
        it.press(Qt.Key.Key_K, modifiers=CONTROL)
        it.qtbot.wait(600)
        it.type("Linde")
        it.qtbot.wait(600)
        palette = it.overlay
        found = words_of(palette).replace("Linde", "", 1)
        assert "Linde" not in found
        assert "BL-" not in found


def test_the_log_shows_who_looked_and_nothing_of_who_could_not(desk, known, calendar, sign_in):
    bea = sign_in("Bea")
    names = {i: m.name for i, m in bea.call(members.names).items()}
    lines = bea.call(audit_log.page, limit=500)
    looked = {names[x.member_id] for x in lines if (x.act, x.kind) == (Act.READ, "case_record")}
    assert looked == {"Leyla"}


def test_the_coordinator_sees_a_code_and_no_alias(desk, known, calendar, qtbot):
    with at_work(desk, qtbot, calendar, "Salma") as it:
        open_cases(it)
        seen = words_of(it.window)
        board = it.view.pages.home.here
        assert "Linde" not in seen
        assert len(board.findChildren(type(board.table))) == 1
