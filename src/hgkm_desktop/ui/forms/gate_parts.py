"""The parts of the gate: the rule in words, what to say, and the place of the number."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from hgkm_desktop import clock
from hgkm_desktop.rules import gate_words
from hgkm_desktop.rules.contact import Channel, Gate, SafeContact, Verdict
from hgkm_desktop.rules.lists import Outcome
from hgkm_desktop.rules.words import word
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.dates import day_without_weekday
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.widgets.buttons import Button, make_button
from hgkm_desktop.ui.widgets.icon_label import IconLabel
from hgkm_desktop.ui.widgets.labels import (
    RichLine,
    body,
    bold,
    explain,
    form_label,
    label,
    muted,
    number,
)
from hgkm_desktop.ui.widgets.strips import Strip

BY_VOICE = frozenset({Channel.CALL, Channel.THROUGH_SOMEBODY})
LOOK_AGAIN = 60_000
"""How long an answer is trusted at most, in milliseconds."""
DOTS = "•• •• •• •• ••"
"""Stands where a number will be; it has nothing of it."""
_TOP = Qt.AlignmentFlag.AlignTop
_LOOKS = {
    Verdict.MAY: ("ok", "phone-call"),
    Verdict.NOT_NOW: ("am", "clock"),
    Verdict.ASK_AGAIN: ("rd", "phone-x"),
    Verdict.SHE_CALLS: ("nt", "phone-slash"),
}


class Rule(QWidget):
    """The rule before anything else: may we, until when, and what was agreed."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self._strip: QWidget | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)

    def say(self, gate: Gate, agreed: SafeContact | None, now: datetime, channel: Channel) -> None:
        """Show what the gate says now."""
        strong = gate_words.gate_line(gate, agreed, now, channel)
        below = _agreed_line(agreed) if agreed is not None else ""
        if self._strip is not None:
            self._strip.setParent(None)
            self._strip.deleteLater()
        self._strip = _rule_strip(gate.verdict, strong, below)
        self.text = f"{strong} {below}".strip()
        self.setAccessibleName(self.text)
        place = self.layout()
        assert place is not None
        place.addWidget(self._strip)


class Words(QWidget):
    """The very words to begin with, and what to do when it goes otherwise."""

    def __init__(self, agreed: SafeContact) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, px(4), 0, px(4))
        layout.setSpacing(px(9))
        if said := gate_words.say_line(agreed):
            layout.addWidget(muted(tr("Say exactly this")))
            layout.addWidget(label(said, "page-title", wrap=True))
        for icon, line in _lines(agreed):
            layout.addWidget(_line(icon, line))


