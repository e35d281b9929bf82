"""Growing delay after failed sign-ins, over restarts. Nothing is ever deleted because of it."""

import json
from datetime import datetime
from pathlib import Path
from uuid import UUID

from hgkm_desktop.errors import TooSoon
from hgkm_desktop.texts import tr
from hgkm_desktop.vault.slots import write_durably

FILE = "logboek.pauze"
FREE = 2
LONGEST = 60
MANY = 99
Known = dict[str, tuple[int, float]]


def seconds_after(failures: int) -> int:
    """Return how long to wait after so many failures: 1, 2, 4 … seconds, a minute at most."""
    return 0 if failures <= FREE else min(LONGEST, 1 << (failures - FREE - 1))


def refuse_when_too_soon(folder: Path, member_id: UUID, now: datetime) -> None:
    """Raise TooSoon while a member has to wait.

    A clock that was moved back starts the wait anew: no shorter, and not until it has caught up.
    """
    known = _read(folder)
    failures, last = known.get(str(member_id), (0, 0.0))
    wait = seconds_after(failures)
    if not wait:
        return
    passed = now.timestamp() - last
    if passed < 0:
        known[str(member_id)] = (failures, now.timestamp())
        _write(folder, known)
        passed = 0
    left = wait - passed
    if left > 0:
        seconds = int(left) + 1
        raise TooSoon(
            tr("Wait {seconds} seconds. Then try again.").format(seconds=seconds), "", seconds
        )


def count_failure(folder: Path, member_id: UUID, now: datetime) -> None:
    """Remember a failed sign-in."""
    known = _read(folder)
    failures, _last = known.get(str(member_id), (0, 0.0))
    known[str(member_id)] = (failures + 1, now.timestamp())
    _write(folder, known)


def forget(folder: Path, member_id: UUID) -> None:
    """Start anew after a success."""
    known = _read(folder)
    if known.pop(str(member_id), None) is not None:
        _write(folder, known)


def _read(folder: Path) -> Known:
    try:
        found = json.loads((folder / FILE).read_text())
        return {key: (min(MANY, int(v[0])), float(v[1])) for key, v in found.items()}
    except (OSError, ValueError, TypeError, AttributeError, LookupError, ArithmeticError):
        return {}


def _write(folder: Path, known: Known) -> None:
    try:
        write_durably(folder / FILE, json.dumps(known).encode())
    except OSError:
        return  # a full disk must not keep anybody out
