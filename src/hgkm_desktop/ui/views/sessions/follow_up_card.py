"""One talk after a session: what she told, the small steps, and what can be done."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.errors import UserError
from hgkm_desktop.rules.follow_ups import Step
from hgkm_desktop.rules.session_words import name_of
from hgkm_desktop.services import information_sessions, members
from hgkm_desktop.services.follow_ups import FollowUpLine
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.breaking import as_typed
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_as_spoken, day_of, day_without_weekday
from hgkm_desktop.ui.forms.fold_card import empty
from hgkm_desktop.ui.names import inside, shown
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.sessions.follow_up_list import HIDDEN, by_when
from hgkm_desktop.ui.views.sessions.steps_editor import states
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.card import Card
from hgkm_desktop.ui.widgets.labels import bold, explain, muted, panel_title
from hgkm_desktop.ui.widgets.segmented import Segmented


class FollowUpCard(Card):
    """Is not there while none is chosen; while names are hidden it can only be let be."""

    step_set = Signal(int, object)

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self.line: FollowUpLine | None = None
        self.steps: list[Segmented] = []
        self.change = make_button(tr("Change"), icon="pencil-simple", small=True)
        self.becomes_case = make_button(tr("Stand beside her"), icon="hand-heart", small=True)
        self.let_go = make_button(tr("Let go"), "quiet", small=True)
        self._parts = QVBoxLayout()
        self._parts.setSpacing(px(8))
        self.body.addLayout(self._parts)
        deeds = QHBoxLayout()
        deeds.setSpacing(px(8))
        deeds.addWidget(self.change)
        deeds.addWidget(self.becomes_case)
        deeds.addStretch(1)
        deeds.addWidget(self.let_go)
        self.body.addLayout(deeds)
        self.hide()

    def show_line(self, line: FollowUpLine | None) -> None:
        """Show this one instead of the one before."""
        self.line, self.steps = line, []
        empty(self._parts)
        self.setVisible(line is not None)
        if line is None:
            return
        veiled = self._ctx.veiled
        known = line.follow_up
        self._parts.addWidget(panel_title(HIDDEN if veiled else as_typed(known.alias), wrap=True))
        for text in filter(None, (self._after(known.session_id), self._last(line))):
            self._parts.addWidget(muted(text, wrap=True))
        if known.said:
            said = tr("Texts are hidden now.") if veiled else as_typed(known.said)
            self._parts.addWidget(explain(said, wrap=True))
        for place, step in enumerate(known.steps):
            self._parts.addWidget(self._step(place, step))
        for button in (self.change, self.becomes_case, self.let_go):
            button.setEnabled(not veiled)

    def _step(self, place: int, step: Step) -> QWidget:
        what = HIDDEN if self._ctx.veiled else as_typed(step.what)
        when = by_when(step, day_of(self._ctx.now()))
        state = states(step.state)
        state.setAccessibleName(what)
        state.changed.connect(partial(self.step_set.emit, place))
        self.steps.append(state)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, px(4), 0, px(2))
        column.setSpacing(px(4))
        words = QHBoxLayout()
        words.addWidget(bold(what, wrap=True), 1)
        words.addWidget(muted(when))
        column.addLayout(words)
        row = QHBoxLayout()
        row.addWidget(state)
        row.addStretch(1)
        column.addLayout(row)
        return holder

    def _after(self, session_id: UUID | None) -> str:
        """Return after which session it was; nothing when that is not there any more."""
        if session_id is None:
            return ""
        try:
            known = self._ctx.call(information_sessions.get, session_id)
        except UserError:
            return ""
        day = day_without_weekday(day_of(known.starts_at), day_of(self._ctx.now()))
        name = inside(as_typed(name_of(known.topic, known.title)))
        return tr("After “{name}”, {day}").format(name=name, day=day)

    def _last(self, line: FollowUpLine) -> str:
        """Return who kept it last, and when."""
        member = self._ctx.call(members.names).get(line.by)
        day = day_as_spoken(day_of(line.at), day_of(self._ctx.now()))
        name = shown(member.name, self._ctx.veiled) if member is not None else tr("Somebody")
        return tr("Last kept by {name}, {day}").format(name=inside(name), day=day)
