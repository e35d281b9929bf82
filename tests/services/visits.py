"""A visit with every field filled in, and what is counted and noted of visits."""

from datetime import date

from sqlalchemy.orm import Session

from hgkm_desktop.models import AuditLine
from hgkm_desktop.models.codes import (
    ContactBy,
    ContactSetting,
    FollowUp,
    HelpTopic,
    Language,
    SignalLevel,
    TellsAbout,
    Urgency,
    Visit,
)
from hgkm_desktop.services import walk_in_list
from hgkm_desktop.services.walk_in_list import Query

EVERYTHING = {
    "setting": ContactSetting.PHONE,
    "topics": (HelpTopic.DEBT, HelpTopic.SAFETY),
    "contact_by": ContactBy.NEIGHBOUR,
    "language": Language.TIGRINYA,
    "visit": Visit.KNOWN,
    "signal": SignalLevel.CLEAR,
    "tells_about": TellsAbout.SOMEONE_ELSE,
    "urgency": Urgency.NOW,
    "follow_up": FollowUp.PLAN_TALK,
    "follow_up_on": date(2026, 11, 30),
    "children": 2,
    "desk_question": "vraag aan de balie",
}


def count(db):
    return db.call(walk_in_list.count, Query())


def lines(db, *acts):
    with Session(db.engine) as session:
        found = session.query(AuditLine).order_by(AuditLine.seq)
        return [(line.act, line.kind, line.record_id) for line in found if line.act in acts]
