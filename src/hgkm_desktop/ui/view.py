"""What a view is: a page of the window that refreshes itself."""

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from hgkm_desktop.models import Record
from hgkm_desktop.models.codes import Role
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.keys import Key


class View(QWidget):
    """A page. Visible, it fetches again when a kind it shows changed; hidden, when next seen."""

    identifier: ClassVar[str]
    icon_name: ClassVar[str]
    roles: ClassVar[frozenset[Role]] = frozenset(Role)
    shows: ClassVar[frozenset[type[Record]]] = frozenset()
    at_the_foot: ClassVar[bool] = False
    begins_new: ClassVar[bool] = False
    """Whether somebody who signs in can type a new record here at once."""

    wanted = Signal(str)
    """The view has something to show now: bring it to the front (with its identifier)."""
    retitled = Signal()
    """The heading, the words beside it or the way back are others than before."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.ctx = ctx
        self._stale = True
        ctx.changed.connect(self._on_changed)
        ctx.veil_changed.connect(self._on_veil_changed)

    def title(self) -> str:
        """Return the page's name, for rail and heading."""
        raise NotImplementedError

    def heading(self) -> str:
        """Return what stands above the page: its name, or what is open in it."""
        return self.title()

    def subtitle(self) -> str:
        """Return the small words beside the heading (often the date)."""
        return ""

    def way_back(self) -> Callable[[], object] | None:
        """Return what leads to the page before inside this view, None on the first."""
        return None

    def refresh(self) -> None:
        """Fetch and show again."""
        raise NotImplementedError

    def keys(self) -> Sequence[Key]:
        """Return the keys that answer only on this page, for the help page (F1)."""
        return ()

    def start_new(self) -> None:
        """Go to where a new record is typed (Ctrl+N)."""

    def find(self, text: str) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Show what matches the search field of the window."""

    def draft(self) -> dict[str, Any] | None:
        """Return what is half typed, None when there is nothing (locking keeps it sealed)."""
        return None

    def restore(self, draft: dict[str, Any]) -> None:
        """Put a half-typed entry back."""

    def _on_changed(self, kinds: frozenset[type[Record]]) -> None:
        if kinds & self.shows:
            self._stale = True
            self._refresh_if_seen()

    def _on_veil_changed(self, _on: bool) -> None:
        self._stale = True
        self._refresh_if_seen()

    def _refresh_if_seen(self) -> None:
        if self._stale and self.isVisible():
            self._stale = False
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Fetch what changed while the page was hidden."""
        super().showEvent(event)
        self._refresh_if_seen()
