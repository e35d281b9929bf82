"""The one voice to the user: a line at the bottom edge, or a question over the page."""

from PySide6.QtWidgets import QWidget

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context, Notice, Question
from hgkm_desktop.ui.widgets.dialog import Overlay
from hgkm_desktop.ui.widgets.toast import Toast


class Voice:
    """Says what views want said; tests listen to the context's signals instead."""

    def __init__(self, window: QWidget, ctx: Context) -> None:
        self._window = window
        self._toast = Toast(window)
        ctx.noticed.connect(self.say)
        ctx.asked.connect(self.ask)

    def say(self, notice: Notice) -> None:
        """Show a notice; a problem stays until it is read."""
        if notice.is_problem:
            self.problem(notice.text, notice.hint)
        else:
            self._toast.say(notice.text, notice.undo)

    def problem(self, title: str, hint: str) -> None:
        """Say what went wrong and what to do, until it is read."""
        Overlay(title, text=hint, accept=tr("OK")).open(self._window)

    def ask(self, question: Question) -> None:
        """Ask before something that is hard to undo."""
        overlay = Overlay(
            question.title,
            text=question.text,
            accept=question.yes,
            cancel=tr("Cancel"),
            danger=question.danger,
        )
        overlay.accepted.connect(question.then)
        overlay.open(self._window)
