"""Step 4: the recovery sheet, printed, typed over, and put away (01d, SECURITY.md two locks)."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout

from hgkm_desktop import clock
from hgkm_desktop.errors import UserError
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.background import Background
from hgkm_desktop.ui.entrance import words
from hgkm_desktop.ui.entrance.answers import Answers
from hgkm_desktop.ui.entrance.paper_view import PaperView
from hgkm_desktop.ui.entrance.press import Press
from hgkm_desktop.ui.entrance.step import Step
from hgkm_desktop.ui.entrance.task import Task
from hgkm_desktop.ui.entrance.typed_code import CodeField, problem_with
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.checks import CheckBox
from hgkm_desktop.ui.widgets.fields import Field


class RecoveryStep(Step):
    """Nothing is founded before the code on paper was typed back from it."""

    def __init__(
        self,
        answers: Answers,
        background: Background,
        press: Press,
        now: Callable[[], datetime] = clock.now,
    ) -> None:
        super().__init__(
            tr("Print the recovery sheet"),
            tr(
                "Forgotten a passphrase, or is the computer broken? "
                "With this code you get everything back. Without this sheet you do not."
            ),
            aside_top=0,
        )
        self._answers, self._press, self._now = answers, press, now
        self.paper = PaperView(background)
        self.print_button = make_button(tr("Print the sheet"), icon="printer", small=True)
        self.save_button = make_button(tr("Save as a file"), kind="quiet", small=True)
        self.typed = CodeField()
        self.code = Field(tr("Code on the sheet"), self.typed)
        self.put_away = CheckBox(tr("The sheet is in a safe place"))
        self._place()
        self._connect()
        self._show_progress()

    def arrive(self) -> None:
        """Make the code once, and draw the sheet."""
