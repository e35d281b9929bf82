"""The second look: what she could be recognised by is underlined, and asked about (sentence 20)."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from hgkm_desktop.rules.lists import NoteKind
from hgkm_desktop.ui.views.cases.note_form import NoteForm


class Ctx:
    """As much of a context as the fields ask for."""

    def __init__(self):
        from desk import MONDAY

        self.veiled, self.asked = False, []
        self.now = lambda: MONDAY

    def confirm(self, *question, **_more):
        self.asked.append(question)


@pytest.fixture
def form(qtbot):
    made = NoteForm(Ctx())
    qtbot.addWidget(made)
    made.start_anew()
    made.show()
    return made


def underlined(card):
    return [each.cursor.selectedText() for each in card.text.extraSelections()]


def words(form):
    labels = form.look_again.findChildren(QLabel)
    return " ".join(each.text() for each in labels if not each.isHidden())


def test_a_piece_is_underlined_and_asked_about(form):
    form.think.text.setPlainText("😀 Bang, want zijn neef werkt daar in de buurt.")
    form.look_again.look()
    assert underlined(form.think) == ["zijn neef werkt daar in de buurt"]
    assert "kan iemand haar hieraan herkennen?" in words(form)


def test_it_looks_by_itself_when_the_typing_pauses(form, qtbot):
    QTest.keyClicks(form.seen.text, "Bel 06-12345678")
    qtbot.waitUntil(lambda: underlined(form.seen) == ["06-12345678"], timeout=3_000)


def test_go_to_the_sentence_selects_it(form):
    form.think.text.setPlainText("😀 Bang, want zijn neef werkt daar in de buurt.")
    form.look_again.look()
    form.look_again.go.click()
    assert form.think.text.textCursor().selectedText() == "zijn neef werkt daar in de buurt"


def test_what_is_fine_is_not_asked_again(form):
    form.seen.text.setPlainText("Mijn zus Fatima kwam. 1057 AB.")
    form.look_again.look()
    assert len(form.look_again.found) == 2
    form.look_again.good.click()
    assert underlined(form.seen) == ["1057 AB"]
    form.look_again.good.click()
    assert form.look_again.found == []
    assert form.look_again.good is None
    values = form.values()
    form.start_anew()
    form.show_values(values)
    assert form.look_again.found == []


def test_markup_in_what_is_found_is_only_signs(form):
    form.seen.text.setPlainText("Mijn zus Fatima <img src=x> 1057 AB")
    form.look_again.look()
    assert all(
        each.textFormat() is Qt.TextFormat.PlainText
        for each in form.look_again.findChildren(QLabel)
    )


def test_a_starter_is_put_where_the_keyboard_is(form):
    form.seen.text.setPlainText("Ze kwam.")
    form.seen.text.moveCursor(form.seen.text.textCursor().MoveOperation.End)
    form.seen.chips.chips[0].click()
    QTest.keyClicks(form.seen.text, "moe")
    assert form.seen.value() == "Ze kwam. Zij zei: “moe ”"
    assert not form.seen.chips.chips[0].isChecked()


def test_each_kind_asks_its_own_questions(form):
    asked = set()
    for kind in NoteKind:
        form.side.kind.set_value(kind)
        form.side.kind.changed.emit(kind)
        asked.add(form.seen.text.placeholderText())
    assert len(asked) == len(NoteKind)
