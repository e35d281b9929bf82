"""The hand-over: reading, acknowledging, and leaving something for the next shift."""

import pytest
from desk import MONDAY
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from shift import SMALL

from hgkm_desktop.services import drafts, shift_notes
from hgkm_desktop.ui.views.today.note_form import PLACE, NoteForm


def notes_of(db):
    return db.call(shift_notes.open_notes, now=MONDAY)


def test_a_confidant_reads_both_and_a_volunteer_only_what_is_for_everybody(open_today):
    said = open_today("Leyla").words()
    assert "Overdracht van Imane" in said and "Roos is gespannen." in said
    said = open_today("Hanan").words()
    assert "Overdracht van Joke" in said and "kopieerder" in said
    assert "Imane" not in said.split("Overdracht")[1] and "gespannen" not in said


def test_acknowledging_says_so_and_who_did_already(open_today, sign_in):
    joke_note = next(each for each in notes_of(sign_in("Hanan")))
    sign_in("Hanan").call(shift_notes.read, joke_note.id, now=MONDAY)
    page = open_today("Leyla")
    card = page.parts.notes.cards[0]
    assert "Ook: Hanan" in page.words(card)
    page.push(card.button)
    mine = next(each for each in notes_of(page.ctx.db) if each.id == joke_note.id)
    assert mine.is_read
    card = next(each for each in page.parts.notes.cards if each.note.id == joke_note.id)
    assert not card.button.isVisible()
    joke = open_today("Joke")
    assert "Gelezen door: Hanan, Leyla" in joke.words(joke.parts.notes)


def test_the_keyboard_goes_on_to_the_next_note(open_today):
    page = open_today("Leyla")
    page.parts.notes.cards[0].button.setFocus()
    page.press(Qt.Key.Key_Return)
    assert page.focus is page.parts.notes.cards[0].button
    assert page.parts.notes.cards[0].note.for_confidants
    page.press(Qt.Key.Key_Return)
    assert all(each.is_read for each in notes_of(page.ctx.db))


def test_on_a_small_screen_one_note_is_a_bar_and_the_rest_unfolds(open_today):
    page = open_today("Leyla", size=SMALL)
    notes = page.parts.notes
    assert [card.isVisible() for card in notes.cards] == [True]
    assert notes.more.text() == "nog 1"
    page.push(notes.more)
    assert "Roos is gespannen. Laat haar naast Hatice zitten. · Sleutel" in page.words(notes)
    page.push(notes.more)
    assert sum(card.isVisible() for card in notes.cards) == 1


def write(page, text):
    page.push(page.parts.write)
    form = page.overlay
    assert isinstance(form, NoteForm)
    form.text.setFocus()
    QTest.keyClicks(form.text, text)
    return form


def test_a_volunteer_writes_for_everybody(open_today, sign_in):
    page = open_today("Hanan")
    form = write(page, "De sleutel ligt boven.")
    assert form.whom is None
    assert "Schrijf geen namen van vrouwen op." in page.words(form)
    page.push(form.accept_button)
    assert page.overlay is None
    assert page.said[-1].text == "Bewaard voor de volgende dienst."
    assert "De sleutel ligt boven." in page.words()
    assert any(note.lines == ("De sleutel ligt boven.",) for note in notes_of(sign_in("Joke")))


def test_a_confidant_says_first_for_whom_it_is(open_today, sign_in):
    page = open_today("Leyla")
    form = write(page, "Meryem belt morgen.")
    page.push(form.accept_button)
    assert form.whom_field.problem() == "Kies wie dit mag lezen."
    form.whom.set_value(True)
    assert "Alleen vertrouwenspersonen lezen dit. Het is verzegeld." in page.words(form)
    page.push(form.accept_button)
    assert page.overlay is None
    lines = [note.lines for note in notes_of(sign_in("Imane"))]
    assert ("Meryem belt morgen.",) in lines
    assert all("Meryem" not in str(note.lines) for note in notes_of(sign_in("Hanan")))


@pytest.mark.parametrize("text", ["", "   ", "x" * 1_001])
def test_nothing_and_too_much_are_refused_at_the_field(open_today, text):
    page = open_today("Hanan")
    page.push(page.parts.write)
    form = page.overlay
    form.text.setPlainText(text)
    page.push(form.accept_button)
    assert form.text_field.problem()
    assert page.overlay is form


def test_what_is_half_typed_comes_back_after_locking(open_today, sign_in):
    page = open_today("Hanan")
    write(page, "Half get")
    assert page.view.draft() is None
    page.overlay.close_overlay()
    assert page.ctx.call(drafts.look, PLACE) is not None
    again = open_today("Hanan")
    again.push(again.parts.write)
    assert again.overlay.text.toPlainText() == "Half get"
    again.push(again.overlay.cancel_button)
    assert again.ctx.call(drafts.look, PLACE) is None


def test_a_note_that_is_gone_is_said_calmly(open_today, monkeypatch):
    page = open_today("Hanan")
    card = page.parts.notes.cards[0]
    gone = card.note.__class__(
        page.ctx.member.id, card.note.by, card.note.at, ("weg",), False, (), False
    )
    card.read_asked.emit(gone)
    assert page.said[-1].is_problem


def test_markup_and_endless_words_stay_plain_text(open_today, sign_in):
    text = "<b>vet</b> &amp; " + "a" * 300
    sign_in("Joke").call(shift_notes.write, text, for_confidants=False, now=MONDAY)
    page = open_today("Hanan")
    said = page.words(page.parts.notes)
    assert "<b>vet</b> &amp; " in said
    assert page.view.page.width() <= page.view.width()
