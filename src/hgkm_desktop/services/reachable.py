"""Who can be rung at a moment, by whom first, and what always answers (R-024, R-109, R-110)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from hgkm_desktop import clock
from hgkm_desktop.models import Partner, PartnerPerson
from hgkm_desktop.rules import opening
from hgkm_desktop.rules.holidays import holiday
from hgkm_desktop.rules.opening import Hours
from hgkm_desktop.services import access, numbers, partner_book
from hgkm_desktop.sheets.numbers import EMERGENCY
from hgkm_desktop.texts import tr

ALWAYS = EMERGENCY, "veilig_thuis"
"""What answers day and night, by its key in the registry of public numbers."""


@dataclass(frozen=True, repr=False)
class Line:
    """A number that is answered: whose it is, and until when."""

    partner_id: UUID | None
    name: str
    person: str
    number: str
    is_direct: bool
    until: datetime | None
    words: str


@dataclass(frozen=True, repr=False)
class Reachable:
    """Who is there at a moment; what was agreed for outside hours; and what always answers."""

    now: Sequence[Line]
    night: Sequence[Line]
    always: Sequence[Line]
    is_holiday: str


def reachable(session: Session, *, at: datetime) -> Reachable:
    """Return who can be rung at a moment, partners by name.

    Per partner the direct line of the fixed contact, or of who stands in for her, and then the
    general number. Whoever has times that are not known ("by appointment") is not promised.
    """
    access.require(session, access.DESK)
    today = clock.local(at).date()
    people = _people(session)
    doors = [
        _Door(partner, at, today, people.get(partner.id, []))
        for partner in partner_book.running(session, today)
    ]
    return Reachable(
        now=[line for door in doors for line in door.lines()],
        night=[line for door in doors for line in door.night()],
        always=_always(session),
        is_holiday=holiday(today),
    )


@dataclass
class _Door:
    """One partner at a moment."""

    partner: Partner
    at: datetime
    today: date
    people: Sequence[PartnerPerson]
    hours: Hours = field(init=False)

    def __post_init__(self) -> None:
        self.hours = opening.unpack(self.partner.hours)

    def lines(self) -> Iterator[Line]:
        """Yield whom to ring: somebody known first, then the general number."""
        face = next(self._faces(), None)
        is_open = self._is_open(self.hours)
        general = self.partner.general_number if is_open else ""
        if face is not None:
            person, words = face
            if person.direct_number:
                yield self._line(person, person.direct_number, words or person.does)
            else:
                ask = tr("ask for {name}").format(name=person.name)
                yield self._line(person, general, ask)
                return
        if general:
            yield self._line(None, general, tr("general number"))

    def night(self) -> Iterator[Line]:
        """Yield the number agreed for when they are closed, until they open."""
        partner = self.partner
        if partner.night_number and not self._is_open(self.hours):
            opens = opening.next_open(self.hours, self.at, on_holidays=partner.open_on_holidays)
            words, number = partner.night_words, partner.night_number
            yield Line(partner.id, partner.name, "", number, False, opens, words)

    def _faces(self) -> Iterator[tuple[PartnerPerson, str]]:
        """Yield who is there: fixed contacts, then whoever stands in for one, who may have left."""
        fixed = [person for person in self.people if person.is_fixed]
        there = [person for person in fixed if partner_book.is_there(person, self.today)]
        yield from ((person, "") for person in there if self._is_here(person))
        by_id = {person.id: person for person in self.people}
        gone = (person for person in fixed if person.until and person.until <= self.today)
        for person in there or sorted(gone, key=_last_day, reverse=True):
            stand_in = by_id.get(person.stand_in_id) if person.stand_in_id else None
            if stand_in is not None and self._is_here(stand_in):
                yield stand_in, tr("for {name}").format(name=person.name)

    def _is_here(self, person: PartnerPerson) -> bool:
        """Say whether she is there now, with a number to reach her by."""
        by_desk = self.partner.general_number and self._is_open(self.hours)
        is_there = partner_book.is_there(person, self.today)
        has_number = bool(person.direct_number or by_desk)
        return has_number and is_there and self._is_open(self._hours_of(person))

    def _hours_of(self, person: PartnerPerson | None) -> Hours:
        """Return somebody's own hours; the partner's when nothing is known of hers."""
        if person is None or not (person.hours or person.hours_words):
            return self.hours
        return opening.unpack(person.hours)

    def _is_open(self, hours: Hours) -> bool:
        return opening.is_open(hours, self.at, on_holidays=self.partner.open_on_holidays)

    def _line(self, person: PartnerPerson | None, number: str, words: str) -> Line:
        is_direct = person is not None and number == person.direct_number
        until = opening.until(
            self._hours_of(person if is_direct else None),
            self.at,
            on_holidays=self.partner.open_on_holidays,
        )
        name = person.name if person else ""
        return Line(self.partner.id, self.partner.name, name, number, is_direct, until, words)


def _last_day(person: PartnerPerson) -> date:
    return person.until or date.min


def _people(session: Session) -> dict[UUID, list[PartnerPerson]]:
    everybody: Iterable[PartnerPerson] = session.scalars(select(PartnerPerson))
    found: dict[UUID, list[PartnerPerson]] = {}
    for person in sorted(everybody, key=partner_book.fixed_first):
        found.setdefault(person.partner_id, []).append(person)
    return found


def _always(session: Session) -> list[Line]:
    known = numbers.by_key(session)
    return [
        Line(None, number.name, "", number.number, False, None, number.hours)
        for number in (known[key] for key in ALWAYS)
    ]
