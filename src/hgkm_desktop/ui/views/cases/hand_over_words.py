"""What is said of a handover: who holds her, and what is known of each step."""

from collections.abc import Iterable
from datetime import date

from hgkm_desktop.rules.bodies import Held
from hgkm_desktop.rules.entries import Entry
from hgkm_desktop.rules.holding import Handover, Holding, Step
from hgkm_desktop.rules.lists import Purpose
from hgkm_desktop.rules.standing import Standing
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.dates import day_in_short, day_of
from hgkm_desktop.ui.names import inside, shown

TALKED = "talk"
"""What the act is called in the entry that notes it."""


def who_holds(holding: Holding, veiled: bool = False) -> tuple[str, str]:
    """Return who holds her now, in words and a tone; of names only the first letters if hidden."""
    handover = holding.handover
    if handover is not None:
        return _under_way(handover, veiled), "am"
    person = inside(shown(holding.holder.person, veiled))
    if holding.holder.is_us:
        said = tr("{person} holds her, until somebody else really does.")
        return said.format(person=person), "ok"
    said = tr("{person} of {organisation} holds her.")
    return said.format(person=person, organisation=inside(holding.holder.organisation)), "bl"


def receivers_of(standing: Standing, today: date) -> list[str]:
    """Return with whom she may be shared today: her yes to each of them (R-163)."""
    purpose = Purpose.SHARE_WITH_PARTNER
    asked = (receiver for kind, receiver in standing.consents if kind is purpose)
    return [receiver for receiver in asked if standing.may(purpose, today, receiver)]


def talked_on(entries: Iterable[Entry]) -> date | None:
    """Return when they talked together in the handover of now, None while they did not."""
    found: date | None = None
    for entry in entries:
        if isinstance(entry.body, Held) and entry.body.act == TALKED:
            found = day_of(entry.made_at)
        elif isinstance(entry.body, Held) and not _has_talked(entry.body.now.handover):
            found = None
    return found


def _has_talked(handover: Handover | None) -> bool:
    return handover is not None and handover.step is Step.TALKED


def dates_of(
    handover: Handover | None, talked: date | None, today: date, veiled: bool = False
) -> list[str]:
    """Return what is known of each of the four steps."""
    if handover is None:
        return [""] * 4
    offered = tr("{organisation}, {day}").format(
        organisation=inside(handover.organisation), day=_day(day_of(handover.since), today)
    )
    heard = f"{offered}. {_feedback(handover, today)}"
    named = _named(handover, today, veiled)
    together = _day(talked, today) if talked is not None else ""
    return [f"{heard} {_waiting(handover, today)}".strip(), named, together, ""]


def _under_way(handover: Handover, veiled: bool) -> str:
    if handover.step is Step.OFFERED:
        said = tr("Offered to {organisation}. Not confirmed yet. Until then we hold her.")
        return said.format(organisation=inside(handover.organisation))
    said = tr("{person} of {organisation} says yes. Not confirmed yet. Until then we hold her.")
    person = inside(shown(handover.person, veiled))
    return said.format(person=person, organisation=inside(handover.organisation))


def _feedback(handover: Handover, today: date) -> str:
    if handover.feedback_on is not None:
        return tr("They let us hear on {day}.").format(day=_day(handover.feedback_on, today))
    late = handover.days_late(today)
    if late:
        said = tr("Feedback is 1 day late.") if late == 1 else tr("Feedback is {count} days late.")
        return said.format(count=late)
    if handover.feedback_due is None:
        return ""
    return tr("They let us hear before {day}.").format(day=_day(handover.feedback_due, today))


def _waiting(handover: Handover, today: date) -> str:
    waiting = handover.waiting
    if waiting is None:
        return ""
    said = tr("She waits for {what}, since {day}. {who} keeps in touch.")
    return said.format(
        what=inside(waiting.what), day=_day(waiting.since, today), who=inside(waiting.keeps_contact)
    )


def _named(handover: Handover, today: date, veiled: bool) -> str:
    if handover.step is Step.OFFERED:
        return ""
    person = inside(shown(handover.person, veiled))
    if handover.feedback_on is None:
        return person
    return tr("{person}, {day}").format(person=person, day=_day(handover.feedback_on, today))


def _day(day: date, today: date) -> str:
    return inside(day_in_short(day, today))
