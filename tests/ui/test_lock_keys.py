import os
import sys

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from hgkm_desktop.ui import lock
from hgkm_desktop.ui.lock import LockWatch


class Hand:
    """A clock that is set by hand."""

    def __init__(self):
        self.at = 0.0

    def __call__(self):
        return self.at


@pytest.fixture
def hand():
    return Hand()


@pytest.fixture
def locked():
    return []


@pytest.fixture
def watch(qapp, hand, locked):
    made = LockWatch(lambda: 5, hand)
    made.wanted.connect(lambda: locked.append(True))
    made.start()
    yield made
    made.stop()


@pytest.fixture
def line(qtbot, watch):
    made = QLineEdit()
    qtbot.addWidget(made)
    made.show()
    return made


def press(widget, key, milliseconds=0, repeated=False, text=""):
    event = QKeyEvent(
        QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text, autorep=repeated
    )
    event.setTimestamp(milliseconds)
    QApplication.sendEvent(widget, event)


def test_f12_locks_and_reaches_no_field(line, locked):
    press(line, Qt.Key.Key_F12)
    assert locked == [True]


def test_shift_three_times_within_a_second_locks(line, locked):
    for at in (1000, 1300, 1600):
        press(line, Qt.Key.Key_Shift, at)
    assert locked == [True]
    press(line, Qt.Key.Key_Shift, 1800)
    assert locked == [True], "the count starts again"


def test_shift_three_times_slowly_does_not(line, locked):
    for at in (1000, 1900, 2800, 3700):
        press(line, Qt.Key.Key_Shift, at)
    assert locked == []


def test_capitals_in_a_sentence_do_not_lock(line, locked):
    for number in range(5):
        press(line, Qt.Key.Key_Shift, 1000 + 200 * number)
        press(line, Qt.Key.Key_A, 1100 + 200 * number, text="A")
    assert locked == []
    assert line.text() == "AAAAA"


def test_a_held_shift_does_not_lock(line, locked):
    for number in range(10):
        press(line, Qt.Key.Key_Shift, 1000 + 30 * number, repeated=number > 0)
    assert locked == []


def test_one_press_that_passes_several_objects_is_one_press(line, locked):
    for _ in range(5):
        press(line, Qt.Key.Key_Shift, 1000)
    assert locked == []


def test_doing_nothing_for_five_minutes_locks(watch, hand, locked):
    hand.at = 299
    watch._on_checked()
    assert locked == []
    hand.at = 300
    watch._on_checked()
    assert locked == [True]


def test_the_clock_is_looked_at_by_itself(qapp, qtbot, hand, monkeypatch):
    monkeypatch.setattr(lock, "CHECK_EVERY", 10)
    made = LockWatch(lambda: 5, hand)
    made.start()
    hand.at = 1000
    with qtbot.waitSignal(made.wanted):
        pass
    made.stop()


def test_any_key_or_movement_starts_the_minutes_again(watch, line, hand, locked):
    hand.at = 299
    press(line, Qt.Key.Key_A)
    hand.at = 598
    watch._on_checked()
    where = QPointF(1, 1)
    moved = QMouseEvent(
        QEvent.Type.MouseMove,
        where,
        where,
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(line, moved)
    hand.at = 897
    watch._on_checked()
    assert locked == []


def test_nobody_is_watched_after_the_watch_ended(watch, line, locked):
    watch.stop()
    press(line, Qt.Key.Key_F12)
    assert locked == []


def test_time_asleep_counts_and_nobody_can_set_this_clock():
    before = lock.awake_seconds()
    assert lock.awake_seconds() >= before > 0


def test_a_system_without_that_clock_has_another(monkeypatch):
    monkeypatch.delattr(lock.time, "CLOCK_BOOTTIME", raising=False)
    assert lock.awake_seconds() > 0


def test_locking_starts_the_program_anew_without_anything_secret(monkeypatch):
    started = []
    monkeypatch.setattr(lock.os, "environ", dict(os.environ))
    monkeypatch.setattr(lock.os, "execv", lambda *command: started.append(command))
    monkeypatch.setattr(sys, "argv", ["hgkm-desktop", "--data-dir", "/somewhere"])
    lock.restart_locked("someone", "place")
    ((program, command),) = started
    assert program == sys.executable
    assert command[-4:] == ["-m", "hgkm_desktop", "--data-dir", "/somewhere"]
    assert lock.take_locked() == "someone"
    assert lock.take_geometry() == "place"
    assert lock.take_locked() == lock.take_geometry() == ""
