"""Writing a note: kept while typing, tied to its case, sealed once with its draft wiped (US-8)."""

from datetime import timedelta
from uuid import UUID

import pytest
from cases_window import SMALL, cases_window
from desk import MONDAY
from opened_case import note, open_case
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest

from hgkm_desktop.errors import UserError
from hgkm_desktop.rules.bodies import Note
from hgkm_desktop.rules.lists import NoteKind, Purpose, Voice
from hgkm_desktop.services import case_notes, cases, consents, drafts
from hgkm_desktop.ui.forms import note_draft

CONTROL = Qt.KeyboardModifier.ControlModifier
CHAT = "12-11-2026 09:41 - Roos: hoi\n12-11-2026 09:42 - Ik: dag"


@pytest.fixture
def leyla(sign_in):
    return sign_in("Leyla")


@pytest.fixture
def roos(leyla):
    return open_case(leyla)


@pytest.fixture
def window(roos, leyla, qtbot, qapp):
    with cases_window(leyla, qtbot, qapp, size=SMALL) as made:
        made.view.way.write_note.emit(roos, None)
        yield made
        made.view.pages.note.keeper.end()


@pytest.fixture
def page(window):
    return window.view.pages.note


def kept(db, case_id, corrects=None):
    return db.call(drafts.look, note_draft.place_of(case_id, corrects))


def notes(db, case_id):
    return [entry.body for entry in db.call(cases.page, case_id).entries if is_note(entry)]


def is_note(entry):
    return isinstance(entry.body, Note)


def paste(text, into):
    data = QMimeData()
    data.setText(text)
    into.insertFromMimeData(data)


def test_a_note_of_one_text_is_sealed_by_keyboard_alone(window, page, leyla, roos):
    QTest.keyClicks(window.focus, "Ze kwam om tien uur.")
    window.press(Qt.Key.Key_Return, CONTROL)
    (sealed,) = notes(leyla, roos)
    assert (sealed.seen, sealed.think, sealed.at) == ("Ze kwam om tien uur.", "", MONDAY)
    assert kept(leyla, roos) is None
    assert window.view.pages.here is window.view.pages.case
    assert window.said[-1].text == "De notitie is verzegeld."


def test_typing_is_kept_after_a_moment_and_the_time_is_shown(page, leyla, roos, qtbot):
    assert page.foot.state.text() == ""
    page.form.think.text.setPlainText("Ik denk aan de kinderen.")
    qtbot.waitUntil(lambda: kept(leyla, roos) is not None, timeout=4_000)
    assert kept(leyla, roos)["think"] == "Ik denk aan de kinderen."
    assert page.foot.state.text() == "Bewaard om 11.40"


def test_later_goes_back_and_the_text_stands_there_again(window, page, leyla, roos):
    page.form.seen.text.setPlainText("Half")
    page.form.side.hers.click()
    window.push(page.foot.later)
    assert window.view.pages.here is window.view.pages.case
    assert kept(leyla, roos)["seen"] == "Half"
    window.view.way.write_note.emit(roos, None)
    assert page.form.seen.value() == "Half"
    assert page.form.side.voice() is Voice.HERSELF
    assert notes(leyla, roos) == []


def test_a_draft_never_turns_up_in_another_case(window, page, leyla, roos):
    other = open_case(leyla, "Linde")
    page.form.seen.text.setPlainText("Van Roos")
    window.view.way.write_note.emit(other, None)
    assert page.form.seen.value() == ""
    page.form.seen.text.setPlainText("Van Linde")
    window.view.way.write_note.emit(roos, None)
    assert page.form.seen.value() == "Van Roos"
    assert kept(leyla, other)["seen"] == "Van Linde"


def test_a_draft_of_one_confidant_is_not_seen_by_the_other(page, leyla, roos, sign_in):
    page.form.seen.text.setPlainText("Van Leyla")
    page.keeper.keep_now()
    assert kept(sign_in("Imane"), roos) is None


def test_emptying_the_text_wipes_the_draft(page, leyla, roos):
    page.form.seen.text.setPlainText("Weg")
    page.keeper.keep_now()
    page.form.seen.text.clear()
    page.keeper.keep_now()
    assert kept(leyla, roos) is None
    assert page.foot.state.text() == ""


def test_locking_keeps_it_in_its_place_and_brings_it_back(window, page, leyla, roos):
    page.form.seen.text.setPlainText("Half getypt")
    draft = window.view.draft()
    assert draft == {"case": str(roos), "corrects": None}
    assert kept(leyla, roos)["seen"] == "Half getypt"
    window.view.pages.go_home()
    window.view.restore(draft)
    assert window.view.pages.here is page
    assert page.form.seen.value() == "Half getypt"


def test_when_keeping_fails_it_says_so_and_the_text_stays(page, leyla, roos, monkeypatch, qtbot):
    def full(*_given, **_more):
        raise UserError("De schijf is vol.")

    page.form.seen.text.setPlainText("Dit blijft staan")
    with monkeypatch.context() as patch:
        patch.setattr(note_draft.drafts, "keep", full)
        page.keeper.keep_now()
        assert page.foot.state.text() == "Bewaren is niet gelukt."
        assert page.form.seen.value() == "Dit blijft staan"
    assert page.keeper._timer.isActive()
    page.keeper.keep_now()
    assert page.foot.state.text() == "Bewaard om 11.40"


