"""The sentences of the safe-contact gate: when it may be, what to say first, what to do when not.

Everybody who shows something of it says it with these words (R-284 to R-286). None of them holds
a number.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta

from hgkm_desktop import clock
from hgkm_desktop.rules import day_words
from hgkm_desktop.rules.contact import GOOD_FOR, Channel, Gate, SafeContact, Verdict, Window
from hgkm_desktop.texts import tr

WEEK = 7


def gate_line(
    gate: Gate, agreed: SafeContact | None, now: datetime, channel: Channel = Channel.CALL
) -> str:
    """Return the rule in one line: "Bellen mag nu, tot 11.00.", or why not."""
    if gate.verdict is Verdict.ASK_AGAIN:
        return _why_again(agreed, clock.local(now).date())
    if gate.verdict is Verdict.SHE_CALLS or agreed is None:
        return _why_never(agreed, channel)
    if gate.verdict is Verdict.NOT_NOW:
        return tr("Not now: only {when}.").format(when=windows_in_short(agreed.windows))
    ends = closes_at(agreed, now)
    return _may_now(channel).format(time=_time_of(ends)) if ends else ""


def next_step(gate: Gate, now: datetime) -> str:
    """Return what to do: nothing is asked of who may, the others wait for her or for the hour."""
    if gate.verdict is Verdict.MAY:
        return tr("Ask first: “Can you talk now?”")
    if gate.verdict is Verdict.NOT_NOW and gate.next_from is not None:
        return _again_on(clock.local(gate.next_from), clock.local(now).date())
    if gate.verdict is Verdict.SHE_CALLS:
        return tr("Talk about it when she is here.")
    return tr("Ask it again when she is here.")


def button_words(gate: Gate, agreed: SafeContact | None, may: str) -> str:
    """Return what a button that leads to contact says: its own words, or when it may be."""
    if gate.may:
        return may
    if gate.verdict is Verdict.NOT_NOW and agreed is not None:
        return tr("not now: only {when}").format(when=windows_in_short(agreed.windows))
    if gate.verdict is Verdict.ASK_AGAIN:
        return tr("ask again first")
    return tr("she comes to us")


def windows_line(windows: Iterable[Window]) -> str:
    """Return "Dinsdag en donderdag, 10–12 uur": her days and times as a sentence says them."""
    return _capital(windows_phrase(windows))


def windows_phrase(windows: Iterable[Window]) -> str:
    """Return "dinsdag en donderdag, 10–12 uur": the same in the middle of a sentence."""
    return "; ".join(_window_line(window) for window in windows)


def windows_in_short(windows: Iterable[Window]) -> str:
    """Return "di/do 10–12"; a second window follows a comma."""
    return ", ".join(f"{_days_in_short(window.days)} {_hours(window)}" for window in windows)


def say_line(agreed: SafeContact) -> str:
    """Return the very words to begin with, or nothing when none were agreed."""
    return tr("“This is {name}.”").format(name=agreed.name_we_use) if agreed.name_we_use else ""


def voicemail_line(agreed: SafeContact) -> str:
    """Return what may be left behind: the agreed words, or nothing at all."""
    if agreed.voicemail:
        return tr("Voicemail: “{words}”").format(words=agreed.voicemail)
    return tr("Leave no voicemail. Send no message.")


def somebody_else_line(agreed: SafeContact) -> str:
    """Return what to say when it is not she who answers; when nothing was agreed: hang up."""
    if agreed.if_another_answers:
        words = _full_stop(_capital(agreed.if_another_answers))
        return tr("Does somebody else answer? “{words}”").format(words=words)
    return tr("Does somebody else answer? Wrong number, hang up.")


def ways_line(channels: Iterable[Channel]) -> str:
    """Return "via app of bellen": the ways she allowed, as they end a sentence."""
    return _joined(
        [_way(channel) for channel in Channel if channel in set(channels)], tr("{first} or {last}")
    )


def agreement_line(agreed: SafeContact) -> str:
    """Return the whole agreement as one plain sentence, to read back to her."""
    if not agreed.channels or not agreed.windows:
        return tr("We do not contact you. You come to us.")
    return tr("{when}, {how}").format(
        when=windows_line(agreed.windows), how=ways_line(agreed.channels)
    )


def good_until(agreed: SafeContact) -> date | None:
    """Return the last day it holds without asking again; None when it does not hold at all."""
    if agreed.checked_on is None or agreed.incident_on is not None:
        return None
    asked = agreed.checked_on + GOOD_FOR
    return asked if agreed.until is None else min(asked, agreed.until)


def closes_at(agreed: SafeContact, now: datetime) -> time | None:
    """Return until when it may be, windows that follow on each other taken together."""
    local = clock.local(now)
    end: time | None = None
    at = local
    for window in sorted(agreed.windows, key=_begin):
        if window.holds(at) and (end is None or window.ends > end):
            end = window.ends
            at = local.replace(hour=end.hour, minute=end.minute, second=0, microsecond=0)
    return end


def days_line(days: Iterable[int]) -> str:
    """Return "dinsdag en donderdag", or "elke dag"; Monday is 0."""
    chosen = sorted(set(days))
    if len(chosen) == WEEK:
        return tr("every day")
    names = day_words.weekdays()
    if len(chosen) > 3 and chosen[-1] - chosen[0] == len(chosen) - 1:
        ends = {"first": names[chosen[0]], "last": names[chosen[-1]]}
        return tr("{first} up to and including {last}").format(**ends)
    return _joined([names[day] for day in chosen], tr("{first} and {last}"))


def _why_again(agreed: SafeContact | None, today: date) -> str:
    if agreed is not None and agreed.incident_on is not None:
        return tr("Something happened: ask again first.")
    if agreed is not None and agreed.until is not None and agreed.until < today:
        return tr("The agreement has ended: ask again first.")
    return tr("Older than 30 days: ask again first.")


def _why_never(agreed: SafeContact | None, channel: Channel) -> str:
    if agreed is None or not agreed.channels or not agreed.windows:
        return tr("Nothing was agreed. We do not call. She comes to us.")
    if channel not in agreed.channels:
        return tr("Not this way. Only {how}.").format(how=ways_line(agreed.channels))
    return tr("She wants no contact from us. She comes to us.")


def _may_now(channel: Channel) -> str:
    return {
        Channel.CALL: tr("You may call now, until {time}."),
        Channel.APP: tr("You may send an app message now, until {time}."),
        Channel.TEXT: tr("You may send a text message now, until {time}."),
        Channel.EMAIL: tr("You may send an e-mail now, until {time}."),
        Channel.POST: tr("You may send post now, until {time}."),
        Channel.THROUGH_SOMEBODY: tr("You may reach her through somebody now, until {time}."),
    }[channel]


def _way(channel: Channel) -> str:
    return {
        Channel.CALL: tr("by calling"),
        Channel.APP: tr("by app"),
        Channel.TEXT: tr("by text message"),
        Channel.EMAIL: tr("by e-mail"),
        Channel.POST: tr("by post"),
        Channel.THROUGH_SOMEBODY: tr("through somebody"),
    }[channel]


def _again_on(local: datetime, today: date) -> str:
    at = _time_of(local.time())
    if local.date() == today:
        return tr("Today from {time}.").format(time=at)
    if local.date() == today + timedelta(days=1):
        return tr("Tomorrow from {time}.").format(time=at)
    day = day_words.weekdays()[local.weekday()]
    return tr("Again on {day} from {time}.").format(day=day, time=at)


def _window_line(window: Window) -> str:
    days = days_line(window.days)
    return tr("{days}, {hours} o'clock").format(days=days, hours=_hours(window))


def _days_in_short(days: frozenset[int]) -> str:
    if len(days) == WEEK:
        return tr("every day")
    return "/".join(_short_weekdays()[day] for day in sorted(days))


def _hours(window: Window) -> str:
    return day_words.from_till(_hour(window.begins), _hour(window.ends))


def _hour(at: time) -> str:
    return f"{at.hour}.{at.minute:02}" if at.minute else str(at.hour)


def _time_of(at: time) -> str:
    return day_words.kept(f"{at.hour}.{at.minute:02}")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _full_stop(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def _joined(parts: Sequence[str], words: str) -> str:
    if len(parts) < 2:
        return "".join(parts)
    return words.format(first=", ".join(parts[:-1]), last=parts[-1])


def _begin(window: Window) -> time:
    return window.begins


def _short_weekdays() -> tuple[str, ...]:
    return tr("Mon"), tr("Tue"), tr("Wed"), tr("Thu"), tr("Fri"), tr("Sat"), tr("Sun")
