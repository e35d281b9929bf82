"""The sheet as it will be on paper, or large to read aloud; drawn beside the window, in memory."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from hgkm_desktop.errors import UserError
from hgkm_desktop.handouts.paper import pdf
from hgkm_desktop.services.prints import Form
from hgkm_desktop.sheets.card import CardContent
from hgkm_desktop.sheets.content import Content
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.handouts.aloud import AloudText, spoken
from hgkm_desktop.ui.views.handouts.newest import Newest
from hgkm_desktop.ui.widgets.labels import bold, muted
from hgkm_desktop.ui.widgets.pdf_preview import PdfPreview

Paper = Content | CardContent
ToPdf = Callable[[Paper, Form], bytes]


def to_pdf(content: Paper, form: Form) -> bytes:
    """Return the paper of one sheet; raises UserError when it cannot be made."""
    return pdf([(content, form)])


class LivePreview(QStackedWidget):
    """Shows what was asked last; what is asked while paper is made waits for its turn."""

    shown = Signal()

    def __init__(self, ctx: Context, make: ToPdf = to_pdf) -> None:
        super().__init__()
        self._make = make
        self._newest = Newest(ctx.background, self)
        self.paper, self.aloud = PdfPreview(), AloudText()
        self._title, self._hint = bold("", wrap=True), muted("", wrap=True)
        self._problem = _column(self._title, self._hint)
        for page in (self.paper, self.aloud, self._problem):
            self.addWidget(page)

    def show_content(self, content: Paper, form: Form) -> None:
        """Show this on its paper; a text to be read aloud is shown at once."""
        if form is Form.ALOUD and isinstance(content, Content):
            self._newest.forget()
            self.aloud.show_content(content)
            self._turn_to(self.aloud)
            return
        work = partial(self._make, content, form)
        self._newest.ask(work, partial(self._on_made, content), self._on_failed)

    def show_problem(self, error: UserError) -> None:
        """Say why there is nothing to see."""
        self._newest.forget()
        self._title.setText(error.title)
        self._hint.setText(error.hint)
        self._turn_to(self._problem)

    def is_busy(self) -> bool:
        """Say whether another picture is still to come."""
        return self._newest.is_busy()

    def problem(self) -> str:
        """Return what is said in place of the paper, or nothing."""
        return self._title.text() if self.currentWidget() is self._problem else ""

    def _on_made(self, content: Paper, pdf: bytes) -> None:
        self.paper.show_pdf(pdf)
        # What a PDF reader makes of Arabic runs backwards; a screen reader gets the words as set.
        self.paper.setAccessibleDescription(spoken(content))
        self._turn_to(self.paper)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self.show_problem(error)

    def _turn_to(self, page: QWidget) -> None:
        if page is not self.aloud:
            self.aloud.clear_content()
        if page is not self.paper:
            self.paper.clear()
        self.setCurrentWidget(page)
        self.shown.emit()


def _column(*parts: QWidget) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(px(20), px(20), px(20), px(20))
    column.setAlignment(Qt.AlignmentFlag.AlignTop)
    for part in parts:
        column.addWidget(part)
    return page
