import logging
import sys
from uuid import UUID

import pytest
from desk import MONDAY
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hgkm_desktop import app, settings, texts
from hgkm_desktop.app import Program
from hgkm_desktop.settings import Settings
from hgkm_desktop.ui import lock, style
from hgkm_desktop.ui.entrance.first_start import FirstStart
from hgkm_desktop.ui.entrance.lock_screen import LockScreen
from hgkm_desktop.ui.entrance.sign_in import SignInPage
from hgkm_desktop.ui.single import Single
from hgkm_desktop.ui.widgets.dialog import Overlay

PATIENCE = 20_000


@pytest.fixture
def restarts():
    """Where a locked program would have started itself anew."""
    return []


@pytest.fixture
def start(desk, qtbot, qapp, restarts):
    """Start the program on the desk's log; it is closed afterwards."""
    kept = []

    def begin(locked="", place="", data=None):
        program = Program(
            str(data or desk.folder.parent),
            now=lambda: MONDAY,
            restart=lambda *told: restarts.append(told),
        )
        kept.append(program)
        program.begin(locked, place)
        qtbot.waitExposed(program.window)
        program.window.activateWindow()
        if not data:
            qtbot.waitUntil(lambda: program.doorway.names_are_known, timeout=PATIENCE)
        return program

    yield begin
    for program in kept:
        program.doorway._asking = None  # names that are still looked up come to nobody
        program.window.close()
        program.window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.wait(1)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    style.apply(qapp)


@pytest.fixture
def signed_in(start, desk, qtbot):
    """The program with somebody at the desk."""

    def enter(name="Hanan"):
        program = start()
        key = desk.keys[name]
        program.doorway.page.submitted.emit(key.tile.member_id, key.passphrase)
        qtbot.waitUntil(lambda: program.desk is not None, timeout=PATIENCE)
        return program

    return enter


def type_something(program):
    door(program).page.strip.fields.desk_question.setText("zevenblad")


def door(program):
    return next(view for view in program.desk.page.views if view.identifier == "walk_ins")


def test_without_a_log_it_begins_with_the_first_start(start, tmp_path):
    program = start(data=tmp_path / "nothing here")
    assert isinstance(program.doorway.page, FirstStart)


def test_at_an_ordinary_start_it_asks_who_you_are(start):
    assert isinstance(start().doorway.page, SignInPage)


def test_after_locking_it_begins_with_the_clock(start, desk):
    program = start(str(desk.keys["Hanan"].tile.member_id))
    assert isinstance(program.doorway.page, LockScreen)


def test_signing_in_opens_the_desk_and_starts_the_watch(signed_in):
    program = signed_in()
    assert program.window.pages.currentWidget() is program.desk.page
    assert program.watch._timer.isActive()
    assert program.settings.window_title == "Buurtlogboek"


@pytest.mark.parametrize(("typed", "more"), [(False, ""), (True, lock.DRAFT)])
def test_locking_covers_everything_and_starts_anew(signed_in, restarts, desk, typed, more):
    program = signed_in()
    if typed:
        type_something(program)
    QTest.keyClick(QApplication.focusWidget() or program.window, Qt.Key.Key_F12)
    ((member, place),) = restarts
    assert member == str(desk.keys["Hanan"].tile.member_id) + more
    assert place
    assert isinstance(program.window.pages.currentWidget(), LockScreen)
    assert program.desk is None
    assert not program.watch._timer.isActive()


def test_locking_twice_is_locking_once(signed_in, restarts):
    program = signed_in()
    program.lock()
    program.lock()
    program.switch()
    assert len(restarts) == 1


def test_somebody_else_finds_the_tiles_and_not_a_name(signed_in, restarts):
    program = signed_in()
    type_something(program)
    program.desk.switch_asked.emit()
    assert [member for member, _ in restarts] == [lock.NOBODY]


def test_before_anybody_signed_in_there_is_nothing_to_lock(start, restarts):
    program = start()
    program.lock()
    program.switch()
    assert restarts == []


def test_what_was_half_typed_comes_back(signed_in, desk):
    program = signed_in()
    type_something(program)
    program.lock()
    again = signed_in()
    fields = door(again).page.strip.fields
    assert fields.desk_question.text() == "zevenblad"


