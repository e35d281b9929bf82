"""The holidays of the schools, and what should be planned before them (R-078)."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from hgkm_desktop import clock
from hgkm_desktop.errors import Conflict, Invalid
from hgkm_desktop.models import InformationSession, PlanningRule, SchoolHoliday
from hgkm_desktop.rules import planning
from hgkm_desktop.rules.planning import Holiday, Reminder, Rule
from hgkm_desktop.services import access
from hgkm_desktop.services.changing import changed
from hgkm_desktop.texts import tr

MOST_WEEKS = 26
LONGEST = timedelta(days=70)


def everything(session: Session) -> Sequence[SchoolHoliday]:
    """Return all holidays that were typed in, in order."""
    access.require(session, access.DESK)
    order = SchoolHoliday.first_day, SchoolHoliday.id
    return session.scalars(select(SchoolHoliday).order_by(*order)).all()


def save(session: Session, holiday: SchoolHoliday) -> SchoolHoliday:
    """Keep a holiday; raise Invalid({field: …}) or Conflict."""
    access.require(session, access.EDITORS)
    lasts = holiday.last_day - holiday.first_day
    if lasts < timedelta():
        raise Invalid({"last_day": tr("The last day comes after the first.")})
    if lasts > LONGEST:
        raise Invalid({"last_day": tr("No holiday is that long. Look once more.")})
    return changed(session, holiday)


def remove(session: Session, holiday_id: UUID) -> None:
    """Take a holiday out."""
    access.require(session, access.EDITORS)
    if (known := session.get(SchoolHoliday, holiday_id)) is None:
        raise Conflict(tr("This was taken back already."))
    session.delete(known)


def rules(session: Session) -> Sequence[PlanningRule]:
    """Return what should be planned how long before which holiday."""
    access.require(session, access.DESK)
    return session.scalars(select(PlanningRule).order_by(PlanningRule.id)).all()


def save_rule(session: Session, rule: PlanningRule) -> PlanningRule:
    """Keep such a rule; raise Invalid({"weeks": …}) or Conflict."""
    access.require(session, access.EDITORS)
    if not 1 <= rule.weeks <= MOST_WEEKS:
        raise Invalid({"weeks": tr("Choose from 1 to {most} weeks.").format(most=MOST_WEEKS)})
    return changed(session, rule)


def remove_rule(session: Session, rule_id: UUID) -> None:
    """Take such a rule out."""
    access.require(session, access.EDITORS)
    if (known := session.get(PlanningRule, rule_id)) is None:
        raise Conflict(tr("This was taken back already."))
    session.delete(known)


def reminders(session: Session, *, now: datetime) -> Sequence[Reminder]:
    """Return what should be planned now; whatever is planned already is left out."""
    access.require(session, access.DESK)
    today = clock.local(now).date()
    on = select(PlanningRule).where(PlanningRule.is_on.is_(True))
    wanted = [Rule(rule.weeks, rule.holiday, rule.topic) for rule in session.scalars(on)]
    ahead = select(SchoolHoliday).where(SchoolHoliday.first_day > today)
    holidays = [Holiday(day.id, day.kind, day.first_day) for day in session.scalars(ahead)]
    if not wanted or not holidays:
        return []
    since = now - timedelta(weeks=MOST_WEEKS)
    alive = InformationSession.is_off.is_(False), InformationSession.starts_at > since
    planned = session.execute(
        select(InformationSession.starts_at, InformationSession.topic).where(*alive)
    )
    days = ((clock.local(starts).date(), topic) for starts, topic in planned)
    return planning.reminders(wanted, holidays, days, today)
