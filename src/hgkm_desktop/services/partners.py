"""The partner directory, to read: the list, a card, who is there (R-016, R-023, R-024, R-091)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from hgkm_desktop import clock
from hgkm_desktop.models import Partner, PartnerAgreement, PartnerPerson
from hgkm_desktop.rules.lists import Area
from hgkm_desktop.rules.partner_words import word
from hgkm_desktop.rules.partners import Kept, PartnerType
from hgkm_desktop.services import access, numbers, partner_book, partner_count
from hgkm_desktop.services.partner_book import Age, Former
from hgkm_desktop.sheets.numbers import Number
from hgkm_desktop.texts import tr


@dataclass(frozen=True)
class ShowPartner:
    """Which partner the window is asked to show."""

    partner_id: UUID


@dataclass(frozen=True, repr=False)
class PartnerRow:
    """A line of the list: one of ours, or a national number, which is only read."""

    id: UUID | None
    name: str
    type: PartnerType
    type_word: str
    is_formal: bool
    face: str
    direct: str
    general: str
    hours: str
    checked_on: date | None
    age: Age
    is_ended: bool = False
    areas: tuple[Area, ...] = ()
    number_key: str = ""


@dataclass(frozen=True, repr=False)
class Merged:
    """A partner that went up in another one; what was counted of it stays its own."""

    id: UUID
    name: str
    ended_on: date | None
    counts: dict[Kept, int]


@dataclass(frozen=True, repr=False)
class PartnerCard:
    """Everything about one partner. To a volunteer nothing is `counted` (see `card`).

    `untold` is the year whose counts wait until it is over; 0 for a confidant.
    """

    partner: Partner
    persons: Sequence[PartnerPerson]
    earlier: Sequence[PartnerPerson]
    coming: Sequence[PartnerPerson]
    agreements: Sequence[PartnerAgreement]
    counts: dict[Kept, int]
    by_year: dict[int, dict[Kept, int]]
    former: tuple[Former, ...]
    merged_into: str
    merged_from: tuple[Merged, ...]
    age: Age
    is_ended: bool
    counted: bool = True
    untold: int = 0


def rows(session: Session, *, now: datetime) -> Sequence[PartnerRow]:
    """Return the list: ours by name, those that ended, and then the national numbers."""
    access.require(session, access.DESK)
    today = clock.local(now).date()
    faces = _faces(session, today)
    ours = [
        _row(partner, faces.get(partner.id), today) for partner in partner_book.by_name(session)
    ]
    national = [_national(n, today) for n in numbers.every(session) if n.number and not n.is_own]
    return sorted(ours, key=_is_ended) + national


def card(session: Session, partner_id: UUID, *, now: datetime) -> PartnerCard:
    """Return everything about one partner; raise Conflict when it is not there.

    How often it kept to what was agreed is for who talks with it: a volunteer who sees a number
    change on the day somebody was busy would know where they went. For staff and coordinators,
    who may look at the shared week as well, a year counts once it is over.
    """
    actor = access.require(session, access.DESK)
    counted = actor.may(*access.CONFIDANTS, *access.EDITORS)
    partner, today = partner_book.known(session, partner_id), clock.local(now).date()
    people = _people(session, partner_id)
    there = [person for person in people if partner_book.is_there(person, today)]
    coming = [person for person in people if partner_book.is_coming(person, today)]
    into = partner.merged_into and session.get(Partner, partner.merged_into)
    untold = 0 if actor.may(*access.CONFIDANTS) else today.year
    found = partner_count.of_partner(session, partner_id, but=untold) if counted else {}
    by_year = dict(sorted(found.items(), reverse=True))
    return PartnerCard(
        partner=partner,
        persons=there,
        earlier=[person for person in people if person not in there and person not in coming],
        coming=coming,
        agreements=_agreements(session, partner_id),
        counts=_total(by_year),
        by_year=by_year,
        former=partner_book.former(partner),
        merged_into=into.name if into else "",
        merged_from=_merged_from(session, partner_id, counted=counted, but=untold),
        age=partner_book.age(partner.checked_on, today),
        is_ended=partner_book.has_ended(partner, today),
        counted=counted,
        untold=untold if counted else 0,
    )


def choices(session: Session, *, now: datetime) -> Sequence[Partner]:
    """Return the partners one can go to, by name."""
    access.require(session, access.DESK)
    return partner_book.running(session, clock.local(now).date())


def persons_of(session: Session, partner_id: UUID, *, now: datetime) -> Sequence[PartnerPerson]:
    """Return who is there now, the fixed contact first (R-024)."""
    access.require(session, access.DESK)
    today = clock.local(now).date()
    return [
        person for person in _people(session, partner_id) if partner_book.is_there(person, today)
    ]


def without_face(session: Session, *, now: datetime) -> Sequence[Partner]:
    """Return the partners where nobody is our fixed contact now (R-091)."""
    access.require(session, access.DESK)
    today = clock.local(now).date()
    faces = _faces(session, today)
    return [partner for partner in partner_book.running(session, today) if partner.id not in faces]


def _is_ended(row: PartnerRow) -> bool:
    return row.is_ended


def _people(session: Session, partner_id: UUID) -> list[PartnerPerson]:
    mine = select(PartnerPerson).where(PartnerPerson.partner_id == partner_id)
    return sorted(session.scalars(mine), key=partner_book.fixed_first)


def _faces(session: Session, today: date) -> dict[UUID, PartnerPerson]:
    fixed = session.scalars(select(PartnerPerson).where(PartnerPerson.is_fixed))
    there = (person for person in fixed if partner_book.is_there(person, today))
    by_name = sorted(there, key=partner_book.fixed_first, reverse=True)
    return {person.partner_id: person for person in by_name}


def _agreements(session: Session, partner_id: UUID) -> Sequence[PartnerAgreement]:
    mine = select(PartnerAgreement).where(PartnerAgreement.partner_id == partner_id)
    running_first = PartnerAgreement.ended_on.is_not(None), PartnerAgreement.agreed_on.desc()
    return session.scalars(mine.order_by(*running_first, PartnerAgreement.id)).all()


def _merged_from(
    session: Session, partner_id: UUID, *, counted: bool, but: int
) -> tuple[Merged, ...]:
    found: list[Partner] = []
    into: Iterable[UUID] = [partner_id]
    while into:
        part = session.scalars(select(Partner).where(Partner.merged_into.in_(into))).all()
        found += part
        into = [partner.id for partner in part]
    return tuple(_merged(session, partner, counted=counted, but=but) for partner in found)


def _merged(session: Session, partner: Partner, *, counted: bool, but: int) -> Merged:
    found = partner_count.of_partner(session, partner.id, but=but) if counted else {}
    return Merged(partner.id, partner.name, partner.ended_on, _total(found))


def _total(by_year: Mapping[int, Mapping[Kept, int]]) -> dict[Kept, int]:
    sums = {what: sum(year.get(what, 0) for year in by_year.values()) for what in Kept}
    return {what: number for what, number in sums.items() if number}


def _row(partner: Partner, face: PartnerPerson | None, today: date) -> PartnerRow:
    return PartnerRow(
        id=partner.id,
        name=partner.name,
        type=partner.type,
        type_word=partner.type_words or word(partner.type),
        is_formal=partner.type.is_formal,
        face=face.name if face else "",
        direct=face.direct_number if face else "",
        general=partner.general_number,
        hours=partner_book.hours_in_words(partner.hours, partner.hours_words),
        checked_on=partner.checked_on,
        age=partner_book.age(partner.checked_on, today),
        is_ended=partner_book.has_ended(partner, today),
        areas=partner.areas,
    )


def _national(number: Number, today: date) -> PartnerRow:
    return PartnerRow(
        id=None,
        name=number.name,
        type=PartnerType.OTHER,
        type_word=tr("national number"),
        is_formal=True,
        face="",
        direct=number.number,
        general="",
        hours=number.hours,
        checked_on=number.checked_on,
        age=partner_book.age(number.checked_on, today),
        number_key=number.key,
    )
