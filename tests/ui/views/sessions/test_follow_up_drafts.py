"""Half-typed talks after a session: sealed, tied to nothing in the open, gone with what it was."""

from datetime import timedelta

from after_desk import SAID, TODAY, keep, page_of
from meeting import planned
from PySide6.QtCore import Qt
from sqlalchemy import select

from hgkm_desktop.models import Draft
from hgkm_desktop.services import follow_ups


def test_half_typed_text_comes_back_for_the_same_session_only(made, leyla, held, db):
    other = planned(db, TODAY + timedelta(days=8))
    page = page_of(made)
    page.begin(held.id)
    made.form.said.setPlainText(SAID)
    made.form.steps.rows[0].what.setText("Samen bellen")
    made.press(Qt.Key.Key_Escape)
    page.begin(other.id)
    assert made.form.said.toPlainText() == ""
    made.form.reject()
    page.begin(held.id)
    assert made.form.said.toPlainText() == SAID
    assert made.form.steps.rows[0].what.text() == "Samen bellen"
    assert made.form.is_back.isVisible()
    made.form.throw_away()


def test_no_place_of_a_draft_tells_of_which_session_it_was(made, leyla, held):
    page_of(made).begin(held.id)
    made.form.said.setPlainText(SAID)
    made.form.keep_half_typed()
    places = leyla.call(drafts_in_the_open)
    assert places == ["after/new"]
    made.form.throw_away()


def drafts_in_the_open(session):
    return list(session.scalars(select(Draft.place)))


def test_a_draft_goes_with_what_it_was_about_whoever_typed_it(made, leyla, sign_in):
    kept = keep(leyla)
    page = page_of(made)
    page.refresh()
    made.push(page.card.change)
    made.form.said.setPlainText("half")
    made.form.reject()
    assert leyla.call(drafts_in_the_open) == [follow_ups.place_of(kept)]
    sign_in("Imane").call(follow_ups.end, kept)
    assert leyla.call(drafts_in_the_open) == []
