"""What to do when the log does not open: for every diagnosis its own steps, in order.

The codes come from the vault (DB: the file, SL: who can sign in, DI to TE: changed from outside,
SB: this computer's key ring).
"""

from dataclasses import dataclass
from enum import Enum, auto

from hgkm_desktop.errors import CannotOpen, KeyRingTrouble, Tampered
from hgkm_desktop.texts import tr

Lines = tuple[tuple[str, str], ...]


class Other(Enum):
    """The second way, beside trying again."""

    NONE = auto()
    RESTORE = auto()
    PAPER = auto()


@dataclass(frozen=True)
class WayOut:
    """What is safe, what to do in which order, and the second way."""

    safe: tuple[str, str]
    steps: Lines
    other: Other = Other.NONE


_NEEDS_COPY = frozenset({"DB-01", "DB-02", "DB-04", "DB-05", "DB-06", "SL-01", "SL-02"})
_KEY_RING = {"locked": "SB-01", "missing": "SB-02", "untrusted": "SB-03", "emptied": "SB-04"}
LOCKED = "SB-01"


def code_of(error: Exception) -> str:
    """Return the short code for whoever helps; never a path, never content."""
    if isinstance(error, KeyRingTrouble):
        return _KEY_RING.get(error.state, "SB-00")
    return error.code if isinstance(error, CannotOpen) else ""


def way_out(error: Exception) -> WayOut:
    """Return what to do about an error."""
    code = code_of(error)
    if isinstance(error, Tampered):
        return _tampered()
    if code in _NEEDS_COPY:
        return _restore(code)
    made = {
        "SB-01": _locked,
        "SB-02": _no_key_ring,
        "SB-03": _no_key_ring,
        "SB-04": _emptied,
        "DB-03": _no_right,
        "DB-08": _newer,
    }.get(code, _wait)
    return made()


def _nothing_lost() -> tuple[str, str]:
    return tr("Nothing is lost."), tr("The log is still on this computer.")


def _ask() -> tuple[str, str]:
    return (
        tr("Still not? Ask the administrator"),
        tr("Write on paper for now. Put the paper in a locked cupboard."),
    )


def _wait() -> WayOut:
    steps = (
        (
            tr("Wait one minute and try again"),
            tr("Sometimes another program is still busy."),
        ),
        (tr("Start the computer again"), tr("Then open this program once more.")),
        _ask(),
    )
    return WayOut(_nothing_lost(), steps)


def _restore(code: str) -> WayOut:
    kept = code in ("DB-05", "SL-01", "SL-02")
    copy = tr("Is there a copy? Then it can all come back."), tr("Up to the moment of the copy.")
    steps = (
        (tr("Take the stick with the newest copy"), tr("And the recovery sheet from the safe.")),
        (tr("Put the copy back"), tr("The old file is kept. Nothing is thrown away.")),
        _ask(),
    )
    return WayOut(_nothing_lost() if kept else copy, steps, Other.RESTORE)


def _tampered() -> WayOut:
    steps = (
        (tr("Do not go on"), tr("Leave this computer as it is.")),
        (tr("Call the administrator"), tr("Read out the code below.")),
        (
            tr("Write on paper for now"),
            tr("Put the paper in a locked cupboard."),
        ),
    )
    return WayOut((tr("The program stopped in time."), tr("Nothing was changed by it.")), steps)


def _no_right() -> WayOut:
    steps = (
        (
            tr("Ask the administrator"),
            tr("This computer may no longer write in the folder of the log."),
        ),
        (tr("Then try again"), tr("Starting the computer again helps sometimes.")),
    )
    return WayOut(_nothing_lost(), steps)


def _newer() -> WayOut:
    steps = (
        (tr("Install the newest version"), tr("The log was used with a newer version.")),
        _ask(),
    )
    return WayOut((tr("Nothing is lost."), tr("Nothing was changed.")), steps)


def _locked() -> WayOut:
    steps = (
        (
            tr("Press: Unlock the key ring"),
            tr("This computer asks for its own password, not for your passphrase."),
        ),
        (
            tr("No question? Start the computer again"),
            tr("Sign in to the computer with a password."),
        ),
        _ask(),
    )
    return WayOut(_nothing_lost(), steps)


def _no_key_ring() -> WayOut:
    steps = (
        (tr("Start the computer again"), tr("Sometimes the key ring did not start.")),
        (
            tr("Ask the administrator"),
            tr("She can set up the key ring of this computer."),
        ),
        (
            tr("In a hurry? Put a copy back"),
            tr("With the recovery sheet it works without a key ring."),
        ),
    )
    return WayOut(_nothing_lost(), steps, Other.RESTORE)


def _emptied() -> WayOut:
    steps = (
        (tr("Take the recovery sheet"), tr("It is in the safe or a locked cupboard.")),
        (tr("Type the code over"), tr("Then the secret is in the key ring again.")),
        _ask(),
    )
    return WayOut(_nothing_lost(), steps, Other.PAPER)
