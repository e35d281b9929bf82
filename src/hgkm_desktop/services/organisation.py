"""The organisation this log belongs to, and what of the walk-in form it does not use."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from hgkm_desktop.errors import Invalid
from hgkm_desktop.models import Organisation
from hgkm_desktop.models.codes import Act
from hgkm_desktop.rules.guide import Status
from hgkm_desktop.services import access
from hgkm_desktop.services.fields import one_line, problem_with_name
from hgkm_desktop.texts import tr
from hgkm_desktop.vault import audit

OPTIONAL_FIELDS = (
    "visit",
    "language",
    "signal",
    "tells_about",
    "urgency",
    "follow_up",
    "contact_by",
    "children",
    "real_question",
)
"""What an administrator can hide; moment, setting and topic always stay (R-300)."""


def get(session: Session) -> Organisation:
    """Return the organisation."""
    access.require(session, access.EVERYONE)
    return session.scalars(select(Organisation)).one()


def change(session: Session, name: str, window_title: str, hidden: frozenset[str]) -> Organisation:
    """Change name, window title and hidden fields; raise Invalid for an empty or long name."""
    access.require(session, access.TEAM)
    name, window_title = one_line(name), one_line(window_title)
    checked = {"name": problem_with_name(name), "window_title": problem_with_name(window_title)}
    if problems := {field: wrong for field, wrong in checked.items() if wrong}:
        raise Invalid(problems)
    organisation = get(session)
    organisation.name, organisation.window_title = name, window_title
    organisation.hidden_fields = " ".join(f for f in OPTIONAL_FIELDS if f in hidden)
    return organisation


def choose_meldcode(session: Session, value: str) -> Organisation:
    """Choose how the organisation stands towards the Meldcode law (R-297); Invalid for a fourth."""
    access.require(session, access.TEAM_READERS)
    if value not in frozenset(Status):
        raise Invalid({"meldcode": tr("Choose one of the three.")})
    organisation = get(session)
    organisation.meldcode = value
    return organisation


def meldcode(organisation: Organisation) -> Status:
    """Return how it stands towards the law; what nobody knows counts as free."""
    known = frozenset(Status)
    return Status(organisation.meldcode) if organisation.meldcode in known else Status.FREE


def hidden_fields(organisation: Organisation) -> frozenset[str]:
    """Return the fields this organisation does not use."""
    return frozenset(organisation.hidden_fields.split())


def backed_up(session: Session, *, now: datetime) -> None:
    """Remember when the last verified copy was made."""
    access.require(session, access.TEAM_READERS)
    get(session).backed_up_at = now
    audit.mention(session, Act.BACKUP, "organisation")


def sheet_tested(session: Session, *, now: datetime) -> None:
    """Remember that the paper code was typed back and is right (twice a year)."""
    access.require(session, access.TEAM_READERS)
    get(session).recovery_tested_at = now
    audit.mention(session, Act.RECOVER, "organisation")
