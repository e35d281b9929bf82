"""Run a drill that kills its own child again and again, and believe only what it found."""

import json
import os
import pickle
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from desk import Desk

import hgkm_desktop

SOURCES = str(Path(hgkm_desktop.__file__).parents[1])
TESTS = str(Path(__file__).parents[1])


def killing(founded: Desk, folder: Path, usual: str, *, is_drill: bool) -> Callable[..., dict]:
    """Return what runs a drill of a script: `short` kills in the tests, `long` in the drill."""

    def run(drill: str, *, short: int, long: int, script: str = usual) -> dict:
        desk = founded.copy(folder / "log")
        (folder / "keys").write_bytes(pickle.dumps((desk.code, desk.keys)))
        seed = random.SystemRandom().randrange(10**6)
        kills = long if is_drill else short
        command = [sys.executable, str(Path(__file__).with_name(script))]
        command += [drill, str(folder), str(kills), str(seed)]
        environment = os.environ | {"PYTHONPATH": os.pathsep.join((SOURCES, TESTS))}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        found = json.loads(done.stdout)
        print(f"{drill}: {found} (seed {seed})")
        assert found["kills"] == kills
        assert found["bad"] == [], f"seed {seed}"
        return found

    return run
