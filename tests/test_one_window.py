"""One window for one log, whatever happened to the program that had the place before."""

import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket

import hgkm_desktop
from hgkm_desktop.ui.single import Single

HOLD = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
sys.path.insert(0, sys.argv[2])
from hgkm_desktop.ui.single import Single
app = QCoreApplication([])
single = Single(Path(sys.argv[1]))
print(single.acquire(), flush=True)
single.raised.connect(lambda: print("raised", flush=True))
app.exec()
"""
SOURCES = str(Path(hgkm_desktop.__file__).parents[1])


@pytest.fixture
def elsewhere(tmp_path):
    """A program of another process that has the place."""
    command = [sys.executable, "-c", HOLD, str(tmp_path), SOURCES]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "True\n"
        yield process
        process.kill()


@pytest.fixture
def single(tmp_path, qapp):
    made = Single(tmp_path)
    yield made
    made.release()


def test_the_first_is_told_also_when_it_is_another_process(single, elsewhere):
    assert not single.acquire()
    assert elsewhere.stdout.readline() == "raised\n"


def test_a_program_that_was_killed_leaves_its_place(single, elsewhere, tmp_path, qtbot):
    elsewhere.kill()
    elsewhere.wait(10)
    assert (Path(tempfile.gettempdir()) / single._name).exists(), "its name is still there"
    assert single.acquire()
    with qtbot.waitSignal(single.raised):
        assert not Single(tmp_path).acquire()


def test_a_program_that_hangs_keeps_its_place(single, elsewhere):
    elsewhere.send_signal(signal.SIGSTOP)
    assert not single.acquire()


def test_two_who_knock_at_once_are_both_heard(single, tmp_path, qtbot):
    assert single.acquire()
    heard = []
    single.raised.connect(lambda: heard.append(1))
    for _ in range(2):
        assert not Single(tmp_path).acquire()
    qtbot.waitUntil(lambda: len(heard) == 2)


def test_where_no_place_can_be_had_the_log_opens_all_the_same(single, tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path / "gone"))
    assert single.acquire()
    assert Single(tmp_path).acquire()


def test_a_place_that_was_given_up_hears_nobody(single, qtbot):
    assert single.acquire()
    socket = QLocalSocket()
    socket.connectToServer(single._name)
    assert socket.waitForConnected(300)
    with qtbot.assertNotEmitted(single.raised, wait=50):
        single.release()
