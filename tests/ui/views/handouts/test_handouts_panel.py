from dataclasses import replace
from threading import Event

import pytest
from PySide6.QtCore import Qt

from hgkm_desktop.errors import UserError
from hgkm_desktop.services import prints, sheets
from hgkm_desktop.services.prints import Form, Job
from hgkm_desktop.sheets import card, content, library
from hgkm_desktop.sheets import numbers as registry
from hgkm_desktop.sheets.advice import Advice, Answer
from hgkm_desktop.ui.views.handouts.aloud import AloudText, digits_apart, spoken
from hgkm_desktop.ui.views.handouts.newest import Newest

LANGUAGES = list(library.LANGUAGES)


def language(page, code):
    next(pill for pill in page.panel.head.languages.pills if pill.value == code).click()


def test_the_preview_is_the_paper_itself(page):
    page.first.show_sheet("time_out")
    assert library.text("time_out", "nl").title in page.paper()
    language(page, "so")
    assert library.text("time_out", "so").title in page.paper()
    assert page.panel.preview.currentWidget() is page.panel.preview.paper


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_shows_paper(page, code):
    page.first.show_sheet("veilig_thuis")
    language(page, code)
    assert "0800-2000" in page.paper()
    assert page.panel.preview.problem() == ""


def test_only_the_last_question_is_answered(qtbot, page):
    may_go_on, told, done = Event(), [], []

    def work(name):
        def slow():
            may_go_on.wait(5)
            done.append(name)
            return name

        return slow

    newest = Newest(page.ctx.background, page.window)
    for name in "abc":
        newest.ask(work(name), told.append, told.append)
    may_go_on.set()
    page.wait(lambda: not newest.is_busy())
    assert told == ["c"]
    assert done == ["a", "c"]


def test_paper_that_cannot_be_made_is_said_in_plain_words(page):
    def cannot(_content, _form):
        raise UserError("Het lettertype is er niet.", "Vraag de beheerder.")

    page.panel.preview._make = cannot
    page.first.show_sheet("money")
    page.wait(lambda: page.panel.preview.problem())
    assert page.panel.preview.problem() == "Het lettertype is er niet."
    assert page.panel.preview.paper.accessibleDescription() == ""


def test_the_language_stays_when_another_sheet_is_opened(page):
    language(page, "ti")
    page.first.show_sheet("phone")
    assert page.panel.job() == Job("phone", "ti")


def test_a_text_that_nobody_checked_says_so_until_a_reader_did(editor):
    language(editor, "ar")
    assert editor.panel.head.review.text() == "Nog niet nagekeken. Dat staat ook op het papier."
    job, today = editor.panel.job(), editor.ctx.now().date()
    editor.ctx.call(sheets.review, job.sheet, "ar", "Amal Bakker", today=today)
    assert editor.panel.head.review.text() == "Nagekeken door A.B., 23 nov"
    pill = next(each for each in editor.panel.head.languages.pills if each.value == "ar")
    assert pill.accessibleDescription() == "Nagekeken door A.B., 23 nov"


def test_the_advice_follows_her_answers(page):
    box, foot = page.panel.advice, page.panel.foot
    assert box.advice is Advice.ASK
    assert foot.print.text() == "Print om hier te lezen"
    page.choose(box.looks, Answer.NO)
    page.choose(box.place, Answer.YES)
    page.choose(box.reads, Answer.YES)
    assert box.advice is Advice.TAKE
    assert foot.print.text() == "Print"
    page.choose(box.looks, Answer.MAYBE)
    assert box.advice is Advice.READ_HERE
    assert "Beter niet meegeven" in box.strip.accessibleName()
    assert foot.print.text() == "Print om hier te lezen"
    page.choose(box.looks, Answer.NO)
    page.choose(box.reads, Answer.NO)
    assert box.advice is Advice.READ_ALOUD


