"""Ways that were shown, and the count for the talk with a partner: numbers, never persons.

Each partner promised to bring some people a year to a support group; it counts from the day
somebody was there, not from the day he was signed up (R-201, R-202, R-213).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from hgkm_desktop import clock
from hgkm_desktop.errors import Invalid
from hgkm_desktop.models import ReferralCount
from hgkm_desktop.rules.bodies import Referral
from hgkm_desktop.rules.entries import Entry
from hgkm_desktop.rules.lists import ATTENDED, Area, ReferralKind
from hgkm_desktop.services import access, case_key
from hgkm_desktop.services.fields import one_line, problem_with
from hgkm_desktop.texts import tr

SHORT = 120
PROMISED = 2
"""How many each partner promised to bring in a year."""


@dataclass(frozen=True)
class Count:
    """How many people a partner really brought to a support group in a year, of how many."""

    organisation: str
    area: Area
    number: int
    promised: int = PROMISED


def note(session: Session, case_id: UUID, shown: Referral, *, now: datetime) -> Entry:
    """Note a way that was shown, or how far it came; the first time somebody is there counts."""
    key = case_key.open_ring(session, case_id)
    tidy = replace(shown, by=one_line(shown.by))
    problems = {"by": problem_with(tidy.by, SHORT) if tidy.by else tr("Say who shows the way.")}
    if tidy.on > clock.local(now).date():
        problems["on"] = tr("This day is still to come.")
    if found := {place: wrong for place, wrong in problems.items() if wrong}:
        raise Invalid(found)
    was_counted = tidy.id in case_key.stands(session, key).counted
    if tidy.kind is ReferralKind.SUPPORT_GROUP and tidy.status in ATTENDED and not was_counted:
        _count(session, tidy)
    return case_key.add(session, key, tidy, case_key.last_link(session, key), now=now)


def counts(session: Session, year: int) -> Sequence[Count]:
    """Return how many each partner really brought in a year, the most first."""
    access.require(session, access.CONFIDANTS | access.COORDINATORS)
    rows = session.scalars(select(ReferralCount).where(ReferralCount.year == year)).all()
    found = [Count(row.organisation, Area(row.area), row.number) for row in rows]
    return sorted(found, key=_most_first)


def _count(session: Session, shown: Referral) -> None:
    by, area, year = shown.by, shown.area.value, shown.on.year
    same = select(ReferralCount).filter_by(organisation=by, area=area, year=year)
    row = session.scalars(same).first()
    if row is None:
        row = ReferralCount(organisation=by, area=area, year=year)
        session.add(row)
    row.number += 1
    session.flush()


def _most_first(count: Count) -> tuple[int, str, str]:
    return -count.number, count.organisation.casefold(), count.area
