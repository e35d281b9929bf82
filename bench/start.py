"""Start to painted sign-in beside an empty window, and the time until the lock hides everything."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.measure import Result, Timing, timing

EMPTY = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1280, 800)
window.show()
app.processEvents()
print("painted", flush=True)
"""
OURS = """
import sys
from hgkm_desktop.harden import harden
from PySide6.QtWidgets import QApplication
from hgkm_desktop.app import Program
app = QApplication([])
program = Program(sys.argv[1])
program.begin()
program.window.repaint()
app.processEvents()
print("painted", flush=True)
import os
os._exit(0)
"""
LIMIT = 2.5


def started(script: str, *arguments: str) -> float:
    """Return the seconds from starting Python to the painted window."""
    begin = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", script, *arguments], stdout=subprocess.PIPE, env=os.environ
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        spent = time.perf_counter() - begin
        process.wait(30)
    return spent


def sign_in(data: Path, rounds: int = 11) -> Result:
    """Measure the start in turns with an empty window."""
    started(EMPTY), started(OURS, str(data))
    pairs = [(started(OURS, str(data)), started(EMPTY)) for _ in range(rounds)]
    mine, theirs = zip(*pairs, strict=True)
    return Result("start to painted sign-in", timing(list(mine)), timing(list(theirs)), LIMIT)


def lock(data: Path, member: str, passphrase: str, rounds: int = 5) -> Timing:
    """Measure the quick lock: from the key to everything hidden, in its own process."""
    spent: list[float] = []
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as folder:
            answer = Path(folder) / "answer"
            command = [sys.executable, "-m", "bench.lock_once", str(data), member, str(answer)]
            subprocess.run(command, input=passphrase.encode(), check=True, timeout=120)
            spent.append(float(answer.read_text()))
    return timing(spent)
