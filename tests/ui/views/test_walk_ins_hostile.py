"""What people and broken programs type, in every field of the page (issue 2, bad input)."""

import time

import pytest
from desk import Make
from hostile import HOSTILE
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from hgkm_desktop.models.codes import HelpTopic
from hgkm_desktop.services import drafts, walk_ins
from hgkm_desktop.services.fields import clean

NAMES = [name for name, _ in HOSTILE]
TEXTS = [text for _, text in HOSTILE]
PATIENCE = 20.0
"""Seconds a field may take for the worst of them; a hang would be minutes."""


@pytest.fixture(autouse=True)
def in_time():
    began = time.perf_counter()
    yield
    assert time.perf_counter() - began < PATIENCE


def paste(field, text):
    data = QMimeData()
    data.setText(text)
    field.insertFromMimeData(data)


def no_label_takes_markup(page):
    for label in page.window.findChildren(QLabel):
        if label.textFormat() != Qt.TextFormat.PlainText:
            assert "onerror" not in label.text() or "&lt;" in label.text()


def saved_or_refused(page, problem, typed):
    """Either it is saved cleaned, or the problem stands beside the field and the text stays."""
    if page.rows:
        return True
    assert problem.problem()
    assert typed()
    return False


@pytest.mark.parametrize("text", TEXTS, ids=NAMES)
def test_the_sentence_of_the_desk(page, text):
    page.fields.topics.set_values([HelpTopic.WORK])
    page.fields.desk_question.setText(text)
    page.strip.save()
    question = page.fields.desk_question
    if saved_or_refused(page, page.strip.places.sentence_problem, question.text):
        saved = page.ctx.call(walk_ins.get, page.rows[0].id)
        assert saved.desk_question == clean(saved.desk_question)
        assert "\x00" not in saved.desk_question
        assert "\u202e" not in saved.desk_question
    QTest.qWait(1)
    no_label_takes_markup(page)


@pytest.mark.parametrize("text", TEXTS, ids=NAMES)
def test_the_real_question(open_page, text):
    page = open_page("Leyla")
    page.fields.topics.set_values([HelpTopic.WORK])
    for field in (page.strip.question.own_words, page.strip.question.question):
        paste(field.widget, text)
    page.strip.save()
    part = page.strip.question
    if saved_or_refused(page, part.question, part.question.widget.toPlainText):
        page.open_row(0)
        if page.detail.reading_button() is not None:
            page.click(page.detail.reading_button())
        QTest.qWait(1)
        no_label_takes_markup(page)


def test_a_paste_that_can_never_be_saved_stays_outside_and_says_so(page):
    part = page.strip.question
    part.own_words.widget.setPlainText("wat er stond")
    paste(part.own_words.widget, "x" * 2**20)
    assert part.own_words.widget.toPlainText() == "wat er stond"
    assert "4000" in part.own_words.problem()


@pytest.mark.parametrize("text", TEXTS, ids=NAMES)
def test_the_other_fields(page, text):
    page.fields.topics.set_values([HelpTopic.WORK])
    page.fields.language.setEditText(text)
    page.fields.children_count.setText(text)
    page.fields.moment.day.setText(text)
    page.fields.moment.day.textEdited.emit(page.fields.moment.day.text())
    page.fields.follow_up.chips[2].click()
    page.fields.follow_up_on.setText(text)
    page.fields.follow_up_on.textEdited.emit(page.fields.follow_up_on.text())
    page.strip.save()
    assert page.rows == [] or page.rows[0].topics == (HelpTopic.WORK,)


@pytest.mark.parametrize("text", TEXTS, ids=NAMES)
def test_the_search(page, text):
    page.view.find(text)
    page.list.bar.search.setText(text)
    page.press(Qt.Key.Key_Return)
    page.list.bar.changed.emit()
    assert page.list.rows.rowCount() == 0


@pytest.mark.parametrize("text", TEXTS, ids=NAMES)
def test_the_reason_for_deleting(open_page, sign_in, text):
    db = sign_in("Hanan")
    Make(db).walk_in()
    page = open_page(db)
    page.open_row(0)
    page.click(page.detail.delete)
    page.view.deeds.deletion.reason.setText(text)
    page.overlay.accept()
    if page.overlay is not None:
        assert page.view.deeds.deletion.field.problem()


@pytest.mark.parametrize("text", TEXTS, ids=NAMES)
def test_a_draft_of_it(page, text):
    page.fields.desk_question.setText(text)
    paste(page.strip.question.own_words.widget, text)
    draft = page.view.draft()
    if draft is None:
        return
    page.ctx.call(drafts.keep, "walk_ins", draft)
    page.strip.start_anew()
    page.view.restore(page.ctx.call(drafts.look, "walk_ins"))
    assert page.view.draft()["strip"] == draft["strip"]
