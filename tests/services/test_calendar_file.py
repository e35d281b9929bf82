"""The file for a calendar, read back by the library that Home Assistant reads calendars with."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from calendars import DETAILS, SECRETS, STARTS, VISIT, events, taken_in
from desk import MONDAY
from ical.calendar import Calendar
from ical.calendar_stream import IcsCalendarStream
from ical.event import Event
from ical.store import EventStore
from ical.types import Classification

from hgkm_desktop import clock, texts
from hgkm_desktop.rules.appointment import Visit
from hgkm_desktop.rules.going_along import (
    OFF,
    PlaceWord,
    State,
)
from hgkm_desktop.services import calendar_file
from hgkm_desktop.services.calendar_file import as_ics


def event_of(visit: Visit, now: datetime = MONDAY) -> Event:
    (found,) = events(as_ics([visit], now))
    return found


def in_state(state: State) -> Visit:
    return replace(VISIT, details=replace(DETAILS, state=state))


def test_a_calendar_shows_the_time_one_word_and_where():
    event = event_of(VISIT)
    assert (event.dtstart, event.dtend) == (VISIT.starts, VISIT.ends)
    assert event.summary == "Afspraak"
    assert event.location == "Bieb"
    assert event.classification is Classification.PRIVATE
    assert (event.sequence, event.dtstamp) == (3, MONDAY)
    assert event.last_modified == VISIT.changed_at
    assert (event.description, event.alarm, event.attendees, event.organizer) == (
        None,
        [],
        [],
        None,
    )
    assert (event.categories, event.url, event.contacts) == ([], None, [])


def test_the_file_has_nothing_else_in_it():
    lines = re.sub(r"\r\n ", "", as_ics([VISIT], MONDAY).decode()).split("\r\n")
    assert [line.partition(":")[0] for line in lines if line] == [
        "BEGIN",
        "VERSION",
        "PRODID",
        "METHOD",
        "BEGIN",
        "SUMMARY",
        "DTSTART",
        "DTEND",
        "DTSTAMP",
        "UID",
        "SEQUENCE",
        "CLASS",
        "LAST-MODIFIED",
        "LOCATION",
        "STATUS",
        "TRANSP",
        "END",
        "END",
    ]


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("word", PlaceWord)
def test_nothing_of_who_or_why_stands_in_it(state, word):
    visit = replace(VISIT, details=replace(DETAILS, state=state, place_word=word))
    content = as_ics([visit], MONDAY).decode().casefold()
    assert [secret for secret in SECRETS if secret.casefold() in content] == []
    for who in (visit.id, *visit.companions):
        assert str(who) not in content
        assert who.hex not in content
    for telling in ("buurt", "nisa", "hgkm", "valarm", "@", "icalendar"):
        assert telling not in content


def test_without_a_word_for_the_place_there_is_none():
    nowhere = replace(VISIT, details=replace(DETAILS, place_word=PlaceWord.NONE))
    assert event_of(nowhere).location is None


def test_the_identifier_stays_and_tells_nothing():
    first, again = event_of(VISIT), event_of(replace(VISIT, version=9), MONDAY)
    other = event_of(replace(VISIT, id=UUID(int=6)))
    assert first.uid == again.uid != other.uid
    assert UUID(first.uid) != VISIT.id
    assert UUID(first.uid).version == 4
    assert sum(a == b for a, b in zip(first.uid, other.uid, strict=True)) < 18


@pytest.mark.parametrize("state", State)
def test_how_far_it_is_shows_as_calendars_show_it(state):
    event = event_of(in_state(state))
    settled = {State.CONFIRMED: "CONFIRMED", State.HELD: "CONFIRMED"}
    expected = "CANCELLED" if state in OFF else settled.get(state, "TENTATIVE")
    assert event.status == expected
    assert event.transparency == ("TRANSPARENT" if state in OFF else "OPAQUE")


def test_one_that_was_moved_moves_in_a_calendar_that_had_it():
    calendar = Calendar()
    taken_in(calendar, as_ics([VISIT], MONDAY))
    later = replace(VISIT, starts=STARTS + timedelta(days=1), version=4)
    later = replace(later, ends=later.starts + timedelta(hours=2))
    taken_in(calendar, as_ics([later], MONDAY + timedelta(minutes=5)))
    (event,) = calendar.events
    assert (event.dtstart, event.dtend) == (later.starts, later.ends)
    assert list(calendar.timeline.on_date(clock.local(STARTS).date())) == []
    taken_in(calendar, as_ics([VISIT], MONDAY + timedelta(minutes=9)))
    assert [event.dtstart for event in calendar.events] == [later.starts]


def test_one_that_was_called_off_is_called_off_in_a_calendar_that_had_it():
    calendar = Calendar()
    taken_in(calendar, as_ics([VISIT, replace(VISIT, id=UUID(int=6))], MONDAY))
    off = replace(in_state(State.CANCELLED), version=4)
    taken_in(calendar, as_ics([off], MONDAY))
    assert sorted(event.status for event in calendar.events) == ["CANCELLED", "TENTATIVE"]


def test_the_store_of_the_client_changes_the_one_it_knows_by_our_identifier():
    calendar = IcsCalendarStream.calendar_from_ics(as_ics([VISIT], MONDAY).decode())
    later = replace(VISIT, starts=STARTS + timedelta(days=1), ends=STARTS + timedelta(days=2))
    changed = event_of(replace(later, version=4), MONDAY + timedelta(minutes=5))
    EventStore(calendar).edit(changed.uid, changed)
    (event,) = calendar.events
    assert (event.dtstart, event.sequence) == (later.starts, 4)


@pytest.mark.parametrize(
    ("starts", "ends", "shown"),
    [
        ("2026-10-24T22:30", "2026-10-25T02:30", ["25 00.30", "25 03.30"]),
        ("2026-10-25T00:30", "2026-10-25T01:30", ["25 02.30", "25 02.30"]),
        ("2027-03-28T00:30", "2027-03-28T01:30", ["28 01.30", "28 03.30"]),
        ("2026-11-19T22:30", "2026-11-20T00:30", ["19 23.30", "20 01.30"]),
    ],
)
def test_around_midnight_and_the_clock_change_the_moments_are_right(starts, ends, shown):
    at = [datetime.fromisoformat(moment).replace(tzinfo=UTC) for moment in (starts, ends)]
    event = event_of(replace(VISIT, starts=at[0], ends=at[1]))
    assert [event.dtstart, event.dtend] == at
    assert [f"{clock.local(moment):%d %H.%M}" for moment in (event.dtstart, event.dtend)] == shown


def test_a_local_moment_is_written_as_the_same_moment():
    local = replace(VISIT, starts=clock.local(VISIT.starts), ends=clock.local(VISIT.ends))
    assert as_ics([local], MONDAY) == as_ics([VISIT], MONDAY)


def test_one_that_was_never_changed_has_the_moment_of_the_file():
    assert event_of(replace(VISIT, changed_at=None)).last_modified == MONDAY


def test_many_go_in_one_file_in_the_order_given():
    visits = [replace(VISIT, id=UUID(int=n), version=n) for n in range(1, 200)]
    assert [event.sequence for event in events(as_ics(visits, MONDAY))] == [*range(1, 200)]


def test_in_another_language_the_word_is_that_language():
    texts.use("en")
    assert (event_of(VISIT).summary, event_of(VISIT).location) == ("Appointment", "Library")
    texts.use("ar")
    assert event_of(VISIT).summary == "موعد"


def test_its_name_tells_as_little_as_the_file():
    assert calendar_file.FILE_NAME == "afspraken.ics"
