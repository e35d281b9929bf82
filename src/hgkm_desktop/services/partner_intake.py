"""What is read from a file of partners before somebody says yes: good lines, and bad with why."""

from dataclasses import dataclass, field, replace

from hgkm_desktop.models import Partner, PartnerPerson
from hgkm_desktop.services import partner_checks
from hgkm_desktop.services.search import fold
from hgkm_desktop.texts import tr


@dataclass(frozen=True, repr=False)
class NewPartner:
    """A partner that can be taken in, with who works there, and the line it began on."""

    line: int
    partner: Partner
    persons: tuple[PartnerPerson, ...] = ()


@dataclass(frozen=True, repr=False)
class BadRow:
    """A line that is left out, and why."""

    line: int
    reason: str


@dataclass(frozen=True, repr=False)
class Import:
    """What a file holds."""

    good: tuple[NewPartner, ...]
    bad: tuple[BadRow, ...]


@dataclass
class Intake:
    """Gathers the lines of one file; `known` are the folded names that are already here."""

    known: frozenset[str]
    _found: dict[str, NewPartner] = field(default_factory=dict[str, NewPartner])
    _refused: set[str] = field(default_factory=set[str])
    _stand_ins: list[tuple[int, PartnerPerson, str]] = field(
        default_factory=list[tuple[int, PartnerPerson, str]]
    )
    _bad: list[BadRow] = field(default_factory=list[BadRow])

    def add(
        self, line: int, partner: Partner, person: PartnerPerson | None, *, only_person: bool
    ) -> None:
        """Take a line, or leave it out with the reason; what was typed is cleaned in place.

        One that tells only of a person adds her to the partner of that name that came before.
        """
        problems = partner_checks.tidy_partner(partner)
        if person is not None:
            problems = problems or partner_checks.tidy_person(person)
        name = fold(partner.name)
        before = self._found.get(name)
        adds = before if person is not None and only_person else None
        reason = next(iter(problems.values()), "") or self._reason(name, adds, only_person)
        if reason:
            self.refuse(line, reason, partner.name)
        elif adds is not None and person is not None:
            person.partner_id = adds.partner.id
            self._found[name] = replace(adds, persons=(*adds.persons, person))
        else:
            self._found[name] = NewPartner(line, partner, (person,) if person else ())

    def refuse(self, line: int, reason: str, name: str = "") -> None:
        """Leave a line out; lines that only add somebody to this partner go with it."""
        self._bad.append(BadRow(line, reason))
        if fold(name) not in self._found:
            self._refused.add(fold(name))

    def stand_in(self, line: int, person: PartnerPerson, name: str) -> None:
        """Remember who stands in for somebody: looked up when the whole file was read."""
        self._stand_ins.append((line, person, fold(name)))

    def result(self) -> Import:
        """Return what the file holds, its bad lines in order."""
        people = [person for new in self._found.values() for person in new.persons]
        ids = {(person.partner_id, fold(person.name)): person.id for person in people}
        taken = set(map(id, people))
        for line, person, name in self._stand_ins:
            found = ids.get((person.partner_id, name))
            person.stand_in_id = None if found == person.id else found
            if person.stand_in_id is None and id(person) in taken:
                self.refuse(line, tr("The stand-in is not in the file. The rest was taken over."))
        by_line = sorted(self._bad, key=lambda bad: bad.line)
        return Import(tuple(self._found.values()), tuple(by_line))

    def _reason(self, name: str, adds: NewPartner | None, only_person: bool) -> str:
        if name in self.known:
            return tr("This partner is already there.")
        if only_person and name in self._refused:
            return tr("The line of this partner was left out too.")
        if adds is None and name in self._found:
            return tr("This name is already on line {line}.").format(line=self._found[name].line)
        return ""
