"""What is taken back on the list, in one transaction: how somebody stood before."""

from dataclasses import dataclass
from uuid import UUID

from hgkm_desktop.db import Session
from hgkm_desktop.models import Registration
from hgkm_desktop.rules.sessions import Place
from hgkm_desktop.services import attendance


@dataclass(frozen=True)
class Stood:
    """How somebody stood on the list: her place, her turn on the waiting list, here or not."""

    id: UUID
    place: Place
    number: int
    is_here: bool


def stood(row: Registration) -> Stood:
    """Return how somebody stands, before something is done with her."""
    return Stood(row.id, row.place, row.number, row.is_here)


def put_back(session: Session, before: Stood) -> None:
    """Let her stand as she did; whoever waited keeps her turn. Raise Conflict when she is gone."""
    known = attendance.tick(session, before.id, is_here=before.is_here)
    known.place, known.number = before.place, before.number