def test_what_is_wrong_stands_at_its_field_and_nothing_is_sealed(window, page, leyla, roos):
    page.seal()
    assert page.form.seen.complaints.problem()
    page.form.seen.text.setPlainText("Ze kwam.")
    page.form.side.time.set_value((MONDAY + timedelta(hours=3)).time())
    page.seal()
    assert page.form.side.moment.problem() == "Dit moment moet nog komen."
    page.form.side.begin(MONDAY)
    page.form.think.text.setPlainText("wachtwoord: Geheim123")
    page.seal()
    assert page.form.think.complaints.problem()
    assert window.focus is page.form.think.text
    assert notes(leyla, roos) == []


def test_a_note_may_be_of_an_earlier_night(page, leyla, roos):
    page.form.seen.text.setPlainText("Ze belde om half vier.")
    page.form.side.day.set_value((MONDAY - timedelta(days=3)).date())
    page.form.side.time.set_value(MONDAY.time().replace(hour=3, minute=30))
    page.form.side.kind.set_value(NoteKind.CALL)
    page.seal()
    (sealed,) = notes(leyla, roos)
    assert sealed.at.isoformat() == "2026-11-20T02:30:00+00:00"
    assert sealed.kind is NoteKind.CALL


def test_nothing_is_sealed_once_she_took_her_yes_back(page, leyla, roos, monkeypatch):
    page.form.seen.text.setPlainText("Toch nog iets")
    page.keeper.keep_now()
    leyla.call(consents.withdraw, roos, Purpose.NOTES, "", now=MONDAY)
    with pytest.raises(UserError):
        page.seal()
    assert notes(leyla, roos) == []
    assert kept(leyla, roos)["seen"] == "Toch nog iets"
    assert page.form.seen.value() == "Toch nog iets"


def test_when_the_draft_cannot_be_wiped_the_note_is_not_sealed(page, leyla, roos, monkeypatch):
    def refuses(*_given):
        raise UserError("Nee.")

    page.form.seen.text.setPlainText("Allebei of geen van beide")
    page.keeper.keep_now()
    with monkeypatch.context() as patch:
        patch.setattr("hgkm_desktop.ui.views.cases.note_page.drafts.drop", refuses)
        with pytest.raises(UserError):
            page.seal()
    assert notes(leyla, roos) == []
    assert kept(leyla, roos) is not None


def test_a_correction_stands_beside_the_first_text(window, page, leyla, roos):
    first = note(leyla, roos, MONDAY - timedelta(days=2), "Zij <b>zei</b> niets.", "Moe?")
    window.view.way.write_note.emit(roos, first)
    assert page.heading() == "Notitie verbeteren"
    assert page.form.seen.original.text.text() == "Zij <b>zei</b> niets."
    assert page.form.think.original.text.text() == "Moe?"
    page.form.seen.text.setPlainText("Zij zei wel iets.")
    page.seal()
    texts = [(body.seen, body.corrects) for body in notes(leyla, roos)]
    assert texts == [("Zij <b>zei</b> niets.", None), ("Zij zei wel iets.", first)]


def test_a_half_typed_correction_and_a_new_note_stay_apart(window, page, leyla, roos):
    page.form.seen.text.setPlainText("Nieuw")
    first = note(leyla, roos, MONDAY - timedelta(days=2), "Eerst")
    window.view.way.write_note.emit(roos, first)
    assert page.form.seen.value() == ""
    page.form.seen.text.setPlainText("Verbeterd")
    draft = window.view.draft()
    assert UUID(draft["corrects"]) == first
    window.view.way.write_note.emit(roos, None)
    assert page.form.seen.value() == "Nieuw"
    assert kept(leyla, roos, first)["seen"] == "Verbeterd"


def test_the_page_says_who_reads_it_and_never_offers_the_coordinator(window):
    words = window.words()
    assert "Alleen haar vertrouwenspersonen lezen dit." in words
    assert "oördinator" not in words


def test_while_names_are_hidden_neither_text_nor_alias_is_seen(window, page, roos):
    page.form.seen.text.setPlainText("zevenblad")
    window.ctx.veil(True)
    assert not page.form.isVisible()
    assert "Roos" not in window.window.header.beside.text()
    page.seal()
    window.ctx.veil(False)
    assert page.form.seen.value() == "zevenblad"


def test_tab_leaves_the_texts_and_reaches_everything(window, page):
    seen = []
    page.form.seen.text.setFocus()
    for _stop in range(30):
        seen.append(window.focus)
        window.press(Qt.Key.Key_Tab)
    wanted = [page.form.think.text, page.form.side.kind, page.foot.later, page.foot.seal]
    assert all(widget in seen for widget in wanted)
    assert all(widget.accessibleName() for widget in seen if widget.isVisible())


def test_pasting_a_chat_asks_first(window, page):
    text = page.form.seen.text
    paste(CHAT, text)
    assert page.form.seen.value() == ""
    assert window.form is not None
    window.form.reject()
    assert page.form.seen.value() == ""
    paste(CHAT, text)
    window.form.accept()
    assert page.form.seen.value() == CHAT


def test_pasting_a_sentence_or_a_book(window, page):
    text = page.form.seen.text
    paste("Een zin.", text)
    assert page.form.seen.value() == "Een zin."
    paste("a" * (case_notes.LONGEST + 1), text)
    assert page.form.seen.value() == "Een zin."
    assert "12000" in page.form.seen.complaints.problem()
    assert window.form is None


def test_a_long_text_gets_a_hint(page):
    page.form.seen.text.setPlainText("a" * case_notes.HINT)
    assert not page.form.seen.length.isVisible()
    page.form.seen.text.setPlainText("a" * (case_notes.HINT + 1))
    assert page.form.seen.length.isVisible()
