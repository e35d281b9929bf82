"""Runs all tests in processes side by side: the pages, whatever else has windows, and the rest.

Two workers that share all tests out would be as fast, but then a test without a window runs in a
process that had one, and Python's collector met a dead window on another thread. Each lane has a
desktop session of its own (tools/session.sh). Named tests, or options, run in one lane.
"""

import os
import subprocess
import sys
from pathlib import Path
from queue import SimpleQueue
from threading import Thread

ROOT = Path(__file__).parents[1]
PAGES = "tests/ui/views"
WINDOWS = (
    "tests/ui",
    "tests/stories",
    "tests/commands",
    "tests/test_app.py",
    "tests/test_one_window.py",
)
AT_ONCE = 2
"""Each lane starts programs and derives keys of its own: more would only wait for each other."""
SESSION = str(ROOT / "tools" / "session.sh")
PYTEST = [sys.executable, "-m", "pytest"]


def main(options: list[str]) -> int:
    """Run the tests; return 0 when every lane passed."""
    if any(not option.startswith("--cov") for option in options):
        return subprocess.run([SESSION, *PYTEST, *options], cwd=ROOT, check=False).returncode
    without = [f"--ignore={path}" for path in WINDOWS]
    waiting = [
        ("pages", [PAGES, *options]),
        ("others", ["tests", *without, *options]),
        ("windows", [*WINDOWS, f"--ignore={PAGES}", *options]),
    ]
    ended: SimpleQueue[_Lane] = SimpleQueue()
    codes: list[int] = []
    for place, (name, arguments) in enumerate(waiting):
        if place >= AT_ONCE:
            codes.append(ended.get().told())
        _Lane(name, arguments, ended)
    codes += [ended.get().told() for _ in range(len(waiting) - len(codes))]
    if options:
        subprocess.run([sys.executable, "-m", "coverage", "combine", "-q"], cwd=ROOT, check=True)
    return max(codes)


class _Lane:
    """One process of tests, whose words are kept until it has ended; then it is in `ended`."""

    def __init__(self, name: str, arguments: list[str], ended: "SimpleQueue[_Lane]") -> None:
        self._name, self._log = name, ROOT / "build" / f"tests-{name}.log"
        self._log.parent.mkdir(exist_ok=True)
        cache = ["-o", f"cache_dir=.pytest_cache/{name}"]
        with self._log.open("wb") as said:
            self._process = subprocess.Popen(
                [SESSION, *PYTEST, *cache, *arguments],
                cwd=ROOT,
                env=os.environ | {"COVERAGE_FILE": f".coverage.{name}"},
                stdout=said,
                stderr=subprocess.STDOUT,
            )
        Thread(target=self._wait, args=(ended,), daemon=True).start()

    def _wait(self, ended: "SimpleQueue[_Lane]") -> None:
        self._process.wait()
        ended.put(self)

    def told(self) -> int:
        """Say what it said, and return how it ended."""
        words = self._log.read_text(encoding="utf-8", errors="replace")
        sys.stdout.write(f"== tests: {self._name}\n{words}\n")
        sys.stdout.flush()
        return self._process.returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
