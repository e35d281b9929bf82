"""A visit in words: for the rows, the panel beside the list, and how it read before."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, cast
from uuid import UUID

from hgkm_desktop.models import Member, WalkIn
from hgkm_desktop.models.codes import FollowUp, HelpTopic
from hgkm_desktop.models.labels import label, short
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.dates import day_as_spoken, day_in_full, day_in_short, day_of, time_of
from hgkm_desktop.ui.views.walk_ins import entry_values

HIDDEN = "•••"
_ENDLESS = re.compile(r"(\S{24})(?=\S)")


@dataclass(frozen=True)
class Said:
    """A name and what is said under it."""

    name: str
    text: str


def heading(walk_in: WalkIn, today: date) -> str:
    """Return "14.20 · bekend", with the day when it was not today."""
    day = day_of(walk_in.happened_at)
    moment = time_of(walk_in.happened_at)
    if day != today:
        moment = f"{day_in_short(day, today)}, {moment}"
    return f"{moment} · {short(walk_in.visit)}" if walk_in.visit else moment


def follow_up_in_row(follow_up: FollowUp | None, on: date | None, today: date) -> str:
    """Return "Gesprek di 24 nov", or the follow-up alone."""
    if follow_up is None:
        return ""
    if on is None:
        return label(follow_up)
    return f"{short(follow_up)} {day_in_short(on, today)}"


def follow_up_in_full(follow_up: FollowUp | None, on: date | None, today: date) -> str:
    """Return "Gesprek op dinsdag 24 november"."""
    if follow_up is None:
        return ""
    if on is None:
        return label(follow_up)
    day = day_in_full(on, today)
    return tr("{what} on {day}").format(what=short(follow_up), day=day)


def details(walk_in: WalkIn, today: date) -> list[Said]:
    """Return what the panel says under the story: only what was filled in."""
    follow_up = follow_up_in_full(walk_in.follow_up, walk_in.follow_up_on, today)
    said = [
        Said(tr("Follow-up"), follow_up),
        Said(tr("Where"), label(walk_in.setting)),
        Said(tr("Urgency"), label(walk_in.urgency) if walk_in.urgency else ""),
        Said(tr("Tells about"), label(walk_in.tells_about) if walk_in.tells_about else ""),
        Said(tr("Contact by"), label(walk_in.contact_by) if walk_in.contact_by else ""),
        Said(tr("Children"), "" if walk_in.children is None else str(walk_in.children)),
    ]
    return [each for each in said if each.text]


def entered(walk_in: WalkIn, names: Mapping[UUID, Member], now: datetime, veiled: bool) -> str:
    """Return "Ingevoerd door Asha om 14.31.", with the day when it was not today."""
    who = name_of(walk_in.entered_by, names, veiled)
    day, today = day_of(walk_in.entered_at), day_of(now)
    at = time_of(walk_in.entered_at)
    if day == today:
        return tr("Entered by {name} at {time}.").format(name=who, time=at)
    words = tr("Entered by {name} on {day} at {time}.")
    return words.format(name=who, day=day_as_spoken(day, today), time=at)


def name_of(member_id: UUID, names: Mapping[UUID, Member], veiled: bool) -> str:
    """Return a member's name; behind the veil only its first letter."""
    member = names.get(member_id)
    if member is None:
        return HIDDEN
    return f"{member.name.strip()[:1]}." if veiled else member.name


def breakable(text: str) -> str:
    """Return a text whose endless words may be broken; a label cannot do it by itself."""
    return _ENDLESS.sub("\\1\u200b", text)


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Said]:
    """Return what stood here before, field by field, where it is another now.

    Both are values as the form has them (`entry_values`), or as a correction keeps them.
    """
    for name, title in _titles().items():
        old, new = _plain(before.get(name)), _plain(after.get(name))
        if old != new:
            yield Said(title, in_words(name, before.get(name)) or tr("nothing"))


def in_words(name: str, value: Any) -> str:  # noqa: ANN401
    """Return a stored value of a field in words."""
    if value is None or value == "":
        return ""
    if name in entry_values.CODES:
        code = entry_values.code(name, value)
        return label(code) if code else ""
    if name == "topics":
        return ", ".join(label(HelpTopic(topic)) for topic in value)
    if name == "happened_at":
        moment = datetime.fromisoformat(value)
        return f"{day_in_full(day_of(moment))}, {time_of(moment)}"
    if name == "follow_up_on":
        return day_in_full(date.fromisoformat(value))
    return str(value)


def _titles() -> dict[str, str]:
    return {
        "happened_at": tr("Time"),
        "visit": tr("Visit"),
        "language": tr("Language"),
        "signal": tr("Signal"),
        "topics": tr("Topics"),
        "follow_up": tr("Follow-up"),
        "follow_up_on": tr("When"),
        "desk_question": tr("What was going on"),
        "setting": tr("Where"),
        "urgency": tr("Urgency"),
        "tells_about": tr("Tells about"),
        "contact_by": tr("Contact by"),
        "children": tr("Children"),
    }


def _plain(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, list | tuple):
        return sorted(map(str, cast(list[Any], value)))
    return "" if value is None else str(value)
