"""How the acts around who holds her read in the timeline."""

from datetime import datetime

from hgkm_desktop.rules.bodies import Held
from hgkm_desktop.rules.entries import Entry
from hgkm_desktop.rules.holding import Ending, Handover
from hgkm_desktop.rules.words import word
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.views.cases.moments import DOT, HANDOVER, Moment, Teller

BEGIN = "begin"


def tell_held(body: Held, entry: Entry, told: Teller) -> Moment | None:
    """Return how an act reads; that it began is said elsewhere."""
    before = told.last("held", body)
    if body.act == BEGIN:
        return None
    offered = before.now.handover if isinstance(before, Held) else None
    title = _title(body, offered, told)
    who = _who(body, offered, entry, told)
    return _moment(entry.made_at, body.act, title, who)


def _moment(at: datetime, act: str, title: str, who: str) -> Moment:
    icon = {"close": "pause-circle", "reopen": "door-open"}.get(act, "hand-arrow-up")
    return Moment(at, HANDOVER, icon, title, who, tone="pri")


def _title(body: Held, offered: Handover | None, told: Teller) -> str:
    handover = body.now.handover or offered
    partner = handover.organisation if handover is not None else ""
    endings = {str(ending): word(ending) for ending in Ending}
    if body.act in endings:
        return f"{partner}: {endings[body.act].lower()}" if partner else endings[body.act]
    titles = {
        "offer": tr("Offered to {partner}"),
        "accept": tr("{partner} takes her on"),
        "talk": tr("Talked together with {partner}"),
        "confirm": tr("Handed over to {partner}"),
        "wait": tr("On the list of {partner}"),
        "feedback": tr("{partner} let us hear"),
        "take": tr("{name} holds her"),
        "close": tr("Stopped, the door stays open"),
        "reopen": tr("Begun again"),
    }
    name = told.who(body.now.holder.member_id) if body.now.holder.member_id else ""
    return titles.get(body.act, tr("Who holds her changed")).format(partner=partner, name=name)


def _who(body: Held, offered: Handover | None, entry: Entry, told: Teller) -> str:
    parts = [told.who(entry.made_by)]
    handover = body.now.handover or offered
    if body.act in ("accept", "confirm") and handover is not None:
        parts.append(told.hides(handover.person))
    if body.act == "offer" and handover is not None and handover.feedback_due is not None:
        parts.append(tr("answer before {day}").format(day=told.day(handover.feedback_due)))
    if body.act == "wait" and handover is not None and handover.waiting is not None:
        parts.append(told.hides(handover.waiting.what))
    if body.act == "close" and body.now.closing is not None:
        parts.append(word(body.now.closing.reason))
    return DOT.join(part for part in parts if part)
