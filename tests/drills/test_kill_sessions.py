"""SIGKILL around information sessions: nothing acknowledged is lost, nothing is half done."""

import json
import os
import pickle
import random
import subprocess
import sys
from pathlib import Path

import pytest

import hgkm_desktop

SOURCES = str(Path(hgkm_desktop.__file__).parents[1])
TESTS = str(Path(__file__).parents[1])


@pytest.fixture
def kill(founded, tmp_path, is_drill):
    """Run a drill: `short` kills in the normal tests, `long` ones in the drill."""

    def run(drill: str, *, short: int, long: int, script: str = "killing_sessions.py") -> dict:
        desk = founded.copy(tmp_path / "log")
        (tmp_path / "keys").write_bytes(pickle.dumps((desk.code, desk.keys)))
        seed = random.SystemRandom().randrange(10**6)
        kills = long if is_drill else short
        command = [sys.executable, str(Path(__file__).with_name(script))]
        command += [drill, str(tmp_path), str(kills), str(seed)]
        environment = os.environ | {"PYTHONPATH": os.pathsep.join((SOURCES, TESTS))}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        found = json.loads(done.stdout)
        print(f"{drill}: {found} (seed {seed})")
        assert found["kills"] == kills
        assert found["bad"] == [], f"seed {seed}"
        return found

    return run


def test_a_series_is_there_whole_and_changed_whole_after_every_kill(kill):
    assert kill("Series", short=10, long=150)["acknowledged"] > 5


def test_who_was_put_on_a_list_stands_there_after_every_kill(kill):
    assert kill("FortyPeople", short=10, long=150)["acknowledged"] > 20


def test_a_file_of_two_thousand_is_taken_in_whole_or_not_at_all(kill):
    assert kill("TheFile", short=10, long=100)["acknowledged"] > 2


def test_names_are_forgotten_of_a_whole_list_and_no_other_list_loses_anybody(kill):
    assert kill("Forgetting", short=10, long=100)["acknowledged"] > 5


def test_all_that_confidants_keep_of_sessions_opens_while_the_ring_is_renewed(kill):
    script = "killing_session_keys.py"
    assert kill("TheRing", short=10, long=100, script=script)["acknowledged"] > 10
