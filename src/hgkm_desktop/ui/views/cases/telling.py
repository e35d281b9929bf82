"""How each kind of entry reads in the timeline; a telling of None is not shown."""

from collections.abc import Sequence
from datetime import time
from functools import singledispatch
from operator import attrgetter

from hgkm_desktop import clock
from hgkm_desktop.rules import gate_words
from hgkm_desktop.rules.bodies import (
    Agreement,
    AskedAfter,
    Began,
    Beside,
    ClockSet,
    Consent,
    ContactAgreement,
    GuideNote,
    Held,
    Household,
    Incident,
    Note,
    Promise,
    Reached,
    Referral,
    Score,
    Situation,
)
from hgkm_desktop.rules.clocks import MOST, Clock
from hgkm_desktop.rules.contact import Channel
from hgkm_desktop.rules.entries import Entry
from hgkm_desktop.rules.lists import YES, ConsentForm, Outcome, Purpose, Voice
from hgkm_desktop.rules.words import word
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.dates import day_in_full, day_of, day_without_weekday, time_of
from hgkm_desktop.ui.names import inside
from hgkm_desktop.ui.views.cases import told_visits
from hgkm_desktop.ui.views.cases.held_words import tell_held
from hgkm_desktop.ui.views.cases.moments import (
    CONTACT,
    DOT,
    HANDOVER,
    NOON,
    NOTES,
    OTHER,
    SAFETY,
    Moment,
    Teller,
    at_day,
)


def timeline(told: Teller) -> list[Moment]:
    """Return everything that happened, the newest first; what is planned stands above it."""
    found = [moment for entry in told.page.entries if (moment := tell(entry.body, entry, told))]
    ahead, been = told_visits.moments_of(told)
    found = sorted([*found, *been], key=attrgetter("at"))
    later = sorted([*planned(told), *ahead], key=attrgetter("at"))
    return [*reversed(later), *reversed(found)]


def planned(told: Teller) -> list[Moment]:
    """Return the days on which we ask after her."""
    days = told.page.standing.aftercare()
    title = tr("Asking after her")
    return [
        Moment(clock.at(day, NOON), CONTACT, "heart", title, tone="bl", planned=True)
        for day in days
    ]


@singledispatch
def tell(_body: object, _entry: Entry, _told: Teller) -> Moment | None:
    """Return how an entry reads, None for what is said elsewhere."""
    return None


@tell.register
def _(body: Note, entry: Entry, told: Teller) -> Moment | None:
    if body.corrects is not None:
        return None
    beside = told.page.standing.corrections.get(entry.id, ())
    hers = body.voice is Voice.HERSELF
    title = tr("Her own words") if hers else tr("Note")
    who = DOT.join(part for part in (told.who(entry.made_by), word(body.kind)) if part)
    return Moment(
        body.at, NOTES, "note", title, who, has_time=True, note=entry, beside=tuple(beside)
    )


@tell.register
def _(body: Score, entry: Entry, told: Teller) -> Moment | None:
    before = told.last(("score", body.voice, body.name), body)
    whose = told.called if body.voice is Voice.HERSELF else _voice(body, told)
    who = tr("number of {name}").format(name=whose)
    if isinstance(before, Score):
        who = tr("number of {name}, was {number}").format(name=whose, number=before.number)
    title = tr("Safety: {number}").format(number=body.number)
    text = told.hides(f"“{body.why}”" if body.why else "")
    at = at_day(entry, body.on)
    return Moment(at, SAFETY, "chart-line-up", title, who, text, "ok")


@tell.register
def _(body: Reached, entry: Entry, told: Teller) -> Moment | None:
    title = tr("{channel}: {outcome}").format(
        channel=word(body.channel), outcome=word(body.outcome).lower()
    )
    icon = "phone" if body.outcome in (Outcome.SPOKE, Outcome.SENT) else "phone-x"
    tone = "am" if body.outcome is Outcome.SOMEBODY_ELSE else "nt"
    who = told.who(entry.made_by)
    return Moment(body.at, CONTACT, icon, title, who, tone=tone, has_time=True)


@tell.register
def _(body: Incident, entry: Entry, told: Teller) -> Moment | None:
    title, text = tr("Something happened"), told.hides(body.what)
    who = DOT.join((told.who(entry.made_by), tr("ask again first")))
    return Moment(at_day(entry, body.on), CONTACT, "warning", title, who, text, "rd")


@tell.register
def _(body: ContactAgreement, entry: Entry, told: Teller) -> Moment | None:
    before = told.last("contact", body.agreed)
    title = tr("Agreement about contact made")
    if before is not None:
        title = tr("Asked again: how we may reach her")
    until = gate_words.good_until(body.agreed)
    parts = [told.who(entry.made_by)]
    if until is not None:
        parts.append(tr("good until {day}").format(day=day_without_weekday(until, told.today)))
    icon = "phone" if Channel.CALL in body.agreed.channels else "chats-circle"
    return Moment(entry.made_at, CONTACT, icon, title, DOT.join(parts))


