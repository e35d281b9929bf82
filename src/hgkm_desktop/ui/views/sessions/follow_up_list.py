"""What goes on after sessions as a list: whom, the next small step, and by when."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop.rules.follow_ups import Step
from hgkm_desktop.rules.session_words import word
from hgkm_desktop.rules.sessions import StepState
from hgkm_desktop.services.follow_ups import FollowUpLine
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.breaking import as_typed
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_as_spoken, day_of
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.table import Column, RowModel, RowTable
from hgkm_desktop.ui.widgets.card import Card

HIDDEN = "•••"
WHO, WHEN = 170, 150


class FollowUpList(QWidget):
    """Keeps who was chosen when it is read again."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self.model = RowModel[FollowUpLine](
            Column(tr("Who"), self._who, "bold", width=WHO),
            Column(tr("Next small step"), self._step, stretch=True),
            Column(tr("By when"), self._when, "badge", width=WHEN, extra=self._tone),
        )
        self.table = RowTable(self.model, tr("Talks afterwards"))
        card = Card(clip=True)
        card.add(self.table, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self.setMinimumWidth(px(300))

    def show_lines(self, lines: Sequence[FollowUpLine]) -> None:
        """Show these; whoever was chosen stays chosen, else the first is."""
        before = self.table.current()
        self.model.show(lines)
        if lines:
            self.table.select(_place_of(before.id if before is not None else None, lines))

    def _who(self, line: FollowUpLine) -> str:
        return HIDDEN if self._ctx.veiled else as_typed(line.follow_up.alias)

    def _step(self, line: FollowUpLine) -> str:
        step = line.follow_up.next_step()
        if step is not None:
            return HIDDEN if self._ctx.veiled else as_typed(step.what)
        states = {each.state for each in line.follow_up.steps}
        return word(StepState.NOT_NOW) if StepState.NOT_NOW in states else tr("No step to do")

    def _when(self, line: FollowUpLine) -> str:
        step = line.follow_up.next_step()
        return by_when(step, day_of(self._ctx.now()))

    def _tone(self, line: FollowUpLine) -> tuple[str, str] | None:
        step, today = line.follow_up.next_step(), day_of(self._ctx.now())
        if step is None or step.by is None:
            return None
        return ("am", "clock") if step.by <= today else ("nt", "")


def by_when(step: Step | None, today: date) -> str:
    """Return the day of a step as it is spoken, nothing without one."""
    return day_as_spoken(step.by, today) if step is not None and step.by is not None else ""


def _place_of(wanted: UUID | None, lines: Sequence[FollowUpLine]) -> int:
    return next((place for place, line in enumerate(lines) if line.id == wanted), 0)
