"""A new recovery sheet from the page of copies: printed, typed back, then it counts."""

from datetime import timedelta

import pytest
from admin_page import open_admin
from desk import FIRST_WORDS
from recovery_page import id_of, opens, phrase, second_coordinator

from hgkm_desktop.errors import UserError
from hgkm_desktop.models.codes import Act
from hgkm_desktop.services import audit_log, organisation, recovery
from hgkm_desktop.services.recovery import Helpers
from hgkm_desktop.ui.entrance.press import Press
from hgkm_desktop.ui.views.admin.takeover_step import NEITHER, PAPER, TWO
from hgkm_desktop.vault import recovery_code
from hgkm_desktop.vault.vault import Vault


@pytest.fixture
def page(sign_in, qtbot):
    yield from open_admin(sign_in("Salma"), qtbot)


@pytest.fixture
def bea(sign_in, qtbot):
    """Bea looks after the team and is no coordinator: she has no half of her own."""
    yield from open_admin(sign_in("Bea"), qtbot)


@pytest.fixture
def paper():
    return []


def start(page, paper):
    """Ask for a new sheet, with a printer that keeps what it printed."""
    sheet = page.view.sheet

    def press(_parent, pdf, on_done):
        paper.append(pdf)
        on_done()

    sheet._press = Press(press, press)
    page.click(page.open("copies").recovery.sheet_button)
    page.settle()
    return sheet


def print_and_type(page, sheet):
    """Do what the first step asks; return the new code."""
    step, code = sheet.steps[0], sheet.answers.code
    page.click(step.sheet.print_button)
    step.typed.setText(code.lower())
    step.put_away.click()
    page.click(sheet.foot.next_button)
    return code


def take(page, sheet):
    page.click(sheet.foot.next_button)
    page.settle()


def test_a_new_sheet_is_printed_typed_back_and_then_counts(page, desk, paper):
    sheet = start(page, paper)
    assert not sheet.foot.next_button.isEnabled()
    code = print_and_type(page, sheet)
    assert paper[0].startswith(b"%PDF")
    last = sheet.steps[1]
    assert sheet._stack.currentWidget() is last
    assert opens(desk, desk.code)
    assert not opens(desk, code)
    last.form.code_field.widget.setText(desk.code)
    take(page, sheet)
    assert opens(desk, code)
    assert not opens(desk, desk.code)
    assert page.said[-1].text == "Het nieuwe blad geldt vanaf nu. Maak nu een nieuwe kopie."
    assert page.view.tabs.isVisible()
    card = page.view.tabs.copies
    assert card.copies.sheet_row.title() == "Herstelblad, getest op vandaag"
    assert card.recovery.halves_row.title() == "Elke coördinator heeft haar helft"


def test_it_says_what_older_copies_need(page, paper):
    sheet = start(page, paper)
    said = sheet.steps[0].explanation.text()
    assert said == (
        "Het oude blad geldt tot de laatste stap. Oudere kopieën openen alleen met het oude blad."
    )


def test_the_sheet_has_the_next_number_and_the_log_knows_of_the_print(page, paper, monkeypatch):
    from hgkm_desktop.handouts import recovery_sheet

    asked = []
    real = recovery_sheet.recovery_sheet
    monkeypatch.setattr(
        recovery_sheet, "recovery_sheet", lambda *given: asked.append(given) or real(*given)
    )
    sheet = start(page, paper)
    assert asked[-1][3] == 2
    page.click(sheet.steps[0].sheet.print_button)
    page.click(sheet.steps[0].sheet.save_button)
    lines = [(line.act, line.kind) for line in page.ctx.call(audit_log.page, None, 2)]
    assert lines == [(Act.EXPORT, "organisation"), (Act.PRINT, "organisation")]


def test_leaving_half_way_keeps_the_old_sheet_and_forgets_the_new(page, desk, paper):
    sheet = start(page, paper)
    code = print_and_type(page, sheet)
    page.click(sheet.foot.back_button)
    page.settle()
    assert sheet._stack.currentWidget() is sheet.steps[0]
    page.click(sheet.foot.aside_button)
    assert page.view.tabs.isVisible()
    assert (sheet.answers.code, sheet.steps) == ("", [])
    assert opens(desk, desk.code)
    assert not opens(desk, code)
    assert start(page, paper).answers.code != code
    assert page.view.draft() is None


def test_the_code_of_another_sheet_takes_nothing_into_use(page, desk, paper):
    sheet = start(page, paper)
    print_and_type(page, sheet)
    last = sheet.steps[1]
    last.form.code_field.widget.setText(recovery_code.new())
    take(page, sheet)
    assert last.form.code_field.problem() == (
        "Dit is de code van een ander blad. Pak het nieuwste blad."
    )
    assert last.isEnabled()
    assert opens(desk, desk.code)
    last.form.code_field.widget.setText(desk.code)
    assert not last.form.code_field.problem()
    take(page, sheet)
    assert not opens(desk, desk.code)


def test_without_the_old_sheet_it_says_what_is_lost(page, desk, paper):
    sheet = start(page, paper)
    code = print_and_type(page, sheet)
    last = sheet.steps[1]
    page.click(last.way.segments[-1])
    assert "Dat blijft zo." in last.news.accessibleName()
    assert not last.form.code_field.isVisible()
    take(page, sheet)
    assert opens(desk, code)
    row = page.view.tabs.copies.recovery.halves_row
    assert row.title() == "De herstelsleutel is kwijt"
    assert not page.view.tabs.copies.recovery.urgent_button.isVisible()
    again = start(page, paper)
    print_and_type(page, again)
    assert [each.option.value for each in again.steps[1].way.segments] == [NEITHER]
    assert not again.steps[1].way.isVisible()
    assert again.foot.next_button.isEnabled()