def test_a_sheet_that_stays_here_is_never_advised_to_be_taken(page):
    box = page.panel.advice
    for question, answer in ((box.looks, Answer.NO), (box.place, Answer.YES)):
        page.choose(question, answer)
    page.choose(box.reads, Answer.YES)
    page.first.show_sheet("going_along_confidant")
    assert box.advice is Advice.READ_HERE
    assert not box.looks.isVisible()
    assert "blijft bij ons" in box.strip.accessibleName()
    assert page.panel.foot.print.text() == "Print om hier te lezen"


def test_her_answers_are_gone_when_the_page_is_left(page):
    page.choose(page.panel.advice.looks, Answer.YES)
    page.view.hide()
    assert page.panel.advice.looks.value() is None


def test_the_card_is_one_button_away_and_she_chooses_its_cover(page):
    page.push(page.panel.advice.card_button)
    assert page.panel.job() == Job("card", "nl", form=Form.CARD)
    covers = card.covers("nl")
    assert [button.text() for button in page.panel.covers.buttons] == [c.title for c in covers]
    assert covers[0].title in page.paper()
    page.panel.covers.buttons[2].click()
    assert covers[2].title in page.paper()
    page.choose(page.panel.head.card_forms, Form.PICTURE_CARD)
    assert page.panel.job().form is Form.PICTURE_CARD


def test_each_form_is_shown_as_it_will_print(page):
    for form in (Form.A5, Form.PICTURES):
        page.choose(page.panel.head.forms, form)
        page.paper()
        assert page.panel.job().form is form
        assert page.panel.preview.problem() == ""


def test_reading_aloud_needs_no_paper(page):
    page.first.show_sheet("veilig_thuis")
    page.choose(page.panel.head.forms, Form.ALOUD)
    assert page.panel.preview.currentWidget() is page.panel.preview.aloud
    page.push(page.panel.foot.large)
    reading = page.view.pages.reading
    assert page.view.pages.currentWidget() is reading
    assert page.focus is reading.text
    said = reading.text.toPlainText()
    assert "0 8 0 0   2 0 0 0" in said
    assert "0800-2000" not in said
    page.press(Qt.Key.Key_Escape)
    assert page.view.pages.jobs() == [Job("veilig_thuis", "nl", form=Form.ALOUD)]
    assert reading.text.toPlainText() == ""


@pytest.mark.parametrize("code", LANGUAGES)
def test_numbers_are_said_digit_by_digit_in_every_language(page, qtbot, code):
    text = AloudText()
    qtbot.addWidget(text)
    text.show_content(page.ctx.call(prints.preview, Job("veilig_thuis", code)))
    said = text.toPlainText()
    for number in ("0800-2000", "112"):
        assert digits_apart(number).replace("\u00a0", " ") in said
        assert number not in said


def test_what_an_organisation_types_is_never_markup_when_read_aloud(page, qtbot):
    content = page.ctx.call(prints.preview, Job("veilig_thuis", "nl"))
    text = AloudText()
    qtbot.addWidget(text)
    text.show_content(replace(content, title="<b>Vet</b> & <img src=x>"))
    assert "<b>Vet</b> & <img src=x>" in text.toPlainText()


@pytest.mark.parametrize("code", ["nl", "ar"])
def test_on_a_small_screen_the_whole_sheet_is_reached_without_scrolling_the_page(open_page, code):
    page = open_page("Joke", code)
    page.choose(page.panel.advice.looks, Answer.YES)
    page.settle()
    for part in (page.panel.foot.print, page.panel.advice.strip, page.panel.advice.card_button):
        where = part.mapTo(page.window, part.rect().bottomRight())
        assert page.window.rect().contains(where)
        assert part.visibleRegion().boundingRect() == part.rect()


def test_a_screen_reader_gets_the_words_in_reading_order():
    numbers = {number.key: number for number in registry.shipped()}
    arabic = content.compose(library.text("veilig_thuis", "ar"), numbers)
    said = spoken(arabic).splitlines()
    assert said[0] == library.text("veilig_thuis", "ar").title
    assert any("0800-2000" in line for line in said)
    assert "112" in spoken(card.compose_card("ar", numbers))
