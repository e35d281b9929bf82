"""The first thing read about her: may we reach her now, what to say, and what is agreed (06a)."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from hgkm_desktop.rules import gate_words
from hgkm_desktop.rules.contact import Channel, Gate, SafeContact, Verdict
from hgkm_desktop.services import safe_contact
from hgkm_desktop.services.cases import CasePage
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.breaking import as_typed
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_of, day_without_weekday
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.cases.call_gate import CallGate
from hgkm_desktop.ui.views.cases.contact_form import ContactForm
from hgkm_desktop.ui.views.cases.still_right import StillRight
from hgkm_desktop.ui.widgets.buttons import make_button
from hgkm_desktop.ui.widgets.icon_label import IconLabel
from hgkm_desktop.ui.widgets.labels import RichLine, explain
from hgkm_desktop.ui.widgets.strips import Strip

LOOKS = {
    Verdict.MAY: ("ok", "phone-call"),
    Verdict.NOT_NOW: ("am", "clock"),
    Verdict.ASK_AGAIN: ("rd", "phone-x"),
    Verdict.SHE_CALLS: ("nt", "phone-slash"),
}
AGAIN = 20_000
"""An open gate shuts by itself: so often it is asked again."""


class ContactStrip(Strip):
    """Says it in words, colour and icon together; never shows a number."""

    def __init__(self, ctx: Context) -> None:
        super().__init__("nt")
        self.ctx = ctx
        self.page: CasePage | None = None
        self.gate = Gate(Verdict.SHE_CALLS)
        self._mark = _mark("phone-slash", "nt")
        self.verdict, self.details = RichLine(""), explain("", wrap=True)
        self.call = make_button(tr("Call her"), "primary", "phone-call", small=True)
        self.ask = make_button(tr("Ask: is this still right?"), small=True)
        self._timer = QTimer(self)
        self._timer.setInterval(AGAIN)
        self._timer.timeout.connect(self.look_again)
        self._lay_out()
        self.ring_radius = px(10)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.call.clicked.connect(self._on_call_clicked)
        self.ask.clicked.connect(self._on_ask_clicked)

    def show_case(self, page: CasePage) -> None:
        """Show how she may be reached."""
        self.page = page
        self.look_again()
        self._timer.start()

    def look_again(self) -> None:
        """Ask the gate what it says now."""
        if self.page is None:
            return
        now, agreed = self.ctx.now(), self.page.standing.contact
        self.gate = safe_contact.gate_of(self.page.standing, way_of(agreed), now)
        tone, icon = LOOKS[self.gate.verdict]
        self.set_tone(tone)
        self._show_mark(icon, tone)
        strong, said = first_line(self.gate, agreed, now)
        self.verdict.say(strong, "" if self.ctx.veiled else as_typed(said), tone)
        self.details.setText(self._second_line(agreed, now))
        self.details.setVisible(bool(self.details.text()))
        self.setAccessibleName(f"{self.verdict.accessibleName()} {self.details.text()}".strip())
        self.call.setVisible(self.gate.may and not self.ctx.veiled)
        self._offer(agreed)

    def _second_line(self, agreed: SafeContact | None, now: datetime) -> str:
        if agreed is None or self.gate.verdict is Verdict.SHE_CALLS:
            return ""
        agreed_on = agreement(agreed, now)
        if self.ctx.veiled or self.gate.verdict is Verdict.ASK_AGAIN:
            return agreed_on
        return as_typed(" · ".join((" ".join(rules_of(agreed)), agreed_on)))

    def _offer(self, agreed: SafeContact | None) -> None:
        words = tr("Ask: is this still right?")
        if agreed is None or self.gate.verdict is Verdict.SHE_CALLS:
            words = tr("She is here: agree with her")
        self.ask.setText(words)
        self.ask.setVisible(not self.ctx.veiled)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(px(1))
        words.addWidget(self.verdict)
        words.addWidget(self.details)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(px(11), px(9), px(11), px(9))
        row.setSpacing(px(12))
        row.addWidget(self._mark)
        row.addLayout(words, 1)
        row.addWidget(self.call)
        row.addWidget(self.ask)

    def _show_mark(self, icon: str, tone: str) -> None:
        mark = _mark(icon, tone)
        self._row.replaceWidget(self._mark, mark)
        self._mark.hide()
        self._mark.deleteLater()
        self._mark = mark

    def _on_call_clicked(self) -> None:
        if self.page is not None:
            CallGate(self.ctx, self.page).open(self.window())

    def _on_ask_clicked(self) -> None:
        if self.page is None:
            return
        knows = self.page.standing.contact is not None
        asks = knows and self.gate.verdict is not Verdict.SHE_CALLS
        form = StillRight(self.ctx, self.page) if asks else ContactForm(self.ctx, self.page)
        form.open(self.window())


def _mark(icon: str, tone: str) -> IconLabel:
    return IconLabel(icon, f"{tone}t", 18, "fill", tone, 30)


def way_of(agreed: SafeContact | None) -> Channel:
    """Return the way the strip speaks of: calling, or else the first way she allowed."""
    if agreed is None or Channel.CALL in agreed.channels:
        return Channel.CALL
    return next((each for each in Channel if each in agreed.channels), Channel.CALL)


def first_line(gate: Gate, agreed: SafeContact | None, now: datetime) -> tuple[str, str]:
    """Return the verdict, and what to say or do."""
    way = way_of(agreed)
    if gate.verdict is Verdict.NOT_NOW and agreed is not None:
        calls = way is Channel.CALL
        words = (
            tr("Do not call now. Again on {when}.") if calls else tr("Not now. Again on {when}.")
        )
        return words.format(when=gate_words.windows_phrase(agreed.windows)), _say(agreed)
    if gate.verdict is Verdict.ASK_AGAIN:
        return f"{tr('Do not call.')} {_why(agreed, now)}", gate_words.next_step(gate, now)
    said = _say(agreed) if gate.may and agreed is not None else ""
    return gate_words.gate_line(gate, agreed, now, way), said


def rules_of(agreed: SafeContact) -> Sequence[str]:
    """Return what goes with reaching her: voicemail, and what if somebody else answers."""
    voicemail = gate_words.voicemail_line(agreed) if agreed.voicemail else tr("No voicemail.")
    found = [voicemail, gate_words.somebody_else_line(agreed)]
    if Channel.APP not in agreed.channels:
        found.insert(0, tr("No app."))
    return found


def agreement(agreed: SafeContact, now: datetime) -> str:
    """Return when it was asked last, and until when it is good."""
    today, parts = day_of(now), list[str]()
    if agreed.checked_on is not None:
        day = day_without_weekday(agreed.checked_on, today)
        parts.append(tr("Agreed {day}").format(day=day))
    until = gate_words.good_until(agreed)
    if until is not None:
        parts.append(tr("good until {day}").format(day=day_without_weekday(until, today)))
    return ", ".join(parts) + "." if parts else ""


def _say(agreed: SafeContact) -> str:
    line = gate_words.say_line(agreed)
    return tr("Say: {words}").format(words=line) if line else ""


def _why(agreed: SafeContact | None, now: datetime) -> str:
    if agreed is not None and agreed.incident_on is not None:
        return tr("Something happened.")
    if agreed is not None and agreed.until is not None and agreed.until < day_of(now):
        return tr("The agreement has ended.")
    return tr("We asked her more than 30 days ago.")
