"""The key ring that the tests start for themselves leaves nothing, also when it does not start."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import processes
import pytest
import secret_service
from secret_service import running, wait_until

BROKEN = {
    "ends at once": "exit 1",
    "does not listen": "exec <&-; exec sleep 600",
    "says nothing": "exec sleep 600",
}
UNTIL_KILLED = """
import sys
from secret_service import running
with running() as service:
    print(service.folder, flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def rooms(monkeypatch):
    """Where the folders go, to see whether they go away; the path of a socket has to be short."""
    with TemporaryDirectory(prefix="rooms-") as folder:
        monkeypatch.setattr(secret_service.tempfile, "tempdir", folder)
        yield Path(folder)


@pytest.fixture
def programs(tmp_path, monkeypatch) -> Path:
    """A folder of programs that come before those of the system."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(secret_service, "PATIENCE", 0.5)
    return folder


def _break(folder: Path, name: str, how: str) -> None:
    (folder / name).write_text(f"#!/bin/sh\n{how}\n")
    (folder / name).chmod(0o755)


def _nothing_is_left(folder: Path) -> bool:
    return not folder.exists() and not processes.that_mention(str(folder))


def test_a_key_ring_that_is_done_with_leaves_nothing(rooms):
    with running() as service:
        assert processes.that_mention(str(service.folder))
    assert _nothing_is_left(service.folder)


@pytest.mark.parametrize("how", BROKEN.values(), ids=BROKEN)
@pytest.mark.parametrize("name", ["dbus-daemon", "gnome-keyring-daemon"])
def test_what_does_not_start_leaves_nothing(rooms, programs, name, how):
    _break(programs, name, how)
    with pytest.raises((pytest.fail.Exception, OSError)), running():
        raise AssertionError("it started after all")
    assert list(rooms.iterdir()) == []
    assert processes.that_mention(str(rooms)) == []


def test_a_test_that_fails_leaves_nothing(rooms):
    with pytest.raises(ZeroDivisionError), running():
        raise ZeroDivisionError
    assert list(rooms.iterdir()) == []
    assert processes.that_mention(str(rooms)) == []


def test_tests_that_are_killed_leave_nothing():
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parent)}
    with subprocess.Popen(
        [sys.executable, "-c", UNTIL_KILLED],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as tests:
        folder = Path(tests.stdout.readline().strip())
        assert folder.is_dir()
        tests.kill()
    try:
        wait_until("an end to it", lambda: _nothing_is_left(folder))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
