"""Changing the partner directory: nothing that was there is lost (R-016, R-023)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar
from uuid import UUID

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from hgkm_desktop import clock
from hgkm_desktop.errors import Invalid
from hgkm_desktop.models import Partner, PartnerAgreement, PartnerPerson, Record
from hgkm_desktop.models.base import new_id
from hgkm_desktop.services import access, partner_book, partner_checks
from hgkm_desktop.services.changing import changed
from hgkm_desktop.services.search import fold
from hgkm_desktop.texts import tr
from hgkm_desktop.vault.actor import actor_of

R = TypeVar("R", bound=Record)

KEPT = "former_names", "ended_on", "merged_into", "checked_on", "checked_by"
"""What only these services write, whatever a form hands in."""


def save(session: Session, partner: Partner, *, now: datetime) -> Partner:
    """Keep a new or changed partner; a former name stays with the day it ended.

    Raise Invalid({field: problem}), or Conflict when somebody else changed it first. Whoever adds
    one has just looked it up, so it counts as checked.
    """
    access.require(session, access.EDITORS)
    today = clock.local(now).date()
    before = session.get(Partner, partner.id)
    problems = partner_checks.tidy_partner(partner)
    if "name" not in problems and partner.name != (before and before.name):
        problems |= _name_problem(session, partner, today)
    if problems:
        raise Invalid(problems)
    for name in KEPT:
        setattr(partner, name, getattr(before or Partner(name=""), name))
    if before is None:
        _check(session, partner, today)
    elif before.name != partner.name:
        partner.former_names = partner_book.with_former(partner, before.name, today)
    return changed(session, partner)


def still_right(session: Session, partner_id: UUID, *, now: datetime) -> Partner:
    """Note that somebody called or looked today, and that everything is right."""
    access.require(session, access.DESK)
    partner = partner_book.known(session, partner_id)
    _check(session, partner, clock.local(now).date())
    return partner


def end(session: Session, partner_id: UUID, on: date) -> None:
    """Let a partner end on a day; it stays in the list, and everything that happened there."""
    access.require(session, access.EDITORS)
    partner = partner_book.known(session, partner_id)
    if wrong := partner_checks.problem_with_day(on):
        raise Invalid({"ended_on": wrong})
    partner.ended_on = on


def bring_back(session: Session, partner_id: UUID, *, now: datetime) -> None:
    """Undo an ending; raise Invalid when it went up in another, or its name is taken by now."""
    access.require(session, access.EDITORS)
    partner = partner_book.known(session, partner_id)
    if partner.merged_into is not None:
        raise Invalid({"name": tr("This partner went up in another one. Make a new one.")})
    if problems := _name_problem(session, partner, clock.local(now).date()):
        raise Invalid(problems)
    partner.ended_on = None


def merge(session: Session, partner_id: UUID, into_id: UUID, *, now: datetime) -> Partner:
    """Let a partner go up in another one; return that one.

    The old one ends. Whoever works there and what was agreed ends there too, and begins anew at
    the other one; counts and former names stay where they were. Raise Invalid when it cannot be.
    """
    access.require(session, access.EDITORS)
    today = clock.local(now).date()
    old, into = partner_book.known(session, partner_id), partner_book.known(session, into_id)
    if old is into:
        raise Invalid({"into": tr("This is the same partner. Choose another one.")})
    if old.merged_into is not None:
        raise Invalid({"into": tr("This partner already went up in another one.")})
    if partner_book.has_ended(into, today):
        raise Invalid({"into": tr("That partner has ended. Choose another one.")})
    old.merged_into = into.id
    if not partner_book.has_ended(old, today):
        old.ended_on = today
    _Move(session, into.id, today).everything_of(old.id)
    return into


@dataclass(frozen=True)
class _Move:
    """Takes people and agreements along to another partner."""

    session: Session
    into: UUID
    today: date

    def everything_of(self, old_id: UUID) -> None:
        """End what goes on at the old one, and begin it anew at the other."""
        people = select(PartnerPerson).where(PartnerPerson.partner_id == old_id)
        self._people([p for p in self.session.scalars(people) if not self._is_past(p.until)])
        agreements = select(PartnerAgreement).where(PartnerAgreement.partner_id == old_id)
        for agreement in self.session.scalars(agreements).all():
            if not self._is_past(agreement.ended_on):
                self.session.add(_copy(agreement, id=new_id(), partner_id=self.into))
                agreement.ended_on = max(agreement.agreed_on or self.today, self.today)

    def _people(self, people: Sequence[PartnerPerson]) -> None:
        ids = {person.id: new_id() for person in people}
        for person in people:
            begins = max(person.since or self.today, self.today)
            stand_in = person.stand_in_id and ids.get(person.stand_in_id)
            there = {"id": ids[person.id], "partner_id": self.into, "since": begins}
            self.session.add(_copy(person, **there, stand_in_id=stand_in))
            person.until = begins

    def _is_past(self, day: date | None) -> bool:
        return day is not None and day <= self.today


def _copy(record: R, **changes: object) -> R:
    columns = [column.key for column in inspect(type(record)).column_attrs]
    values = {name: getattr(record, name) for name in columns if name != "version"}
    return type(record)(**(values | changes))


def _check(session: Session, partner: Partner, today: date) -> None:
    partner.checked_on, partner.checked_by = today, actor_of(session).member_id


def _name_problem(session: Session, partner: Partner, today: date) -> dict[str, str]:
    """Say that the name is taken; one that ended gives its name free."""
    others = (one for one in partner_book.running(session, today) if one.id != partner.id)
    if fold(partner.name) in {fold(one.name) for one in others}:
        return {"name": tr("There is already a partner with this name.")}
    return {}
