"""Locking: at once by key, by itself when nobody is there, in the middle of anything."""

from dataclasses import dataclass

import pytest
from in_sight import still_seen
from program import Running
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from hgkm_desktop.ui import lock
from hgkm_desktop.ui.lock import LockWatch


def shift(it: Running, at: float, *, repeated: bool = False) -> None:
    """Press Shift at a moment, in seconds."""
    key = Qt.Key.Key_Shift, Qt.KeyboardModifier.ShiftModifier
    event = QKeyEvent(QEvent.Type.KeyPress, *key, "", repeated)
    event.setTimestamp(round(1000 * at))
    QApplication.sendEvent(it.focus, event)


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
