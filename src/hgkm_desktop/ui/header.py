"""The top bar of every page: heading, search, veil, lock."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.buttons import icon_button, make_button
from hgkm_desktop.ui.widgets.fields import SearchField
from hgkm_desktop.ui.widgets.labels import lead, page_title


class Header(QWidget):
    """What stays the same above every page."""

    searched = Signal(str)
    veil_toggled = Signal(bool)
    lock_clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.heading = page_title("")
        self.beside = lead("")
        self.beside.setWordWrap(False)
        self.search = SearchField(tr("Search text or phone"), key_hint="Ctrl K")
        self.search.setAccessibleName(tr("Search"))
        self.veil = icon_button("eye-slash", tr("Hide names"))
        self.veil.setCheckable(True)
        self.lock = make_button(tr("Lock"), icon="lock-simple", key_hint="F12")
        self._lay_out()
        self.search.textChanged.connect(self.searched)
        self.veil.toggled.connect(self._on_veil_toggled)
        self.lock.clicked.connect(self.lock_clicked)
        QShortcut(QKeySequence("Ctrl+K"), self, self._on_search_asked)

    def show_page(self, title: str, beside: str) -> None:
        """Name the page that is open."""
        self.heading.setText(title)
        self.beside.setText(beside)

    def clear_search(self) -> None:
        """Empty the field without searching."""
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the search field what a small screen can spare."""
        super().resizeEvent(event)
        is_wide = event.size().width() >= px(1150)
        self.search.setFixedWidth(px(310 if is_wide else 220))
        self.search.setPlaceholderText(tr("Search text or phone") if is_wide else tr("Search"))

    def sizeHint(self) -> QSize:
        """Return the height of the bar."""
        return QSize(px(600), px(44))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(10))
        row.addWidget(self.heading)
        row.addWidget(self.beside)
        row.addStretch(1)
        for widget in (self.search, self.veil, self.lock):
            row.addWidget(widget)

    def _on_search_asked(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _on_veil_toggled(self, on: bool) -> None:
        self.veil.setAccessibleName(tr("Show names") if on else tr("Hide names"))
        self.veil.setToolTip(self.veil.accessibleName())
        self.veil_toggled.emit(on)
