"""Keeping what the form holds, and putting back what was there before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from hgkm_desktop.db import Session
from hgkm_desktop.models import InformationSession
from hgkm_desktop.services import information_sessions, session_series
from hgkm_desktop.services.information_sessions import PLANNED


@dataclass(frozen=True, repr=False)
class Change:
    """What was there before, the session of the form first; and which version each has now."""

    before: Sequence[InformationSession]
    versions: Mapping[UUID, int]


def copied(record: InformationSession) -> InformationSession:
    """Return a session apart from the page that shows it: typing must not change that."""
    planned = {name: getattr(record, name) for name in PLANNED}
    return InformationSession(
        id=record.id, version=record.version, series_id=record.series_id, **planned
    )


def change_one(session: Session, planned: InformationSession, *, now: datetime) -> Change:
    """Change one session."""
    before = copied(information_sessions.get(session, planned.id))
    kept = information_sessions.save(session, planned, now=now)
    return Change([before], {kept.id: kept.version})


def change_following(
    session: Session, planned: InformationSession, began: InformationSession, *, now: datetime
) -> Change:
    """Change a session, and what is other than it `began` of all that follow in its series.

    When another seat was first, the service would compare with what that one changed, and leave
    all that follow as they are: so it begins at the same place again.
    """
    known = information_sessions.get(session, planned.id)
    information_sessions.must_be(session, planned.id, planned.version)
    before = [copied(each) for each in (known, *session_series.following(session, planned.id))]
    if any(getattr(known, name) != getattr(began, name) for name in PLANNED):
        began.version = known.version
        planned.version = information_sessions.save(session, began, now=now).version
    later = session_series.save_following(session, planned, now=now)
    return Change(before, {each.id: each.version for each in (known, *later)})


def put_back(session: Session, change: Change, *, now: datetime) -> None:
    """Put back what was there, or nothing of it: raise Conflict when one was changed since."""
    for each in change.before:
        information_sessions.get(session, each.id)
        information_sessions.must_be(session, each.id, change.versions[each.id])
    first, *later = change.before
    first.version = change.versions[first.id]
    if later:
        session_series.save_following(session, first, now=now)
    else:
        information_sessions.save(session, first, now=now)
    for each in later:
        each.version = information_sessions.get(session, each.id).version
        information_sessions.save(session, each, now=now)


def bring_back(session: Session, session_ids: Sequence[UUID]) -> None:
    """Let sessions take place after all that were called off together."""
    for session_id in session_ids:
        information_sessions.bring_back(session, session_id)
