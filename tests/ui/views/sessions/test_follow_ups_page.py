"""What goes on after a session: for confidants alone, in small steps, until it is let go of."""

from dataclasses import replace
from datetime import timedelta

import pytest
from after_desk import NOW, ROOS, SAID, TODAY, everything, keep, page_of, words
from cases_window import cases_window
from meeting import register
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hgkm_desktop.errors import Forbidden
from hgkm_desktop.rules.follow_ups import MOST_STEPS, PrivateFollowUp, Step
from hgkm_desktop.rules.sessions import StepState
from hgkm_desktop.services import follow_ups, information_sessions
from hgkm_desktop.services.follow_ups import ShowFollowUps
from hgkm_desktop.ui.views.sessions.follow_up_form import FollowUpForm


def cell(page, row, column):
    return page.list.model.index(row, column).data()


def test_without_any_the_page_says_how_to_begin(made, leyla):
    page = page_of(made)
    assert "Er loopt niets na een bijeenkomst" in words(page)
    made.push(page.nobody.button)
    form = made.form
    assert isinstance(form, FollowUpForm)
    QTest.keyClicks(made.focus, "Kraanvogel")
    form.said.setPlainText(SAID)
    form.steps.rows[0].what.setText("Samen bellen")
    form.steps.rows[0].by.setText("morgen")
    form.accept()
    (line,) = everything(leyla)
    assert line.follow_up == PrivateFollowUp(
        "Kraanvogel", SAID, (Step("Samen bellen", TODAY + timedelta(days=1)),)
    )
    assert cell(page, 0, 0) == "Kraanvogel"
    assert cell(page, 0, 1) == "Samen bellen"
    assert cell(page, 0, 2) == "morgen"


def test_it_can_begin_at_a_session_and_the_page_says_which(made, leyla, held):
    page = page_of(made)
    page.begin(held.id)
    form = made.form
    form.alias.setText("Meerkoet")
    made.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (line,) = everything(leyla)
    assert line.follow_up.session_id == held.id
    assert "Na “Je rechten bij scheiden”, 24 nov" in words(page.card)
    assert "Laatst bewaard door Leyla, vandaag" in words(page.card)
    assert cell(page, 0, 1) == "Geen stap te doen"


def test_of_a_session_that_is_gone_nothing_is_said(made, leyla, held, db):
    keep(leyla, replace(ROOS, session_id=held.id))
    db.call(information_sessions.take_back, [held.id])
    page_of(made).refresh()
    assert "Na “" not in words(page_of(made).card)
    assert SAID in words(page_of(made).card)


def test_what_is_wrong_stands_at_its_field(made, leyla):
    page_of(made).start_new()
    form = made.form
    form.accept()
    assert form.fields["alias"].problem() == "Kies een schuilnaam."
    form.alias.setText("Meerkoet")
    form.steps.rows[0].what.setText("Bel 06-12345678 " + "x" * 120)
    form.accept()
    assert form.fields["steps"].problem()
    form.steps.rows[0].what.setText("Samen bellen")
    form.steps.rows[0].by.setText("ooit")
    form.accept()
    assert (
        form.fields["steps"].problem()
        == "Deze dag begrijpen we niet. Schrijf bijvoorbeeld: 19 nov."
    )
    assert everything(leyla) == []
    form.throw_away()


def test_steps_come_and_go_and_there_are_never_too_many(made):
    page_of(made).start_new()
    steps = made.form.steps
    for _ in range(MOST_STEPS - 1):
        steps.more.click()
    assert len(steps.rows) == MOST_STEPS
    assert not steps.more.isVisible()
    assert made.focus is steps.rows[-1].what
    steps.rows[3].remove.click()
    assert len(steps.rows) == MOST_STEPS - 1
    assert made.focus is steps.rows[0].what
    made.form.throw_away()


