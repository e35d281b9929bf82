"""The way through the view: what leads from one of its pages to another, and what a page is."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.keys import Key


class Way(QObject):
    """Pages ask here for another page; the view turns to it. `back` leads to the one before."""

    open_case = Signal(UUID)
    write_note = Signal(UUID, object)
    """The case, and the id of the note that is corrected or None."""
    look_back = Signal(UUID)
    """A note about looking back together."""
    guide = Signal(UUID)
    advice = Signal()
    new_case = Signal(object)
    """A `StartCase` when it grows from a visit, None otherwise."""
    back = Signal()


class Page(QWidget):
    """A page of the view. Each has besides this a `begin(…)` of its own that shows something."""

    retitled = Signal()
    """Tell this when `heading`, `beside` or `keys` say something else than before."""

    def __init__(self, ctx: Context, way: Way) -> None:
        super().__init__()
        self.ctx, self.way = ctx, way
        self.setProperty("ring", False)

    def heading(self) -> str:
        """Return the title in the bar of the window while this page is open (06a: "Roos")."""
        raise NotImplementedError

    def beside(self) -> str:
        """Return the small words beside the title (06a: "BL-0412 · bij ons sinds …")."""
        return ""

    def refresh(self) -> None:
        """Read again what is shown; called when a record changed or the veil fell or rose."""

    def keys(self) -> Sequence[Key]:
        """Return the keys that answer only on this page (F1); Esc is told by the view."""
        return ()

    def leave(self) -> bool:
        """Close something that is open on the page (Esc); say whether there was anything."""
        return False

    def find(self, text: str) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Show what matches the search field of the window."""

    def take_focus(self) -> None:
        """Bring the keyboard to where one begins on this page."""
