"""SIGKILL at random moments: nothing acknowledged is lost, nothing is damaged (SECURITY.md)."""

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


@pytest.fixture
def kill(founded, tmp_path, is_drill):
    """Run a drill: `short` kills in the normal tests, `long` ones in the drill."""

    def run(drill: str, *, short: int, long: int) -> dict:
        desk = founded.copy(tmp_path / "log")
        (tmp_path / "keys").write_bytes(pickle.dumps((desk.code, desk.keys)))
        seed = random.SystemRandom().randrange(10**6)
        kills = long if is_drill else short
        command = [sys.executable, str(Path(__file__).with_name("killing.py"))]
        command += [drill, str(tmp_path), str(kills), str(seed)]
        environment = os.environ | {"PYTHONPATH": SOURCES}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        found = json.loads(done.stdout)
        print(f"{drill}: {found} (seed {seed})")
        assert found["kills"] == kills
        assert found["bad"] == [], f"seed {seed}"
        return found

    return run


def test_whatever_was_acknowledged_while_saving_is_there_after_every_kill(kill):
    assert kill("Saving", short=20, long=200)["acknowledged"] > 20


def test_file_and_slots_agree_after_every_kill_while_the_team_changes(kill):
    assert kill("ChangingTheTeam", short=5, long=60)["acknowledged"] > 0


def test_a_first_start_that_is_killed_leaves_a_whole_log_or_none(kill):
    kill("Founding", short=3, long=60)


def test_a_copy_that_is_killed_never_looks_like_a_finished_one(kill):
    assert kill("Copying", short=5, long=40)["acknowledged"] > 0
