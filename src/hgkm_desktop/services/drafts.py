"""Half-typed entries: sealed for who typed them, tied to their place, wiped when saved."""

import json
import re
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from hgkm_desktop.models import Case, Draft, new_id
from hgkm_desktop.services import access
from hgkm_desktop.vault import sealing
from hgkm_desktop.vault.actor import Actor

_ABOUT_HER = re.compile(r"cases/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/")


def keep(session: Session, place: str, data: dict[str, Any]) -> None:
    """Keep what is half typed in a place ("walk_ins", "walk_ins/<id>").

    About somebody who was erased meanwhile nothing is kept: an open form would bring her back.
    """
    actor = access.require(session, access.EVERYONE)
    if _is_erased(session, place):
        return
    plain = json.dumps(data).encode()
    sealed = sealing.seal_mine(actor, plain, "draft", place)
    values = {"sealed": sealed, "kept_at": session.info["now"]()}
    row = {"id": new_id(), "member_id": actor.member_id, "place": place}
    upsert = insert(Draft).values(row | values)
    session.execute(
        upsert.on_conflict_do_update(index_elements=["member_id", "place"], set_=values)
    )


def look(session: Session, place: str) -> dict[str, Any] | None:
    """Return what was half typed in a place, None when there is nothing."""
    actor = access.require(session, access.EVERYONE)
    draft = session.scalars(select(Draft).where(*_mine(actor, place))).first()
    if draft is None:
        return None
    return json.loads(sealing.unseal_mine(actor, draft.sealed, "draft", place))


def drop(session: Session, place: str) -> None:
    """Wipe what was half typed: it is saved, or thrown away."""
    actor = access.require(session, access.EVERYONE)
    session.execute(delete(Draft).where(*_mine(actor, place)))


def _is_erased(session: Session, place: str) -> bool:
    about = _ABOUT_HER.match(place)
    return about is not None and session.get(Case, UUID(about[1])) is None


def _mine(actor: Actor, place: str) -> tuple[Any, Any]:
    return Draft.member_id == actor.member_id, Draft.place == place
