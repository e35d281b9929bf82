import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from hgkm_desktop.services import drafts, sheets, translations
from hgkm_desktop.sheets import library
from hgkm_desktop.ui.main_window import MainWindow
from hgkm_desktop.ui.views.handouts import HandoutsView, edit_menu
from hgkm_desktop.ui.views.handouts.places import in_words
from hgkm_desktop.ui.views.handouts.text_page import PLACE


def edit(page, sheet="time_out", language="nl"):
    page.view.pages.edit(sheet, language)
    page.settle()
    return page.view.pages.text


def paper(page, text_page):
    page.wait(lambda: not text_page._drawing.isActive() and not text_page.preview.is_busy())
    return text_page.preview.paper.accessibleDescription()


def test_a_volunteer_has_no_menu_to_change_sheets(page, editor):
    assert not page.panel.head.menu.isVisible()
    assert editor.panel.head.menu.isVisible()


@pytest.mark.parametrize("who", ["Hanan", "Leyla"])
def test_pages_for_editors_stay_shut_for_others(open_page, who):
    page = open_page(who)
    page.view.pages.edit("time_out", "nl")
    page.view.pages.list_numbers()
    page.view.restore({"sheet": "time_out", "language": "nl", "text": {}})
    assert page.view.pages.jobs()


def test_whoever_only_looks_after_the_computer_has_no_such_page(open_page, sign_in):
    ctx = open_page("Bea").ctx
    window = MainWindow(ctx)
    assert HandoutsView.identifier not in [view.identifier for view in window.views]
    window.close()


def test_the_menu_leads_to_everything_and_the_card_has_less(editor):
    editor.push(editor.panel.head.menu)
    deeds = [each.property("deed") for each in editor.overlay.findChildren(QPushButton)]
    assert [deed for deed in deeds if deed] == ["text", "review", "house", "numbers", "translation"]
    editor.press(Qt.Key.Key_Escape)
    editor.first.show_sheet("card")
    editor.push(editor.panel.head.menu)
    deeds = [each.property("deed") for each in editor.overlay.findChildren(QPushButton)]
    assert [deed for deed in deeds if deed] == ["review", "numbers", "translation"]


def test_own_words_are_typed_beside_the_paper_and_saved(editor):
    text = edit(editor)
    assert editor.focus is text.form.title
    text.form.title.selectAll()
    editor.type("Even rust")
    assert "Even rust" in paper(editor, text)
    assert editor.ctx.call(sheets.text, "time_out", "nl").title != "Even rust"
    editor.push(text.save)
    assert editor.ctx.call(sheets.text, "time_out", "nl").title == "Even rust"
    assert editor.said[-1].text == "Het blad is bewaard. Laat iemand het nakijken."
    editor.first.show_sheet("time_out")
    assert editor.panel.head.review.text() == "Onze eigen woorden, nog niet nagekeken."
    assert "Even rust" in editor.paper()


def test_what_is_wrong_is_said_at_the_line_and_the_keyboard_is_there(editor):
    text = edit(editor)
    text.form.lines["why"].setPlainText("Dit is goed.\n\nBel 0800-2000 vandaag.")
    editor.push(text.save)
    field = text.form.fields["why."]
    assert field.problem() == "Regel 2: Typ geen nummer. Kies het uit de lijst."
    assert editor.focus is text.form.lines["why"]
    assert text.form.lines["why"].textCursor().blockNumber() == 2
    assert text.form.fields["title"].problem() == ""
    text.form.lines["why"].setPlainText("")
    text.form.title.clear()
    editor.push(text.save)
    assert text.form.fields["why"].problem() == "Schrijf hier minstens één regel."
    assert text.form.fields["title"].problem() == "Schrijf hier iets."
    assert editor.focus is text.form.title


def test_a_number_is_chosen_and_printed_from_the_registry(editor):
    text = edit(editor)
    area = text.form.lines["why"]
    area.setPlainText("Bel ")
    area.moveCursor(area.textCursor().MoveOperation.End)
    area.setFocus()
    text.form.numbers.changed.emit("police")
    assert area.toPlainText() == "Bel {police}"
    assert editor.focus is area
    assert "Bel 0900-8844" in paper(editor, text)


def test_the_original_comes_back(editor):
    text = edit(editor)
    assert not text.reset.isVisible()
    text.form.title.setText("Even rust")
    editor.push(text.save)
    text = edit(editor)
    assert text.reset.isVisible()
    editor.push(text.reset)
    editor.push(editor.overlay.accept_button)
    assert editor.ctx.call(sheets.text, "time_out", "nl") == library.text("time_out", "nl")


def test_leaving_asks_about_what_was_typed(editor):
    text = edit(editor)
    editor.push(text.bar.button)
    assert editor.view.pages.jobs()
    text = edit(editor)
    text.form.lead.setText("Iets anders.")
    editor.push(text.bar.button)
    assert editor.overlay is not None
    editor.push(editor.overlay.cancel_button)
    assert text.form.lead.text() == "Iets anders."
    editor.press(Qt.Key.Key_Escape)
    editor.push(editor.overlay.accept_button)
    assert editor.view.pages.jobs()
    assert editor.view.draft() is None