def test_a_step_is_answered_where_it_stands_and_the_list_follows(made, leyla):
    keep(leyla)
    page = page_of(made)
    page.refresh()
    first = page.card.steps[0]
    assert first.accessibleName() == "Samen bellen"
    first.segments[2].click()
    (line,) = everything(leyla)
    assert [step.state for step in line.follow_up.steps][:2] == [StepState.NOT_NOW] * 2
    assert cell(page, 0, 1) == "Nu niet"
    assert cell(page, 0, 2) == ""


def test_a_colleague_who_was_first_is_not_overwritten(made, leyla, sign_in):
    kept = keep(leyla)
    page = page_of(made)
    page.refresh()
    sign_in("Imane").call(follow_ups.save, kept, 1, replace(ROOS, said="ander"), **NOW)
    page.card.steps[0].segments[1].click()
    assert made.said[-1].text == "Iemand anders was je voor."
    (line,) = everything(leyla)
    assert (line.follow_up.said, line.follow_up.steps[0].state) == ("ander", StepState.TO_DO)


def test_it_is_changed_by_enter_and_by_its_button(made, leyla):
    keep(leyla)
    page = page_of(made)
    page.refresh()
    page.take_focus()
    made.press(Qt.Key.Key_Return)
    form = made.form
    assert form.said.toPlainText() == SAID
    assert form.steps.rows[0].what.text() == "Samen bellen"
    form.throw_away()
    made.push(page.card.change)
    made.form.said.setPlainText("Minder woorden")
    made.form.accept()
    assert everything(leyla)[0].follow_up.said == "Minder woorden"
    assert everything(leyla)[0].follow_up.steps == ROOS.steps


def test_letting_go_leaves_nothing_and_can_be_taken_back_at_once(made, leyla):
    keep(leyla)
    page = page_of(made)
    page.refresh()
    made.push(page.card.let_go)
    assert everything(leyla) == []
    assert made.said[-1].text == "Losgelaten. Er blijft niets van over."
    made.ctx.undo()
    assert everything(leyla)[0].follow_up == ROOS


def test_what_another_let_go_of_is_said_and_the_page_follows(made, leyla, sign_in):
    kept = keep(leyla)
    page = page_of(made)
    page.refresh()
    sign_in("Imane").call(follow_ups.end, kept)
    made.push(page.card.let_go)
    assert made.said[-1].is_problem
    assert page.lines == []


def test_while_names_are_hidden_no_word_of_it_is_seen(made, leyla):
    keep(leyla)
    page = page_of(made)
    made.ctx.veil(True)
    QTest.qWait(0)
    page.refresh()
    said = words(made.window)
    assert "Kraanvogel" not in said
    assert SAID not in said
    assert "Samen bellen" not in said
    assert not page.card.let_go.isEnabled()
    page.list.table.opened.emit(page.lines[0])
    assert made.form is None


def test_esc_leads_back(made):
    left = []
    page_of(made).left.connect(lambda: left.append(True))
    QTest.keyClick(page_of(made), Qt.Key.Key_Tab)
    QTest.keyClick(page_of(made), Qt.Key.Key_Escape)
    assert left == [True]


def test_who_is_no_confidant_sees_and_gets_nothing(leyla, sign_in, qtbot, qapp):
    keep(leyla)
    for name in ("Hanan", "Joke", "Salma", "Bea"):
        db = sign_in(name)
        with cases_window(db, qtbot, qapp) as made:
            made.ctx.show(ShowFollowUps())
            for view in made.window.views:
                made.window.go_to(view.identifier)
                QTest.qWait(0)
                said = words(made.window)
                assert "esprek erna" not in said, (name, view.identifier)
                assert "esprekken erna" not in said, (name, view.identifier)
                assert "kleine stap" not in said, (name, view.identifier)
            made.window.seeker.open("gesprek")
            made.ctx.background.wait()
            QTest.qWait(0)
            assert "erna" not in words(made.window)
        with pytest.raises(Forbidden):
            db.call(follow_ups.due, TODAY)


def test_it_comes_from_no_list_and_stands_on_none(leyla, held, db):
    keep(leyla, replace(ROOS, session_id=held.id))
    register(db, held.id)
    assert db.call(information_sessions.get, held.id).version == held.version
