"""When the log does not open: what is wrong, what is safe, what to do, in order (15b)."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from hgkm_desktop.errors import UserError
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.background import Background
from hgkm_desktop.ui.entrance.around import Around
from hgkm_desktop.ui.entrance.beside import run_for
from hgkm_desktop.ui.entrance.paper_page import PaperPage
from hgkm_desktop.ui.entrance.ways_out import LOCKED, Other, code_of, way_out
from hgkm_desktop.ui.widgets.error_page import ErrorPage


class CannotOpenPage(QWidget):
    """Stands in place of sign-in. `retried` also comes when the secret was put back."""

    retried = Signal()
    restore_asked = Signal()
    close_asked = Signal()

    def __init__(
        self,
        error: UserError,
        folder: Path,
        *,
        around: Around | None = None,
        background: Background | None = None,
    ) -> None:
        super().__init__()
        self.code = code_of(error)
        self._way, self._around = way_out(error), around or Around()
        self._folder, self._background = folder, background or Background(self)
        self._stack = QStackedWidget()
        self.page = self._error_page(error)
        self.paper = PaperPage(folder, self._background)
        self.paper.done.connect(self.retried)
        self.paper.left.connect(self._on_paper_left)
        for page in (self.page, self.paper):
            self._stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def showEvent(self, event: QShowEvent) -> None:
        """Start at trying again."""
        super().showEvent(event)
        self.page.retry_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _error_page(self, error: UserError) -> ErrorPage:
        others = {
            Other.NONE: "",
            Other.RESTORE: tr("Put a copy back"),
            Other.PAPER: tr("Use the recovery sheet"),
        }
        page = ErrorPage(
            tr("The log does not open"),
            tr("This is not your fault.") + " " + error.title,
            *self._way.safe,
            self._way.steps,
            self.code,
            others[self._way.other],
        )
        if self.code == LOCKED:
            page.retry_button.setText(tr("Unlock the key ring"))
        page.retry.connect(self._on_retry)
        page.other_chosen.connect(self._on_other_chosen)
        page.close_asked.connect(self.close_asked)
        return page

    def _on_retry(self) -> None:
        if self.code != LOCKED:
            self.retried.emit()
            return
        self.page.retry_button.setEnabled(False)
        run_for(
            self, self._background, self._around.key_ring.unlock, self._on_asked, self._on_asked
        )

    def _on_asked(self, _answer: object) -> None:
        self.page.retry_button.setEnabled(True)
        self.retried.emit()

    def _on_other_chosen(self) -> None:
        if self._way.other is Other.PAPER:
            self._stack.setCurrentWidget(self.paper)
            self.paper.arrive()
        else:
            self.restore_asked.emit()

    def _on_paper_left(self) -> None:
        self._stack.setCurrentWidget(self.page)
        self.page.retry_button.setFocus(Qt.FocusReason.OtherFocusReason)
