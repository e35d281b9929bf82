"""What happens at other seats while somebody stands at the door, and names that are hidden."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from hgkm_desktop.models import InformationSession, Record, Registration
from hgkm_desktop.ui.context import Context

AGAIN = 15_000
"""Milliseconds: at another computer somebody may be letting people in as well."""
_SHOWN = frozenset[type[Record]]({Registration, InformationSession})


class DoorWatch(QObject):
    """Tells a page that is seen to count again, now and then and after every change."""

    moved = Signal()

    def __init__(self, ctx: Context, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._timer = QTimer(self)
        self._timer.setInterval(AGAIN)
        self._timer.timeout.connect(self._on_time)
        self._timer.start()
        ctx.changed.connect(self._on_changed)

    def _on_time(self) -> None:
        if self._page.isVisible():
            self.moved.emit()

    def _on_changed(self, kinds: frozenset[type[Record]]) -> None:
        if kinds & _SHOWN:
            self._on_time()
