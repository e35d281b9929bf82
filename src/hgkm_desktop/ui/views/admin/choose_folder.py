"""Asking for a folder or a stick; the computer does not remember which one it was."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from hgkm_desktop.texts import tr

Chosen = Callable[[Path], object]
Choose = Callable[[QWidget, Chosen], object]

LEFT_BEHIND = ("FileDialog/lastVisited", "FileDialog/history")


def choose_folder(parent: QWidget, chosen: Chosen) -> None:
    """Open a dialog for a folder and call `chosen` with it; nothing happens when it is closed."""
    dialog = QFileDialog(parent, tr("Where should the copy go?"))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, tr("Choose this folder"))
    dialog.setLabelText(QFileDialog.DialogLabel.Reject, tr("Cancel"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(partial(_on_chosen, chosen))
    dialog.destroyed.connect(_forget_places)
    QDialog.open(dialog)


def _on_chosen(chosen: Chosen, path: str) -> None:
    chosen(Path(path))


def _forget_places() -> None:
    """Take away what Qt's dialog writes down of where it has been."""
    kept = QSettings(QSettings.Scope.UserScope, "QtProject")
    for key in LEFT_BEHIND:
        kept.remove(key)
