"""Locking: at once by key, by itself when nobody is there, in the middle of anything; and back."""

from dataclasses import dataclass

import pytest
from program import ALT, CONTROL, Running, running
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from hgkm_desktop.db import Database
from hgkm_desktop.models.codes import HelpTopic
from hgkm_desktop.services import walk_ins
from hgkm_desktop.ui import lock
from hgkm_desktop.ui.entrance.lock_screen import LockScreen
from hgkm_desktop.ui.entrance.sign_in import SignInPage
from hgkm_desktop.ui.lock import LockWatch
from hgkm_desktop.ui.views.admin.member_form import MemberForm

HALF = "Ze vroeg, half af: زيارة é"


@pytest.fixture
def it(desk, qtbot):
    """The program with the coordinator signed in."""
    with running(desk, qtbot) as made:
        made.sign_in("Salma")
        yield made


@pytest.fixture
def me(desk):
    return str(desk.keys["Salma"].tile.member_id)


@pytest.fixture
def visit(desk):
    """A visit to correct."""
    db = Database(desk.open("Joke"), desk.now)
    made = db.call(walk_ins.blank, now=desk.now())
    made.topics, made.desk_question = (HelpTopic.DEBT,), "Brief over de huur"
    made = db.call(walk_ins.log, made, now=desk.now())
    db.close()
    return made


def shift(it: Running, at: float, *, repeated: bool = False) -> None:
    """Press Shift at a moment, in seconds."""
    key = Qt.Key.Key_Shift, Qt.KeyboardModifier.ShiftModifier
    event = QKeyEvent(QEvent.Type.KeyPress, *key, "", repeated)
    event.setTimestamp(round(1000 * at))
    QApplication.sendEvent(it.focus, event)


def still_seen(it: Running) -> list[str]:
    """Return what is to be seen besides the neutral clock."""
    page = it.page
    others = [
        each
        for each in it.window.findChildren(QWidget)
        if each.isVisible() and each is not page and not page.isAncestorOf(each)
    ]
    windows = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    seen = [each for each in (*others, *windows) if not each.isAncestorOf(page)]
    seen = [each for each in seen if each is not it.window.ring]  # around what has the keyboard
    kind = [] if isinstance(page, LockScreen) else [page]
    return [f"{type(each).__name__} {each.accessibleName()}" for each in (*kind, *seen)]


def test_f12_locks_at_once(it, me, desk):
    pool = it.ctx.db.engine.pool
    assert (desk.folder / "logboek.db-wal").exists()
    it.press(Qt.Key.Key_F12)
    assert still_seen(it) == []
    assert it.left == [me]
    assert it.program.desk is None
    assert pool.checkedin() + pool.checkedout() == 0
    assert not (desk.folder / "logboek.db-wal").exists()


def test_three_times_shift_locks(it, me):
    for at in (10.0, 10.3, 10.6):
        assert not it.left
        shift(it, at)
    assert still_seen(it) == []
    assert it.left == [me]


@pytest.mark.parametrize("moments", [(10.0, 10.3), (10.0, 10.6, 11.3), (10.0, 11.5, 13.0)])
def test_shift_twice_or_slowly_does_not_lock(it, moments):
    for at in moments:
        shift(it, at)
    assert not it.left


def test_another_key_between_does_not_lock(it):
    for at in (10.0, 10.2):
        shift(it, at)
    it.press(Qt.Key.Key_A)
    shift(it, 10.4)
    assert not it.left


def test_holding_shift_does_not_lock(it):
    for number in range(9):
        shift(it, 10.0 + number / 30, repeated=number > 0)
    assert not it.left


@dataclass
class Clock:
    """Seconds since the computer was switched on, sleep included."""

    at: float = 1000.0

    def __call__(self) -> float:
        return self.at


