"""Where a page says that something did not work; what was typed stays where it is."""

import errno

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from hgkm_desktop.errors import UserError
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.widgets.strips import Banner


class Trouble(QWidget):
    """Room for one banner; nothing at all while nothing is wrong."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(0, 0, 0, 0)
        self._banner: Banner | None = None
        self.hide()

    def text(self) -> str:
        """Return what is said, for tests and for whoever listens to the screen."""
        return self.accessibleName()

    def tell(self, error: Exception) -> None:
        """Show what went wrong and what to do."""
        title, hint = words_for(error)
        self.clear()
        self._banner = Banner(hint, "rd", title)
        self._room.addWidget(self._banner)
        self.setAccessibleName(f"{title} {hint}".strip())
        self.show()

    def clear(self) -> None:
        """Take the banner away."""
        self.hide()
        self.setAccessibleName("")
        if self._banner is not None:
            self._banner.setParent(None)
            self._banner.deleteLater()
            self._banner = None


def words_for(error: Exception) -> tuple[str, str]:
    """Return a title and what to do, also for an error nobody foresaw."""
    if isinstance(error, UserError):
        return error.title, error.hint
    if isinstance(error, OSError):
        return _words_for_disk(error)
    return tr("Something went wrong."), tr("What you typed is still here. Try again.")


def _words_for_disk(error: OSError) -> tuple[str, str]:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return tr("The disk of this computer is full."), tr("Make room and try again.")
    return (
        tr("The folder of the log cannot be written."),
        tr("Ask your administrator to give this computer the right again."),
    )
