"""Counting questions without persons: one number per day and topic (R-111)."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from hgkm_desktop.errors import Invalid
from hgkm_desktop.models import TallyDay
from hgkm_desktop.models.codes import Act, HelpTopic
from hgkm_desktop.services import access
from hgkm_desktop.texts import tr
from hgkm_desktop.vault import audit

MOST = 9999


def add(session: Session, day: date, topic: HelpTopic, by: int = 1) -> int:
    """Count a question (or take one back with by=-1); return the day's number, never below 0."""
    access.require(session, access.DESK)
    now = of_day(session, day).get(topic, 0)
    number = max(0, now + by)
    if number > MOST:
        raise Invalid({"count": tr("Look at the number once more.")})
    values = {"day": day, "topic": topic, "count": number}
    upsert = insert(TallyDay).values(values)
    session.execute(
        upsert.on_conflict_do_update(index_elements=["day", "topic"], set_={"count": number})
    )
    audit.mention(session, Act.CHANGE, "tally_day")
    return number


def of_day(session: Session, day: date) -> dict[HelpTopic, int]:
    """Return a day's numbers, topics without questions left out."""
    access.require(session, access.DESK)
    rows = session.execute(select(TallyDay.topic, TallyDay.count).where(TallyDay.day == day))
    return {topic: number for topic, number in rows if number}
