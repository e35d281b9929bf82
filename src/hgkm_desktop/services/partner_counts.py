"""How often a partner kept to what was agreed: numbers per year, no persons (R-052)."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from hgkm_desktop.models import PartnerCount
from hgkm_desktop.rules.partners import Kept


def count(session: Session, partner_id: UUID, year: int, changes: Mapping[Kept, int]) -> None:
    """Add to the counts of a year; a negative number takes away, never below nothing.

    A tool of whoever notes how a visit went: that service has asked who may.
    """
    mine = select(PartnerCount).where(
        PartnerCount.partner_id == partner_id, PartnerCount.year == year
    )
    rows = {row.what: row for row in session.scalars(mine)}
    for what, by in changes.items():
        row = rows.get(what)
        if row is None:
            row = PartnerCount(partner_id=partner_id, year=year, what=what.value)
            session.add(row)
        row.number = max(0, row.number + by)


def by_year(session: Session, partner_ids: Iterable[UUID]) -> dict[UUID, dict[int, dict[Kept, int]]]:
    """Return the counts of some partners, the newest year first. A tool of the directory."""
    wanted = PartnerCount.partner_id.in_(list(partner_ids))
    found: dict[UUID, dict[int, dict[Kept, int]]] = {}
    newest = select(PartnerCount).where(wanted).order_by(PartnerCount.year.desc())
    for row in session.scalars(newest):
        found.setdefault(row.partner_id, {}).setdefault(row.year, {})[Kept(row.what)] = row.number
    return found


def total(years: Mapping[int, Mapping[Kept, int]]) -> dict[Kept, int]:
    """Return the counts of all years together, in the order of the list."""
    sums = {what: sum(year.get(what, 0) for year in years.values()) for what in Kept}
    return {what: number for what, number in sums.items() if number}
