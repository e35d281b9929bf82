"""Asking for a file somebody brought; the computer does not remember where it lay."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from hgkm_desktop.errors import UserError
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.folders import leave_no_trace

Read = Callable[[bytes, str], object]
"""Called with what is in the file, or as much as shows that it is too large, and its ending."""


def ask_for_file(
    parent: QWidget, kind: str, endings: Sequence[str], read: Read, largest: int
) -> None:
    """Open a dialog and call `read` with what is in the file; nothing when it is closed.

    Raises UserError (from the dialog's slot) when the file cannot be read.
    """
    wanted = " ".join(f"*{ending}" for ending in endings)
    dialog = QFileDialog(parent, tr("Choose the file"), "", f"{kind} ({wanted})")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    words = {
        QFileDialog.DialogLabel.Accept: tr("Read it in"),
        QFileDialog.DialogLabel.Reject: tr("Back"),
        QFileDialog.DialogLabel.FileName: tr("File name"),
        QFileDialog.DialogLabel.FileType: tr("Kind"),
        QFileDialog.DialogLabel.LookIn: tr("Where"),
    }
    for part, text in words.items():
        dialog.setLabelText(part, text)
    dialog.fileSelected.connect(partial(_on_chosen, read, largest))
    leave_no_trace(dialog)
    QDialog.open(dialog)


def content_of(path: Path, largest: int) -> bytes:
    """Return a file, or as much of it as shows that it is too large; raises UserError."""
    try:
        with path.open("rb") as file:
            return file.read(largest + 1)
    except OSError as problem:
        raise UserError(
            tr("The file cannot be read."), tr("Put the USB stick in and try again.")
        ) from problem


def _on_chosen(read: Read, largest: int, path: str) -> None:
    read(content_of(Path(path), largest), Path(path).suffix.lower())
