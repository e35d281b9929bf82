"""A sheet beside the fields: made in the background, shown from memory, printed or saved."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from hgkm_desktop.ui.background import Background, Job
from hgkm_desktop.ui.entrance.trouble import Trouble
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.pdf_preview import PdfPreview

HEIGHT = 548


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
        self.preview.setMinimumHeight(px(240))
        self.preview.setMaximumHeight(px(HEIGHT))
        self.preview.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.trouble)
        layout.addWidget(self.preview, 1)

    def draw(self, make: Callable[[], bytes]) -> None:
        """Make a sheet and show it; an answer to an earlier call is ignored."""
        if self._job is not None:
            self._job.stop()
        self.pdf = b""
        self._job = self._background.run(make, self._on_made, self._on_failed)

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
