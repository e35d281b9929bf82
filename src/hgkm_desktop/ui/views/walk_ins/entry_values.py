"""What stands in a form as plain values: kept as a draft, compared, put into a record."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any, cast

from hgkm_desktop.models import WalkIn
from hgkm_desktop.models.codes import (
    ContactBy,
    ContactSetting,
    FollowUp,
    HelpTopic,
    Language,
    SignalLevel,
    TellsAbout,
    Urgency,
    Visit,
)

Values = dict[str, Any]
"""Field by field, ready for JSON: codes as words, moments and days in ISO writing."""

CODES: dict[str, type[StrEnum]] = {
    "visit": Visit,
    "language": Language,
    "signal": SignalLevel,
    "follow_up": FollowUp,
    "setting": ContactSetting,
    "urgency": Urgency,
    "tells_about": TellsAbout,
    "contact_by": ContactBy,
}
PREFILLED = frozenset({"happened_at", "setting"})
"""Filled in before anybody typed; alone they are no draft."""


def of_record(walk_in: WalkIn) -> Values:
    """Return what a record says, as a form shows it."""
    values: Values = {name: getattr(walk_in, name) for name in CODES}
    return values | {
        "happened_at": walk_in.happened_at.isoformat(),
        "topics": list(walk_in.topics),
        "follow_up_on": walk_in.follow_up_on.isoformat() if walk_in.follow_up_on else None,
        "desk_question": walk_in.desk_question,
        "children": "" if walk_in.children is None else str(walk_in.children),
    }


def into_record(values: Values, walk_in: WalkIn) -> WalkIn:
    """Put what was typed into a record; everything must have been understood."""
    for name in CODES:
        setattr(walk_in, name, code(name, values[name]))
    walk_in.happened_at = datetime.fromisoformat(values["happened_at"])
    walk_in.topics = tuple(HelpTopic(topic) for topic in values["topics"])
    walk_in.follow_up_on = day(values["follow_up_on"])
    walk_in.desk_question = values["desk_question"]
    walk_in.children = int(values["children"]) if values["children"].strip() else None
    return walk_in


def is_blank(values: Values) -> bool:
    """Say whether nothing was typed yet."""
    return not any(value for name, value in values.items() if name not in PREFILLED)


def code(name: str, value: object) -> StrEnum | None:
    """Return a value of a code list, None for nothing or for a code this version does not know."""
    try:
        return CODES[name](cast(str, value)) if value else None
    except ValueError:
        return None


def day(value: object) -> date | None:
    """Return a day in ISO writing as a day."""
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