class NumberBox(Strip):
    """Where the number appears when she may be reached, and never otherwise."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__("nt")
        self.number: QLabel = number("")
        self.number.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.note = muted(tr("This goes into the log"), wrap=True)
        self.note.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self.button = make_button("", "primary", "eye")
        self.is_shown = False
        self.button.clicked.connect(self._on_clicked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(px(16), px(11), px(12), px(11))
        layout.setSpacing(px(12))
        layout.addWidget(self.number)
        layout.addWidget(self.note, 1)
        layout.addWidget(self.button)

    def offer(self, gate: Gate, agreed: SafeContact | None, *, veiled: bool) -> None:
        """Let the number be asked for when it may, else say why not; nothing of it is here yet."""
        if gate.may and not veiled:
            self._say(DOTS, tr("Show number"), is_open=True)
            self.number.setAccessibleName(tr("The number is hidden"))
        else:
            hidden = tr("Names are hidden")
            self.shut(gate_words.button_words(gate, agreed, hidden))

    def shut(self, words: str = "") -> None:
        """Take the number away, and say why."""
        self._say("", words, is_open=False)
        self.number.setAccessibleName(tr("There is no number now"))

    def show_number(self, text: str) -> None:
        """Show it, as she gave it."""
        self._say(text, tr("Hide number"), is_open=True)
        self.button.set_icon("eye-slash")
        self.number.setAccessibleName(text)
        self.is_shown = True

    def _say(self, text: str, words: str, *, is_open: bool) -> None:
        self.is_shown = False
        self.number.setText(text)
        self.button.setText(words)
        self.button.set_icon("eye" if is_open else "clock")
        self.button.setEnabled(is_open)
        self.note.setVisible(is_open)

    def _on_clicked(self) -> None:
        self.asked.emit()


class CodeWord(QWidget):
    """The word agreed with her, shown when it is asked for."""

    def __init__(self, word: str) -> None:
        super().__init__()
        self._word = word
        self.label: QLabel = bold("")
        self.button = make_button(tr("Show code word"), "quiet", "key", small=True)
        self.button.clicked.connect(self._on_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(10))
        row.addWidget(self.button)
        row.addWidget(self.label, 1)

    @property
    def is_agreed(self) -> bool:
        """Whether there is one."""
        return bool(self._word)

    def hide_word(self) -> None:
        """Take it out of sight."""
        self.label.setText("")
        self.button.setText(tr("Show code word"))

    def _on_clicked(self) -> None:
        if self.label.text():
            self.hide_word()
        else:
            self.label.setText(self._word)
            self.button.setText(tr("Hide code word"))


class HowItWent(QWidget):
    """How an attempt went; what fits depends on the way."""

    chosen = Signal(object)

    def __init__(self, channel: Channel) -> None:
        super().__init__()
        self.buttons: dict[Outcome, Button] = {}
        self._row = QHBoxLayout()
        self._row.setSpacing(px(8))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(4), 0, 0)
        column.setSpacing(px(7))
        column.addWidget(form_label(tr("How did it go?")))
        column.addLayout(self._row)
        self.show_channel(channel)

    def show_channel(self, channel: Channel) -> None:
        """Offer what can come of this way."""
        for button in self.buttons.values():
            button.setParent(None)
            button.deleteLater()
        self.buttons = {outcome: make_button(word(outcome)) for outcome in _outcomes(channel)}
        for outcome, button in self.buttons.items():
            button.clicked.connect(partial(self.chosen.emit, outcome))
            self._row.addWidget(button, 1)


class Until(QTimer):
    """Rings when the gate may say something else: her hour ends or begins, or a minute passed."""

    def wait(self, gate: Gate, agreed: SafeContact | None, now: datetime) -> None:
        """Wait for it; a clock can be moved, so no answer is trusted for long."""
        end = gate_words.closes_at(agreed, now) if agreed is not None and gate.may else None
        day = clock.local(now).date()
        moment = clock.at(day, end) if end is not None else gate.next_from
        left = LOOK_AGAIN if moment is None else round((moment - now).total_seconds() * 1000)
        self.setSingleShot(True)
        self.start(min(max(left, 1_000), LOOK_AGAIN))


def _outcomes(channel: Channel) -> Sequence[Outcome]:
    if channel in BY_VOICE:
        return Outcome.SPOKE, Outcome.NO_ANSWER, Outcome.SOMEBODY_ELSE
    return Outcome.SENT, Outcome.SPOKE, Outcome.SOMEBODY_ELSE


def _rule_strip(verdict: Verdict, strong: str, below: str) -> Strip:
    tone, icon = _LOOKS[verdict]
    strip = Strip(tone)
    row = QHBoxLayout(strip)
    row.setContentsMargins(px(12), px(10), px(12), px(10))
    row.setSpacing(px(12))
    row.addWidget(IconLabel(icon, f"{tone}t", 20, "fill", tone, 34), 0, _TOP)
    column = QVBoxLayout()
    column.setSpacing(px(1))
    column.addWidget(RichLine(strong, "", tone))
    if below:
        column.addWidget(body(below, wrap=True))
    row.addLayout(column, 1)
    return strip


def _agreed_line(agreed: SafeContact) -> str:
    windows = gate_words.windows_line(agreed.windows)
    said = [f"{windows}."] if windows else []
    if agreed.checked_on is not None:
        day = day_without_weekday(agreed.checked_on)
        said.append(tr("Agreed on {day}.").format(day=day))
    return " ".join(said)


def _lines(agreed: SafeContact) -> Sequence[tuple[str, str]]:
    found = [
        ("question", tr("Ask first: “Can you talk now?”")),
        ("user-circle-minus", gate_words.somebody_else_line(agreed)),
        ("speaker-simple-slash", gate_words.voicemail_line(agreed)),
    ]
    if agreed.who_may_answer:
        said = tr("May answer as well: {who}").format(who=agreed.who_may_answer)
        found.append(("users", said))
    if agreed.if_line_drops:
        said = tr("Does the line drop? {words}").format(words=agreed.if_line_drops)
        found.append(("phone-slash", said))
    if agreed.hide_number:
        found.append(("eye-slash", tr("Call with your own number hidden.")))
    return found


def _line(icon: str, text: str) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(px(9))
    mark = IconLabel(icon, "mut", 19)
    mark.stand_beside(text)
    row.addWidget(mark, 0, _TOP)
    row.addWidget(explain(text, wrap=True), 1)
    return holder
