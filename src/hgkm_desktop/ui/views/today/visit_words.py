"""Going along today, in words: how far it is, where to meet, and who goes."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from hgkm_desktop import clock
from hgkm_desktop.rules.appointment import Visit
from hgkm_desktop.rules.cautions import Caution
from hgkm_desktop.rules.going_along import OFF, State
from hgkm_desktop.rules.going_words import caution_words, word
from hgkm_desktop.services.appointment_list import Seen
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.breaking import as_typed
from hgkm_desktop.ui.dates import kept_together, time_of
from hgkm_desktop.ui.names import inside
from hgkm_desktop.ui.views.today.rich import Part
from hgkm_desktop.ui.views.today.scene import Scene

SOON = timedelta(minutes=60)
Said = tuple[str, str, str]


def badge(seen: Seen, now: datetime) -> Said | None:
    """Return what is not right yet, or that it is ready: words, tone and icon.

    None when it is over and nobody told yet how it went: that is asked below.
    """
    state = seen.visit.state
    if state in OFF:
        return word(state), "nt", "x-circle"
    if state is State.HELD:
        return tr("has been"), "nt", "check-circle"
    if now >= seen.visit.ends:
        return None
    if seen.cautions:
        return _first_caution(seen.cautions), "am", "warning"
    if state in (State.PREPARED, State.CONFIRMED):
        return tr("ready"), "ok", "check-circle"
    return word(state), "bl", ""


def cautions(seen: Seen) -> str:
    """Return everything that is not right yet, in sentences."""
    return " ".join(caution_words(each) for each in seen.cautions)


def where_to(seen: Seen, scene: Scene) -> str:
    """Return the partner and with whom: "Buurtteam Osdorp, met Jolanda"."""
    partner, person = scene.words(seen.partner), scene.words(seen.person)
    if partner and person:
        return tr("{partner}, with {person}").format(partner=partner, person=person)
    return partner or person or ("" if scene.veiled else word(seen.visit.details.kind))


def who(visit: Visit, scene: Scene) -> tuple[Part, ...]:
    """Return who goes along, who would in her place, and where they meet."""
    parts = [Part(scene.member(visit.first))]
    if visit.reserve is not None:
        reserve = tr("(reserve {name})").format(name=inside(scene.member(visit.reserve)))
        parts.append(Part(reserve, "mut"))
    meeting = _meeting(visit, scene)
    if meeting:
        parts.append(Part(f"· {meeting}", "mut"))
    return tuple(parts)


def leaves_at(visit: Visit) -> datetime:
    """Return when whoever goes along has to be somewhere: where they meet, or there."""
    at = visit.details.meet_at
    if at is None:
        return visit.starts
    meets = clock.at(clock.local(visit.starts).date(), at)
    return meets if meets <= visit.starts else visit.starts


def how_long(visit: Visit, now: datetime) -> tuple[str, str]:
    """Return how long it still takes, that it is going on, or that it is over; and the tone."""
    if not visit.state.is_ahead:
        return "", ""
    if now >= visit.ends:
        return tr("Over. How did it go?"), "am"
    if now >= visit.starts:
        until = kept_together(time_of(visit.ends))
        return tr("Now, until {time}.").format(time=until), "bl"
    left = leaves_at(visit) - now
    if left > SOON:
        return "", ""
    if left <= timedelta(0):
        return tr("On the way."), "bl"
    minutes = -(-int(left.total_seconds()) // 60)
    if minutes == 1:
        return tr("1 minute left."), "bl"
    return tr("{count} minutes left.").format(count=minutes), "bl"


def _first_caution(found: Sequence[Caution]) -> str:
    """Return the first in the order they matter on the day itself, and how many more there are."""
    words = _in_short()
    first = next(text for caution, text in words.items() if caution in found)
    return first if len(found) == 1 else f"{first} +{len(found) - 1}"


def _in_short() -> dict[Caution, str]:
    return {
        Caution.CALL_NOT_AGREED: tr("do not call her"),
        Caution.INTERPRETER_NOT_SURE: tr("interpreter not sure"),
        Caution.PARTNER_DOES_NOT_KNOW: tr("partner does not know yet"),
        Caution.NOT_ASKED_ALONE: tr("still to ask alone"),
        Caution.SHE_DID_NOT_SAY: tr("her wish still to ask"),
        Caution.NO_PERSON: tr("who comes for them?"),
        Caution.NEVER_MET: tr("a new face for her"),
        Caution.COMPANION_UNKNOWN: tr("a new companion for her"),
        Caution.PROFESSIONAL_INTERPRETER: tr("professional interpreter"),
        Caution.NO_RESERVE: tr("no reserve"),
        Caution.RESERVE_UNKNOWN: tr("a new reserve for her"),
    }


def _meeting(visit: Visit, scene: Scene) -> str:
    told = visit.details
    at = kept_together(time_of(told.meet_at)) if told.meet_at is not None else ""
    place = "" if scene.veiled else as_typed(told.meet_where)
    return " ".join(part for part in (at, place) if part)
