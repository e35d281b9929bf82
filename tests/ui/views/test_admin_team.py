import pytest
from admin_page import by_name, open_admin, open_form_of
from hostile import HOSTILE
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hgkm_desktop.db import Database
from hgkm_desktop.errors import WrongPassphrase
from hgkm_desktop.models.codes import Act, Role
from hgkm_desktop.services import audit_log, members
from hgkm_desktop.ui.views.admin import people


@pytest.fixture
def page(sign_in, qtbot):
    yield from open_admin(sign_in("Salma"), qtbot)


def add(page, name, *roles):
    """Add somebody through the form; return the words that are shown."""
    page.view.start_new()
    form = page.view.desk._dialog.form
    QTest.keyClicks(form.name, name)
    for code, box in form.tasks.items():
        if box.isChecked() != (code in roles):
            page.click(box)
    page.say_yes()
    page.wait(page.view.slip.isVisible)
    return page.view.slip.words()


def test_somebody_new_signs_in_with_the_words_that_were_shown_once(page, desk):
    words = add(page, "Nora", Role.VOLUNTEER)
    assert len(words.split()) == 5
    nora = by_name(page, "Nora")
    assert nora.roles == (Role.VOLUNTEER,)
    page.click(page.view.slip.done_button)
    assert page.view.slip.words() == ""
    assert page.view.tabs.isVisible()
    opened = desk.vault.sign_in(nora.id, words)
    opened.engine.dispose()


def test_changed_tasks_hold_at_once(page):
    dialog = open_form_of(page, "Hanan")
    assert dialog.form.tasks[Role.VOLUNTEER].isChecked()
    page.click(dialog.form.tasks[Role.STAFF])
    page.say_yes()
    assert set(by_name(page, "Hanan").roles) == {Role.VOLUNTEER, Role.STAFF}
    assert page.line_of("Hanan").may == "medewerker, vrijwilliger"
    assert page.said[-1].text == "Bewaard."


def test_a_new_passphrase_ends_the_old_one(page, desk):
    open_form_of(page, "Hanan")
    page.click(button(page, "Nieuwe wachtzin"))
    assert "oude wachtzin" in page.overlay.accessibleDescription()
    page.say_yes()
    page.wait(page.view.slip.isVisible)
    words, hanan = page.view.slip.words(), by_name(page, "Hanan")
    with pytest.raises(WrongPassphrase):
        desk.sign_in("Hanan")
    desk.vault.sign_in(hanan.id, words).engine.dispose()
    assert hanan.must_renew


def button(page, text):
    from hgkm_desktop.ui.widgets.buttons import Button

    return next(b for b in page.overlay.findChildren(Button) if b.text() == text)


def test_for_a_confidant_the_question_says_that_she_needs_the_key_again(page):
    open_form_of(page, "Leyla")
    page.click(button(page, "Nieuwe wachtzin"))
    assert "sleutel" in page.overlay.accessibleDescription()
    page.say_no()
    assert page.overlay is None


def test_whoever_leaves_cannot_sign_in_any_more_and_stands_last(page, desk):
    open_form_of(page, "Hanan")
    page.click(button(page, "Sluit af"))
    assert page.overlay.accept_button.property("kind") == "danger"
    page.say_yes()
    with pytest.raises(WrongPassphrase):
        desk.sign_in("Hanan")
    assert all(tile.name != "Hanan" for tile in desk.vault.look().tiles)
    last = page.view.tabs.team.team.lines[-1]
    assert (last.name, last.last_here, last.button) == ("Hanan", "weg sinds vandaag", "")
    assert page.said[-1].text == "Hanan kan zich niet meer aanmelden."


def test_saying_no_changes_nothing(page, desk):
    open_form_of(page, "Hanan")
    page.click(button(page, "Sluit af"))
    page.say_no()
    desk.sign_in("Hanan").engine.dispose()


def test_somebody_who_left_cannot_be_changed(page):
    page.ctx.call(members.leave, by_name(page, "Hanan").id, now=page.ctx.now())
    team = page.open("team")
    page.press_button_of(team.team, "Hanan")
    assert page.overlay is None


def test_the_last_administrator_keeps_her_task_and_it_says_so_at_the_field(page):
    page.ctx.call(members.leave, by_name(page, "Bea").id, now=page.ctx.now())
    dialog = open_form_of(page, "Salma")
    page.click(dialog.form.tasks[Role.ADMINISTRATOR])
    page.say_yes()
    assert dialog.form.tasks_field.problem()
    assert dialog.overlay.isVisible()
    assert Role.ADMINISTRATOR in by_name(page, "Salma").roles


def test_the_last_administrator_cannot_leave(page):
    page.ctx.call(members.leave, by_name(page, "Bea").id, now=page.ctx.now())
    page.view.desk._leave(by_name(page, "Salma"))
    assert page.said[-1].is_problem
    assert page.said[-1].hint == "Geef eerst iemand anders deze taak."


def test_nobody_resets_or_ends_herself(page):
    open_form_of(page, "Salma")
    from hgkm_desktop.ui.widgets.buttons import Button

    offered = {b.text() for b in page.overlay.findChildren(Button)}
    assert "Verander je wachtzin" in offered
    assert not offered & {"Nieuwe wachtzin", "Sluit af"}
    page.click(button(page, "Verander je wachtzin"))
    assert page.overlay.accessibleName() == "Verander je wachtzin"


