"""What the services of the partner directory share: who is there, what ended, how old it is."""

import json
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from hgkm_desktop.errors import Conflict
from hgkm_desktop.models import Partner, PartnerPerson
from hgkm_desktop.rules import opening
from hgkm_desktop.services.search import fold
from hgkm_desktop.texts import tr

FRESH_FOR = timedelta(days=180)
STALE_AFTER = timedelta(days=365)

Age = Literal["fresh", "old", "stale", "never"]


@dataclass(frozen=True, repr=False)
class Former:
    """How a partner was called before, and until when."""

    name: str
    until: date


def known(session: Session, partner_id: UUID) -> Partner:
    """Return a partner; raise Conflict when there is none. A tool of these services."""
    partner = session.get(Partner, partner_id)
    if partner is None:
        raise Conflict(tr("This partner is not in the list."), tr("Look in the list again."))
    return partner


def by_name(session: Session) -> list[Partner]:
    """Return every partner by name, ended ones as well. A tool of these services."""
    return sorted(session.scalars(select(Partner)), key=lambda partner: fold(partner.name))


def running(session: Session, today: date) -> list[Partner]:
    """Return the partners that have not ended, by name. A tool of these services."""
    return [partner for partner in by_name(session) if not has_ended(partner, today)]


def has_ended(partner: Partner, today: date) -> bool:
    """Say whether a partner has ended on this day."""
    return partner.ended_on is not None and partner.ended_on <= today


def is_there(person: PartnerPerson, today: date) -> bool:
    """Say whether somebody works there on this day; `until` is the first day she does not."""
    first, last = person.since or date.min, person.until or date.max
    return first <= today < last


def age(checked_on: date | None, today: date) -> Age:
    """Return how long ago somebody last said that it is right; a check from tomorrow is none."""
    if checked_on is None or checked_on > today:
        return "never"
    if today - checked_on <= FRESH_FOR:
        return "fresh"
    return "old" if today - checked_on <= STALE_AFTER else "stale"


def former(partner: Partner) -> tuple[Former, ...]:
    """Return the names a partner had before, the oldest first."""
    packed: list[list[str]] = json.loads(partner.former_names or "[]")
    return tuple(Former(name, date.fromisoformat(until)) for name, until in packed)


def with_former(partner: Partner, name: str, until: date) -> str:
    """Return the packed former names with one more."""
    kept = [*former(partner), Former(name, until)]
    return json.dumps([[one.name, one.until.isoformat()] for one in kept], ensure_ascii=False)


def hours_in_words(packed: str, own_words: str) -> str:
    """Return when they are there: the hours, and what was added in words."""
    parts = opening.words(opening.unpack(packed)), own_words
    return ", ".join(part for part in parts if part)


def fixed_first(person: PartnerPerson) -> tuple[bool, str]:
    """Return the place of somebody among the others: fixed contacts first, then by name."""
    return not person.is_fixed, fold(person.name)


def is_coming(person: PartnerPerson, today: date) -> bool:
    """Say whether somebody is to come there later than this day."""
    if person.since is None or person.since <= today:
        return False
    return person.until is None or person.since < person.until
