"""Asking for a translation somebody sent back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from hgkm_desktop.services.translations import LARGEST
from hgkm_desktop.texts import tr
from hgkm_desktop.ui import files

Read = Callable[[bytes], object]


def ask_for_file(parent: QWidget, ending: str, read: Read) -> None:
    """Open a dialog and call `read` with what is in the file; nothing when it is closed."""
    files.ask_for_file(parent, tr("Translation"), [ending], partial(_on_read, read), LARGEST)


def _on_read(read: Read, content: bytes, _ending: str) -> None:
    read(content)
