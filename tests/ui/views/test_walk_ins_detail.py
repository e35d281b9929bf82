"""The panel: what was filled in, who may change it, and taking it away."""

import pytest
from desk import MONDAY, Make
from one_visit import QUESTION, correct_elsewhere, one, open_her_own, stored
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hgkm_desktop.models.codes import (
    Act,
)
from hgkm_desktop.services import walk_ins


@pytest.fixture
def shown(open_page, sign_in):
    """Hanan's own visit of today, open in the panel."""
    return open_her_own(open_page, sign_in)


def test_the_panel_says_what_was_filled_in(shown):
    assert shown.detail.heading.text() == "11.10 · bekend"
    assert shown.detail.language.text() == "Arabisch (Darija)"
    text = shown.texts_in(shown.detail)
    for words in (
        "Wat er speelde",
        "vroeg naar de naailes",
        "Gesprek op dinsdag 24 november",
        "iemand anders",
        "deze week",
        "Ingevoerd door Hanan om 11.40. Te verbeteren tot vanavond 24.00.",
    ):
        assert words in text
    assert [w.accessibleName() for w in badges(shown)] == ["duidelijk", "Somber zijn", "Thuis"]


def badges(page):
    layout = page.detail._badges.layout()
    return [layout.itemAt(place).widget() for place in range(layout.count())]


def test_what_was_not_filled_in_is_not_mentioned(open_page, sign_in):
    db = sign_in("Hanan")
    Make(db).walk_in()
    page = open_page(db)
    page.open_row(0)
    text = page.texts_in(page.detail)
    for name in ("Wat er speelde", "Vervolg", "Urgentie", "Vertelt over", "Eerder stond hier"):
        assert name not in text


def test_opening_a_visit_is_noted_in_the_log(shown):
    salma_reads = [
        line for line in shown.ctx.call(_audit) if line.act == Act.READ and line.kind == "walk_in"
    ]
    assert len(salma_reads) == 1


def _audit(session):
    from sqlalchemy import select

    from hgkm_desktop.models import AuditLine

    return session.scalars(select(AuditLine)).all()


def test_a_long_word_does_not_push_the_panel_wide(open_page, sign_in):
    db = sign_in("Hanan")
    one(db, desk_question="hottentottententententoonstelling" * 10)
    page = open_page(db)
    page.open_row(0)
    assert page.detail._story.minimumSizeHint().width() <= page.detail.width()


def test_markup_in_a_sentence_is_shown_as_typed(open_page, sign_in):
    db = sign_in("Hanan")
    one(db, desk_question="<b>vet</b> <img src=x>")
    page = open_page(db)
    page.open_row(0)
    assert "<b>vet</b> <img src=x>" in page.texts_in(page.detail)


def test_the_close_button_closes(shown):
    shown.click(shown.detail.close_button)
    assert not shown.detail.isVisible()
    assert shown.list.chosen_id() is None


def test_somebody_elses_visit_cannot_be_changed_by_a_volunteer(open_page, sign_in):
    one(sign_in("Joke"))
    page = open_page("Hanan")
    page.open_row(0)
    assert not page.detail.correct.isVisible()
    assert not page.detail.delete.isVisible()
    assert "Vraag een medewerker om het te verbeteren." in page.detail.entered.text()


def test_staff_can_always_correct_and_no_limit_is_named(open_page, sign_in):
    one(sign_in("Hanan"))
    page = open_page("Joke")
    page.open_row(0)
    assert page.detail.correct.isVisible()
    assert page.detail.entered.text() == "Ingevoerd door Hanan om 11.40."


def test_yesterdays_own_visit_is_closed_for_a_volunteer(shown):
    shown.clock.later(days=1)
    shown.view.find("")
    shown.open_row(0)
    shown.detail.show_visit(stored(shown))
    assert not shown.detail.correct.isVisible()
    assert "gisteren" in shown.detail.entered.text()


def test_reading_is_for_confidants_is_noted_and_ends_with_the_choice(open_page, sign_in):
    one(sign_in("Hanan"), question=QUESTION)
    one(sign_in("Hanan"), happened_at=MONDAY, desk_question="een ander")
    page = open_page("Leyla")
    page.open_row(1)
    page.click(page.detail.reading_button())
    text = page.texts_in(page.detail)
    for words in ("waar kan ik slapen", "het is niet rustig", "niet benoemd"):
        assert words in text
    reads = [line for line in page.ctx.call(_audit) if line.kind == "real_question"]
    assert [line.act for line in reads] == [Act.READ]
    page.open_row(0)
    QTest.qWait(10)
    assert "waar kan ik slapen" not in page.texts_in(page.window)
    assert page.detail.reading_button() is None


def test_a_visit_without_a_real_question_offers_none(open_page, sign_in):
    one(sign_in("Hanan"))
    page = open_page("Leyla")
    page.open_row(0)
    assert page.detail.reading_button() is None


def test_deleting_asks_why_and_can_be_taken_back(shown):
    walk_in_id = shown.rows[0].id
    shown.click(shown.detail.delete)
    shown.click(shown.overlay.accept_button)
    deletion = shown.view.deeds.deletion
    assert deletion.field.problem() == "Zeg in een paar woorden waarom."
    assert shown.focus is deletion.reason
    shown.type("twee keer getypt")
    shown.press(Qt.Key.Key_Return)
    assert shown.overlay is None
    assert shown.rows == []
    assert not shown.detail.isVisible()
    shown.undo()
    assert shown.rows[0].id == walk_in_id
    assert shown.detail.isVisible()


def test_deleting_can_be_left(shown):
    shown.click(shown.detail.delete)
    shown.press(Qt.Key.Key_Escape)
    assert len(shown.rows) == 1


def test_a_visit_that_is_gone_says_so(shown):
    shown.list.table.clearSelection()
    shown.ctx.db._listeners.clear()
    shown.ctx.call(walk_ins.delete, shown.rows[0].id, "dubbel", now=MONDAY)
    shown.list.table.select(0)
    shown.wait(lambda: bool(shown.said))
    assert shown.said[-1].text == "Dit bezoek is er niet meer."
    shown.overlay.reject()


def test_the_veil_hides_names_and_texts(open_page, sign_in):
    db = sign_in("Leyla")
    one(db, question=QUESTION)
    page = open_page(db)
    page.open_row(0)
    correct_elsewhere(page, desk_question="vroeg naar Fatima")
    page.detail.show_visit(stored(page))
    page.click(page.detail.reading_button())
    page.fields.desk_question.setText("Mevrouw Bakker belde")
    page.strip.places.toggle.click()
    page.ctx.veil(True)
    QTest.qWait(10)
    text = page.texts_in(page.detail)
    for hidden in ("Fatima", "naailes", "Leyla", "waar kan ik slapen"):
        assert hidden not in text
    assert "Namen en teksten zijn verborgen." in text
    assert "Ingevoerd door L." in text
    assert page.list.rows.index(0, 7).data() == "L."
    assert page.fields.desk_question.displayText() != "Mevrouw Bakker belde"
    assert not page.strip.places.scroll.isVisible()
    assert not page.detail.correct.isVisible()
    page.ctx.veil(False)
    assert page.detail.correct.isVisible()
    assert "vroeg naar Fatima" in page.texts_in(page.detail)
    assert page.fields.desk_question.displayText() == "Mevrouw Bakker belde"