@tell.register
def _(body: Consent, entry: Entry, told: Teller) -> Moment | None:
    title = {
        ConsentForm.ASKED: tr("Asked, no answer yet"),
        ConsentForm.REFUSED: tr("She does not want it"),
        ConsentForm.WITHDRAWN: tr("She took her yes back"),
    }.get(body.form, tr("She said yes"))
    about = word(body.purpose)
    if body.receiver and not told.veiled:
        about = f"{about}: {body.receiver}"
    text = told.hides(f"“{body.her_words}”" if body.her_words else "")
    icon = "check-circle" if body.form in YES else "hand-palm"
    group = CONTACT if body.purpose is Purpose.CONTACT_BY_US else OTHER
    return Moment(at_day(entry, body.on), group, icon, title, about, text)


@tell.register
def _(body: Held, entry: Entry, told: Teller) -> Moment | None:
    return tell_held(body, entry, told)


@tell.register
def _(body: Beside, entry: Entry, told: Teller) -> Moment | None:
    if told.last("beside", body) is None:
        return None
    people = [told.who(each) for each in (body.first, body.second) if each is not None]
    title = tr("Who stands beside her changed")
    return Moment(entry.made_at, HANDOVER, "users", title, DOT.join(people), tone="pri")


@tell.register
def _(body: ClockSet, entry: Entry, told: Teller) -> Moment | None:
    before = told.last(body.id, body.clock)
    kind = word(body.clock.kind)
    if not body.clock.days:
        title, who = tr("{clock} stopped").format(clock=kind), told.who(entry.made_by)
    else:
        title = tr("{clock} changed") if before is not None else tr("{clock} begun")
        title, who = title.format(clock=kind), _length(body.clock, told)
    if body.clock.kind not in MOST:
        title, who = tr("{clock}: what happens then").format(clock=kind), told.who(entry.made_by)
    is_new = before is None and body.clock.kind in MOST
    at = body.clock.starts if is_new else entry.made_at
    return Moment(at, SAFETY, "hourglass-medium", title, who, told.hides(body.clock.then), "am")


@tell.register
def _(body: Promise, entry: Entry, told: Teller) -> Moment | None:
    title = {
        None: tr("A promise"),
        True: tr("Promise kept"),
        False: tr("Promise not kept"),
    }[body.kept]
    parts = [told.hides(body.who)]
    if body.kept is None and body.by is not None:
        parts.append(tr("before {day}").format(day=told.day(body.by)))
    text = told.hides(body.what if body.kept is None else body.otherwise or body.what)
    who = DOT.join(part for part in parts if part)
    return Moment(entry.made_at, OTHER, "handshake", title, who, text)


@tell.register
def _(body: Agreement, entry: Entry, told: Teller) -> Moment | None:
    title = tr("An agreement ended") if body.ended else tr("Agreed together")
    text = told.hides(body.text)
    return Moment(entry.made_at, OTHER, "handshake", title, told.who(entry.made_by), text)


@tell.register
def _(_body: Household, entry: Entry, told: Teller) -> Moment | None:
    who = told.who(entry.made_by)
    return Moment(entry.made_at, OTHER, "house-line", tr("Household filled in"), who)


@tell.register
def _(_body: Situation, entry: Entry, told: Teller) -> Moment | None:
    who = told.who(entry.made_by)
    return Moment(entry.made_at, OTHER, "heart", tr("What plays filled in"), who)


@tell.register
def _(body: GuideNote, entry: Entry, told: Teller) -> Moment | None:
    who, text = told.who(entry.made_by), told.hides(body.text)
    return Moment(at_day(entry, body.on), SAFETY, "list-checks", word(body.step), who, text)


@tell.register
def _(body: Referral, entry: Entry, told: Teller) -> Moment | None:
    by = told.hides(body.by)
    shown = word(body.kind), inside(by) if by else "", inside(word(body.area))
    title = f"{tr('A way that was shown')}: {word(body.status).lower()}"
    text = tr(", ").join(part for part in shown if part)
    who = told.who(entry.made_by)
    return Moment(at_day(entry, body.on), HANDOVER, "path", title, who, text)


@tell.register
def _(body: AskedAfter, entry: Entry, told: Teller) -> Moment | None:
    who, text = told.who(entry.made_by), told.hides(body.words)
    return Moment(at_day(entry, body.on), CONTACT, "heart", tr("Asked after her"), who, text)


@tell.register
def _(body: Began, _entry: Entry, told: Teller) -> Moment | None:
    who = tr("after a visit") if body.walk_in is not None else ""
    title = tr("Standing beside her began")
    return Moment(clock.at(body.on, time()), OTHER, "flag", title, who)


def _voice(body: Score, told: Teller) -> str:
    return told.hides(body.name) or word(body.voice).lower()


def _length(running: Clock, told: Teller) -> str:
    ends = day_in_full(day_of(running.ends), told.today)
    days = tr("1 day") if running.days == 1 else tr("{count} days").format(count=running.days)
    return tr("{days}, until {day}, {time}").format(days=days, day=ends, time=time_of(running.ends))


def only(moments: Sequence[Moment], group: str) -> list[Moment]:
    """Return the moments of one group; of no group all."""
    return [each for each in moments if not group or each.group == group]
