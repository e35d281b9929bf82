"""What these pages ask of the computer around them; tests and the tour put their own in."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtWidgets import QWidget

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.entrance.key_ring_look import KeyRing
from hgkm_desktop.ui.entrance.press import Press
from hgkm_desktop.ui.folders import Chosen, ask_for_folder


def _choose_folder(parent: QWidget, then: Chosen) -> None:
    ask_for_folder(parent, tr("Where is the copy?"), then)


@dataclass(frozen=True)
class Around:
    """The printer, the key ring and the folders."""

    press: Press = field(default_factory=Press)
    key_ring: KeyRing = field(default_factory=KeyRing)
    choose_folder: Callable[[QWidget, Chosen], object] = _choose_folder
