"""The first start: four steps from an empty machine to a log (mock-ups 01a to 01d).

The organisation is asked first; then this computer's key ring must be good, or be done without
knowingly; the log is founded only when the code on paper was typed back.
"""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from hgkm_desktop import clock
from hgkm_desktop.errors import KeyRingTrouble, UserError
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.background import Background
from hgkm_desktop.ui.entrance.answers import Answers
from hgkm_desktop.ui.entrance.around import Around
from hgkm_desktop.ui.entrance.beside import run_for
from hgkm_desktop.ui.entrance.coordinator_step import CoordinatorStep
from hgkm_desktop.ui.entrance.key_ring_look import KeyRingLook
from hgkm_desktop.ui.entrance.key_ring_page import KeyRingPage
from hgkm_desktop.ui.entrance.organisation_step import OrganisationStep
from hgkm_desktop.ui.entrance.passphrase_step import PassphraseStep
from hgkm_desktop.ui.entrance.recovery_step import RecoveryStep
from hgkm_desktop.ui.entrance.restore import RestorePage
from hgkm_desktop.ui.entrance.slip_step import SlipStep
from hgkm_desktop.ui.entrance.step import Step
from hgkm_desktop.ui.entrance.wizard import Wizard

if TYPE_CHECKING:
    from hgkm_desktop.vault.founding import FirstStart as Start

LAST = 3


class FirstStart(Wizard):
    """Asks, has the log founded, and hands over.

    `found` runs beside the window; what it returned comes with `opened`, after `finished` with
    what was asked. Another language means a new page: hand `answers` on to it, then nothing
    typed is lost. `restoring` begins at the copy, and its way back is `left`.
    """

    finished = Signal(object)
    opened = Signal(object)
    restored = Signal()
    left = Signal()
    language_chosen = Signal(str)

    def __init__(
        self,
        folder: Path,
        found: "Callable[[Start], object]",
        now: Callable[[], datetime] = clock.now,
        *,
        restoring: bool = False,
        answers: Answers | None = None,
        around: Around | None = None,
        background: Background | None = None,
    ) -> None:
        super().__init__()
        self.answers = answers or Answers()
        self._folder, self._found, self._now = folder, found, now
        self._around, self._restoring = around or Around(), restoring
        self._background = background or Background(self)
        self._look = KeyRingLook(self._background, self._around.key_ring, self)
        self._look.known.connect(self._on_key_ring_known)
        self._after_key_ring = 1
        self._start: Start | None = None
        self._outcome: object = None
        self._steps = self._make_steps()
        for step in self._steps:
            self.take(step)
        self.foot.aside.connect(self._on_restore_asked)
        self._show_step(0)
        if restoring:
            self._on_restore_asked()
        self._look.look()
        run_for(self, self._background, _warm_up, _ignore, _ignore)

    def go_forward(self) -> None:
        """Take over what this page asked, and go on."""
        page = self.page
        if self.foot.is_busy or not page.check():
            self.refresh()
        elif page is self.side_page:
            self._finish()
        elif page is self._steps[0]:
            self._pass_key_ring()
        elif page is self._steps[LAST]:
            self._begin()
        else:
            self._show_step(self._steps.index(page) + 1)

    def go_back(self) -> None:
        """Go to the page before; what is typed stays."""
        page = self.page
        if isinstance(page, KeyRingPage):
            self._show_step(self._after_key_ring if self._after_key_ring == LAST else 0)
        elif page in self._steps:
            self._show_step(self._steps.index(page) - 1)
        elif self._restoring:
            self.left.emit()
        else:
            self._show_step(0)

    def _make_steps(self) -> list[Step]:
        known, background, around = self.answers, self._background, self._around
        organisation = OrganisationStep(known)
        organisation.language_chosen.connect(self._on_language_chosen)
        return [
            organisation,
            CoordinatorStep(known),
            PassphraseStep(known),
            RecoveryStep(known, background, around.press, self._now),
        ]

    def _show_step(self, number: int) -> None:
        self.rail.steps.show()
        aside = tr("We already have a log: put a copy back") if number == 0 else ""
        self.foot.offer(number > 0, tr("Done") if number == LAST else tr("Next"), aside)
        self.show_page(self._steps[number], number)

    def _pass_key_ring(self) -> None:
        """Go on when the key ring is good, wait while that is not known, ask when it is not."""
        if self._look.is_ready or self.answers.without_key_ring:
            self.answers.without_key_ring &= not self._look.is_ready
            self.foot.set_busy("")
            self._show_step(1)
        elif not self._look.state:
            self.foot.set_busy(tr("One moment…"))
        else:
            self.foot.set_busy("")
            self._ask_about_key_ring(then=1)

    def _ask_about_key_ring(self, then: int) -> None:
        self._after_key_ring = then
        page = KeyRingPage(self._look)
        page.settled.connect(self._on_key_ring_settled)
        self.foot.offer(back=True, forward="")
        self.show_side_page(page, 0 if then == 1 else LAST)

    def _on_key_ring_known(self, _state: str) -> None:
        if self.foot.is_busy and self.page is self._steps[0]:
            self._pass_key_ring()

    def _on_key_ring_settled(self, without: bool) -> None:
        self.answers.without_key_ring = without
        self._show_step(self._after_key_ring)

    def _on_language_chosen(self, language: str) -> None:
        for step in self._steps:
            step.remember()
        self.language_chosen.emit(language)

    def _on_restore_asked(self) -> None:
        page = RestorePage(self._folder, self._background, self._around)
        page.restored.connect(self.answers.forget_secrets)
        page.restored.connect(self.restored)
        self.foot.offer(back=True, forward="")
        self.rail.steps.hide()
        self.show_side_page(page, 0)

    def _begin(self) -> None:
        from hgkm_desktop.services import passphrase

        known = self.answers
        if known.second_name and not known.second_passphrase:
            known.second_passphrase = passphrase.generate()
        self._start = known.first_start()
        self.trouble.clear()
        self.page.setEnabled(False)
        self.foot.set_busy(tr("One moment. The log is being made."))
        work = partial(self._found, self._start)
        run_for(self, self._background, work, self._on_founded, self._on_not_founded)

    def _on_founded(self, outcome: object) -> None:
        self._outcome = outcome
        self.foot.set_busy("")
        for step in self._steps:
            step.wipe()
        if not self.answers.second_name:
            self._finish()
            return
        self.foot.offer(back=False, forward=tr("Done"))
        around = self._around
        page = SlipStep(self.answers, self._background, around.press, self._now)
        self.show_side_page(page, LAST)

    def _on_not_founded(self, error: Exception) -> None:
        self.foot.set_busy("")
        self.page.setEnabled(True)
        self.refresh()
        if isinstance(error, KeyRingTrouble):
            self._look.state = error.state
            self._ask_about_key_ring(then=LAST)
        self.trouble.tell(error)
        if not isinstance(error, (UserError, OSError)):
            raise error

    def _finish(self) -> None:
        self.answers.forget_secrets()
        start, self._start = self._start, None
        outcome, self._outcome = self._outcome, None
        self.finished.emit(start)
        self.opened.emit(outcome)


def _warm_up() -> None:
    """Load the judge of passphrases before anybody waits for it."""
    from hgkm_desktop.services import passphrase

    passphrase.strength(passphrase.generate())


def _ignore(_answer: object) -> None:
    return
