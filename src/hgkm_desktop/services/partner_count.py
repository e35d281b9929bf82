"""How often a partner kept to what was agreed: numbers a year, no persons (R-052).

Sealed appointments cannot be counted by whoever has no part in them, so each change counts itself.
"""

from collections import Counter
from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from hgkm_desktop import clock
from hgkm_desktop.models import PartnerCount
from hgkm_desktop.rules.appointment import Visit, kept
from hgkm_desktop.rules.partners import Kept


def follow(session: Session, before: Visit, after: Visit) -> None:
    """Count what changed about an appointment with a partner of the directory."""
    _add(session, before, {what: -number for what, number in kept(before.details).items()})
    _add(session, after, kept(after.details))
    session.flush()


def of_partner(session: Session, partner_id: UUID, *, but: int = 0) -> dict[int, dict[Kept, int]]:
    """Return the counts of a partner by year, but for one; what came to nothing is left out."""
    hers = PartnerCount.partner_id == partner_id, PartnerCount.year != but
    rows = select(PartnerCount).where(*hers)
    found: dict[int, dict[Kept, int]] = {}
    for row in session.scalars(rows.order_by(PartnerCount.year)):
        if row.number > 0:
            found.setdefault(row.year, {})[Kept(row.what)] = row.number
    return found


def _add(session: Session, visit: Visit, changes: Mapping[Kept, int]) -> None:
    partner_id = visit.details.partner_id
    if partner_id is None:
        return
    year = clock.local(visit.starts).year
    for what, number in Counter(changes).items():
        row = _row(session, partner_id, year, what)
        row.number = max(0, row.number + number)


def _row(session: Session, partner_id: UUID, year: int, what: Kept) -> PartnerCount:
    place = PartnerCount.partner_id == partner_id, PartnerCount.year == year
    found = session.scalars(select(PartnerCount).where(*place, PartnerCount.what == what)).first()
    if found is None:
        found = PartnerCount(partner_id=partner_id, year=year, what=what.value)
        session.add(found)
        session.flush()
    return found
