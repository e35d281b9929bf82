"""What goes on after sessions: a page of its own, for confidants alone (R-082, R-083)."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from hgkm_desktop.errors import UserError
from hgkm_desktop.models.codes import Role
from hgkm_desktop.rules.follow_ups import PrivateFollowUp
from hgkm_desktop.rules.sessions import StepState
from hgkm_desktop.services import follow_ups
from hgkm_desktop.services.cases import StartCase
from hgkm_desktop.services.follow_ups import FollowUpLine
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_of
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.sessions.follow_up_card import FollowUpCard
from hgkm_desktop.ui.views.sessions.follow_up_form import FollowUpForm
from hgkm_desktop.ui.views.sessions.follow_up_list import FollowUpList
from hgkm_desktop.ui.views.sessions.page_trouble import say_trouble
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.empty import Empty
from hgkm_desktop.ui.widgets.labels import muted
from hgkm_desktop.ui.widgets.strips import Banner

SIDE = 440


class FollowUpsPage(QWidget):
    """A list and, beside it, the one that is chosen; Esc leads back to the sessions."""

    left = Signal()

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.ctx = ctx
        self.lines: Sequence[FollowUpLine] = ()
        self.setProperty("ring", False)
        self.list, self.card = FollowUpList(ctx), FollowUpCard(ctx)
        self.trouble = Banner("", "rd")
        self.new = make_button(tr("Talk afterwards"), "primary", "plus")
        self.nobody = Empty(
            tr("Nothing goes on after a session"),
            tr("Does somebody stay behind? Begin here. Only confidants see it."),
            button=tr("Talk afterwards"),
            icon="plus",
        )
        self._lay_out()
        self.new.clicked.connect(self.start_new)
        self.nobody.clicked.connect(self.start_new)
        self.list.table.chosen.connect(self._on_chosen)
        self.list.table.opened.connect(self._on_opened)
        self.card.change.clicked.connect(self._on_change)
        self.card.becomes_case.clicked.connect(self._on_case)
        self.card.let_go.clicked.connect(self._on_let_go)
        self.card.step_set.connect(self._on_step_set)

    def begin(self, session_id: UUID | None = None) -> None:
        """Show all of them; with a session begin one for whoever stayed behind there."""
        self.refresh()
        self.take_focus()
        if session_id is not None and self._may():
            FollowUpForm(self.ctx, None, session_id).open(self.window())

    def refresh(self) -> None:
        """Read them again and stay at the same one; nothing for whoever may no longer see it."""
        nothing = (), None
        self.lines, trouble = self.ctx.call(follow_ups.as_far_as_whole) if self._may() else nothing
        say_trouble(self.trouble, trouble)
        self._pages.setCurrentIndex(0 if self.lines else 1)
        self.nobody.button.setVisible(self._may())
        self.list.show_lines(self.lines)
        self.card.show_line(self.list.table.current())

    def take_focus(self) -> None:
        """Bring the keyboard to the list, or to the one button there is."""
        (self.list.table if self.lines else self.nobody.button).setFocus()

    def start_new(self) -> None:
        """Begin one that belongs to no session."""
        if self._may():
            FollowUpForm(self.ctx, None).open(self.window())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _may(self) -> bool:
        return self.ctx.may(Role.CONFIDANT)

    def _on_chosen(self, line: FollowUpLine | None) -> None:
        self.card.show_line(line)

    def _on_opened(self, line: FollowUpLine) -> None:
        if not self.ctx.veiled:
            FollowUpForm(self.ctx, line).open(self.window())

    def _on_change(self) -> None:
        if (line := self.card.line) is not None:
            self._on_opened(line)

    def _on_case(self) -> None:
        """Begin standing beside her: it is let go of when that has begun, not before."""
        if (line := self.card.line) is not None:
            today = day_of(self.ctx.now())
            self.ctx.show(StartCase(None, today, line.follow_up.alias, line.id))

    def _on_let_go(self) -> None:
        if (line := self.card.line) is None:
            return
        try:
            gone = self.ctx.call(follow_ups.end, line.id)
        except UserError as error:
            self.ctx.warn(error.title, error.hint)
        else:
            self.ctx.notify(tr("Let go. Nothing of it stays."), partial(self._bring_back, gone))
        self.refresh()

    def _bring_back(self, gone: PrivateFollowUp) -> None:
        self.ctx.call(follow_ups.begin, gone, now=self.ctx.now())

    def _on_step_set(self, place: int, state: StepState) -> None:
        if (line := self.card.line) is None:
            return
        steps = list(line.follow_up.steps)
        steps[place] = replace(steps[place], state=state)
        changed = replace(line.follow_up, steps=tuple(steps))
        try:
            self.ctx.call(follow_ups.save, line.id, line.version, changed, now=self.ctx.now())
        except UserError as error:
            self.ctx.warn(error.title, error.hint)
        self.refresh()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(px(12))
        head.addWidget(muted(tr("Only confidants see this. It is on no list."), wrap=True), 1)
        head.addWidget(self.new)
        across = QHBoxLayout()
        across.setSpacing(px(18))
        self.card.setFixedWidth(px(SIDE))
        across.addWidget(self.list, 1)
        across.addWidget(self.card, 0, Qt.AlignmentFlag.AlignTop)
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addLayout(head)
        column.addLayout(across, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(px(12))
        page.addWidget(self.trouble)
        self._pages = QStackedLayout()
        page.addLayout(self._pages, 1)
        self._pages.addWidget(full)
        self._pages.addWidget(self.nobody)
