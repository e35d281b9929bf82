"""Who is not there, and never why: then the reserve is proposed, not a stranger (R-254)."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from hgkm_desktop import clock
from hgkm_desktop.errors import Conflict, Invalid
from hgkm_desktop.models import Absence, Member
from hgkm_desktop.services import access
from hgkm_desktop.texts import tr

NOTERS = access.CONFIDANTS | access.COORDINATORS
LONGEST = timedelta(days=366)


def note(session: Session, member_id: UUID, first: date, last: date, *, now: datetime) -> UUID:
    """Note that somebody is not there; raise Invalid for days that cannot be."""
    access.require(session, NOTERS)
    problems: dict[str, str] = {}
    member = session.get(Member, member_id)
    if member is None or member.left_at is not None:
        problems["member"] = tr("She left.")
    if last < first:
        problems["last_day"] = tr("The last day comes after the first.")
    elif last - first > LONGEST:
        problems["last_day"] = tr("Look at the year once more.")
    if last < clock.local(now).date():
        problems["last_day"] = tr("These days are over.")
    if problems:
        raise Invalid(problems)
    absence = Absence(member_id=member_id, first_day=first, last_day=last)
    session.add(absence)
    session.flush()
    return absence.id


def end(session: Session, absence_id: UUID) -> None:
    """Take it back: she is there."""
    access.require(session, NOTERS)
    absence = session.get(Absence, absence_id)
    if absence is None:
        raise Conflict(tr("This was taken back already."))
    session.delete(absence)


def of_days(session: Session, first: date, last: date) -> Sequence[Absence]:
    """Return who is away in these days."""
    access.require(session, access.DESK)
    inside = Absence.first_day <= last, Absence.last_day >= first
    return session.scalars(select(Absence).where(*inside).order_by(Absence.first_day)).all()
