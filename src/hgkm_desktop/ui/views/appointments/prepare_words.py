"""How a visit reads beside the week: when it is, who she is, and whom she meets."""

import re
from datetime import date, datetime
from uuid import UUID

from hgkm_desktop.models import Member
from hgkm_desktop.rules.appointment import Visit
from hgkm_desktop.rules.day_words import from_till
from hgkm_desktop.rules.going_along import AppointmentKind
from hgkm_desktop.rules.going_words import word
from hgkm_desktop.services.appointment_list import Seen
from hgkm_desktop.texts import is_right_to_left, tr
from hgkm_desktop.ui.dates import day_as_spoken, day_of, kept_together, time_of
from hgkm_desktop.ui.names import inside, shown
from hgkm_desktop.ui.widgets.painting import isolate

_ENDLESS = re.compile(r"(\S{24})(?=\S)")


def called(seen: Seen, *, veiled: bool) -> str:
    """Return how she is called: her alias, or her code while names are hidden."""
    if seen.name is None:
        return shown(seen.visit.details.alias, veiled)
    return seen.name.code if veiled else seen.name.shown


def code_of(seen: Seen, *, veiled: bool) -> str:
    """Return the code beside her name; nothing where the code is her name."""
    return "" if seen.name is None or veiled or not seen.name.alias else seen.name.code


def when_text(visit: Visit, today: date) -> str:
    """Return "Vandaag, 13.45 – 15.00"; over midnight the day of the end stands there too."""
    return span_text(visit.starts, visit.ends, today)


def span_text(starts: datetime, ends: datetime, today: date) -> str:
    """Return a day and two times."""
    day = _capital(day_as_spoken(day_of(starts), today))
    last = time_of(ends)
    if day_of(ends) != day_of(starts):
        last = f"{day_as_spoken(day_of(ends), today)} {last}"
    return tr(", ").join((day, from_till(time_of(starts), last, " – ")))


def begun_text(visit: Visit, where: str, today: date) -> str:
    """Return "Vandaag, 10.30, Buurtteam Osdorp"."""
    day = _capital(day_as_spoken(day_of(visit.starts), today))
    parts = day, kept_together(time_of(visit.starts)), where
    return ("، " if is_right_to_left() else ", ").join(parts)


def partner_of(seen: Seen, *, veiled: bool) -> str:
    """Return where she goes; only what kind of appointment it is while names are hidden."""
    if veiled or not seen.partner:
        return word(seen.visit.details.kind)
    return as_typed(seen.partner)


def kind_of(kind: AppointmentKind) -> str:
    """Return what kind of appointment it is."""
    return word(kind)


def person_name(names: dict[UUID, Member], who: UUID | None, *, veiled: bool) -> str:
    """Return how one of ours is called, safe to stand in a sentence."""
    member = names.get(who) if who is not None else None
    return inside(shown(member.name, veiled)) if member is not None else ""


def as_typed(text: str) -> str:
    """Return a typed text for a label: endless words may break, each line runs its own way."""
    lines = _ENDLESS.sub("\\1\u200b", text).split("\n")
    return "\n".join(isolate(line, is_right_to_left()) for line in lines)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
