"""What happened, moment by moment: the entries of a case in the words of the timeline (06a)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from uuid import UUID

from hgkm_desktop import clock
from hgkm_desktop.models import Member
from hgkm_desktop.rules.appointment import Visit
from hgkm_desktop.rules.bodies import Note
from hgkm_desktop.rules.entries import Entry
from hgkm_desktop.services import partner_names
from hgkm_desktop.services.cases import CasePage
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_as_spoken, day_of, time_of
from hgkm_desktop.ui.views.cases.called import called, initials

NOTES, VISITS, CONTACT, HANDOVER = "notes", "visits", "contact", "handover"
SAFETY, OTHER = "safety", "other"
DOT = " · "
NOON = time(12)
"""Where what has only a day stands among what has an hour."""


@dataclass(repr=False)
class Moment:
    """One line of the timeline; `text` was typed and is not shown while names are hidden."""

    at: datetime
    group: str
    icon: str
    title: str
    who: str = ""
    text: str = ""
    tone: str = "nt"
    has_time: bool = False
    planned: bool = False
    note: Entry | None = None
    button: str = ""
    visit: Visit | None = None
    beside: Sequence[Entry] = ()


@dataclass(repr=False)
class Teller:
    """What is needed to tell one entry: who is who, what day it is, and what came before it."""

    page: CasePage
    names: Mapping[UUID, Member]
    today: date
    veiled: bool
    called: str
    now: datetime
    partners: Mapping[UUID, str] = field(default_factory=dict[UUID, str])
    persons: Mapping[UUID, str] = field(default_factory=dict[UUID, str])
    before: dict[object, object] = field(default_factory=dict[object, object])

    def who(self, member_id: UUID) -> str:
        """Return who it was of us."""
        member = self.names.get(member_id)
        return initials(member.name, self.veiled) if member is not None else ""

    def day(self, day: date) -> str:
        """Return a day as it is spoken."""
        return day_as_spoken(day, self.today)

    def hides(self, text: str) -> str:
        """Return what was typed, or nothing while names and texts are hidden."""
        return "" if self.veiled else text

    def last(self, key: object, now: object) -> object | None:
        """Return what was said of the same thing before, and remember what is said now."""
        before = self.before.get(key)
        self.before[key] = now
        return before


def teller(ctx: Context, page: CasePage, names: Mapping[UUID, Member]) -> Teller:
    """Return what tells the entries of a page."""
    partners, persons = ctx.call(partner_names.names), ctx.call(partner_names.person_names)
    who = called(ctx, page.name)
    return Teller(page, names, day_of(ctx.now()), ctx.veiled, who, ctx.now(), partners, persons)


def when(moment: Moment, today: date) -> str:
    """Return the day, and below it the time where there is one."""
    day = day_as_spoken(day_of(moment.at), today)
    return f"{day}\n{time_of(moment.at)}" if moment.has_time else day


def at_day(entry: Entry, day: date) -> datetime:
    """Return when something of a day stands: as it was noted that day, or in its middle."""
    return entry.made_at if day_of(entry.made_at) == day else clock.at(day, NOON)


def note_of(entry: Entry) -> Note:
    """Return the note in an entry that is one."""
    assert isinstance(entry.body, Note)
    return entry.body
