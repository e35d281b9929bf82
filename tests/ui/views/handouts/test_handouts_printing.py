from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinterInfo
from PySide6.QtWidgets import QDialog, QFileDialog

from hgkm_desktop.services import numbers, prints
from hgkm_desktop.services.prints import Form, Job
from hgkm_desktop.ui import printing
from hgkm_desktop.ui.widgets.pdf_preview import Pages

CONTROL = Qt.KeyboardModifier.ControlModifier
TODAY = date(2026, 11, 23)
HALF_A_YEAR = {"days": 200}


def print_now(page):
    page.push(page.panel.foot.print)


def words_of(pdf):
    with Pages(pdf) as pages:
        return pages.text()


def said(page):
    return [notice.text for notice in page.said]


def test_what_was_printed_is_noted_without_a_name(page):
    page.first.show_sheet("phone")
    page.panel.foot.copies.set_value(3)
    print_now(page)
    ((paper, copies),) = page.printer.papers[0]
    assert copies == 3
    assert "Veilig met je telefoon" in words_of(paper)
    assert page.history == [("phone", "nl", 3, TODAY)]
    assert said(page) == ["Het is naar de printer."]
    assert page.panel.foot.copies.value() == 1


@pytest.mark.parametrize("answer", ["called off", "gone"])
def test_what_did_not_go_out_is_not_noted(page, answer, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    page.printer.answer = answer
    print_now(page)
    assert page.history == []
    assert said(page) == (["Er is geen printer."] if answer == "gone" else [])
    assert sorted(tmp_path.rglob("*")) == before


def test_calling_off_the_real_dialog_notes_nothing_and_says_so(page, monkeypatch, qtbot):
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(lambda: ["Balie"]))
    page.view.outgoing._send = printing.print_all
    print_now(page)
    dialog = page.window.findChildren(QPrintDialog)[-1]
    with qtbot.capture_exceptions() as errors:
        dialog.done(QDialog.DialogCode.Rejected)
    assert [error[1].title for error in errors] == ["Er is niets geprint."]
    assert page.history == []


def test_without_a_printer_another_way_is_offered(page, monkeypatch):
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    page.view.outgoing._send = printing.print_all
    print_now(page)
    assert said(page) == ["Er is geen printer."]
    assert "USB-stick" in page.said[0].hint


def test_a_sheet_goes_to_paper_through_the_real_printer_code(page, tmp_path):
    printer = printing.file_printer(tmp_path / "printed.pdf")

    def send(parent, papers, *, on_done):
        printing.print_all(parent, papers, on_done=on_done, printer=printer)

    page.view.outgoing._send = send
    page.panel.foot.copies.set_value(2)
    print_now(page)
    with Pages((tmp_path / "printed.pdf").read_bytes()) as pages:
        assert len(pages.sizes) == 2
    assert page.history == [("domestic_violence", "nl", 2, TODAY)]


def test_a_thousand_copies_are_asked_about_first(page):
    page.panel.foot.copies.field.setFocus()
    page.panel.foot.copies.field.selectAll()
    page.type("1000")
    page.press(Qt.Key.Key_P, modifiers=CONTROL)
    page.settle()
    assert page.printer.papers == []
    page.push(page.overlay.cancel_button)
    assert page.printer.papers == []
    page.press(Qt.Key.Key_P, modifiers=CONTROL)
    page.push(page.overlay.accept_button)
    assert [count for _, count in page.printer.papers[0]] == [1000]


@pytest.mark.parametrize(("typed", "counts"), [("", 1), ("0", 1), ("007", 7), ("9999", 1000)])
def test_an_odd_number_of_copies_becomes_one_that_can_be_printed(page, typed, counts):
    field = page.panel.foot.copies.field
    field.setFocus()
    field.clear()
    page.type(typed)
    assert page.panel.job().copies == counts
    page.press(Qt.Key.Key_Up)
    assert page.panel.job().copies == min(counts + 1, 1000)


