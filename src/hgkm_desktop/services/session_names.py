"""Names on lists are forgotten some weeks after the session; counts stay (FACTS.md 4.4)."""

from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from hgkm_desktop.errors import Invalid
from hgkm_desktop.models import InformationSession, Registration
from hgkm_desktop.models.codes import Act
from hgkm_desktop.rules.sessions import NameKind
from hgkm_desktop.services import access, organisation
from hgkm_desktop.texts import tr
from hgkm_desktop.vault import audit

SHORTEST, LONGEST = 1, 365


def kept_for(session: Session) -> int:
    """Return how many days names are kept after a session."""
    access.require(session, access.EVERYONE)
    return organisation.get(session).names_days


def keep_for(session: Session, days: int) -> None:
    """Choose how many days names are kept; raise Invalid({"days": …})."""
    access.require(session, access.TEAM_READERS)
    if not SHORTEST <= days <= LONGEST:
        raise Invalid({"days": tr("Choose from 1 to {most} days.").format(most=LONGEST)})
    organisation.get(session).names_days = days


def forget(session: Session, *, now: datetime) -> int:
    """Forget the names on lists of sessions long enough ago; return of how many sessions.

    What stays is that there was somebody: here or not, which language, how many children.
    """
    access.require(session, access.EVERYONE)
    before = now - timedelta(days=organisation.get(session).names_days)
    is_due = InformationSession.ends_at < before, InformationSession.names_gone.is_(False)
    due = session.scalars(select(InformationSession.id).where(*is_due)).all()
    for session_id in due:
        nothing = {"name": "", "kind": NameKind.NUMBER, "sealed": None, "child_ages": ()}
        mine = update(Registration).where(Registration.session_id == session_id)
        session.execute(mine.values(nothing))
        one = update(InformationSession).where(InformationSession.id == session_id)
        session.execute(one.values(names_gone=True))
        audit.mention(session, Act.DELETE, Registration.__tablename__, session_id)
    return len(due)
