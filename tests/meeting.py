"""Information sessions as tests begin with them: on Tuesday at ten, planned by Joke."""

from datetime import date, time, timedelta
from uuid import UUID

from desk import MONDAY

from hgkm_desktop import clock
from hgkm_desktop.db import Database
from hgkm_desktop.models import InformationSession
from hgkm_desktop.rules.sessions import SessionTopic
from hgkm_desktop.services import information_sessions, registrations
from hgkm_desktop.services.registrations import NewRegistration, Registered

TUESDAY = date(2026, 11, 24)
TEN, HALF_PAST_ELEVEN = time(10), time(11, 30)
NOW = {"now": MONDAY}
WEEK = timedelta(days=7)


def meeting(day: date = TUESDAY, **given) -> InformationSession:
    """Return a session that can be kept."""
    values = {
        "starts_at": clock.at(day, TEN),
        "ends_at": clock.at(day, HALF_PAST_ELEVEN),
        "topic": SessionTopic.RIGHTS,
        "title": "Je rechten bij scheiden",
        "place": "zaal 1",
    }
    return InformationSession(**values | given)


def planned(db: Database, day: date = TUESDAY, **given) -> InformationSession:
    """Plan a session through the real service."""
    return db.call(information_sessions.save, meeting(day, **given), **NOW)


def register(db: Database, session_id: UUID, name: str = "Samira", **given) -> Registered:
    """Put somebody on a list through the real service."""
    return db.call(registrations.register, session_id, NewRegistration(name, **given))
