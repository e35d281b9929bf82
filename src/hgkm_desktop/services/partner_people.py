"""Who is known at a partner, from when until when, and what was agreed with it (R-023, R-057)."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Session

from hgkm_desktop import clock
from hgkm_desktop.errors import Conflict, Invalid
from hgkm_desktop.models import Partner, PartnerAgreement, PartnerPerson
from hgkm_desktop.services import access, partner_book, partner_checks
from hgkm_desktop.services.changing import changed
from hgkm_desktop.texts import tr


def save_person(session: Session, person: PartnerPerson, *, now: datetime) -> PartnerPerson:
    """Keep somebody new or changed; she stays at the partner where she began.

    Raise Invalid({field: problem}), or Conflict when somebody else changed it first.
    """
    access.require(session, access.EDITORS)
    before = session.get(PartnerPerson, person.id)
    problems = partner_checks.tidy_person(person)
    where = before.partner_id if before else None
    problems |= _place_problem(session, person.partner_id, where, clock.local(now).date())
    if "stand_in" not in problems and person.stand_in_id:
        problems |= _stand_in_problem(session, person)
    if problems:
        raise Invalid(problems)
    return changed(session, person)


def end_person(session: Session, person_id: UUID, on: date) -> None:
    """Note the first day somebody is not there any more; she stays among those of before."""
    access.require(session, access.EDITORS)
    person = session.get(PartnerPerson, person_id)
    if person is None:
        raise _gone()
    if person.since and on < person.since:
        raise Invalid({"until": tr("This day is before the first day.")})
    if wrong := partner_checks.problem_with_day(on):
        raise Invalid({"until": wrong})
    person.until = on


def save_agreement(
    session: Session, agreement: PartnerAgreement, *, now: datetime
) -> PartnerAgreement:
    """Keep what was agreed, new or changed; raise Invalid or Conflict as `save_person` does."""
    access.require(session, access.EDITORS)
    before = session.get(PartnerAgreement, agreement.id)
    problems = partner_checks.tidy_agreement(agreement)
    where = before.partner_id if before else None
    problems |= _place_problem(session, agreement.partner_id, where, clock.local(now).date())
    if problems:
        raise Invalid(problems)
    return changed(session, agreement)


def end_agreement(session: Session, agreement_id: UUID, on: date) -> None:
    """Note the day an agreement ended; it stays readable."""
    access.require(session, access.EDITORS)
    agreement = session.get(PartnerAgreement, agreement_id)
    if agreement is None:
        raise _gone()
    if agreement.agreed_on and on < agreement.agreed_on:
        raise Invalid({"ended_on": tr("This day is before the day of the agreement.")})
    if wrong := partner_checks.problem_with_day(on):
        raise Invalid({"ended_on": wrong})
    agreement.ended_on = on


def _place_problem(
    session: Session, partner_id: UUID, before: UUID | None, today: date
) -> dict[str, str]:
    """Say why something cannot be at this partner: it is unknown, another one, or ended."""
    partner = session.get(Partner, partner_id)
    if partner is None:
        return {"partner": tr("This partner is not in the list.")}
    if before is not None and before != partner_id:
        return {"partner": tr("This belongs to another partner.")}
    if before is None and partner_book.has_ended(partner, today):
        return {"partner": tr("This partner has ended. Choose another one.")}
    return {}


def _stand_in_problem(session: Session, person: PartnerPerson) -> dict[str, str]:
    stand_in = session.get(PartnerPerson, person.stand_in_id)
    if stand_in is None or stand_in.partner_id != person.partner_id:
        return {"stand_in": tr("Choose a stand-in who works at this partner.")}
    return {}


def _gone() -> Conflict:
    return Conflict(tr("This is no longer in the list."), tr("Look in the list again."))
