"""What these pages ask of the computer around them; tests and the tour put their own in."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.entrance.key_ring_look import KeyRing
from hgkm_desktop.ui.entrance.press import Press

Chosen = Callable[[Path], object]


def _choose_folder(parent: QWidget, then: Chosen) -> None:
    """Ask for a folder; Qt writes down where its dialog has been, that is taken away again."""
    dialog = QFileDialog(parent, tr("Where is the copy?"))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, tr("Choose this folder"))
    dialog.setLabelText(QFileDialog.DialogLabel.Reject, tr("Cancel"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(partial(_on_file_selected, then))
    dialog.destroyed.connect(_forget_places)
    QDialog.open(dialog)


def _on_file_selected(then: Chosen, path: str) -> None:
    then(Path(path))


def _forget_places() -> None:
    kept = QSettings(QSettings.Scope.UserScope, "QtProject")
    for key in ("FileDialog/lastVisited", "FileDialog/history"):
        kept.remove(key)


@dataclass(frozen=True)
class Around:
    """The printer, the key ring and the folders."""

    press: Press = field(default_factory=Press)
    key_ring: KeyRing = field(default_factory=KeyRing)
    choose_folder: Callable[[QWidget, Chosen], object] = _choose_folder
