"""The top bar of every page: heading, search, veil, lock."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.header_search import HeaderSearch
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.view import View
from hgkm_desktop.ui.widgets.buttons import icon_button, make_button
from hgkm_desktop.ui.widgets.labels import lead, page_title


class Header(QWidget):
    """What stays the same above every page."""

    searched = Signal(str)
    everything_asked = Signal(str)
    veil_toggled = Signal(bool)
    lock_clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.back = icon_button("arrow-left", tr("Back"), kind="bare")
        self.back.hide()
        self.heading = page_title("")
        self.beside = lead("")
        self.beside.setWordWrap(False)
        self.search = HeaderSearch()
        self.veil = icon_button("eye-slash", tr("Hide names"))
        self.veil.setCheckable(True)
        self.lock = make_button(tr("Lock"), icon="lock-simple", key_hint="F12")
        self._lay_out()
        self.search.narrowed.connect(self.searched)
        self.search.everything_asked.connect(self.everything_asked)
        self._view: View | None = None
        self.back.clicked.connect(self._on_back_clicked)
        self.veil.toggled.connect(self._on_veil_toggled)
        self.lock.clicked.connect(self.lock_clicked)
        QShortcut(QKeySequence("Ctrl+F"), self, self._on_search_asked)

    def show_page(self, title: str, beside: str) -> None:
        """Name the page that is open."""
        self.heading.setText(title)
        self.beside.setText(beside)

    def follow(self, view: View) -> None:
        """Name what a view shows from now on, and lead back in it where there is a way."""
        if self._view is not None:
            self._view.retitled.disconnect(self._on_retitled)
        self._view = view
        self.search.follow(view)
        view.retitled.connect(self._on_retitled)
        self._on_retitled()

    def clear_search(self) -> None:
        """Empty the field without searching."""
        self.search.forget()

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
        row.addWidget(self.back)
        row.addWidget(self.heading)
        row.addWidget(self.beside)
        row.addStretch(1)
        for widget in (self.search, self.veil, self.lock):
            row.addWidget(widget)

    def _on_retitled(self) -> None:
        if self._view is not None:
            self.show_page(self._view.heading(), self._view.subtitle())
            self.back.setVisible(self._view.way_back() is not None)

    def _on_back_clicked(self) -> None:
        go_back = self._view.way_back() if self._view is not None else None
        if go_back is not None:
            go_back()

    def _on_search_asked(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _on_veil_toggled(self, on: bool) -> None:
        self.veil.setAccessibleName(tr("Show names") if on else tr("Hide names"))
        self.veil.setToolTip(self.veil.accessibleName())
        self.veil_toggled.emit(on)