@pytest.fixture
def watch(qtbot):
    """A watch of five minutes with a clock of its own, looking far more often than it does."""
    clock = Clock()
    made = LockWatch(lambda: 5, clock)
    made.clock, made.locked = clock, []
    made.wanted.connect(lambda: made.locked.append(clock.at))
    made.start()
    yield made
    made.stop()


def test_five_minutes_without_a_key_lock(watch, qtbot):
    watch.clock.at += 299
    qtbot.wait(lock.CHECK_EVERY + 100)
    assert not watch.locked
    watch.clock.at += 1
    qtbot.waitUntil(lambda: bool(watch.locked), timeout=5000)


def test_a_key_or_the_mouse_starts_the_minutes_anew(watch, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    for act in (lambda: QTest.keyClick(window, "a"), lambda: QTest.mouseMove(window)):
        watch.clock.at += 299
        act()
        qtbot.wait(1)
    watch.clock.at += 2
    qtbot.wait(lock.CHECK_EVERY + 100)
    assert not watch.locked


def test_a_computer_that_slept_is_locked_when_it_wakes(watch, qtbot):
    watch.clock.at += 8 * 3600
    qtbot.waitUntil(lambda: bool(watch.locked), timeout=5000)


def lock_and_come_back(it: Running, desk, qtbot, then) -> None:
    """Lock; start again with what was handed over; unlock by keyboard; then look."""
    it.press(Qt.Key.Key_F12)
    assert still_seen(it) == []
    (locked,) = it.left
    assert locked.endswith(lock.DRAFT)
    it.end()
    with running(desk, qtbot, locked=locked) as again:
        again.wait(lambda: again.program.doorway.names_are_known)
        again.press(Qt.Key.Key_Space)
        kept = [each.text() for each in again.page.findChildren(QLabel) if each.isVisible()]
        assert "Je tekst is bewaard. Er is niets weg." in kept
        again.type(desk.keys["Salma"].passphrase)
        again.press(Qt.Key.Key_Return)
        again.wait(lambda: again.program.desk is not None)
        qtbot.wait(1)
        then(again)


def test_a_half_typed_visit_comes_back(desk, qtbot):
    with running(desk, qtbot) as it:
        it.sign_in("Salma")
        strip = it.view.page.strip
        it.type("35")
        it.press(Qt.Key.Key_M, modifiers=ALT)
        it.fill(strip.fields.desk_question, HALF)
        it.fill(strip.fields.children_count, "4")
        it.fill(strip.question.own_words.widget, HALF)
        before = strip.values()

        def look(again: Running) -> None:
            assert again.view.page.strip.values() == before

        lock_and_come_back(it, desk, qtbot, look)


def test_a_half_typed_correction_comes_back(desk, qtbot, visit):
    with running(desk, qtbot) as it:
        it.sign_in("Salma")
        it.view.deeds.correct(visit.id)
        it.fill(it.view.deeds.correction.form.fields.desk_question, HALF)
        before = it.view.deeds.correction.form.values()
        assert HALF in before["desk_question"]

        def look(again: Running) -> None:
            assert again.overlay is not None
            assert again.view.deeds.correction.form.values() == before

        lock_and_come_back(it, desk, qtbot, look)


def test_a_half_typed_name_comes_back(desk, qtbot):
    with running(desk, qtbot) as it:
        it.sign_in("Salma")
        it.press(Qt.Key.Key_9, modifiers=CONTROL)
        it.press(Qt.Key.Key_N, modifiers=CONTROL)
        it.type("Fatima Z")
        before = it.overlay.findChildren(MemberForm)[0].typed()

        def look(again: Running) -> None:
            form = again.overlay.findChildren(MemberForm)[0]
            assert form.typed() == before
            assert before.name == "Fatima Z"

        lock_and_come_back(it, desk, qtbot, look)


def _open_an_overlay(it: Running) -> None:
    it.program.desk.page.user_clicked.emit()
    assert it.overlay is not None


def _open_a_list(it: Running) -> None:
    it.view.page.strip.fields.language.showPopup()
    assert QApplication.activePopupWidget() is not None


def _say_something(it: Running) -> None:
    it.ctx.notify("Bewaard.", undo=lambda: None)


def _ask_something(it: Running) -> None:
    it.ctx.confirm("Zeker?", "Dit gaat weg.", "Ja", lambda: None, danger=True)


def _copy_beside(it: Running) -> None:
    it.ctx.in_background(lambda: QTest.qSleep(150), lambda _nothing: None)


def _open_a_window(it: Running) -> None:
    dialog = QWidget(it.window, Qt.WindowType.Dialog)
    dialog.show()


def _copy(folder):
    def copy(it: Running) -> None:
        it.ctx.in_background(lambda: it.ctx.db.copy_to(folder), lambda _copy: None)

    return copy


@pytest.mark.parametrize(
    "busy",
    [_open_an_overlay, _open_a_list, _say_something, _ask_something, _copy_beside, _open_a_window],
)
def test_it_locks_in_the_middle_of(busy, it, me, qtbot):
    busy(it)
    it.press(Qt.Key.Key_F12)
    assert still_seen(it) == []
    assert it.left == [me]
    qtbot.wait(200)
    assert still_seen(it) == []


def test_it_locks_while_a_list_has_the_keyboard(it, me):
    """A popup takes the keys: the lock key too must not only close it."""
    _open_a_list(it)
    QTest.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_F12)
    assert still_seen(it) == []
    assert it.left == [me]


