"""An appointment with everything in it, and a calendar program that takes in our files."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from desk import MONDAY
from ical.calendar import Calendar
from ical.calendar_stream import IcsCalendarStream
from ical.event import Event
from ical.store import EventStore

from hgkm_desktop.rules.appointment import Details, Interpreter, NotWith, Visit
from hgkm_desktop.rules.going_along import AppointmentKind, BothSides, PlaceWord

STARTS = datetime(2026, 11, 25, 12, 45, tzinfo=UTC)
SECRETS = (
    "Zevenblad",
    "Blauwhuis",
    "Isolde",
    "Rachida",
    "spaargeld",
    "zwager",
    "verdieping",
    "tramhalte",
    "melding",
    "Veilig",
    "thuis",
)
DETAILS = Details(
    AppointmentKind.VEILIG_THUIS,
    alias="Zevenblad",
    partner_words="Blauwhuis",
    person_words="Isolde",
    has_met=True,
    purpose="een melding",
    meet_where="tramhalte",
    place="eerste verdieping",
    place_word=PlaceWord.LIBRARY,
    interpreter=Interpreter("Rachida"),
    questions=("Komt er iemand thuis?",),
    not_with=(NotWith("zwager", "spaargeld"),),
    both_sides=frozenset(BothSides),
)
VISIT = Visit(
    UUID(int=5),
    None,
    STARTS,
    STARTS + timedelta(hours=1),
    UUID(int=1),
    UUID(int=2),
    DETAILS,
    3,
    MONDAY - timedelta(hours=2),
)


def events(content: bytes) -> list[Event]:
    """Return what a calendar program finds in a file."""
    return IcsCalendarStream.calendar_from_ics(content.decode()).events


def taken_in(calendar: Calendar, content: bytes) -> None:
    """Do as a calendar program does: what it has by this identifier changes when it is newer."""
    store = EventStore(calendar)
    for event in events(content):
        had = next((one for one in calendar.events if one.uid == event.uid), None)
        if had is None:
            store.add(event)
        elif (event.sequence, event.dtstamp) > (had.sequence or 0, had.dtstamp):
            store.delete(event.uid)
            store.add(event)
