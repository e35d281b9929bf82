"""After the founding: the second coordinator's passphrase, shown once, on a slip to print."""

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
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.checks import CheckBox


class SlipStep(Step):
    """Gives the second coordinator her passphrase; nobody sees it again after this."""

    def __init__(
        self,
        answers: Answers,
        background: Background,
        press: Press,
        now: Callable[[], datetime] = clock.now,
    ) -> None:
        super().__init__(
            tr("A passphrase for {name}").format(name=answers.second_name),
            tr("The log is ready. Print this slip now: it is shown only once."),
            aside_top=0,
        )
        self._answers, self._now = answers, now
        self.paper = PaperView(background)
        self.slip = SheetTask(
            1, tr("Print the slip"), tr("Or write the words over by hand."), self.paper, press
        )
        give = Task(2, tr("Give it to her yourself"), tr("She learns the words and shreds it."))
        self.given = CheckBox(tr("She has the words"))
        give.body.addSpacing(px(8))
        give.body.addWidget(self.given)
        for task in (self.slip, give):
            self.column.addWidget(task)
            self.column.addSpacing(px(22))
        self.column.addStretch(1)
        self.aside.addWidget(self.paper)
        self.aside.addStretch(1)
        self._give = give
        self.slip.printed.connect(self._on_printed)
        self.given.toggled.connect(self._on_given)

    def arrive(self) -> None:
        """Draw the slip."""
        today = clock.local(self._now()).date()
        known = self._answers
        self.paper.draw(partial(_slip, known.second_name, known.second_passphrase, today))
        self.given.setFocus()

    def is_complete(self) -> bool:
        """Say whether she has her words."""
        return self.given.isChecked()

    def check(self) -> bool:
        """Go on when she has her words."""
        return self.is_complete()

    def wipe(self) -> None:
        """Leave nothing of it on the page."""
        self.paper.clear()

    def _on_printed(self) -> None:
        said = tr("Printed at {time}. Once is enough.")
        self.slip.say(said.format(time=time_of(self._now())))
        self.slip.set_printed(True)
        self.slip.set_done(True)

    def _on_given(self, given: bool) -> None:
        self._give.set_done(given)
        self.changed.emit()


def _slip(name: str, passphrase: str, today: date) -> bytes:
    from hgkm_desktop.handouts.passphrase_slip import passphrase_slip

    return passphrase_slip(name, passphrase, today)
