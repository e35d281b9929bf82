"""`--selfcheck`: proves that an installed program has everything inside that it needs.

Meant for the built folder on a computer without Python: a library that was left out shows here,
and not on the evening it is needed. Nothing is kept, and the key ring is left alone.
"""

import os
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from tempfile import TemporaryDirectory
from typing import Any

import hgkm_desktop
from hgkm_desktop import clock

ORGANISATION = "Selfcheck"
# The program itself, and Alembic's files, which only run inside Alembic.
NOT_TO_LOAD = ("hgkm_desktop.__main__", "hgkm_desktop.migrations.")
PASSPHRASE = "correct-horse-battery-staple-only-for-a-check"


def selfcheck() -> int:
    """Try each part, print a line for each, and return 0 when all of them work."""
    results = [_works(name, part) for name, part in PARTS]
    return 0 if all(results) else 1


def _works(name: str, part: Callable[[], str]) -> bool:
    try:
        _say(f"{name}: {part()}")
    except Exception as error:  # noqa: BLE001 -- whatever fails is the answer that was asked for
        _say(f"{name}: FAILED, {type(error).__name__}: {error}")
        return False
    return True


def _say(line: str) -> None:
    """Print a line; a windowed program on Windows has nowhere to print to."""
    if sys.stdout is not None:  # pyright: ignore[reportUnnecessaryComparison]
        sys.stdout.write(f"{line}\n")


def _modules() -> str:
    """Load every module of ours, also those the program only loads when a page is opened."""
    found = [module.name for module in walk_packages(hgkm_desktop.__path__, "hgkm_desktop.")]
    mine = [name for name in found if not name.startswith(NOT_TO_LOAD)]
    for name in mine:
        import_module(name)
    return f"{len(mine)} loaded"


def _vault() -> str:
    """Make a log on the passphrase alone, sign in to it, and see that the file is encrypted."""
    from hgkm_desktop.vault import recovery_code
    from hgkm_desktop.vault.founding import FirstStart, Person, found
    from hgkm_desktop.vault.vault import Vault

    person = Person("Selfcheck", 1, PASSPHRASE)
    start = FirstStart(ORGANISATION, ORGANISATION, (person,), recovery_code.new(), True)
    with TemporaryDirectory() as temporary:
        vault = Vault(Path(temporary) / "log")
        opened = found(vault.folder, start)
        opened.engine.dispose()
        tile = vault.look().tiles[0]
        vault.sign_in(tile.member_id, PASSPHRASE).engine.dispose()
        head = vault.database.read_bytes()[:16]
    if head.startswith(b"SQLite"):
        raise RuntimeError("the file is not encrypted")
    return "made, closed and opened again"


def _key_ring() -> str:
    """Load every back end we came with; that this computer offers none is an answer too."""
    from importlib.metadata import entry_points

    from hgkm_desktop.vault import keyring

    backends = entry_points(group="keyring.backends")
    for backend in backends:
        backend.load()
    if not backends:
        raise RuntimeError("no back ends were found")
    return f"{len(backends)} back ends, here {keyring.state().value}"


def _window() -> str:
    """Paint a window with our own font and an icon; no screen is needed."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QFont, QFontDatabase, QIcon
    from PySide6.QtWidgets import QApplication, QPushButton

    _application = QApplication.instance() or QApplication(sys.argv[:1])
    number = QFontDatabase.addApplicationFont(_built("fonts/NotoSans-SemiBold.ttf"))
    button = QPushButton(QIcon(_built("icons/book-bookmark-fill.svg")), ORGANISATION)
    button.setFont(QFont(QFontDatabase.applicationFontFamilies(number)))
    button.resize(240, 80)
    button.show()
    image = button.grab().toImage()
    button.close()
    if image.isNull() or button.icon().pixmap(32).isNull():
        raise RuntimeError("nothing was painted")
    return f"painted {image.width()} × {image.height()}"


def _built(name: str) -> str:
    """Return the path of a built font or icon, or say that it was left out."""
    path = Path(__file__).parent.parent / "resources" / "built" / name
    if not path.is_file():
        raise FileNotFoundError(name)
    return str(path)


def _paper() -> str:
    """Make the recovery sheet in memory, read it back, and paint its page."""
    import pypdfium2  # pyright: ignore[reportMissingTypeStubs] -- it ships none

    from hgkm_desktop.handouts.recovery_sheet import recovery_sheet
    from hgkm_desktop.vault import recovery_code

    code = recovery_code.new()
    sheet = recovery_sheet(code, ORGANISATION, clock.local(clock.now()).date(), 1)
    document: Any = pypdfium2.PdfDocument(sheet)
    image = document[0].render()
    text = document[0].get_textpage().get_text_range()
    if ORGANISATION not in text:
        raise RuntimeError("the sheet cannot be read back")
    return f"{len(document)} page, {image.width} × {image.height}"


PARTS: tuple[tuple[str, Callable[[], str]], ...] = (
    ("modules", _modules),
    ("vault", _vault),
    ("key ring", _key_ring),
    ("window", _window),
    ("paper", _paper),
)
