"""Asking where a copy should go."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.folders import Chosen, ask_for_folder

Choose = Callable[[QWidget, Chosen], object]


def choose_folder(parent: QWidget, chosen: Chosen) -> None:
    """Open a dialog for a folder and call `chosen` with it; nothing happens when it is closed."""
    ask_for_folder(parent, tr("Where should the copy go?"), chosen)
