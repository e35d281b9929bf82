"""Where things lie on this computer: neutral names, one folder for data and one for choices."""

import sys
from contextlib import suppress
from pathlib import Path

from platformdirs import user_config_path, user_data_path

NAME = "buurtlogboek"


def data_folder(chosen: str | None = None) -> Path:
    """Return the folder for everything of this log (made for its owner only).

    Where it cannot be made, the first page or command that needs it says so in its own words.
    """
    folder = Path(chosen).expanduser() if chosen else user_data_path(NAME, appauthor=False)
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def log_folder(data: Path) -> Path:
    """Return the folder of the log itself; it appears whole at the first start."""
    return data / "log"


def settings_file(chosen: str | None = None) -> Path:
    """Return where this computer's choices are kept (beside the data, when that was chosen)."""
    if chosen:
        return Path(chosen).expanduser() / "keuzes.json"
    return user_config_path(NAME, appauthor=False) / "keuzes.json"


def program_itself() -> list[str]:
    """Return the command that starts this program, installed or in one folder."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-m", "hgkm_desktop"]