def test_an_administrator_without_a_half_asks_a_coordinator(bea, desk, paper):
    sheet = start(bea, paper)
    print_and_type(bea, sheet)
    last = sheet.steps[1]
    last.form.code_field.widget.setText(desk.code)
    assert not sheet.foot.next_button.isEnabled()
    phrase(last.form, desk, "Salma").setText("kaneel fiets regenjas brug vork")
    take(bea, sheet)
    assert last.form.phrase_fields[id_of(desk, "Salma")].problem().startswith("Dat klopt niet.")
    phrase(last.form, desk, "Salma").setText(FIRST_WORDS)
    take(bea, sheet)
    assert not opens(desk, desk.code)
    assert bea.ctx.call(recovery.holders)[0].beside_paper


def test_two_coordinators_do_without_the_old_sheet(page, desk, paper):
    second_coordinator(page, desk, with_half=True)
    sheet = start(page, paper)
    code = print_and_type(page, sheet)
    last = sheet.steps[1]
    assert [each.option.value for each in last.way.segments] == [PAPER, TWO, NEITHER]
    page.click(last.way.segments[1])
    assert "Een andere coördinator typt haar wachtzin." in last.news.accessibleName()
    phrase(last.form, desk, "Joke").setText(desk.keys["Joke"].passphrase)
    page.click(last.way.segments[2])
    assert phrase(last.form, desk, "Joke").text() == ""
    assert "geven twee coördinatoren later" in last.news.accessibleName()
    page.click(last.way.segments[1])
    phrase(last.form, desk, "Joke").setText(desk.keys["Joke"].passphrase)
    take(page, sheet)
    assert opens(desk, code)
    assert all(each.beside_paper for each in page.ctx.call(recovery.holders))


def test_an_administrator_asks_both_when_the_sheet_is_gone(bea, desk, paper):
    second_coordinator(bea, desk, with_half=False)
    helpers = Helpers(desk.code, {id_of(desk, "Salma"): FIRST_WORDS})
    bea.ctx.call(recovery.give_halves, helpers)
    sheet = start(bea, paper)
    print_and_type(bea, sheet)
    last = sheet.steps[1]
    page = bea
    page.click(last.way.segments[1])
    assert "Twee coördinatoren typen na elkaar" in last.news.accessibleName()
    phrase(last.form, desk, "Salma").setText(FIRST_WORDS)
    assert not sheet.foot.next_button.isEnabled()
    phrase(last.form, desk, "Joke").setText(desk.keys["Joke"].passphrase)
    assert sheet.foot.next_button.isEnabled()


def test_after_three_failures_a_helper_has_to_wait_as_at_sign_in(bea, desk, paper):
    sheet = start(bea, paper)
    print_and_type(bea, sheet)
    last = sheet.steps[1]
    last.form.code_field.widget.setText(desk.code)
    for _ in range(3):
        phrase(last.form, desk, "Salma").setText("iets anders dan dit")
        take(bea, sheet)
    phrase(last.form, desk, "Salma").setText(FIRST_WORDS)
    take(bea, sheet)
    assert bea.said[-1].text.startswith("Wacht")
    assert opens(desk, desk.code)


def test_a_disk_that_fails_is_said_and_an_error_is_an_error(page, desk, paper, qtbot, monkeypatch):
    sheet = start(page, paper)
    print_and_type(page, sheet)
    page.click(sheet.steps[1].way.segments[-1])

    def full(*_given):
        raise UserError("De schijf is vol.", "Maak ruimte.")

    monkeypatch.setattr(Vault, "save_members", full)
    take(page, sheet)
    assert page.said[-1].text == "De schijf is vol."
    assert sheet.foot.next_button.isEnabled()
    monkeypatch.setattr(Vault, "save_members", lambda *_given: 1 // 0)
    with qtbot.captureExceptions() as caught:
        take(page, sheet)
    assert caught[0][0] is ZeroDivisionError
    monkeypatch.undo()
    take(page, sheet)
    assert not opens(desk, desk.code)


def test_enter_goes_on_only_when_the_step_is_done(page, paper):
    sheet = start(page, paper)
    sheet.steps[0].go_on.emit()
    assert sheet._stack.currentIndex() == 0


def test_half_a_year_is_182_days_and_never_fewer_than_six_months_in_words(page):
    card = page.open("copies").copies
    page.ctx.call(organisation.sheet_tested, now=page.ctx.now() - timedelta(days=183))
    page.view.refresh()
    assert card.sheet_row.title() == "Herstelblad, 6 maanden niet getest"


def test_nothing_of_either_code_or_of_the_paper_is_left_on_the_disk(page, desk, paper, tmp_path):
    sheet = start(page, paper)
    code = print_and_type(page, sheet)
    sheet.steps[1].form.code_field.widget.setText(desk.code)
    take(page, sheet)
    assert not opens(desk, desk.code)
    marks = [mark.encode() for each in (code, desk.code) for mark in (each, each.replace("-", ""))]
    written = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    assert len(written) > 2
    assert not [mark for mark in [*marks, b"%PDF"] for raw in written if mark in raw]
