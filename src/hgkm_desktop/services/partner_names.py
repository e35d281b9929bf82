"""What stands for a partner's id in a list: its name, also when it ended."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from hgkm_desktop.models import Partner, PartnerPerson
from hgkm_desktop.services import access


def names(session: Session) -> dict[UUID, str]:
    """Return every partner by id, ended ones too: history keeps its names."""
    access.require(session, access.DESK)
    return {row.id: row.name for row in session.execute(select(Partner.id, Partner.name))}


def person_names(session: Session) -> dict[UUID, str]:
    """Return everybody who works or worked at a partner, by id."""
    access.require(session, access.DESK)
    rows = session.execute(select(PartnerPerson.id, PartnerPerson.name))
    return {row.id: row.name for row in rows}
