"""Lists out and in, as a file somebody chooses; the computer does not remember where it lay."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from hgkm_desktop.errors import UserError
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.folders import leave_no_trace

CSV, VCARD = ".csv", ".vcf"
LARGEST = 2_000_000
"""A list of organisations is smaller; the service says so of what is larger."""

Read = Callable[[bytes, str], object]
"""Called with what is in the file, and its ending."""


def ask_for_list(parent: QWidget, read: Read) -> None:
    """Open a dialog and call `read` with the file; nothing happens when it is closed.

    Raises UserError (from the dialog's slot) when the file cannot be read.
    """
    kinds = f"{tr('List or address cards')} (*{CSV} *{VCARD})"
    dialog = QFileDialog(parent, tr("Choose the file"), "", kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    said = {
        QFileDialog.DialogLabel.Accept: tr("Read it in"),
        QFileDialog.DialogLabel.Reject: tr("Back"),
        QFileDialog.DialogLabel.FileName: tr("File name"),
        QFileDialog.DialogLabel.FileType: tr("Kind"),
        QFileDialog.DialogLabel.LookIn: tr("Where"),
    }
    for part, text in said.items():
        dialog.setLabelText(part, text)
    dialog.fileSelected.connect(partial(_on_chosen, read))
    leave_no_trace(dialog)
    QDialog.open(dialog)


def content_of(path: Path) -> bytes:
    """Return a file, or as much of it as shows that it is too large; raises UserError."""
    try:
        with path.open("rb") as file:
            found = file.read(LARGEST + 1)
    except OSError as problem:
        raise UserError(
            tr("The file cannot be read."), tr("Put the USB stick in and try again.")
        ) from problem
    if len(found) > LARGEST:
        raise UserError(tr("This file is too large."), tr("Choose a list of organisations."))
    return found


def _on_chosen(read: Read, path: str) -> None:
    read(content_of(Path(path)), Path(path).suffix.lower())
