"""The one voice to the user: a line at the bottom edge, or a question over the page."""

from functools import partial

from PySide6.QtWidgets import QWidget

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context, Notice, Question
from hgkm_desktop.ui.way_back import WayBack
from hgkm_desktop.ui.widgets.dialog import Overlay
from hgkm_desktop.ui.widgets.toast import Toast


class Voice:
    """Says what views want said; tests listen to the context's signals instead."""

    def __init__(self, window: QWidget, ctx: Context) -> None:
        self._window = window
        self._toast = Toast(window)
        self._way_back = WayBack(ctx)
        ctx.noticed.connect(self.say)
        ctx.undo_requested.connect(self.undo)
        ctx.asked.connect(self.ask)

    def say(self, notice: Notice) -> None:
        """Show a notice; a problem stays until it is read."""
        if notice.is_problem:
            self.problem(notice.text, notice.hint)
            return
        self._way_back.keep(notice)
        if notice.is_quiet:
            self._toast.hide_now()
        else:
            self._toast.say(notice.text, partial(self._take, notice) if notice.undo else None)

    def undo(self) -> None:
        """Take back the last thing, and say that it was."""
        what = self._way_back.take()
        if what is None:
            self._toast.say(tr("There is nothing to undo."))
        else:
            self._toast.say(tr("Undone: {what}").format(what=what))

    def _take(self, notice: Notice) -> None:
        """Take back what the line at the bottom is about, whatever was begun meanwhile."""
        self._way_back.keep(notice)
        self.undo()

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
