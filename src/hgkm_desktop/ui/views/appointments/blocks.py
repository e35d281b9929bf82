"""What there is in some days as blocks of the calendar: what this member may see, and no more."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from hgkm_desktop.models import Member
from hgkm_desktop.rules.going_along import OFF, State
from hgkm_desktop.rules.going_words import caution_words, word
from hgkm_desktop.services.appointment_list import Busy, Days, Seen
from hgkm_desktop.services.fixed_times import Fixed
from hgkm_desktop.services.search import fold
from hgkm_desktop.services.sessions_today import TakesPlace
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.calendar.block import Block
from hgkm_desktop.ui.names import shown
from hgkm_desktop.ui.views.appointments.prepare_words import called

NO_COLOR = 0
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Wanted:
    """What is looked for: one colleague's alone, or where a text stands in."""

    only: UUID | None = None
    text: str = ""


@dataclass(frozen=True)
class Around:
    """What blocks need to know besides the days; read anew with every refresh."""

    now: datetime
    names: Mapping[UUID, Member]
    veiled: bool

    def person(self, member_id: UUID) -> str:
        """Return a colleague's name; behind the veil its first letters."""
        member = self.names.get(member_id)
        return shown(member.name, self.veiled) if member is not None else ""

    def color(self, member_id: UUID) -> int:
        """Return a colleague's colour."""
        member = self.names.get(member_id)
        return member.color if member is not None else NO_COLOR


def blocks(days: Days, around: Around, wanted: Wanted) -> list[Block]:
    """Return one block for each thing that is wanted."""
    seen = [_seen(each, around) for each in days.seen if _is_wanted(each, wanted)]
    busy = [_busy(each, around) for each in days.busy if _is_busy_wanted(each, wanted)]
    fixed = [_fixed(each) for each in days.fixed if wanted.text in fold(each.title)]
    held = [_session(each) for each in days.sessions if wanted.text in fold(each.name)]
    return seen + busy + fixed + held


def away(days: Days, around: Around) -> dict[date, Sequence[str]]:
    """Return who is not there, by day."""
    found: dict[date, list[str]] = {}
    for absence in days.away:
        for day in _each_day(absence.first_day, absence.last_day):
            found.setdefault(day, []).append(around.person(absence.member_id))
    return {day: sorted(set(names)) for day, names in found.items()}


def _is_wanted(seen: Seen, wanted: Wanted) -> bool:
    if wanted.only is not None and seen.visit.first != wanted.only:
        return False
    said = (seen.label, seen.name.code if seen.name else "", seen.partner, seen.person)
    return wanted.text in fold(" ".join(said))


def _is_busy_wanted(busy: Busy, wanted: Wanted) -> bool:
    """Of others' appointments nothing is known that could hold a text."""
    return not wanted.text and wanted.only in (None, busy.member_id)


def _seen(seen: Seen, around: Around) -> Block:
    visit = seen.visit
    mark, note = _mark(seen, around.now)
    return Block(
        key=visit.id,
        title=called(seen, veiled=around.veiled),
        second="" if around.veiled else seen.partner or word(visit.details.kind),
        person=around.person(visit.first),
        color=around.color(visit.first),
        starts=visit.starts,
        ends=visit.ends,
        mark=mark,
        note=note,
        is_off=visit.state in OFF,
        is_movable=visit.state.is_ahead and visit.ends > around.now,
    )


def _mark(seen: Seen, now: datetime) -> tuple[str, str]:
    """Return the mark in the corner and its words (08a)."""
    visit = seen.visit
    if visit.state in OFF:
        return "", word(visit.state)
    if visit.state is State.HELD:
        return "done", ""
    if visit.ends <= now:
        return "draft", tr("Not noted yet how it went")
    if seen.cautions:
        return "warning", " ".join(caution_words(each) for each in seen.cautions)
    return ("ready", "") if visit.state is State.CONFIRMED else ("", word(visit.state))


def _busy(busy: Busy, around: Around) -> Block:
    return Block(
        key=busy.id,
        title="",
        second="",
        person=around.person(busy.member_id),
        color=around.color(busy.member_id),
        starts=busy.starts,
        ends=busy.ends,
        is_busy=True,
    )


def _fixed(fixed: Fixed) -> Block:
    return Block(
        key=fixed.id,
        title=fixed.title,
        second=fixed.place,
        person="",
        color=NO_COLOR,
        starts=fixed.starts,
        ends=fixed.ends,
        kind="fixed",
    )


def _session(held: TakesPlace) -> Block:
    """A session is for everybody to see: what it is called and where, and nobody who comes."""
    row = held.row
    return Block(
        key=row.id,
        title=held.name,
        second=row.place,
        person="",
        color=NO_COLOR,
        starts=row.starts_at,
        ends=row.ends_at,
        note=tr("does not take place") if row.is_off else "",
        is_off=row.is_off,
        kind="fixed",
    )


def _each_day(first: date, last: date) -> Iterator[date]:
    for number in range((last - first).days + 1):
        yield first + ONE_DAY * number
