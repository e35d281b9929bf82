"""A sheet beside the fields: made in the background, shown from memory, printed or saved."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop.ui.background import Background, Job
from hgkm_desktop.ui.entrance.beside import run_for
from hgkm_desktop.ui.entrance.trouble import Trouble
from hgkm_desktop.ui.widgets.pdf_preview import MARGIN, PdfPreview

A4 = 297 / 210


class PaperView(QWidget):
    """Shows one sheet. `ready` comes when it can be printed."""

    ready = Signal()

    def __init__(self, background: Background) -> None:
        super().__init__()
        self._background = background
        self._job: Job | None = None
        self.pdf = b""
        self.preview = PdfPreview()
        self.trouble = Trouble()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.trouble)
        layout.addWidget(self.preview)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give a whole sheet just the room it needs at this width."""
        super().resizeEvent(event)
        self.preview.setFixedHeight(round((self.width() - 2 * MARGIN) * A4) + 2 * MARGIN + 1)

    def draw(self, make: Callable[[], bytes]) -> None:
        """Make a sheet and show it; an answer to an earlier call is ignored."""
        if self._job is not None:
            self._job.stop()
        self.pdf = b""
        self._job = run_for(self, self._background, make, self._on_made, self._on_failed)

    def clear(self) -> None:
        """Keep nothing of it."""
        self.pdf = b""
        self.preview.clear()

    def _on_made(self, pdf: bytes) -> None:
        self.pdf = pdf
        self.trouble.clear()
        self.preview.show_pdf(pdf)
        self.ready.emit()

    def _on_failed(self, error: Exception) -> None:
        self.trouble.tell(error)
