"""The restore drill: a copy and the paper code, and nothing else, bring every record back.

One "computer" has a real key ring, makes a log of examples and a copy of it. The other has a home
of its own, another language and time zone, and no key ring; it gets the copy and the code. What
counts is that the rows are the same, that a member signs in as before, and that the check is
clean. (SECURITY.md asks for it; research/security-ux.md B-03 gives it five minutes.)
"""

import os
import re
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

SOURCES = Path(__file__).resolve().parent.parent / "src"
MINUTES = 5
ROWS = re.compile(r"(\d+) rijen")
CODE = re.compile(r"^herstelcode: (\S+)$", re.MULTILINE)
PERSON = re.compile(r"^(?!map:|herstelcode:)([^:\n]+): (.+)$", re.MULTILINE)


class Failed(Exception):
    """The drill did not bring everything back; the message says where it stopped."""


def main() -> int:
    """Run the drill, tell each step, and return the exit code."""
    started = time.monotonic()
    try:
        with TemporaryDirectory(prefix="drill-") as folder:
            drill(Path(folder))
        passed = time.monotonic() - started
        if passed > MINUTES * 60:
            raise Failed(f"It took {passed:.0f} seconds.")
    except Failed as problem:
        sys.stderr.write(f"The drill failed. {problem}\n")
        return 1
    say(f"The drill succeeded in {passed:.0f} seconds.")
    return 0


def drill(folder: Path) -> None:
    """Make a log and a copy on one computer, and bring it back on another."""
    home, elsewhere, stick = (folder / name for name in ("home", "elsewhere", "stick"))
    stick.mkdir()
    here, there = dict(os.environ), another_computer(elsewhere)
    told = program(here, "demo", "--size", "small", "--out", str(home))
    code, (name, passphrase) = first(CODE, told), people(told)[0]
    sign_in = ["--member", name, "--passphrase-file", "-"]
    backup = ["backup", "--data-dir", str(home), *sign_in, str(stick)]
    copied = program(here, *backup, typed=passphrase)
    rows = first(ROWS, copied)
    say(f"Copied {rows} rows.")
    restore = ["restore", "--without-key-ring", "--code-file", "-", str(stick)]
    restored = first(ROWS, program(there, *restore, typed=code))
    say(f"Restored {restored} rows on the other computer.")
    if restored != rows:
        raise Failed(f"{rows} rows went in, {restored} came back.")
    say(program(there, "check", *sign_in, typed=passphrase).strip())


def another_computer(home: Path) -> dict[str, str]:
    """Return the environment of a computer that shares nothing with this one."""
    home.mkdir()
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    return kept | {
        "HOME": str(home),
        "USERPROFILE": str(home),
        "LANG": "C.UTF-8",
        "TZ": "Asia/Tokyo",
    }


def program(environment: dict[str, str], *arguments: str, typed: str = "") -> str:
    """Run one command of the program and return what it printed; raise Failed when it fails."""
    run = subprocess.run(
        [sys.executable, "-m", "hgkm_desktop", *arguments],
        env=environment | {"PYTHONPATH": str(SOURCES)},
        input=f"{typed}\n",
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if run.returncode:
        raise Failed(f"{' '.join(arguments)}: {run.stderr.strip() or run.stdout.strip()}")
    return run.stdout


def people(told: str) -> list[tuple[str, str]]:
    """Return who can sign in, and with which passphrase."""
    found = PERSON.findall(told)
    if not found:
        raise Failed("Nobody can sign in to the examples.")
    return found


def first(pattern: re.Pattern[str], text: str) -> str:
    """Return the first match of a pattern; raise Failed when there is none."""
    found = pattern.search(text)
    if found is None:
        raise Failed(f"There is no {pattern.pattern} in: {text}")
    return found[1]


def say(text: str) -> None:
    """Tell what was done."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
