"""Step 4: the recovery sheet, printed, typed over, and put away (01d, SECURITY.md two locks)."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from hgkm_desktop import clock
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.background import Background
from hgkm_desktop.ui.dates import time_of
from hgkm_desktop.ui.entrance.answers import Answers
from hgkm_desktop.ui.entrance.paper_view import PaperView
from hgkm_desktop.ui.entrance.press import Press
from hgkm_desktop.ui.entrance.sheet_task import SheetTask
from hgkm_desktop.ui.entrance.step import Step
from hgkm_desktop.ui.entrance.task import Task
from hgkm_desktop.ui.entrance.typed_code import CodeField, problem_with
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.checks import CheckBox
from hgkm_desktop.ui.widgets.fields import Field

Clock = Callable[[], datetime]


class RecoveryStep(Step):
    """Nothing is founded before the code was typed back from the paper."""

    def __init__(
        self, answers: Answers, background: Background, press: Press, now: Clock = clock.now
    ) -> None:
        super().__init__(
            tr("Print the recovery sheet"),
            tr("Forgotten a passphrase, or is the computer broken?")
            + " "
            + tr("With this code you get everything back. Without it you do not."),
            aside_top=0,
        )
        self._answers, self._now, self._number = answers, now, 1
        self.paper = PaperView(background)
        self.sheet = SheetTask(1, tr("Print the sheet"), "", self.paper, press)
        self.typed = CodeField()
        self.code = Field(tr("Code on the sheet"), self.typed)
        self.put_away = CheckBox(tr("The sheet is in a safe place"))
        self._tasks: tuple[Task, ...] = (
            self.sheet,
            Task(2, tr("Type the code over"), tr("Then we know that you have the sheet.")),
            Task(3, tr("Put it away"), _where()),
        )
        self._place()
        self._connect()

    def arrive(self) -> None:
        """Make the code once, draw the sheet, and show how far she is."""
        from hgkm_desktop.vault import recovery_code

        known = self._answers
        known.code = known.code or recovery_code.new()
        self.typed.setText(known.typed_code)
        self.put_away.setChecked(known.is_put_away)
        today = clock.local(self._now()).date()
        self.paper.draw(partial(_sheet, known.code, known.organisation, today, self._number))
        self._show_progress()
        (self.code if self._has_paper() else self.sheet.print_button).setFocus()

    def be_a_new_one(self, number: int, explanation: str) -> None:
        """Be the sheet that follows others of this log."""
        self._number = number
        self.explanation.setText(explanation)

    def remember(self) -> None:
        """Keep what was typed and ticked."""
        self._answers.typed_code = self.typed.text()
        self._answers.is_put_away = self.put_away.isChecked()

    def is_complete(self) -> bool:
        """Say whether there is paper, the code is right, and it is put away."""
        return self._has_paper() and self._is_right() and self.put_away.isChecked()

    def check(self) -> bool:
        """Show what is still wrong with the code."""
        self.remember()
        fine = self.settle((self.code, problem_with(self.typed.text(), self._answers.code)))
        return fine and self.is_complete()

    def wipe(self) -> None:
        """Leave nothing of the code on the page."""
        self.paper.clear()
        self.typed.clear()

    def _place(self) -> None:
        _first, second, third = self._tasks
        second.body.addSpacing(px(10))
        second.body.addWidget(self.code)
        third.body.addSpacing(px(8))
        third.body.addWidget(self.put_away)
        for task in self._tasks:
            self.column.addWidget(task)
            self.column.addSpacing(px(22))
        self.column.addStretch(1)
        self.aside.addWidget(self.paper)
        self.aside.addStretch(1)

    def _connect(self) -> None:
        self.sheet.printed.connect(self._on_printed)
        self.sheet.saved.connect(self._on_saved)
        self.typed.textChanged.connect(self._on_code_changed)
        self.put_away.toggled.connect(self._show_progress)

    def _has_paper(self) -> bool:
        return self._answers.printed_at is not None or self._answers.saved_at is not None

    def _is_right(self) -> bool:
        return self.typed.is_full() and not problem_with(self.typed.text(), self._answers.code)

    def _show_progress(self) -> None:
        known = self._answers
        self.sheet.set_printed(known.printed_at is not None)
        self.sheet.say(_how_it_left(known))
        done = self._has_paper(), self._is_right(), self.put_away.isChecked()
        for task, is_done in zip(self._tasks, done, strict=True):
            task.set_done(is_done)
        self.changed.emit()

    def _on_code_changed(self) -> None:
        self.code.clear()
        if self.typed.is_full():
            self.code.complain(problem_with(self.typed.text(), self._answers.code) or "")
        self._show_progress()

    def _on_printed(self) -> None:
        self._answers.printed_at = self._now()
        self._show_progress()
        self.code.take_focus()

    def _on_saved(self) -> None:
        self._answers.saved_at = self._now()
        self._show_progress()
        self.code.take_focus()


def _sheet(code: str, organisation: str, today: date, number: int) -> bytes:
    from hgkm_desktop.handouts.recovery_sheet import recovery_sheet

    return recovery_sheet(code, organisation, today, number)


def _how_it_left(known: Answers) -> str:
    if known.printed_at is not None:
        said = tr("Printed at {time}. Once is enough.")
        return said.format(time=time_of(known.printed_at))
    if known.saved_at is not None:
        said = tr("Saved at {time}. Print the sheet, then remove the file.")
        return said.format(time=time_of(known.saved_at))
    return tr("Once is enough.")


def _where() -> str:
    return tr("In a safe or a locked cupboard.") + " " + tr("Not near the computer.")
