"""US-1 of FACTS.md: a woman walks in and leaves no name."""

import time
from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hgkm_desktop.models.codes import ContactSetting, HelpTopic, Language, TellsAbout, Urgency
from hgkm_desktop.services import drafts, walk_in_list, walk_ins
from hgkm_desktop.services.walk_in_list import Query

ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


def to_the_time(page):
    page.press(Qt.Key.Key_Backtab)
    page.press(Qt.Key.Key_Backtab)
    assert page.focus is page.fields.moment.time


def tab_to(page, widget):
    for _ in range(60):
        if page.focus is widget:
            return
        page.press(Qt.Key.Key_Tab)
    raise AssertionError("Tab does not come there")


def type_the_contact(page):
    """Play step 1 by keyboard alone."""
    to_the_time(page)
    page.type("1010")
    page.press(Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    page.type("6")
    tab_to(page, page.fields.language)
    page.type("arabisch (dar")
    tab_to(page, page.fields.desk_question)
    page.type("brief over zorgtoeslag")
    page.press(Qt.Key.Key_M, modifiers=ALT)
    tab_to(page, page.fields.setting)
    page.type("Koffie")
    tab_to(page, page.fields.urgency.segments[0])
    page.press(Qt.Key.Key_Right, Qt.Key.Key_Right)


def test_a_woman_walks_in_and_leaves_no_name(open_page):
    hanan = open_page("Hanan")
    began = time.perf_counter()
    type_the_contact(hanan)
    tab_to(hanan, hanan.fields.tells_about.segments[0])
    hanan.press(Qt.Key.Key_Right)
    tab_to(hanan, hanan.strip.question.own_words.widget)
    hanan.type("zegt dat het 'bij haar zus' niet rustig is")
    tab_to(hanan, hanan.strip.question.question.widget)
    hanan.type("waar kan mijn zus heen")
    hanan.press(Qt.Key.Key_Return, modifiers=Qt.KeyboardModifier.ControlModifier)
    assert time.perf_counter() - began < 30

    [row] = hanan.ctx.call(walk_in_list.page, Query()).rows
    saved = hanan.ctx.call(walk_ins.get, row.id)
    assert saved.happened_at == datetime(2026, 11, 23, 9, 10, tzinfo=UTC)
    assert saved.entered_at == datetime(2026, 11, 23, 10, 40, tzinfo=UTC)
    assert saved.setting == ContactSetting.ACTIVITY_COFFEE
    assert saved.topics == (HelpTopic.LETTER_FORM,)
    assert saved.language == Language.ARABIC_MOROCCAN
    assert saved.urgency == Urgency.CALM
    assert saved.tells_about == TellsAbout.SOMEONE_ELSE
    assert saved.desk_question == "brief over zorgtoeslag"
    assert hanan.ctx.call(drafts.look, "walk_ins") is None
    assert hanan.said[-1].text == "Bezoek bewaard"
    assert "10.10" in hanan.detail.heading.text()
    assert "11.40" in hanan.detail.entered.text()
    everything = hanan.texts_in(hanan.window)
    assert "bij haar zus" not in everything
    assert "waar kan mijn zus heen" not in everything


def test_only_a_confidant_reads_the_real_question(open_page):
    hanan = open_page("Hanan")
    type_the_contact(hanan)
    hanan.strip.question.question.widget.setPlainText("waar kan mijn zus heen")
    hanan.strip.save()
    hanan.window.close()

    joke = open_page("Joke")
    joke.open_row(0)
    assert "brief over zorgtoeslag" in joke.texts_in(joke.detail)
    assert "Lees de echte vraag" not in joke.texts_in(joke.detail)
    joke.window.close()

    leyla = open_page("Leyla")
    leyla.open_row(0)
    assert "waar kan mijn zus heen" not in leyla.texts_in(leyla.detail)
    leyla.click(leyla.detail.reading_button())
    assert "waar kan mijn zus heen" in leyla.texts_in(leyla.detail)
    leyla.list.table.clearSelection()
    QTest.qWait(0)
    assert "waar kan mijn zus heen" not in leyla.texts_in(leyla.window)


def test_the_three_required_fields_are_one_key_and_enter(page):
    page.type("1")
    page.press(Qt.Key.Key_Return)
    [row] = page.rows
    assert row.topics == (HelpTopic.DEBT,)
    assert row.setting == ContactSetting.WALK_IN
    assert row.happened_at == page.clock()
    assert (row.visit, row.language, row.signal, row.desk_question) == (None, None, None, "")
