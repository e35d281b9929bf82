"""Where a page says that something did not work; what was typed stays where it is."""

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from hgkm_desktop.errors import UserError
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.entrance.margins import margins
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.strips import Banner


class Trouble(QWidget):
    """Room for one banner; nothing at all while nothing is wrong."""

    def __init__(self, leading: int = 0, trailing: int = 0, below: int = 0) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(margins(self, px(leading), 0, px(trailing), px(below)))
        self._banner: Banner | None = None
        self.hide()

    def text(self) -> str:
        """Return what is said, for tests and for whoever listens to the screen."""
        return self.accessibleName()

    def tell(self, error: Exception) -> None:
        """Show what went wrong and what to do."""
        title, hint = words_for(error)
        self.say(hint, "rd", title)

    def say(self, text: str, tone: str, bold: str = "") -> None:
        """Show other news in the same place."""
        self.clear()
        self._banner = Banner(text, tone, bold)
        self._room.addWidget(self._banner)
        self.setAccessibleName(f"{bold} {text}".strip())
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
        from hgkm_desktop.vault import store

        return words_for(store.trouble(error))
    return tr("Something went wrong."), tr("What you typed is kept. Try again.")
