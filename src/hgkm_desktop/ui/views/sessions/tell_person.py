"""Somebody we may tell something: what the gate says now, and the number only inside it."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hgkm_desktop.rules import gate_words
from hgkm_desktop.rules.contact import Channel, Gate, SafeContact, Verdict
from hgkm_desktop.rules.lists import Outcome
from hgkm_desktop.rules.words import word
from hgkm_desktop.services import session_reach
from hgkm_desktop.services.session_reach import ToTell
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.breaking import as_typed
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.forms.gate_parts import CodeWord, HowItWent, NumberBox, Until, Words
from hgkm_desktop.ui.names import inside, shown
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.sessions.list_words import called
from hgkm_desktop.ui.widgets.badges import Badge
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.card import Card
from hgkm_desktop.ui.widgets.labels import bold, muted
from hgkm_desktop.ui.widgets.segmented import Segmented
from hgkm_desktop.ui.widgets.strips import Banner

TONES = {Verdict.MAY: "ok", Verdict.NOT_NOW: "am", Verdict.ASK_AGAIN: "rd"}


class Person(Card):
    """Shows a number only while the gate is open, and takes it away when it shuts."""

    noted = Signal()
    again_asked = Signal(object)

    def __init__(self, ctx: Context, told: ToTell) -> None:
        super().__init__()
        self._ctx, self.told, self.name = ctx, told, as_typed(_name(ctx, told))
        ways = [way for way in Channel if way in told.channels]
        self.channels = Segmented([(way, word(way)) for way in ways], tr("How?"), small=True)
        self.channels.set_value(ways[0])
        self.rule, self.number = Banner("", "am"), NumberBox()
        self.number.button.setAccessibleDescription(self.name)
        self.again = make_button(tr("She is here: ask her"), icon="chats-circle", small=True)
        self.again.setAccessibleDescription(self.name)
        self.how = HowItWent(self.channel)
        self._reached: list[QWidget] = []
        self.until = Until(self)
        self._lay_out(len(ways) > 1)
        self.until.timeout.connect(self.look_again)
        self.number.asked.connect(self._on_asked)
        self.channels.changed.connect(self._on_channel_changed)
        self.again.clicked.connect(partial(self.again_asked.emit, told.registration))
        self.how.chosen.connect(self._on_outcome)
        self._show(told.gates[self.channel])

    @property
    def channel(self) -> Channel:
        """The way that is chosen."""
        chosen = self.channels.value()
        assert isinstance(chosen, Channel)
        return chosen

    def look_again(self) -> None:
        """Ask the gate once more; a number that may not be there any longer goes."""
        session_id, now = self.told.registration.session_id, self._ctx.now()
        found, _trouble = self._ctx.call(session_reach.as_far_as_whole, session_id, now=now)
        mine = (one for one in found if one.registration.id == self.told.registration.id)
        self.told = next(mine, self.told)
        self._show(self.told.gates.get(self.channel, Gate(Verdict.SHE_CALLS)))

    def forget(self) -> None:
        """Take the number and the words that go with it away."""
        self.until.stop()
        self.number.shut()
        for part in self._reached:
            part.hide()
            part.deleteLater()
        self._reached = []

    def _lay_out(self, has_choice: bool) -> None:
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(bold(self.name, wrap=True), 1)
        head.addWidget(_badge(self.told))
        self.body.addLayout(head)
        asked_by = inside(shown(self.told.asked_by, self._ctx.veiled))
        self.add(muted(tr("{name} asked her how.").format(name=asked_by), wrap=True))
        for part in (self.rule, self.channels, self.number, self.again, self.how):
            self.add(part)
        self.channels.setVisible(has_choice)
        self.how.hide()

    def _show(self, gate: Gate, agreed: SafeContact | None = None) -> None:
        now, may = self._ctx.now(), gate.may and not self._ctx.veiled
        self.rule.say(gate_words.next_step(gate, now), TONES.get(gate.verdict, "bl"), _says(gate))
        if not may:
            self.forget()
        elif not self.number.is_shown:
            self.number.offer(gate, None, veiled=False)
        self.number.setVisible(may)
        self.again.setVisible(gate.verdict is Verdict.ASK_AGAIN)
        self.until.wait(gate, agreed, now)

    def _on_asked(self) -> None:
        if self.number.is_shown:
            self.forget()
            self.look_again()
            return
        now = self._ctx.now()
        found = self._ctx.call(
            session_reach.reach, self.told.registration.id, self.channel, now=now
        )
        if found.gate.may and found.agreed is not None:
            self.number.show_number(found.agreed.number)
            self._show_words(found.agreed)
        self._show(found.gate, found.agreed)

    def _show_words(self, agreed: SafeContact) -> None:
        self._reached = [Words(agreed)]
        code_word = CodeWord(agreed.code_word)
        if code_word.is_agreed:
            self._reached.append(code_word)
        for part in self._reached:
            self.body.insertWidget(self.body.indexOf(self.number), part)
        self.how.show()

    def _on_channel_changed(self, _channel: object) -> None:
        self.forget()
        self.how.show_channel(self.channel)
        self.look_again()

    def _on_outcome(self, outcome: Outcome) -> None:
        now = self._ctx.now()
        self.forget()
        self._ctx.call(session_reach.tried, self.told.registration.id, outcome, now=now)
        if outcome is Outcome.SOMEBODY_ELSE:
            self._ctx.warn(tr("Ask her again first."), tr("Until then nobody calls her."))
        else:
            self._ctx.notify(tr("Noted: {outcome}.").format(outcome=word(outcome)))
        self.noted.emit()


def _name(ctx: Context, told: ToTell) -> str:
    return called(told.registration, veiled=ctx.veiled)


def _badge(told: ToTell) -> Badge:
    if told.knows:
        return Badge(tr("knows it"), "ok", "check-circle")
    return Badge(tr("does not know it yet"), "am")


def _says(gate: Gate) -> str:
    """Return the answer of the gate; her hours and her number are not in here."""
    return {
        Verdict.MAY: tr("It may be now."),
        Verdict.NOT_NOW: tr("Not now."),
        Verdict.ASK_AGAIN: tr("Ask her again first."),
    }.get(gate.verdict, tr("She comes by herself."))
