"""When it is over: numbers, sheets and what worked, all of it or nothing."""

import pytest
from door_desk import CONTROL, expect, opened, plan
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from hgkm_desktop.models.codes import Language
from hgkm_desktop.services import attendance, information_sessions
from hgkm_desktop.sheets import library
from hgkm_desktop.ui.views.sessions.after_form import AfterForm

FIRST, SECOND = (one.id for one in library.sheets()[:2])


@pytest.fixture
def session(db):
    return plan(db, languages=(Language.ARABIC,), sheets=(FIRST,))


@pytest.fixture
def window(db, qtbot, qapp):
    with opened(db, qtbot, qapp, lambda _ctx: QWidget()) as (made, _):
        yield made


def open_form(window, session):
    form = AfterForm(window.ctx, session)
    form.open(window.widget)
    return form


def save(window):
    window.press(Qt.Key.Key_Return, modifiers=CONTROL)


def noted(db, session):
    known = db.call(information_sessions.get, session.id)
    return known.head_count, known.hands, known.hands_of, known.what_worked


def given(db, session):
    rows = db.call(attendance.handed_out, session.id)
    return {(one.sheet, one.language): one.copies for one in rows}


def fill(form, heads="23", hands="17", of="", worked="Thee vooraf."):
    form.heads.setText(heads)
    form.hands.set_texts(hands, of)
    form.worked.setPlainText(worked)


def test_everything_is_kept_and_can_be_taken_back(db, window, session):
    form = open_form(window, session)
    assert window.focus is form.heads
    fill(form)
    assert form.handouts.values() == [(FIRST, "ar", "")]
    form.handouts.rows[0].copies.setText("12")
    save(window)
    assert noted(db, session) == (23, 17, 23, "Thee vooraf.")
    assert given(db, session) == {(FIRST, "ar"): 12}
    window.ctx.undo()
    assert noted(db, session) == (None, None, None, "")
    assert given(db, session) == {}


def test_one_mistake_and_nothing_is_kept(db, window, session):
    form = open_form(window, session)
    fill(form, hands="25")
    form.handouts.rows[0].copies.setText("12")
    save(window)
    assert form.isVisible()
    problem = form.fields["hands"].problem()
    assert problem == "Meer handen dan mensen? Kijk nog eens. Er is nog niets van bewaard."
    assert noted(db, session) == (None, None, None, "")
    assert given(db, session) == {}
    assert window.focus is form.hands.hands


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("heads", {"heads": "veel"}),
        ("heads", {"heads": "9999"}),
        ("hands", {"heads": "", "hands": "5"}),
        ("hands", {"hands": "", "of": "5"}),
        ("what_worked", {"worked": "Bel 06 12345678 of bsn 111222333."}),
    ],
)
def test_what_is_wrong_is_said_at_its_field(db, window, session, field, typed):
    form = open_form(window, session)
    fill(form, **typed)
    save(window)
    assert form.fields[field].problem().endswith("Er is nog niets van bewaard.")
    assert noted(db, session) == (None, None, None, "")


@pytest.mark.parametrize("copies", ["twee", "9999"])
def test_a_wrong_number_of_sheets_is_said_there(db, window, session, copies):
    form = open_form(window, session)
    fill(form)
    form.handouts.rows[0].copies.setText(copies)
    save(window)
    assert form.fields["handouts"].problem()
    assert noted(db, session) == (None, None, None, "")


def test_lines_of_sheets_come_and_go(db, window, session):
    form = open_form(window, session)
    form.handouts.rows[0].copies.setText("3")
    form.handouts.more.click()
    row = form.handouts.rows[1]
    assert window.focus is row.sheet
    assert row.given() == (SECOND, "ar", "")
    row.language.set_value("so")
    row.copies.setText("4")
    form.handouts.more.click()
    form.handouts.rows[2].less.click()
    save(window)
    assert given(db, session) == {(FIRST, "ar"): 3, (SECOND, "so"): 4}
    again = open_form(window, session)
    assert len(again.handouts.rows) == 2
    again.handouts.rows[0].less.click()
    save(window)
    assert len(given(db, session)) == 1


def test_what_a_colleague_counts_meanwhile_is_left_alone(db, window, session):
    form = open_form(window, session)
    db.call(attendance.count_heads, session.id, 21)
    form.worked.setPlainText("Thee vooraf.")
    save(window)
    assert noted(db, session) == (21, None, None, "Thee vooraf.")


def test_ticks_at_the_door_are_told_beside_the_heads(db, window, session):
    [known] = expect(db, session, "Samira")
    db.call(attendance.tick, known.id, is_here=True)
    form = open_form(window, session)
    assert "Aan de deur zijn er 1 aangevinkt." in window.words(form)
    assert "Samira" not in window.words(form)


def test_a_name_in_what_worked_is_pointed_at(window, session, qtbot):
    form = open_form(window, session)
    QTest.keyClicks(form.worked, "Haar zus Samira vertelde veel.")
    told = "Is iemand te herkennen aan ‘Haar zus Samira’?"
    qtbot.waitUntil(lambda: told in window.words(form))
    form.worked.setPlainText("Thee vooraf.")
    form.look_again()
    assert told not in window.words(form)


def test_what_is_half_typed_comes_back_after_the_lock(db, window, session, qtbot, qapp):
    form = open_form(window, session)
    fill(form)
    form.handouts.more.click()
    form.handouts.rows[1].copies.setText("4")
    form.keep_half_typed()
    form.close_overlay()
    with opened(db, qtbot, qapp, lambda _ctx: QWidget()) as (other, _):
        again = open_form(other, session)
        assert again.heads.text() == "23"
        assert again.hands.texts() == ["17", ""]
        assert again.handouts.values() == [(FIRST, "ar", ""), (SECOND, "ar", "4")]
        assert again.worked.toPlainText() == "Thee vooraf."
        save(other)
    assert given(db, session) == {(SECOND, "ar"): 4}


def test_stopping_throws_nothing_away_that_was_noted_before(db, window, session):
    fill(open_form(window, session))
    save(window)
    form = open_form(window, session)
    fill(form, heads="4", hands="")
    assert form.cancel_button.text() == "Annuleer"
    form.cancel_button.click()
    assert noted(db, session) == (23, 17, 23, "Thee vooraf.")
