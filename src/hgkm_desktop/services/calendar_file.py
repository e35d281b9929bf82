"""A file for the calendar on her own telephone: when she is busy, and nothing of why.

Whoever looks over her shoulder reads "Afspraak", a time and at most one neutral word for a place.
An appointment that was moved or called off keeps its identifier and gets a higher sequence, so
that a calendar changes what it has (RFC 5545, 3.8.7.4).
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, cast
from uuid import UUID

from sqlalchemy.orm import Session

from hgkm_desktop.errors import Forbidden, Invalid
from hgkm_desktop.models.codes import Act
from hgkm_desktop.rules import going_words
from hgkm_desktop.rules.appointment import Visit
from hgkm_desktop.rules.going_along import OFF, PlaceWord, State
from hgkm_desktop.services import access, appointments
from hgkm_desktop.texts import tr
from hgkm_desktop.vault import audit

FILE_NAME = "afspraken.ics"
"""What is suggested as its name; it tells as little as the file."""
MAKER = "-//Agenda//NL"
SETTLED = frozenset({State.CONFIRMED, State.HELD})


def ics(session: Session, visit_ids: Sequence[UUID], *, now: datetime) -> bytes:
    """Return the calendar of her own appointments; the log says that they were taken along.

    Raise Invalid when none was chosen, Forbidden for one she does not go along to.
    """
    actor = access.require(session, access.CONFIDANTS)
    if not visit_ids:
        raise Invalid({"visits": tr("Choose an appointment first.")})
    visits = [appointments.get(session, visit_id) for visit_id in dict.fromkeys(visit_ids)]
    if any(actor.member_id not in visit.companions for visit in visits):
        raise Forbidden(
            tr("Only your own appointments go to your calendar."), tr("Ask who goes along.")
        )
    for visit in visits:
        audit.mention(session, Act.EXPORT, "appointment", visit.id)
    return as_ics(visits, now)


def as_ics(visits: Sequence[Visit], now: datetime) -> bytes:
    """Return appointments as a calendar file, with nothing in it but when and a word for where.

    The library takes long to load, and few people ask for this.
    """
    from icalendar import Calendar, Event

    calendar = Calendar()
    _fill(calendar, {"version": "2.0", "prodid": MAKER, "method": "PUBLISH"})
    for visit in visits:
        event = Event()
        _fill(event, _shown(visit, now))
        calendar.add_component(event)
    return calendar.to_ical()


def _fill(part: object, shown: Mapping[str, object]) -> None:
    for name, value in shown.items():
        cast(Any, part).add(name, value)  # its stub does not say what a value may be


def _shown(visit: Visit, now: datetime) -> Mapping[str, object]:
    """Return all that a calendar is told of an appointment."""
    word = visit.details.place_word
    place = {} if word is PlaceWord.NONE else {"location": going_words.word(word)}
    return place | {
        "uid": _identifier(visit.id),
        "sequence": visit.version,
        "dtstamp": now.astimezone(UTC),
        "last-modified": (visit.changed_at or now).astimezone(UTC),
        "dtstart": visit.starts.astimezone(UTC),
        "dtend": visit.ends.astimezone(UTC),
        "summary": tr("Appointment"),
        "class": "PRIVATE",
        "status": _status(visit.state),
        "transp": "TRANSPARENT" if visit.state in OFF else "OPAQUE",
    }


def _status(state: State) -> str:
    if state in OFF:
        return "CANCELLED"
    return "CONFIRMED" if state in SETTLED else "TENTATIVE"


def _identifier(visit_id: UUID) -> str:
    """Return what the calendar knows it by: always the same, and not the number it has here."""
    return str(UUID(bytes=sha256(visit_id.bytes).digest()[:16], version=4))
