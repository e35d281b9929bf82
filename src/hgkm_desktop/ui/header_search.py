"""The field in the top bar: it narrows the page that is open, and leads to the search over all.

Where a page has nothing to narrow, a press or the first letter opens the search over everything.
Its key, Ctrl+K, stands in the field and can be pressed there too; Enter asks everything as well.
"""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.view import View
from hgkm_desktop.ui.widgets.inputs import SearchField
from hgkm_desktop.ui.widgets.key_cap import cap_width
from hgkm_desktop.ui.widgets.painting import at_side, is_rtl

_KEY = "Ctrl K"
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class HeaderSearch(SearchField):
    """Tells what is typed for the page that is open, or that everything is to be searched."""

    narrowed = Signal(str)
    everything_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__(tr("Search text or phone"), key_hint=_KEY)
        self.setAccessibleName(tr("Search"))
        self._narrows = True
        self.setMouseTracking(True)
        self.textChanged.connect(self._on_changed)

    def follow(self, view: View) -> None:
        """Narrow this view from now on, when it can be."""
        self._narrows = type(view).find is not View.find

    def forget(self) -> None:
        """Empty the field without a word to the page, with what could be undone in it."""
        self.blockSignals(True)
        self.setText("")
        self.blockSignals(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask everything with Enter."""
        if event.key() in _ENTER:
            self.everything_asked.emit(self.text())
            event.accept()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask everything when the key is pressed, or where there is nothing to narrow."""
        if self._narrows and not self._is_on_key(event):
            super().mousePressEvent(event)
        else:
            self.everything_asked.emit("")

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that the key can be pressed."""
        super().mouseMoveEvent(event)
        on_key = self._is_on_key(event)
        hand, beam = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.IBeamCursor
        self.setCursor(hand if on_key or not self._narrows else beam)

    def _is_on_key(self, event: QMouseEvent) -> bool:
        whole, width = QRectF(self.rect()), cap_width(_KEY) + px(10)
        return at_side(whole, whole.width() - width, width, is_rtl(self)).contains(event.position())

    def _on_changed(self, text: str) -> None:
        if self._narrows:
            self.narrowed.emit(text)
        elif text:
            self.forget()
            self.everything_asked.emit(text)