def test_closing_from_the_menu_puts_everything_away(signed_in):
    program = signed_in()
    program.desk.close_asked.emit()
    assert program.desk is None
    assert not program.window.isVisible()


def test_another_look_and_language_are_put_on_at_once_and_remembered(signed_in, desk, qapp):
    program = signed_in()
    before = program.desk.page
    program.desk.ctx.choose(program.settings.changed(dark=True, language="ar"))
    assert program.desk.page is not before
    assert program.window.pages.currentWidget() is program.desk.page
    assert qapp.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert style.theme.dark
    kept = settings.load(desk.folder.parent / "keuzes.json")
    assert (kept.dark, kept.language) == (True, "ar")


def test_another_language_can_be_chosen_before_signing_in(start, desk):
    program = start()
    program.doorway.page.language_chosen.emit("en")
    assert texts.current() == "en"
    assert isinstance(program.doorway.page, SignInPage)
    assert settings.load(desk.folder.parent / "keuzes.json") == Settings(language="en")


def test_a_change_of_settings_that_comes_too_late_is_let_be(signed_in):
    program = signed_in()
    ctx = program.desk.ctx
    program.lock()
    ctx.settings_changed.emit()
    assert program.desk is None


def test_a_problem_is_told_to_whoever_is_signed_in(signed_in):
    program = signed_in()
    app._say_on(program)("Er ging iets mis.", "Probeer het opnieuw.")
    told = [each for each in program.window.findChildren(Overlay) if each.isVisible()]
    assert [each.accessibleName() for each in told] == ["Er ging iets mis."]


def test_before_signing_in_there_is_nobody_to_tell_it_to(start):
    app._say_on(start())("Er ging iets mis.", "")


def test_a_second_start_raises_the_first_and_goes_away(tmp_path, qapp, qtbot):
    first, second = Single(tmp_path), Single(tmp_path)
    assert first.acquire()
    with qtbot.waitSignal(first.raised):
        assert not second.acquire()
    first.release()
    first.release()
    assert second.acquire()
    second.release()


def test_another_folder_is_another_program(tmp_path, qapp):
    one, other = Single(tmp_path / "a"), Single(tmp_path / "b")
    assert one.acquire()
    assert other.acquire()
    one.release()
    other.release()


def test_the_first_comes_forward(start, qtbot):
    program = start()
    program.window.showMinimized()
    program.single.raised.emit()
    assert not program.window.isMinimized()


class StillProgram(QObject):
    """A program of which only the start is looked at."""

    raised = Signal()

    def __init__(self, data_dir):
        super().__init__()
        self.data_dir, self.desk, self.collector = data_dir, None, None
        self.single = self
        self.begun = []
        StillProgram.last = self

    def acquire(self):
        return self.data_dir != "taken"

    def begin(self, *told):
        self.begun.append(told)


@pytest.fixture
def still(monkeypatch, qapp):
    """Run `app.run` without a window of its own, hardening or waiting."""
    monkeypatch.setattr(app, "harden", lambda: None)
    monkeypatch.setattr(app, "Program", StillProgram)
    monkeypatch.setattr(app, "Collector", lambda parent: "collector")
    monkeypatch.setattr(app, "QApplication", lambda _arguments: qapp)
    monkeypatch.setattr(type(qapp), "exec", lambda *_: 5)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setenv(lock.LOCKED, "someone")
    monkeypatch.setenv(lock.GEOMETRY, "place")


def test_a_start_begins_where_locking_left_it(still):
    assert app.run("folder") == 5
    assert StillProgram.last.begun == [("someone", "place")]
    assert StillProgram.last.collector == "collector"


def test_a_second_start_does_not_begin(still):
    assert app.run("taken") == 0
    assert StillProgram.last.begun == []


def test_the_member_who_was_locked_out_is_an_id_and_never_a_name(signed_in, restarts):
    """R-303: the environment of a process can be read by others on the same computer."""
    signed_in().lock()
    UUID(restarts[0][0])
    assert "Hanan" not in "".join(restarts[0])


def test_nothing_that_goes_wrong_is_logged_with_content(still, caplog):
    app.run("folder")
    try:
        raise ValueError("zevenblad")
    except ValueError:
        sys.excepthook(*sys.exc_info())
    logged = caplog.text
    caplog.clear()
    assert "zevenblad" not in logged
    assert logging.getLevelName(logging.CRITICAL) in logged