@pytest.mark.parametrize(
    ("name", "roles", "problem"),
    [
        ("", (Role.VOLUNTEER,), "name"),
        ("   ", (Role.VOLUNTEER,), "name"),
        ("Hanan", (Role.VOLUNTEER,), "name"),
        ("x" * 61, (Role.VOLUNTEER,), "name"),
        ("Nora", (), "roles"),
    ],
)
def test_what_cannot_be_saved_is_said_at_its_field(page, name, roles, problem):
    page.view.start_new()
    dialog = page.view.desk._dialog
    dialog.form.name.setText(name)
    for code, box in dialog.form.tasks.items():
        box.setChecked(code in roles)
    page.say_yes()
    page.settle()
    fields = {"name": dialog.form.name_field, "roles": dialog.form.tasks_field}
    assert {key for key, field in fields.items() if field.problem()} == {problem}
    assert dialog.overlay.isVisible()
    assert dialog.overlay.accept_button.isEnabled()


def test_every_hostile_name_is_refused_at_the_field_or_shown_as_it_is(page):
    taken = {"Salma", *_team()}
    for what, name in HOSTILE:
        page.view.start_new()
        dialog = page.view.desk._dialog
        dialog.form.name.setText(name)
        assert len(dialog.form.typed().name) <= 240, what
        page.say_yes()
        page.settle()
        if page.view.desk._dialog is not None:
            assert dialog.form.name_field.problem(), what
            dialog.overlay.reject()
            continue
        page.click(page.view.slip.done_button)
        new = {member.name for member in page.ctx.call(members.everyone)} - taken
        assert len(new) == 1, what
        assert len(next(iter(new))) <= 60, what
        taken |= new
    assert {line.name for line in page.open("team").team.lines} == taken
    assert not page.window.grab().isNull()
    page.open("log")
    assert not page.window.grab().isNull()


def _team():
    from desk import TEAM

    return TEAM


def test_the_form_cannot_be_closed_while_the_passphrase_is_being_made(page):
    page.view.start_new()
    dialog = page.view.desk._dialog
    dialog.form.name.setText("Nora")
    page.say_yes()
    QTest.keyClick(dialog.overlay, Qt.Key.Key_Escape)
    assert dialog.overlay.isVisible()
    page.say_yes()
    page.wait(page.view.slip.isVisible)
    assert [m.name for m in page.ctx.call(members.everyone)].count("Nora") == 1


def test_the_words_hide_with_the_names_and_come_back(page):
    words = add(page, "Nora", Role.VOLUNTEER)
    page.ctx.veil(True)
    assert words.split()[0] not in page.view.slip.words()
    page.ctx.veil(False)
    assert page.view.slip.words() == words


def test_the_slip_is_printed_from_memory_and_that_is_logged(page):
    printed = []

    def to_paper(_window, pdf, *, on_done):
        printed.append(pdf)
        on_done()

    page.view.slip._print_pdf = to_paper
    add(page, "Nora", Role.VOLUNTEER)
    page.click(page.view.slip.print_button)
    page.wait(lambda: printed)
    assert printed[0].startswith(b"%PDF")
    newest = page.ctx.call(audit_log.page, None, 1)[0]
    assert (newest.act, newest.kind) == (Act.PRINT, "passphrase")


def test_without_a_printer_it_says_so_and_the_words_stay(page, monkeypatch):
    monkeypatch.setattr("PySide6.QtPrintSupport.QPrinterInfo.availablePrinterNames", list)
    words = add(page, "Nora", Role.VOLUNTEER)
    page.click(page.view.slip.print_button)
    page.wait(lambda: page.said and page.said[-1].is_problem)
    assert page.view.slip.words() == words


def test_the_team_says_who_stays_away_and_offers_to_end_it(sign_in, desk, qtbot):
    from datetime import timedelta

    salma = sign_in("Salma")
    desk_now = desk.now() + timedelta(days=280)
    late = Database(desk.open("Salma"), lambda: desk_now)
    late.call(members.signed_in)
    salma.close()
    for page in open_admin(late, qtbot):
        overview = page.view.tabs.overview
        line = next(each for each in overview.team.lines if each.name == "Hanan")
        assert (line.may, line.button) == ("9 maanden niet geweest", "Sluit af")
        assert line.is_faded
        page.press_button_of(overview.team, "Hanan")
        assert page.overlay.accessibleName() == "De toegang van Hanan afsluiten?"
        page.say_yes()
        assert all(each.name != "Hanan" for each in overview.team.lines)
    late.close()


def test_names_are_initials_while_they_are_hidden(page):
    page.ctx.veil(True)
    shown = {line.name for line in page.open("team").team.lines}
    assert shown == {people.initials(name) for name in ("Salma", *_team())}
    page.press_button_of(page.view.tabs.team.team, "H.")
    assert page.overlay.accessibleName() == "Verander H."


def test_the_search_finds_somebody_of_the_team(page):
    page.view.find("LEY")
    assert [line.name for line in page.view.tabs.overview.team.lines] == ["Leyla"]
    assert page.view.tabs.overview.team_heading.note.text() == "1 gevonden"
    page.open("log")
    page.view.find("hanan")
    assert page.view.tabs.tabs.current() == "team"
    assert [line.name for line in page.view.tabs.team.team.lines] == ["Hanan"]
    page.view.find("")
    assert len(page.view.tabs.team.team.lines) == 6
    assert page.view.tabs.team.heading.note.text() == "6 mensen"
