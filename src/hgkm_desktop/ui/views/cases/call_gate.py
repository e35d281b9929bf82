"""Before anybody reaches her: the rule, the words, and only then the number (R-284, R-286)."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from hgkm_desktop.rules.contact import Channel, Gate, SafeContact
from hgkm_desktop.rules.lists import Outcome
from hgkm_desktop.rules.words import word
from hgkm_desktop.services import cases, safe_contact
from hgkm_desktop.services.cases import CasePage
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.forms.gate_parts import (
    BY_VOICE,
    CodeWord,
    HowItWent,
    NumberBox,
    Rule,
    Until,
    Words,
)
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.cases.called import called
from hgkm_desktop.ui.views.cases.gate_next import NextStep
from hgkm_desktop.ui.widgets.buttons import icon_button
from hgkm_desktop.ui.widgets.dialog import Overlay
from hgkm_desktop.ui.widgets.labels import small
from hgkm_desktop.ui.widgets.segmented import Segmented

WIDTH = 592


class CallGate(Overlay):
    """Shows her number only while the gate is open, and takes it away when it shuts."""

    noted = Signal()

    def __init__(self, ctx: Context, page: CasePage) -> None:
        body = QWidget()
        super().__init__(called(ctx, page.name), body, width=WIDTH)
        self._ctx, self._page, self._was_shown = ctx, page, False
        agreed = page.standing.contact or SafeContact()
        self.rule, self.number, self.words = Rule(), NumberBox(), Words(agreed)
        self.code_word = CodeWord(agreed.code_word)
        self.channels = _channels(agreed)
        self.how = HowItWent(self.channel)
        self.next_step = NextStep(ctx, page)
        self.until = Until(self)
        self.title = _head(self, page.name.code)
        _column(body, self)
        self.until.timeout.connect(self.look_again)
        self.number.asked.connect(self._on_number_asked)
        self.channels.changed.connect(self._on_channel_changed)
        self.how.chosen.connect(self._on_outcome)
        self.next_step.taken.connect(self._on_next_step)
        ctx.veil_changed.connect(self._on_veil_changed)
        self.look_again()

    @property
    def channel(self) -> Channel:
        """The way of reaching her that is chosen."""
        chosen = self.channels.value()
        return chosen if isinstance(chosen, Channel) else Channel.CALL

    def open(self, window: QWidget) -> None:
        """Show it, the keyboard where the next step is."""
        super().open(window)
        for button in (self.number.button, self.next_step.button):
            if button.isEnabled() and button.isVisible():
                button.setFocus()
                return

    def look_again(self) -> None:
        """Ask the gate once more; a number that may not be there any longer goes."""
        now = self._ctx.now()
        self._show(safe_contact.gate_of(self._page.standing, self.channel, now))

    def close_overlay(self) -> None:
        """Go away, the number first."""
        self.until.stop()
        self._forget()
        super().close_overlay()

    def showEvent(self, event: QShowEvent) -> None:
        """Trust no answer from before it was in sight."""
        super().showEvent(event)
        self.look_again()

    def _show(self, gate: Gate) -> None:
        agreed, now, veiled = self._page.standing.contact, self._ctx.now(), self._ctx.veiled
        may = gate.may and not veiled
        self.rule.say(gate, agreed, now, self.channel)
        self._name(gate)
        if not may:
            self._forget()
        if not self.number.is_shown:
            self.number.offer(gate, agreed, veiled=veiled)
        self.words.setVisible(may)
        self.code_word.setVisible(may and self.code_word.is_agreed)
        self.how.setVisible(may or self._was_shown)
        self.next_step.show_gate(gate, now)
        self.until.wait(gate, agreed, now)

    def _name(self, gate: Gate) -> None:
        going = gate.may and self.channel in BY_VOICE
        said = tr("You are going to call {name}") if going else tr("Reaching {name}")
        self.title.setText(said.format(name=called(self._ctx, self._page.name)))
        self.setAccessibleName(self.title.text())
        self.setAccessibleDescription(self.rule.text)

    def _forget(self) -> None:
        self.number.shut()
        self.code_word.hide_word()

    def _on_number_asked(self) -> None:
        if self.number.is_shown:
            self._forget()
            self.look_again()
            return
        case_id, now = self._page.name.case_id, self._ctx.now()
        found = self._ctx.call(safe_contact.reach, case_id, self.channel, now=now)
        if found.gate.may and found.agreed is not None:
            self._was_shown = True
            self.number.show_number(found.agreed.number)
        else:
            self._page = self._ctx.call(cases.page, case_id)
        self._show(found.gate)

    def _on_channel_changed(self, _channel: object) -> None:
        self._forget()
        self.how.show_channel(self.channel)
        self.look_again()

    def _on_outcome(self, outcome: Outcome) -> None:
        case_id, now = self._page.name.case_id, self._ctx.now()
        self.close_overlay()
        self._ctx.call(safe_contact.tried, case_id, self.channel, outcome, now=now)
        self.noted.emit()
        if outcome is Outcome.SOMEBODY_ELSE:
            self._ctx.warn(tr("Ask her again first."), tr("Until then nobody calls her."))
        else:
            self._ctx.notify(tr("Noted: {outcome}.").format(outcome=word(outcome)))

    def _on_next_step(self, open_over: Callable[[QWidget], None]) -> None:
        window = self.parentWidget()
        self.close_overlay()
        if window is not None:
            open_over(window)

    def _on_veil_changed(self, on: bool) -> None:
        if on:
            self.close_overlay()


def _channels(agreed: SafeContact) -> Segmented:
    ways = [way for way in Channel if way in agreed.channels]
    chosen = Segmented([(way, word(way)) for way in ways], tr("How?"), small=True)
    if ways:
        chosen.set_value(ways[0])
    chosen.setVisible(False)
    return chosen


def _head(gate: CallGate, code: str) -> QLabel:
    """Put her code and a way out beside the title of the card."""
    column = gate.panel.layout()
    assert isinstance(column, QBoxLayout)
    item = column.takeAt(0)
    title = item.widget() if item is not None else None
    assert isinstance(title, QLabel)
    way_out = icon_button("x", tr("Close this"), kind="bare", small=True)
    way_out.clicked.connect(gate.reject)
    row = QHBoxLayout()
    row.setSpacing(px(9))
    title.setWordWrap(False)
    row.addWidget(title)
    row.addWidget(small(code))
    row.addStretch(1)
    row.addWidget(way_out)
    column.insertLayout(0, row)
    return title


def _column(body: QWidget, gate: CallGate) -> None:
    column = QVBoxLayout(body)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(px(12))
    parts = (gate.rule, gate.channels, gate.words, gate.code_word, gate.number, gate.next_step)
    for part in (*parts, gate.how):
        column.addWidget(part)
    gate.channels.setVisible(len(gate.channels.segments) > 1)
