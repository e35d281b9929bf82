"""Measure everything on the largest generated log and write bench/RESULTS.md."""

import argparse
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from bench import cases, going, handouts, sessions, start, store
from bench.measure import Result
from hgkm_desktop.commands import demo
from hgkm_desktop.commands.demo import SIZES
from hgkm_desktop.db import Database
from hgkm_desktop.models import Member
from hgkm_desktop.models.codes import Role
from hgkm_desktop.places import log_folder
from hgkm_desktop.services import members
from hgkm_desktop.vault.vault import Vault

REPORT = Path(__file__).with_name("RESULTS.md")
PARTS = {"cases": cases, "going": going, "sessions": sessions, "handouts": handouts}
"""What can be measured alone, in the order of the report; each begins with its title."""
HEAD = (
    "| what | ours, ms (quartiles) | peer, ms (quartiles) | ratio | may be | kept |\n"
    "|---|---|---|---|---|---|\n"
)


def main() -> None:
    """Run the whole bench."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    parser = argparse.ArgumentParser(prog="bench")
    parser.add_argument("--years", type=int, default=20)
    parser.add_argument("--size", choices=sorted(SIZES), default="largest")
    parser.add_argument("--only", choices=sorted(PARTS), help="measure this part alone")
    options = parser.parse_args()
    if options.only:
        _again(options.only)
        return
    data = Path(tempfile.mkdtemp(prefix="buurtlogboek-bench-"))
    try:
        report(data, options.size, options.years)
    finally:
        shutil.rmtree(data)


def report(data: Path, size: str, years: int) -> None:
    """Make the log, measure, write the report."""
    made = demo.make(data, SIZES[size], years, seed=1)
    vault = Vault(log_folder(data))
    coordinator = vault.look().tiles[0]
    db = Database(vault.sign_in(coordinator.member_id, made.passphrases[coordinator.name]))
    volunteer = next(m for m in db.call(members.everyone) if Role.VOLUNTEER in m.roles)
    lines = list(store.results(db))
    db.close()
    lines.append(start.sign_in(data))
    words = made.passphrases[volunteer.name]
    lock = start.lock(data, str(volunteer.id), words)
    text = HEAD + "\n".join(line.row() for line in lines)
    tail = f"\n\nQuick lock, from the key to everything hidden: {lock} ms (may be 300).\n"
    tail += memory(data, volunteer, words)
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python "
    machine += platform.python_version()
    title = f"# Measured\n\n{made.walk_ins} contacts over {years} years ({size}); {machine}. "
    title += "Medians with quartiles, ours and the peer in turns in one run.\n\n"
    _write(title + text + tail)
    _say_what_is_not_kept(lines)


def _write(before: str) -> None:
    """Measure the other parts too and write the report: all that was before, then they."""
    parts = [before, *(part.section() for part in PARTS.values())]
    REPORT.write_text("\n\n".join(part.rstrip() for part in parts) + "\n", encoding="utf-8")
    sys.stdout.write(REPORT.read_text(encoding="utf-8"))


def _again(name: str) -> None:
    """Measure one part anew; the rest of the report stays."""
    before, *sections = re.split(r"(?m)^(?=## )", REPORT.read_text(encoding="utf-8"))
    known = {section.partition("\n")[0]: section for section in sections}
    known[PARTS[name].TITLE] = PARTS[name].section()
    ordered = [known[part.TITLE] for part in PARTS.values() if part.TITLE in known]
    text = "\n\n".join(part.rstrip() for part in [before, *ordered]) + "\n"
    REPORT.write_text(text, encoding="utf-8")
    sys.stdout.write(text)


def memory(data: Path, volunteer: Member, words: str) -> str:
    """Return the line about memory, measured in a process of its own."""
    command = [sys.executable, "-m", "bench.memory", str(data), str(volunteer.id)]
    done = subprocess.run(command, input=words.encode(), capture_output=True, check=True)
    return (
        f"\nPeak memory with the log open, searched and paged: {done.stdout.decode().strip()} MB"
        " (may be 250).\n"
    )


def _say_what_is_not_kept(lines: list[Result]) -> None:
    for line in lines:
        if line.ratio > line.limit:
            sys.stdout.write(f"not kept: {line.name} {line.ratio:.2f} > {line.limit}\n")


if __name__ == "__main__":
    main()
