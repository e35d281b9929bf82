"""A new recovery sheet: printed and typed over as at the first start, then taken into use."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from hgkm_desktop.errors import Invalid, UserError
from hgkm_desktop.models.codes import Act
from hgkm_desktop.services import audit_log, organisation, recovery
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.entrance.answers import Answers
from hgkm_desktop.ui.entrance.beside import run_for
from hgkm_desktop.ui.entrance.foot import Foot
from hgkm_desktop.ui.entrance.press import Press
from hgkm_desktop.ui.entrance.recovery_step import RecoveryStep
from hgkm_desktop.ui.entrance.step import Step, side_of
from hgkm_desktop.ui.halves_work import Halves, tried
from hgkm_desktop.ui.views.admin.takeover_step import TakeoverStep


class SheetPage(QWidget):
    """Two steps; nothing counts before the last button, and leaving forgets the new code."""

    closed = Signal()

    def __init__(self, ctx: Context, press: Press | None = None) -> None:
        super().__init__()
        self._ctx, self._press = ctx, press or Press()
        self.answers = Answers()
        self.steps: list[Step] = []
        self.foot, self._stack = Foot(), QStackedWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.foot)
        self.foot.forward.connect(self._on_forward)
        self.foot.back.connect(self._on_back)
        self.foot.aside.connect(self.leave)

    def begin(self) -> None:
        """Start with a code that nobody has seen."""
        self._forget()
        known = self._ctx.call(organisation.get)
        halves = Halves(self._ctx.call(recovery.holders), self._ctx.member.id)
        self.answers = Answers(organisation=known.name)
        sheet = self._sheet(known.recovery_number + 1)
        self.steps = [sheet, TakeoverStep(halves, veiled=self._ctx.veiled)]
        for step in self.steps:
            self._stack.addWidget(step)
            step.go_on.connect(self._on_forward)
            step.changed.connect(self._refresh)
        self._show(0)

    def leave(self) -> None:
        """Go back without a new sheet, or after it counts; nothing of the code stays here."""
        self._forget()
        self.closed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the foot begin where the fields begin."""
        super().resizeEvent(event)
        self.foot.set_side(side_of(self.width()))

    def _sheet(self, number: int) -> RecoveryStep:
        told = tr("The old sheet counts until the last step.")
        older = tr("Older copies keep needing the old sheet.")
        now, background = self._ctx.now, self._ctx.background
        step = RecoveryStep(self.answers, background, self._press, now)
        step.be_a_new_one(number, f"{told} {older}")
        step.sheet.printed.connect(partial(self._note, Act.PRINT))
        step.sheet.saved.connect(partial(self._note, Act.EXPORT))
        return step

    def _note(self, act: Act) -> None:
        self._ctx.call(audit_log.note, act, "organisation")

    def _show(self, number: int) -> None:
        self.foot.offer(
            number > 0, tr("Take into use") if number else tr("Next"), aside=tr("Cancel")
        )
        self._stack.setCurrentIndex(number)
        self.steps[number].arrive()
        self._refresh()

    def _refresh(self) -> None:
        if self.steps and not self.foot.is_busy:
            step = self.steps[self._stack.currentIndex()]
            self.foot.next_button.setEnabled(step.is_complete())

    def _on_back(self) -> None:
        self._show(0)

    def _on_forward(self) -> None:
        sheet, last = self.steps
        if self.foot.is_busy or not self.steps[self._stack.currentIndex()].check():
            self._refresh()
        elif self._stack.currentWidget() is sheet:
            self._show(1)
        else:
            self._take_into_use(last)

    def _take_into_use(self, last: Step) -> None:
        assert isinstance(last, TakeoverStep)
        helpers, code = last.helpers(), self.answers.code
        last.setEnabled(False)
        self.foot.set_busy(tr("One moment. The new lock is being made."))

        def make() -> None:
            self._ctx.call(recovery.new_sheet, code, helpers, now=self._ctx.now())

        work = partial(tried, self._ctx, helpers, make)
        run_for(self, self._ctx.background, work, self._on_taken, self._on_refused)

    def _on_taken(self, _nothing: None) -> None:
        self._ctx.notify(tr("The new sheet counts from now on. Make a new copy now."))
        self.leave()

    def _on_refused(self, error: Exception) -> None:
        self.foot.set_busy("")
        last = self.steps[-1]
        last.setEnabled(True)
        self._refresh()
        if isinstance(error, Invalid) and isinstance(last, TakeoverStep):
            last.complain(error.problems)
        elif isinstance(error, UserError):
            self._ctx.warn(error.title, error.hint)
        else:
            raise error

    def _forget(self) -> None:
        self.foot.set_busy("")
        self.answers.forget_secrets()
        for step in self.steps:
            step.wipe()
            self._stack.removeWidget(step)
            step.deleteLater()
        self.steps = []
