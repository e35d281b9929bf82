"""The one top-level window: a neutral title, one page at a time, the focus ring over it."""

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QIcon
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from hgkm_desktop.ui.icons import app_icon
from hgkm_desktop.ui.widgets.focus_ring import FocusRing

SMALLEST = QSize(1024, 640)
USUAL = QSize(1280, 800)


class Window(QMainWindow):
    """Shows pages; knows nothing about any of them. Title and icon tell nothing (R-303)."""

    closing = Signal()

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setWindowTitle(title)
        self.setWindowIcon(QIcon(app_icon()))
        self.setMinimumSize(SMALLEST)
        self.resize(USUAL)
        self.pages = QStackedWidget()
        self.setCentralWidget(self.pages)
        self.ring = FocusRing(self)

    def show_page(self, page: QWidget) -> None:
        """Show a page instead of the one before, which is thrown away with all it holds."""
        before = self.pages.currentWidget()
        self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)
        if before is not None and before is not page:
            self.pages.removeWidget(before)
            before.deleteLater()
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def cover(self, page: QWidget) -> None:
        """Put a page over everything at once, other windows and dialogs away, and paint it now."""
        for other in QApplication.topLevelWidgets():
            if other is not self and other.isVisible():
                other.hide()
        for child in self.findChildren(QWidget):
            if child.parent() is self and child is not self.pages:
                child.hide()
        self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)
        self.repaint()

    def place(self) -> str:
        """Return where the window stands, as text for a restart."""
        return bytes(self.saveGeometry().toBase64().data()).decode()

    def put(self, place: str) -> None:
        """Stand where the window stood before."""
        if place:
            self.restoreGeometry(QByteArray.fromBase64(place.encode()))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the program put everything away first."""
        self.closing.emit()
        super().closeEvent(event)
