"""Is the log still whole? A button that looks, and the answer (SECURITY.md, Log)."""

from functools import partial

from PySide6.QtCore import QObject

from hgkm_desktop.services import audit_log
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.strips import Banner


class LogCheck(QObject):
    """Follows the chain of hashes from the first line to the last, in the background."""

    def __init__(self, ctx: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.button = make_button(tr("Check the log"), icon="shield-check", small=True)
        self.answer = Banner("", "ok")
        self.answer.hide()
        self.button.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.button.setEnabled(False)
        work = partial(self._ctx.call, audit_log.first_broken_line)
        self._ctx.in_background(work, self._on_checked, self._on_failed)

    def _on_checked(self, broken: int | None) -> None:
        self.button.setEnabled(True)
        if broken is None:
            text = tr("Nobody changed a line or took one out.")
            self.answer.say(text, "ok", tr("The log is whole."))
        else:
            text = tr("Make no new entries. Put the newest copy back, and ask for help.")
            strong = tr("The log is not right from line {number} on.").format(number=broken)
            self.answer.say(text, "rd", strong)
        self.answer.show()

    def _on_failed(self, error: Exception) -> None:
        self.button.setEnabled(True)
        raise error
