"""A case that nobody can open any more, opened again by two people (R-307)."""

import pytest
from desk import MONDAY
from holding_desk import over_a_window, paste
from hostile import HOSTILE
from standing_beside import member, open_linde

from hgkm_desktop.errors import UserError
from hgkm_desktop.models.codes import Role
from hgkm_desktop.rules.holding import State
from hgkm_desktop.services import case_team, cases, members
from hgkm_desktop.services.case_board import BoardRow
from hgkm_desktop.ui.views.cases.recover_dialog import OTHERS, open_recover
from hgkm_desktop.ui.widgets.password import PasswordField
from hgkm_desktop.vault import recovery_code


@pytest.fixture
def lost(desk, sign_in, qtbot, qapp):
    """Both confidants got new passphrases on one day; Joke is a confidant from now on."""
    case_id = open_linde(desk, sign_in("Leyla"))
    bea = sign_in("Bea")
    for name in ("Leyla", "Imane"):
        bea.call(members.reset_passphrase, member(desk, name), now=MONDAY)
    bea.call(members.change, member(desk, "Joke"), "Joke", {Role.CONFIDANT, Role.STAFF}, 3)
    with over_a_window(sign_in("Salma"), case_id, qtbot, qapp) as made:
        yield made


def row_of(over):
    day = MONDAY.date()
    state = State.NOBODY
    return BoardRow(over.case_id, "BL-123456", state, "", "Leyla", day, day, day, None, None)


def opened(over):
    open_recover(over.ctx, row_of(over), over.window)
    return over.overlay


def fill(form, desk, over, *, code=None, reason="Allebei een nieuwe wachtzin."):
    form.reason.setPlainText(reason)
    form.helpers.code_field.widget.setText(code or desk.code)
    form.beside.list.answers[member(desk, "Joke")].segments[0].click()


def submit(over):
    over.yes()
    over.settle()


def test_the_paper_and_a_coordinator_give_her_to_new_confidants(lost, desk, sign_in):
    form = opened(lost)
    assert form.accessibleName() == "Niemand kan meer bij BL-123456"
    fill(form, desk, lost)
    submit(lost)
    assert lost.overlay is None
    assert lost.said[-1].text == "De nieuwe vertrouwenspersonen kunnen er nu bij."
    assert lost.case_id not in lost.ctx.call(case_team.orphans)
    page = sign_in("Joke").call(cases.page, lost.case_id)
    assert page.first == member(desk, "Joke")
    assert page.standing.notes[-1].body.seen == "Allebei een nieuwe wachtzin."


def test_without_a_reason_or_anybody_who_may_nothing_happens(lost, desk):
    form = opened(lost)
    form.helpers.code_field.widget.setText(desk.code)
    submit(lost)
    assert form.fields["reason"].problem()
    assert form.fields["candidates"].problem()
    assert lost.case_id in lost.ctx.call(case_team.orphans)


def test_a_wrong_code_is_said_at_the_code(lost, desk):
    form = opened(lost)
    fill(form, desk, lost, code=recovery_code.new())
    submit(lost)
    assert form.helpers.code_field.problem().startswith("Dit is de code van een ander blad.")
    assert lost.overlay is form


def test_a_half_alone_is_too_little(lost, desk):
    form = opened(lost)
    fill(form, desk, lost)
    form.way.set_value(OTHERS)
    form._show_way()
    submit(lost)
    assert form.problem() == "Deze helften maken de sleutel niet. Vraag nog een coördinator."


def test_two_coordinators_are_asked_for_a_passphrase_and_no_code(lost):
    form = opened(lost)
    assert form.helpers.code_field.isVisible()
    form.way.segments[1].click()
    assert not form.helpers.code_field.isVisible()


def test_nothing_that_was_typed_stays_when_it_closes(lost, desk):
    form = opened(lost)
    fill(form, desk, lost)
    fields = [form.helpers.code_field.widget, *form.findChildren(PasswordField)]
    lost.no()
    assert all(not field.text() for field in fields)


def test_trouble_is_said_and_an_error_is_an_error(lost, desk, qtbot, monkeypatch):
    form = opened(lost)
    fill(form, desk, lost)

    def full(*_given, **_more):
        raise UserError("De schijf is vol.", "Maak ruimte.")

    monkeypatch.setattr(case_team, "recover", full)
    submit(lost)
    assert form.problem() == "De schijf is vol. Maak ruimte."
    monkeypatch.setattr(case_team, "recover", lambda *_given, **_more: 1 // 0)
    with qtbot.captureExceptions() as caught:
        submit(lost)
    assert caught[0][0] is ZeroDivisionError


def test_nothing_typed_as_a_reason_does_harm(lost):
    form = opened(lost)
    for _, text in HOSTILE:
        form.reason.clear()
        paste(form.reason, text)
        submit(lost)
        assert form.fields["candidates"].problem()
        assert lost.overlay is form
    assert lost.case_id in lost.ctx.call(case_team.orphans)
