"""Runs all tests in processes side by side: the pages, whatever else has windows, and the rest.

Two workers that share all tests out would be as fast, but then a test without a window runs in a
process that had one, and Python's collector met a dead window on another thread. Each lane has a
desktop session of its own (tools/session.sh). Named tests, or options, run in one lane.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

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
    busy: list[_Lane] = []
    codes: list[int] = []
    while waiting or busy:
        while waiting and len(busy) < AT_ONCE:
            busy.append(_Lane(*waiting.pop(0)))
        codes.append(_first_done(busy).told())
    if options:
        subprocess.run([sys.executable, "-m", "coverage", "combine", "-q"], cwd=ROOT, check=True)
    return max(codes)


def _first_done(busy: list["_Lane"]) -> "_Lane":
    """Wait until one of the lanes is done, and take it out."""
    while True:
        for lane in busy:
            if lane.is_done():
                busy.remove(lane)
                return lane
        time.sleep(1)


class _Lane:
    """One process of tests, whose words are kept until it is done."""

    def __init__(self, name: str, arguments: list[str]) -> None:
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

    def is_done(self) -> bool:
        """Say whether it has ended."""
        return self._process.poll() is not None

    def told(self) -> int:
        """Wait, say what it said, and return how it ended."""
        code = self._process.wait()
        words = self._log.read_text(encoding="utf-8", errors="replace")
        sys.stdout.write(f"== tests: {self._name}\n{words}\n")
        sys.stdout.flush()
        return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
