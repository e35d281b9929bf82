import os
import shutil
import subprocess
import sys
from pathlib import Path

import processes
import pytest

ROOT = Path(__file__).parent.parent.parent
SESSION = ROOT / "tools" / "session.sh"
ROUND_TRIP = """
import os
from keyring.backends.SecretService import Keyring
Keyring().set_password("place", "name", "value")
print(Keyring().get_password("place", "name"))
print(os.environ["XDG_RUNTIME_DIR"])
"""
pytestmark = pytest.mark.skipif(
    not all(map(shutil.which, ("dbus-daemon", "dbus-send", "gnome-keyring-daemon", "Xvfb"))),
    reason="make test installs these",
)


def in_session(*command):
    return subprocess.run([SESSION, *command], capture_output=True, text=True, check=False)


def test_a_session_has_a_real_key_ring_and_leaves_nothing_behind():
    run = in_session(sys.executable, "-c", ROUND_TRIP)
    value, folder = run.stdout.splitlines()
    assert value == "value", run.stderr
    assert not Path(folder).exists()
    assert not processes.that_mention(folder)


def test_a_session_ends_with_the_code_of_its_command():
    assert in_session("sh", "-c", "exit 7").returncode == 7


def test_a_session_offers_a_screen_and_hides_the_real_one():
    run = in_session("sh", "-c", 'echo "$VIRTUAL_SCREEN ${DISPLAY-none} $QT_QPA_PLATFORM"')
    screen, display, platform = run.stdout.split()
    assert screen.startswith(":")
    assert (display, platform) == ("none", os.environ.get("QT_QPA_PLATFORM", "offscreen"))