def test_a_copy_that_is_being_made_is_finished_before_the_file_closes(it, me, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    _copy(stick)(it)
    it.press(Qt.Key.Key_F12)
    assert still_seen(it) == []
    assert it.left == [me]
    assert len(list(stick.iterdir())) == 1


def test_somebody_else_comes_to_the_tiles(desk, qtbot):
    with running(desk, qtbot) as it:
        it.sign_in("Salma")
        it.program.desk.page.user_clicked.emit()
        it.press(Qt.Key.Key_Return)
        assert still_seen(it) == []
        (locked,) = it.left
        assert locked == lock.NOBODY
    with running(desk, qtbot, locked=locked) as again:
        assert isinstance(again.page, SignInPage)
        again.sign_in("Bea")
        assert again.ctx.member.name == "Bea"


def test_somebody_else_is_one_key_away_on_the_lock_card(desk, qtbot, me):
    with running(desk, qtbot, locked=me) as it:
        it.wait(lambda: it.program.doorway.names_are_known)
        it.press(Qt.Key.Key_Space)
        it.push(it.page.card.other)
        assert isinstance(it.page, SignInPage)


def refused(it: Running) -> str:
    """Try a wrong passphrase and return what was said about it."""
    ask = it.page.card.ask
    it.fill(ask.line, "dit is niet de goede zin")
    it.press(Qt.Key.Key_Return)
    it.wait(ask.field.problem)
    return ask.field.problem()


def test_a_wrong_passphrase_is_answered_alike_whoever_it_is(desk, qtbot):
    said = set()
    for name in ("Salma", "Hanan"):
        member = str(desk.keys[name].tile.member_id)
        with running(desk, qtbot, locked=member) as it:
            it.wait(lambda it=it: it.program.doorway.names_are_known)
            it.press(Qt.Key.Key_Space)
            said.add(refused(it))
    assert len(said) == 1


def test_failures_make_her_wait_longer(desk, qtbot, me):
    with running(desk, qtbot, locked=me) as it:
        it.wait(lambda: it.program.doorway.names_are_known)
        it.press(Qt.Key.Key_Space)
        said = []
        while len(said) < 6 and not (said and said[-1].startswith("Wacht")):
            said.append(refused(it))
        assert said[-1].startswith("Wacht"), said
        assert not it.page.card.go_on.isEnabled()
        assert it.page.card.other.isEnabled()
