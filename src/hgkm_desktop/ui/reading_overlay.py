"""A dialog that is only read: the arrows scroll where the window is too small for all of it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from hgkm_desktop.ui.widgets.dialog import Overlay
from hgkm_desktop.ui.widgets.scroll import FittingScroll

_PAGES = {Qt.Key.Key_Up: -0.2, Qt.Key.Key_Down: 0.2, Qt.Key.Key_PageUp: -0.9}
_PAGES[Qt.Key.Key_PageDown] = 0.9


class ReadingOverlay(Overlay):
    """Closes as every dialog does; nothing is typed in it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll, or do what every dialog does."""
        part = _PAGES.get(Qt.Key(event.key()))
        area = self.panel.findChild(FittingScroll)
        if part is None or area is None:
            super().keyPressEvent(event)
            return
        bar = area.verticalScrollBar()
        bar.setValue(bar.value() + round(part * bar.pageStep()))
        event.accept()
