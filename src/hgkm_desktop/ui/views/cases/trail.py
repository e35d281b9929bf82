"""Pages over each other: which is open, which came before it, and where the keyboard is."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget

from hgkm_desktop.errors import Forbidden
from hgkm_desktop.ui.views.cases.way import Page

P = TypeVar("P", bound=Page)


class Trail(QStackedWidget):
    """The way back leads along the pages that were opened one from another."""

    turned = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.trail: list[Page] = []
        self._first_is_stale = False
        self._deaf = QTimer(self)
        self._deaf.setSingleShot(True)
        self._deaf.timeout.connect(self._be_deaf)

    @property
    def here(self) -> Page:
        """The page that is open."""
        return self.trail[-1]

    def may_leave(self) -> bool:
        """Say whether there is a page before this one."""
        return len(self.trail) > 1

    def add(self, page: P) -> P:
        """Take a page in and return it; the first one is open from the start."""
        self.addWidget(page)
        page.retitled.connect(self.turned)
        self.trail = self.trail or [page]
        return page

    def turn(self, trail: Sequence[Page]) -> None:
        """Open the last of these pages; the others are the way back."""
        self.trail = list(trail)
        self.setCurrentWidget(self.here)
        self._be_deaf(True)
        self._deaf.start(QApplication.doubleClickInterval())
        self.turned.emit()
        self.take_focus()

    def go_back(self) -> None:
        """Open the page before."""
        if self.may_leave():
            self.turn(self.trail[:-1])
            if self.may_leave() or self._first_is_stale:
                self.refresh()

    def go_home(self) -> None:
        """Open the first page."""
        self.turn(self.trail[:1])
        self._first_is_stale = False
        self.here.refresh()

    def leave(self) -> bool:
        """Close what is open on the page, or go back; say whether there was anything to leave."""
        if self.here.leave():
            return True
        may_leave = self.may_leave()
        self.go_back()
        return may_leave

    def refresh(self) -> None:
        """Read the page in sight again; what may no longer be seen is left.

        The first page reads a whole list: it waits until it is in sight, and then reads once.
        """
        self._first_is_stale = self.may_leave()
        try:
            self.here.refresh()
        except Forbidden:
            self.go_home()

    def take_focus(self) -> None:
        """Bring the keyboard into the page that is open, so that Esc is heard there."""
        if not self.isVisible():
            return
        self.here.take_focus()
        focus = QApplication.focusWidget()
        if focus is None or not (focus is self.here or self.here.isAncestorOf(focus)):
            self.here.setFocus(Qt.FocusReason.OtherFocusReason)

    def _be_deaf(self, on: bool = False) -> None:
        """The second click of a double click must not press something on the next page."""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, on)
