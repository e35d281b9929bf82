"""Several looks of the tour at once: each in a program of its own, as many as there are cores."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

from hgkm_desktop.errors import UserError
from hgkm_desktop.places import program_itself


def walk(looks: Sequence[str], out: Path) -> None:
    """Make the pictures of all looks; raise UserError when one of them could not be made."""
    waiting, failed = list(looks), False
    busy: list[subprocess.Popen[bytes]] = []
    while waiting or busy:
        while waiting and len(busy) < (os.cpu_count() or 1):
            busy.append(_begin(waiting.pop(0), out))
        failed |= busy.pop(0).wait() != 0
    if failed:
        raise UserError("Niet alle beelden zijn gemaakt.", "Kijk hierboven wat er misging.")


def _begin(look: str, out: Path) -> subprocess.Popen[bytes]:
    command = [*program_itself(), "tour", "--only", look, "--out", str(out)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL)
