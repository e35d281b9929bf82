"""Keeping a record that several may change: new ones are added, changed ones never overwritten."""

from typing import Protocol, TypeVar, cast
from uuid import UUID

from sqlalchemy.orm import Session

from hgkm_desktop.errors import Conflict
from hgkm_desktop.models import Record
from hgkm_desktop.texts import tr


class Versioned(Protocol):
    """A record with an id and a counter of its changes."""

    id: UUID
    version: int


R = TypeVar("R", bound=Record)


def changed(session: Session, record: R) -> R:
    """Keep a record; raise Conflict when somebody else changed or took it away first."""
    version = _version(record)
    known = session.get(type(record), cast(Versioned, record).id)
    if known is None and version == 0:
        session.add(record)
        session.flush()
        return record
    if known is None or _version(known) != version:
        raise Conflict(
            tr("Somebody else changed this first."), tr("Your text is kept. Look at both.")
        )
    kept = session.merge(record)
    session.flush()
    return kept


def _version(record: Record) -> int:
    return cast(Versioned, record).version