def test_half_typed_words_are_kept_and_come_back(editor):
    text = edit(editor)
    text.form.lead.setText("Half getypt.")
    editor.wait(lambda: editor.ctx.call(drafts.look, PLACE))
    draft = json.loads(json.dumps(editor.view.draft()))
    assert draft == editor.ctx.call(drafts.look, PLACE)
    text._close()
    assert editor.ctx.call(drafts.look, PLACE) is None
    editor.view.restore(draft)
    assert editor.view.pages.currentWidget() is text
    assert text.form.lead.text() == "Half getypt."
    editor.push(text.save)
    assert editor.ctx.call(sheets.text, "time_out", "nl").lead == "Half getypt."
    assert editor.view.draft() is None


@pytest.mark.parametrize("odd", [{}, {"sheet": "gone", "language": "nl", "text": {}}])
def test_a_kept_text_that_fits_no_sheet_is_left_alone(editor, odd):
    editor.view.restore(odd)
    assert editor.view.pages.jobs()


def test_somebody_else_was_first_and_both_are_seen(editor):
    text = edit(editor)
    before = editor.ctx.call(sheets.text, "time_out", "nl")
    theirs = library.parsed("time_out", "nl", library.as_data(before) | {"title": "Van haar"})
    editor.ctx.call(sheets.keep, theirs, before, now=editor.ctx.now())
    text.form.title.setText("Van mij")
    editor.push(text.save)
    assert text.conflict.isVisible()
    assert "Van haar" in paper(editor, text)
    assert text.form.title.text() == "Van mij"
    editor.push(text.save)
    assert editor.ctx.call(sheets.text, "time_out", "nl").title == "Van mij"


def test_arabic_words_are_typed_from_the_right(editor):
    text = edit(editor, language="ar")
    assert text.form.title.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert text.form.lines["why"].layoutDirection() == Qt.LayoutDirection.RightToLeft


def test_a_named_reader_is_noted(editor):
    editor.panel.show_language("ar")
    editor.view.editing.open(edit_menu.REVIEW)
    form = editor.view.editing.dialog
    editor.press(Qt.Key.Key_Return)
    assert form.field.problem()
    editor.type("Amal Bakker")
    editor.press(Qt.Key.Key_Return)
    assert editor.panel.head.review.text() == "Nagekeken door A.B., 23 nov"


def test_our_name_stands_on_the_paper_only_when_it_is_chosen(editor):
    assert "Nisa test" not in editor.paper()
    editor.view.editing.open(edit_menu.HOUSE)
    form = editor.view.editing.dialog
    assert not form.letterhead.isChecked()
    editor.push(form.letterhead)
    editor.push(form.overlay.accept_button)
    assert editor.ctx.call(sheets.choice, "domestic_violence").letterhead
    assert not editor.ctx.call(sheets.choice, "domestic_violence").qr
    assert "Nisa test" in editor.paper()


@pytest.fixture
def desk_of_translations(editor):
    editor.view.editing.open(edit_menu.TRANSLATION)
    return editor.view.editing.dialog


def test_a_language_goes_out_as_one_file_and_comes_back_changed(editor, desk_of_translations):
    files = []
    it = desk_of_translations
    it._save = lambda _parent, file, name, _kind, *, on_done: files.append((name, file))
    it.language.set_value("so")
    editor.push(it.out)
    ((name, file),) = files
    assert name == "teksten-so.json"
    data = json.loads(file)
    data["sheets"]["money"]["title"] = "Lacag"
    it._ask = lambda _parent, _ending, read: read(json.dumps(data).encode())
    editor.push(it.back_in)
    assert editor.said[-1].text == "Aangepaste bladen: 1."
    assert editor.ctx.call(sheets.text, "money", "so").title == "Lacag"


@pytest.mark.parametrize("file", [b"", b"[]", b"\xff\xfe", b"{" * 5000, b"x" * 2_000_001])
def test_a_file_that_is_not_ours_changes_nothing(editor, desk_of_translations, file):
    desk_of_translations.take_in(file)
    assert desk_of_translations.answer.isVisible()
    assert editor.overlay is desk_of_translations.overlay


def test_a_wrong_file_says_where_it_is_wrong(editor, desk_of_translations):
    data = json.loads(editor.ctx.call(translations.export, "so"))
    data["sheets"]["money"]["title"] = ""
    data["sheets"]["phone"]["sections"]["keep"]["lines"][0] = "Bel 06 12345678."
    desk_of_translations.take_in(json.dumps(data).encode())
    told = desk_of_translations.wrong.text()
    assert "Geld en veiligheid, titel: Schrijf hier iets." in told
    heading = library.text("phone", "nl").parts["keep"].heading
    assert f"‘{heading}’, regel 1: Typ geen nummer." in told
    assert editor.ctx.call(sheets.text, "money", "so") == library.text("money", "so")


def test_every_place_has_words():
    assert in_words("money") == "Geld en veiligheid"
    assert in_words("money.lead") == "Geld en veiligheid, eerste zin"
    assert in_words("money.translated_by") == "Geld en veiligheid, vertaald door"
    heading = library.text("money", "nl").parts["steps"].heading
    assert in_words("money.steps") == f"Geld en veiligheid, ‘{heading}’"
