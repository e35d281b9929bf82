"""The last thing that can be taken back: by its notice, or later with Ctrl+Z (LOOK.md 6)."""

from PySide6.QtCore import QObject

from hgkm_desktop.ui.context import Context, Notice


class WayBack(QObject):
    """Remembers one way back, until it is used, or something else is done or begun.

    A problem is not something done; it leaves the way back as it was.
    """

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx)
        self._last: Notice | None = None
        ctx.moved_on.connect(self._on_moved_on)

    def keep(self, notice: Notice) -> None:
        """Remember how to take back what a notice is about, or that it cannot be."""
        self._last = notice

    def take(self) -> str | None:
        """Take the last thing back, once; return what it was, None when there is nothing.

        Raises what taking back raises (UserError when somebody else changed it first).
        """
        last, self._last = self._last, None
        if last is None or last.undo is None:
            return None
        last.undo()
        return last.text

    def _on_moved_on(self) -> None:
        self._last = None
