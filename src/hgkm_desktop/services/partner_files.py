"""The partner directory as a file: a table (CSV) and cards (vCard), out and in (R-016).

Reading only looks: `take_in` keeps what somebody agreed to, all of it or nothing. Agreements,
counts and who ended stay here; nobody takes in when something was last checked.
"""

from collections.abc import Collection, Iterator, Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from hgkm_desktop import clock
from hgkm_desktop.errors import Conflict, Invalid
from hgkm_desktop.models import Partner, PartnerPerson
from hgkm_desktop.models.codes import Act
from hgkm_desktop.services import (
    access,
    partner_book,
    partner_cards,
    partner_checks,
    partner_columns,
    partner_table,
)
from hgkm_desktop.services.partner_cards import Card, Version
from hgkm_desktop.services.partner_columns import NAME, STAND_IN
from hgkm_desktop.services.partner_intake import Import, Intake, NewPartner
from hgkm_desktop.services.partner_table import Cells
from hgkm_desktop.services.search import fold
from hgkm_desktop.texts import tr
from hgkm_desktop.vault import audit


def to_csv(session: Session) -> bytes:
    """Return the partners that go on, and who works there, as a table; it is noted who took it."""
    access.require(session, access.EDITORS)
    today = _today(session)
    people = _people(session, today)
    lines = (
        line
        for partner in partner_book.running(session, today)
        for line in _lines(partner, people.get(partner.id, []))
    )
    file = partner_table.written(partner_columns.HEADER, lines)
    audit.mention(session, Act.EXPORT, "partner")
    return file


def read_csv(session: Session, data: bytes) -> Import:
    """Return what a table holds, without keeping it; a bad line tells why, the others go in.

    Raise Invalid({"file": …}) when it is no table of partners at all.
    """
    access.require(session, access.EDITORS)
    intake = Intake(_known(session))
    text = partner_table.decoded(data)
    header = partner_columns.HEADER
    for number, cells in partner_table.lines(text, header):
        _take_line(intake, number, cells)
    for name in partner_table.unknown_columns(text, header):
        intake.refuse(1, tr("Column “{column}” is not ours. It was left out.").format(column=name))
    return intake.result()


def take_in(session: Session, rows: Sequence[NewPartner], *, now: datetime) -> int:
    """Keep what was read; return how many partners. Raise Conflict when one is there by now.

    Nobody called them yet, so they come in unchecked.
    """
    access.require(session, access.EDITORS)
    names = [fold(row.partner.name) for row in rows]
    if len(set(names)) < len(names) or not _known(session).isdisjoint(names):
        raise Conflict(tr("The list has changed meanwhile."), tr("Read the file once more."))
    for row in rows:
        problems = partner_checks.tidy_partner(row.partner)
        for person in row.persons:
            person.partner_id = row.partner.id
            problems |= partner_checks.tidy_person(person)
        if problems:
            raise Invalid(problems)
    session.add_all([row.partner for row in rows])
    session.flush()
    session.add_all([person for row in rows for person in row.persons])
    return len(rows)


def to_vcard(
    session: Session,
    partner_ids: Collection[UUID] | None = None,
    *,
    version: Version = "3.0",
) -> bytes:
    """Return partners and who is there now as cards; all that go on when none is named."""
    access.require(session, access.EDITORS)
    today = _today(session)
    people = _people(session, today)
    wanted = [
        partner
        for partner in partner_book.running(session, today)
        if partner_ids is None or partner.id in partner_ids
    ]
    cards = (card for one in wanted for card in _cards(one, people.get(one.id, []), today))
    file = partner_cards.written(cards, version)
    audit.mention(session, Act.EXPORT, "partner")
    return file


def read_vcard(session: Session, data: bytes) -> Import:
    """Return what a file of cards holds, without keeping it; see `read_csv`."""
    access.require(session, access.EDITORS)
    intake = Intake(_known(session))
    cards: list[Card] = []
    for number, card in partner_cards.read(partner_table.decoded(data)):
        if card is None:
            intake.refuse(number, tr("This card cannot be read."))
        elif not card.organisation:
            intake.refuse(number, tr("This card names no organisation."))
        else:
            cards.append(card)
    for card in sorted(cards, key=_organisations_first):
        _take_card(intake, card)
    return intake.result()


def _today(session: Session) -> date:
    return clock.local(session.info["now"]()).date()


def _known(session: Session) -> frozenset[str]:
    names = (partner.name for partner in partner_book.running(session, _today(session)))
    return frozenset(map(fold, names))


def _people(session: Session, today: date) -> dict[UUID, list[PartnerPerson]]:
    """Return who is there or is to come, fixed contacts first."""
    everybody = sorted(session.scalars(select(PartnerPerson)), key=partner_book.fixed_first)
    found: dict[UUID, list[PartnerPerson]] = {}
    for person in everybody:
        if person.until is None or today < person.until:
            found.setdefault(person.partner_id, []).append(person)
    return found


def _lines(partner: Partner, people: Sequence[PartnerPerson]) -> Iterator[Cells]:
    """Yield a line for the partner with the first person, and one for each of the others."""
    names = {person.id: person.name for person in people}
    about = partner_columns.cells(partner)
    if not people:
        yield about
    for person in people:
        stand_in = names.get(person.stand_in_id, "") if person.stand_in_id else ""
        yield about | partner_columns.cells(person) | {STAND_IN: stand_in}
        about = {NAME: partner.name}


def _take_line(intake: Intake, number: int, cells: Cells | None) -> None:
    if cells is None:
        intake.refuse(number, tr("This line cannot be read. Look at the quotes."))
        return
    try:
        partner = partner_columns.partner(cells)
        person = None
        if partner_columns.has_person(cells):
            person = partner_columns.person(cells, partner.id)
    except Invalid as wrong:
        intake.refuse(number, wrong.title, cells.get(NAME, ""))
        return
    intake.add(number, partner, person, only_person=partner_columns.is_only_person(cells))
    stand_in = cells.get(STAND_IN, "").strip()
    if person is not None and stand_in:
        intake.stand_in(number, person, stand_in)


def _cards(partner: Partner, people: Sequence[PartnerPerson], today: date) -> Iterator[Card]:
    yield Card(0, partner.name, general=partner.general_number)
    for person in people:
        if partner_book.is_there(person, today):
            yield Card(0, partner.name, person.name, person.direct_number, partner.general_number)


def _organisations_first(card: Card) -> bool:
    return bool(card.person)


def _take_card(intake: Intake, card: Card) -> None:
    partner = Partner(name=card.organisation, general_number=card.general)
    person = None
    if card.person:
        person = PartnerPerson(partner_id=partner.id, name=card.person, direct_number=card.direct)
    intake.add(card.line, partner, person, only_person=bool(card.person))
