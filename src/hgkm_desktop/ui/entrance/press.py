"""How paper leaves the program; tests and the tour put their own ways in."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

Done = Callable[[], object]
Way = Callable[[QWidget, bytes, Done], object]


def _print(parent: QWidget, pdf: bytes, on_done: Done) -> None:
    from hgkm_desktop.ui import printing

    printing.print_pdf(parent, pdf, on_done=on_done)


def _save(parent: QWidget, pdf: bytes, on_done: Done) -> None:
    from hgkm_desktop.ui import printing

    printing.save_pdf(parent, pdf, on_done=on_done)


@dataclass(frozen=True)
class Press:
    """To the printer, or to a file somebody chooses; `on_done` is called when it is there."""

    to_printer: Way = _print
    to_file: Way = _save
