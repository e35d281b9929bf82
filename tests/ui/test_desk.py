from dataclasses import replace

import pytest
from desk import MONDAY
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from hgkm_desktop.db import Database
from hgkm_desktop.errors import UserError
from hgkm_desktop.models import Member
from hgkm_desktop.rules.bodies import Began, Consent
from hgkm_desktop.rules.lists import ConsentForm, Purpose
from hgkm_desktop.services import case_board, cases, drafts, members, rings
from hgkm_desktop.services.cases import Candidate, NewCase
from hgkm_desktop.settings import Settings
from hgkm_desktop.ui import desk as module
from hgkm_desktop.ui import style
from hgkm_desktop.ui.desk import Desk
from hgkm_desktop.ui.widgets.dialog import Overlay
from hgkm_desktop.ui.window import Window


@pytest.fixture
def window(qtbot, qapp):
    style.apply(qapp)
    made = Window("Buurtlogboek")
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


@pytest.fixture
def open_for(desk, window):
    """Let somebody sign in; everything is put away afterwards."""
    kept = []

    def open_desk(name, opened=None):
        made = Desk(opened or desk.open(name), Settings(), lambda: MONDAY, window)
        window.show_page(made.page)
        kept.append(made)
        return made

    yield open_desk
    for made in kept:
        made.put_away()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def overlays(window):
    return [each for each in window.findChildren(Overlay) if each.isVisible()]


def test_it_knows_the_neutral_name_and_who_is_there(open_for):
    made = open_for("Joke")
    assert made.title == "Buurtlogboek"
    assert made.ctx.member.name == "Joke"
    assert made.ctx.member.last_seen_at == MONDAY


def test_what_is_half_typed_is_kept_and_comes_back(open_for, desk, window, qtbot):
    made = open_for("Hanan")
    made.welcome()
    assert not made.half_typed()
    view = next(each for each in made.page.views if each.identifier == "walk_ins")
    view.page.strip.fields.desk_question.setText("zevenblad")
    assert made.half_typed()
    made.put_away()
    again = open_for("Hanan")
    assert again.ctx.call(drafts.look, view.identifier)
    again.welcome()
    assert again.half_typed()


def test_keeping_a_draft_may_fail_without_keeping_anybody_in(open_for, monkeypatch):
    made = open_for("Hanan")
    monkeypatch.setattr(made.page, "drafts", lambda: {"walk_ins": {"odd": object()}})

    def full(*_arguments, **_more):
        raise UserError("The disk is full.")

    monkeypatch.setattr(made.ctx, "call", full)
    made.half_typed()


def test_an_older_file_than_last_time_is_told(open_for, desk, window):
    opened = replace(desk.open("Joke"), older_file=True)
    made = open_for("Joke", opened)
    made.welcome()
    (told,) = overlays(window)
    assert told.accessibleName() == "Dit bestand is ouder dan de vorige keer."


def test_whoever_was_given_a_passphrase_chooses_her_own_first(open_for, desk, window, monkeypatch):
    asked = []
    monkeypatch.setattr(
        module, "change_own_passphrase", lambda ctx, over, forced: asked.append((over, forced))
    )
    made = open_for("Joke")
    made.ctx.member.must_renew = True
    made.welcome()
    assert asked == [(window, True)]


def test_a_confidant_renews_the_key_after_somebody_left(open_for, desk):
    salma = Database(desk.open("Bea"))
    salma.call(members.leave, desk.keys["Imane"].tile.member_id, now=MONDAY)
    salma.close()
    made = open_for("Leyla")
    assert not made.ctx.call(rings.needs_new_key)


def test_her_own_name_opens_her_menu(open_for, window, qtbot):
    made = open_for("Joke")
    made.page.rail.user_clicked.emit()
    (menu,) = overlays(window)
    assert menu.accessibleName() == "Joke"
    buttons = {each.text(): each for each in menu.findChildren(type(menu.cancel_button))}
    with qtbot.waitSignal(made.switch_asked):
        qtbot.keyClick(buttons["Iemand anders"], Qt.Key.Key_Return)
    made.page.rail.user_clicked.emit()
    (menu,) = overlays(window)
    buttons = {each.text(): each for each in menu.findChildren(type(menu.cancel_button))}
    with qtbot.waitSignal(made.close_asked):
        qtbot.keyClick(buttons["Sluit het programma"], Qt.Key.Key_Return)


def test_going_away_is_noted_and_the_file_is_closed(open_for, desk):
    made = open_for("Joke")
    made.put_away()
    assert made.db.engine.pool.checkedin() == 0
    db = Database(desk.open("Bea"))
    try:
        (joke,) = (m for m in db.call(members.everyone) if m.name == "Joke")
        assert isinstance(joke, Member)
    finally:
        db.close()


def test_signing_in_fills_the_coordinators_board(open_for, desk):
    for name in ("Salma", "Leyla"):
        made = open_for(name)
        if name == "Leyla":
            begin_with_linde(made, desk)
        made.put_away()
    db = Database(desk.open("Salma"))
    try:
        assert len(db.call(case_board.board)) == 1
    finally:
        db.close()


def test_a_case_from_before_there_was_a_board_is_put_on_it(open_for, desk):
    leyla = open_for("Leyla")
    begin_with_linde(leyla, desk)
    leyla.put_away()
    open_for("Salma").put_away()
    open_for("Leyla").put_away()
    db = Database(desk.open("Salma"))
    try:
        assert len(db.call(case_board.board)) == 1
    finally:
        db.close()


def begin_with_linde(made, desk):
    her = Candidate(desk.keys["Leyla"].tile.member_id, False)
    day = MONDAY.date()
    yes = Consent(Purpose.NOTES, ConsentForm.ORAL, day)
    made.ctx.call(cases.open_case, NewCase("Linde", (her,), yes, Began(day)), now=MONDAY)
