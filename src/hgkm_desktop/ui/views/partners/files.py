"""Asking for a list of organisations, as a table or as address cards."""

from functools import partial

from PySide6.QtWidgets import QWidget

from hgkm_desktop.errors import UserError
from hgkm_desktop.texts import tr
from hgkm_desktop.ui import files
from hgkm_desktop.ui.files import Read

CSV, VCARD = ".csv", ".vcf"
LARGEST = 2_000_000
"""A list of organisations is smaller."""


def ask_for_list(parent: QWidget, read: Read) -> None:
    """Open a dialog and call `read` with the file; raise UserError when it is too large."""
    kind = tr("List or address cards")
    files.ask_for_file(parent, kind, (CSV, VCARD), partial(when_it_fits, read), LARGEST)


def when_it_fits(read: Read, content: bytes, ending: str) -> None:
    """Read a list, unless it is larger than any list is."""
    if len(content) > LARGEST:
        raise UserError(tr("This file is too large."), tr("Choose a list of organisations."))
    read(content, ending)
