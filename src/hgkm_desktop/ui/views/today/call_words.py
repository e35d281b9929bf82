"""Whom we may call now, in the words of the safe-contact gate; there is no number in here."""

from dataclasses import dataclass, replace
from datetime import datetime

from hgkm_desktop.rules import gate_words
from hgkm_desktop.rules.contact import Channel, Gate, SafeContact, Verdict
from hgkm_desktop.services import safe_contact
from hgkm_desktop.services.beside_today import Call
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.breaking import as_typed
from hgkm_desktop.ui.dates import day_of, kept_together, time_of
from hgkm_desktop.ui.views.today.rich import Part
from hgkm_desktop.ui.views.today.sentences import full_stop, sentence

TONES = {
    Verdict.MAY: "ok",
    Verdict.NOT_NOW: "am",
    Verdict.ASK_AGAIN: "rd",
    Verdict.SHE_CALLS: "nt",
}
ICONS = {
    Verdict.MAY: "phone-call",
    Verdict.NOT_NOW: "clock",
    Verdict.ASK_AGAIN: "phone-x",
    Verdict.SHE_CALLS: "phone-slash",
}
_BY_THE_HOUR = frozenset({Verdict.MAY, Verdict.NOT_NOW})
"""What the clock alone changes within a day; the rest waits for her."""


@dataclass(frozen=True, repr=False)
class Said:
    """What a strip says: the verdict, then how."""

    strong: str
    rest: tuple[Part, ...] = ()


def now_of(call: Call, now: datetime) -> Call:
    """Return a call with what the gate says at this moment."""
    if call.agreed is None or call.gate.verdict not in _BY_THE_HOUR:
        return call
    return replace(call, gate=safe_contact.at_another_minute(call.agreed, way_of(call.agreed), now))


def still_today(call: Call, now: datetime) -> bool:
    """Say whether it is still to be looked at today; when its hours are over it is not."""
    later = any(until > now for _, until in call.windows)
    return call.gate.may or later or call.gate.verdict not in _BY_THE_HOUR


def way_of(agreed: SafeContact | None) -> Channel:
    """Return the way the gate speaks of: calling, or else the first way she allowed."""
    if agreed is None or Channel.CALL in agreed.channels:
        return Channel.CALL
    return next((each for each in Channel if each in agreed.channels), Channel.CALL)


def in_full(call: Call, now: datetime, *, veiled: bool) -> Said:
    """Return the verdict, what to say, and what if somebody else answers."""
    gate, agreed = call.gate, call.agreed
    if gate.verdict is Verdict.ASK_AGAIN:
        return _ask_again(agreed, now, gate)
    if gate.verdict is Verdict.SHE_CALLS or agreed is None:
        return Said(gate_words.gate_line(gate, agreed, now, way_of(agreed)))
    strong = _not_yet(gate, now)
    if gate.may:
        strong = gate_words.gate_line(gate, agreed, now, way_of(agreed))
    return Said(strong) if veiled else Said(strong, _how(agreed, is_open=gate.may))


def in_short(call: Call, now: datetime, *, veiled: bool) -> Said:
    """Return the same for a small screen, where only an open gate says everything."""
    said, agreed = in_full(call, now, veiled=veiled), call.agreed
    if call.gate.verdict is Verdict.ASK_AGAIN:
        return Said(said.strong, said.rest[-1:])
    if call.gate.verdict is Verdict.NOT_NOW and agreed is not None and not veiled:
        return Said(said.strong, (Part(_voicemail(agreed)),))
    return said


def button(call: Call, now: datetime) -> str:
    """Return what the button says: go, when it may be, or look at her."""
    gate = call.gate
    if gate.may:
        calls = way_of(call.agreed) is Channel.CALL
        return tr("I am going to call") if calls else tr("I am going to reach her")
    if _is_today(gate, now) and gate.next_from is not None:
        return tr("At {time}").format(time=kept_together(time_of(gate.next_from)))
    return tr("Look")


def waits(call: Call, now: datetime) -> bool:
    """Say whether the button is off until the hour comes."""
    return call.gate.verdict is Verdict.NOT_NOW and _is_today(call.gate, now)


def _is_today(gate: Gate, now: datetime) -> bool:
    return gate.next_from is not None and day_of(gate.next_from) == day_of(now)


def _not_yet(gate: Gate, now: datetime) -> str:
    if _is_today(gate, now) and gate.next_from is not None:
        at = kept_together(time_of(gate.next_from))
        return tr("Not yet. From {time}.").format(time=at)
    return f"{tr('Not today.')} {gate_words.next_step(gate, now)}"


def _how(agreed: SafeContact, *, is_open: bool) -> tuple[Part, ...]:
    hours = tr("Only {when}.").format(when=gate_words.windows_in_short(agreed.windows))
    if not is_open:
        return Part(hours), Part(_voicemail(agreed))
    found = [Part(hours)]
    if agreed.name_we_use:
        found += [Part(tr("Say:")), Part(as_typed(gate_words.say_line(agreed)), is_bold=True)]
    return (*found, Part(_another(agreed)))


def _another(agreed: SafeContact) -> str:
    words = agreed.if_another_answers
    if not words:
        return gate_words.somebody_else_line(agreed)
    return tr("Somebody else? {words}").format(words=as_typed(sentence(words)))


def _voicemail(agreed: SafeContact) -> str:
    if not agreed.voicemail:
        return tr("No voicemail.")
    return tr("Voicemail: {words}").format(words=as_typed(full_stop(agreed.voicemail)))


def _ask_again(agreed: SafeContact | None, now: datetime, gate: Gate) -> Said:
    why = tr("We asked her more than 30 days ago.")
    if agreed is not None and agreed.incident_on is not None:
        why = tr("Something happened.")
    elif agreed is not None and agreed.until is not None and agreed.until < day_of(now):
        why = tr("The agreement has ended.")
    return Said(tr("Do not call."), (Part(why), Part(gate_words.next_step(gate, now))))
