"""The newest line of the log that a member has seen, sealed for herself.

The head beside the device secret lies in the key ring, which whoever sits at this computer can
write to. This one only she can make: a log cut short behind her back is noticed when she signs in.
"""

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from hgkm_desktop.errors import Tampered
from hgkm_desktop.models import AuditLine, Draft, new_id
from hgkm_desktop.vault import audit, sealing
from hgkm_desktop.vault.actor import Actor, actor_of
from hgkm_desktop.vault.audit import Head

PLACE = "log"


def keep(session: Session) -> None:
    """Seal the newest line for whoever is signed in."""
    actor = actor_of(session)
    line = session.scalars(select(AuditLine).order_by(AuditLine.seq.desc()).limit(1)).one()
    newest = Head(line.seq, line.hash).text()
    sealed = sealing.seal_mine(actor, newest.encode(), "head", PLACE)
    values = {"sealed": sealed, "kept_at": session.info["now"]()}
    row = {"id": new_id(), "member_id": actor.member_id, "place": PLACE}
    upsert = insert(Draft).values(row | values)
    session.execute(
        upsert.on_conflict_do_update(index_elements=["member_id", "place"], set_=values)
    )


def is_gone(session: Session, actor: Actor) -> bool:
    """Say whether the log lacks the line she saw last, or what she kept of it was changed."""
    mine = Draft.member_id == actor.member_id, Draft.place == PLACE
    kept = session.scalars(select(Draft.sealed).where(*mine)).first()
    if kept is None:
        return False
    try:
        seen = Head.parse(sealing.unseal_mine(actor, kept, "head", PLACE).decode())
    except (Tampered, ValueError):
        return True
    return not audit.contains(session, seen)
