"""How a clock is called, what happens on its last day, and how long it still runs."""

from datetime import datetime

from hgkm_desktop import clock
from hgkm_desktop.rules.all_clocks import Running
from hgkm_desktop.rules.clocks import Kind, Stage
from hgkm_desktop.rules.lists import Purpose
from hgkm_desktop.rules.words import word
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.breaking import as_typed
from hgkm_desktop.ui.dates import day_in_short, day_of, kept_together, time_of

ICONS = {
    Kind.RESTRAINING_ORDER: "hourglass-medium",
    Kind.TIME_OUT: "armchair",
    Kind.CONSENT: "handshake",
    Kind.CONTACT: "phone",
    Kind.PROMISE: "flag",
}
_TONES = {Stage.RUNNING: "ok", Stage.ENDING: "am", Stage.ENDED: "nt"}


def title(running: Running, *, veiled: bool) -> str:
    """Return what ends; whose it is stays unsaid while names are hidden."""
    consent, promise = running.consent, running.promise
    if consent is not None and not veiled:
        what = as_typed(consent.receiver) or word(consent.purpose)
        return tr("Her yes: {what}").format(what=what)
    if promise is not None and not veiled:
        return tr("Promise of {who}").format(who=as_typed(promise.who))
    return word(running.kind)


def short_name(kind: Kind) -> str:
    """Return a word for it beside a line in a chart."""
    return tr("restraining order") if kind is Kind.RESTRAINING_ORDER else tr("time-out")


def badge(running: Running, now: datetime) -> tuple[str, str]:
    """Return how far it is in a few words, and their tone."""
    if running.stage is Stage.ENDED:
        late = running.kind is Kind.PROMISE
        return (tr("the day has passed"), "rd") if late else (tr("stopped"), "nt")
    if now < running.clock.starts and running.is_of_the_law:
        return tr("begins {moment}").format(moment=moment_text(running.clock.starts, now)), "bl"
    if running.kind is Kind.RESTRAINING_ORDER:
        told = tr("day {number} of {total} · stops {moment}").format(
            number=running.clock.day(now),
            total=running.clock.days,
            moment=moment_text(running.ends, now),
        )
        return told, "rd" if running.stage is Stage.ENDING else "am"
    return left(running, now), _TONES[running.stage]


def left(running: Running, now: datetime) -> str:
    """Return how many days are left: "nog 14 dagen"."""
    days = running.days_left(now)
    if days < 2:
        if running.kind is Kind.PROMISE:
            return tr("tomorrow") if days else tr("today")
        return tr("one day left") if days else tr("last day")
    return tr("{count} days left").format(count=days)


def moment_text(moment: datetime, now: datetime) -> str:
    """Return "zo 22 nov, 18.00"."""
    day = day_in_short(day_of(moment), day_of(now))
    return kept_together(f"{day}, {time_of(moment)}")


def latest_text(running: Running, most: int, now: datetime) -> str:
    """Return the last day it may ever run to, counted from its start."""
    return day_in_short(clock.local(running.clock.extended(most).ends).date(), day_of(now))


def questions(kind: Kind) -> tuple[str, str]:
    """Return what every clock has to answer."""
    if kind is Kind.PROMISE:
        return tr("Not done?"), tr("Who watches?")
    return tr("What happens that day?"), tr("Who is there then?")


def then(running: Running) -> str:
    """Return what happens that day: as somebody wrote it, or what follows by itself."""
    if running.then:
        return as_typed(running.then)
    if running.consent is not None:
        return _without_yes(running.consent.purpose, running.consent.receiver)
    return tr("Calling stops, until we ask again.") if running.kind is Kind.CONTACT else ""


def _without_yes(purpose: Purpose, receiver: str) -> str:
    if purpose is Purpose.SHARE_WITH_PARTNER:
        return tr("We share nothing more with: {receiver}.").format(receiver=as_typed(receiver))
    return {
        Purpose.NOTES: tr("We write nothing more down."),
        Purpose.CONTACT_BY_US: tr("We do not contact her any more."),
        Purpose.INTERPRETER: tr("We ask no interpreter any more."),
    }.get(purpose, tr("This stops, until we ask again."))
