"""SIGKILL while going along: nothing acknowledged is lost, and nothing is there by halves."""

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

    def run(drill: str, *, short: int, long: int) -> dict:
        desk = founded.copy(tmp_path / "log")
        (tmp_path / "keys").write_bytes(pickle.dumps((desk.code, desk.keys)))
        seed = random.SystemRandom().randrange(10**6)
        kills = long if is_drill else short
        command = [sys.executable, str(Path(__file__).with_name("killing_going.py"))]
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


def test_visits_and_their_promises_are_whole_after_every_kill(kill):
    assert kill("GoingAlong", short=10, long=150)["acknowledged"] > 10


def test_the_list_of_partners_is_whole_after_every_kill(kill):
    assert kill("TheListOfPartners", short=10, long=150)["acknowledged"] > 10
