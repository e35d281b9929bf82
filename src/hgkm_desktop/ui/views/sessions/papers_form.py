"""What stands on a paper at one side, and the paper itself at the other, as it will be printed."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from hgkm_desktop.errors import UserError
from hgkm_desktop.models.codes import Act
from hgkm_desktop.texts import tr
from hgkm_desktop.ui import printing
from hgkm_desktop.ui.background import Job
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.entrance.beside import run_for
from hgkm_desktop.ui.forms.form_overlay import FormOverlay
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.fields import Field
from hgkm_desktop.ui.widgets.pdf_preview import PdfPreview

WIDTH, FIELDS, PAUSE = 900, 380, 250
LEAST, MOST, AROUND = 240, 500, 262
"""How high the paper is: what a window leaves beside the heading and the buttons."""
Make = Callable[[], bytes]
Send = Callable[..., None]


class PaperForm(FormOverlay):
    """Draws again a moment after the last change; prints or saves what was checked first."""

    def __init__(
        self,
        ctx: Context,
        title: str,
        text: str = "",
        send: Send = printing.print_pdf,
        save: Send = printing.save_pdf,
    ) -> None:
        super().__init__(title, text=text, accept=tr("Print"), cancel=tr("Back"), width=WIDTH)
        self.ctx, self._send, self._save = ctx, send, save
        self._job: Job | None = None
        self.preview = PdfPreview()
        self.save_button = make_button(tr("Save as a file"), kind="quiet", icon="download-simple")
        self._side = QWidget()
        self._parts = QVBoxLayout(self._side)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.setSpacing(px(14))
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._draw)
        self.save_button.clicked.connect(self._on_save_asked)

    def open(self, window: QWidget) -> None:
        """Show it; Tab goes through the fields, then to the paper and the button under it."""
        self._parts.addStretch(1)
        room = min(max(window.height() - px(AROUND), px(LEAST)), px(MOST))
        self.preview.setMinimumHeight(room)
        self.add(_beside(self._side, self.preview, self.save_button))
        super().open(window)

    def make(self) -> Make:
        """Return what draws the paper with what is filled in now; it runs beside the window."""
        raise NotImplementedError

    def check_all(self) -> None:
        """Raise Invalid for what must not be printed like this."""
        raise NotImplementedError

    def on_out(self, act: Act) -> Callable[[], object]:
        """Return what notes that it went out, without this dialog: it may be closed by then."""
        raise NotImplementedError

    def place(self, part: QWidget, key: str = "") -> QWidget:
        """Put something under the rest at its side, and return it; a field by its name."""
        if isinstance(part, Field):
            self.fields[key] = part
        self._parts.addWidget(part)
        return part

    def redraw(self) -> None:
        """Draw again in a moment."""
        self._timer.start()

    def is_drawing(self) -> bool:
        """Say whether another picture is still to come."""
        return self._timer.isActive() or self._job is not None

    def act(self) -> None:
        """Print it; raise UserError when it may not go out like this, or there is no printer."""
        self.check_all()
        self._send(self.window(), self.make()(), on_done=self.on_out(Act.PRINT))

    def close_overlay(self) -> None:
        """Go away, and wait for no picture any more."""
        self._timer.stop()
        super().close_overlay()

    def _on_save_asked(self) -> None:
        self.tried(self._put_away)

    def _put_away(self) -> None:
        self.check_all()
        self._save(self.window(), self.make()(), on_done=self.on_out(Act.EXPORT))

    def _draw(self) -> None:
        if self._job is not None:
            self._job.stop()
        run = self.ctx.background
        self._job = run_for(self, run, self.make(), self._on_drawn, self._on_failed)

    def _on_drawn(self, pdf: bytes) -> None:
        self._job = None
        self.preview.show_pdf(pdf)

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        if not isinstance(error, UserError):
            raise error
        self.preview.clear()
        self.answer(error)


def said_of(act: Act) -> str:
    """Return what is said when a paper went out."""
    return tr("It is with the printer.") if act is Act.PRINT else tr("The sheet is saved.")


def _beside(side: QWidget, preview: QWidget, save: QWidget) -> QWidget:
    side.setFixedWidth(px(FIELDS))
    preview.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(px(22))
    row.addWidget(side)
    paper = QVBoxLayout()
    paper.setSpacing(px(10))
    paper.addWidget(preview, 1)
    paper.addWidget(save, 0, Qt.AlignmentFlag.AlignHCenter)
    row.addLayout(paper, 1)
    return holder
