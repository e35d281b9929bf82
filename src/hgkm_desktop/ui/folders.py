"""Asking for a folder or a stick; the computer does not remember which one it was.

Qt writes down where its file dialogs have been, in one file that all programs share.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from hgkm_desktop.texts import tr

KEPT_BY_QT = "FileDialog"

Chosen = Callable[[Path], object]


def ask_for_folder(parent: QWidget, question: str, chosen: Chosen) -> None:
    """Open a dialog for a folder and call `chosen` with it; nothing happens when it is closed."""
    dialog = QFileDialog(parent, question)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, tr("Choose this folder"))
    dialog.setLabelText(QFileDialog.DialogLabel.Reject, tr("Cancel"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(partial(_on_chosen, chosen))
    leave_no_trace(dialog)
    QDialog.open(dialog)


def leave_no_trace(dialog: QFileDialog) -> None:
    """Take away afterwards what a dialog wrote down, and nothing that was there before."""
    dialog.destroyed.connect(partial(_restore_places, _places()))


def _on_chosen(chosen: Chosen, path: str) -> None:
    chosen(Path(path))


def _places() -> dict[str, object]:
    kept = QSettings(QSettings.Scope.UserScope, "QtProject")
    return {key: kept.value(key) for key in kept.allKeys() if key.startswith(KEPT_BY_QT)}


def _restore_places(before: dict[str, object], _dialog: object = None) -> None:
    kept = QSettings(QSettings.Scope.UserScope, "QtProject")
    kept.remove(KEPT_BY_QT)
    for key, value in before.items():
        kept.setValue(key, value)
