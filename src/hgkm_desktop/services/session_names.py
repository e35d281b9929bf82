"""Names on lists are forgotten some weeks after the session; counts stay (FACTS.md 4.4)."""

from datetime import datetime, time, timedelta

from sqlalchemy import select, text, update
from sqlalchemy.orm import Session

from hgkm_desktop import clock
from hgkm_desktop.errors import Invalid
from hgkm_desktop.models import AuditLine, InformationSession, Organisation, Registration
from hgkm_desktop.models.codes import Act
from hgkm_desktop.rules.sessions import NameKind
from hgkm_desktop.services import access, organisation
from hgkm_desktop.texts import tr
from hgkm_desktop.vault import audit

SHORTEST, LONGEST = 1, 365
_ANEW = (
    "CREATE TEMP TABLE kept AS SELECT * FROM registration",
    "DELETE FROM registration",
    "INSERT INTO registration SELECT * FROM kept ORDER BY id",
    "DROP TABLE temp.kept",
)


def kept_for(session: Session) -> int:
    """Return how many days names are kept after a session."""
    access.require(session, access.EVERYONE)
    return organisation.get(session).names_days


def keep_for(session: Session, days: int) -> Organisation:
    """Choose how many days names are kept; raise Invalid({"days": …})."""
    access.require(session, access.TEAM_READERS)
    if not SHORTEST <= days <= LONGEST:
        raise Invalid({"days": tr("Choose from 1 to {most} days.").format(most=LONGEST)})
    ours = organisation.get(session)
    ours.names_days = days
    return ours


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
    if due:
        _write_anew(session)
    return len(due)


def forget_due(session: Session, *, now: datetime) -> int:
    """Forget at sign-in what is long enough ago, as `forget` does; return of how many sessions.

    What is gone cannot come back, so the clock is not believed alone: it had to be due already
    when somebody worked on an earlier day. One sign-in with the clock a year ahead forgets
    nothing; who comes in on a later day forgets what this one left.
    """
    access.require(session, access.EVERYONE)
    today = clock.at(clock.local(now).date(), time.min)
    lines = select(AuditLine.at).where(AuditLine.at < today).order_by(AuditLine.seq.desc())
    seen = session.scalar(lines.limit(1))
    return 0 if seen is None else forget(session, now=min(seen, now))


def _write_anew(session: Session) -> None:
    """Write all lists on fresh pages: SQLite wipes what is deleted, but a page that was divided
    between two keeps what moved, out of reach of any statement. The copy is in memory only."""
    for statement in _ANEW:
        session.execute(text(statement))