def test_twenty_somali_and_five_arabic_are_one_job_by_keyboard_alone(page):
    page.first.show_sheet("veilig_thuis")
    page.panel.show_language("so")
    page.push(page.first.several)
    several = page.view.pages.several
    assert page.focus is several.rows[0].copies.field
    page.type("20")
    several.add.setFocus()
    page.press(Qt.Key.Key_Space)
    second = several.rows[1]
    assert page.focus is second.language
    while second.language.value() != "ar":
        page.press(Qt.Key.Key_Up)
    second.copies.field.setFocus(Qt.FocusReason.TabFocusReason)
    page.type("5")
    assert several.total.text() == "Samen: 25 bladen"
    page.push(several.print)
    (papers,) = page.printer.papers
    assert [count for _, count in papers] == [20, 5]
    assert page.history == [("veilig_thuis", "ar", 5, TODAY), ("veilig_thuis", "so", 20, TODAY)]
    assert several.rows == []
    assert page.view.pages.jobs() == [Job("veilig_thuis", "so")]


def test_a_line_of_the_list_offers_only_what_there_is(page):
    page.view.pages.list_several()
    row = page.view.pages.several.rows[0]
    row.sheet.set_value("card")
    row.sheet.changed.emit("card")
    assert row.job() == Job("card", "nl", form=Form.CARD)
    page.push(row.remove)
    assert page.view.pages.several.rows == []
    assert page.view.pages.jobs() == [Job("domestic_violence", "nl")]


def test_a_number_that_is_too_old_is_asked_about_one_by_one_and_then_it_prints(page):
    page.later(**HALF_A_YEAR)
    page.first.show_sheet("veilig_thuis")
    print_now(page)
    assert page.printer.papers == []
    rows = page.view.outgoing.question.rows
    assert {"0800-2000", "112"} <= {row.number.number for row in rows}
    for row in rows:
        assert page.printer.papers == []
        assert page.focus is row.yes
        page.press(Qt.Key.Key_Space)
    page.settle()
    assert page.overlay is None
    assert len(page.printer.papers) == 1
    known = page.ctx.call(numbers.by_key)
    assert known["veilig_thuis"].checked_on == page.ctx.now().date()


def test_a_number_that_is_wrong_stops_the_print_and_says_who_can_mend_it(page):
    page.later(**HALF_A_YEAR)
    print_now(page)
    question = page.view.outgoing.question
    page.push(question.rows[0].no)
    assert question.refusal.accessibleName() == (
        "Er wordt niets geprint. Een medewerker of de coördinator kan het nummer aanpassen."
    )
    page.press(Qt.Key.Key_Escape)
    assert page.printer.papers == []
    assert page.history == []


def test_who_may_mends_the_number_and_the_print_goes_on(editor):
    editor.later(**HALF_A_YEAR)
    editor.first.show_sheet("veilig_thuis")
    print_now(editor)
    question = editor.view.outgoing.question
    wrong = next(row for row in question.rows if row.number.key == "veilig_thuis")
    for row in question.rows:
        if row is not wrong:
            editor.push(row.yes)
    editor.push(wrong.no)
    assert editor.focus is question.form.digits
    question.form.digits.selectAll()
    editor.type("0800-2001")
    editor.press(Qt.Key.Key_Return)
    editor.settle()
    ((paper, _),) = editor.printer.papers[0]
    assert "0800-2001" in words_of(paper)
    assert "0800-2000" not in words_of(paper)


def test_a_file_is_saved_under_a_neutral_name_and_never_with_an_old_number(page, tmp_path):
    saved = []

    def save(_parent, pdf, *, on_done):
        saved.append(pdf)
        on_done()

    page.view.outgoing._save = save
    page.push(page.panel.foot.save)
    assert "huiselijk geweld" in words_of(saved[0])
    assert page.history == []
    page.later(**HALF_A_YEAR)
    page.push(page.panel.foot.save)
    assert len(saved) == 1
    assert page.overlay is page.view.outgoing.question.overlay


def test_the_dialog_for_a_file_proposes_a_neutral_name(page):
    page.push(page.panel.foot.save)
    dialog = page.window.findChildren(QFileDialog)[-1]
    assert [file.rsplit("/")[-1] for file in dialog.selectedFiles()] == ["blad.pdf"]
    dialog.reject()


def test_the_list_of_what_was_printed_tells_sheet_language_number_and_day(page):
    jobs = [Job("veilig_thuis", "so", 20), Job("card", "ar", 5, Form.CARD)]
    page.ctx.call(prints.record, jobs, today=TODAY)
    page.push(page.first.history)
    model = page.overlay.model
    rows = [[column.text(row) for column in model.columns] for row in model.rows]
    assert rows == [
        ["Klein kaartje", "العربية", "5", "ma 23 nov"],
        ["Wat doet Veilig Thuis?", "Soomaali", "20", "ma 23 nov"],
    ]
