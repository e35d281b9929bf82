"""Who asked her how she may be reached: signed by who did (SECURITY.md, Rings).

Anybody at the desk may seal for the confidants. Without a signature somebody with the file could
put a number of his own under a colleague's name, and a confidant would call it believing it hers.
"""

from contextlib import suppress
from dataclasses import replace
from uuid import UUID

import msgspec
from sqlalchemy.orm import Session

from hgkm_desktop.models import Member, Registration
from hgkm_desktop.rules.contact import SafeContact
from hgkm_desktop.services import access
from hgkm_desktop.vault.actor import actor_of
from hgkm_desktop.vault.directory import Certificate, tampered
from hgkm_desktop.vault.envelope import NotAuthentic, peek, sign, verify

KIND = "reach"


def signed(session: Session, known: Registration, agreed: SafeContact) -> str:
    """Return what was agreed as the word of who is signed in, for this registration alone."""
    actor = actor_of(session)
    body = _about(known) | {
        "by": str(actor.member_id),
        "name": known.name,
        "agreed": msgspec.json.encode(agreed).decode(),
    }
    return sign(actor.bundle.ed, body).decode()


def opened(session: Session, known: Registration, statement: str) -> SafeContact:
    """Return what was agreed, with the name of who asked her; raise Tampered for another's word.

    Stands another name on the list than she gave then, she is asked again first: it may be
    another woman's number by now.
    """
    try:
        by = UUID(str(peek(statement.encode())["by"]))
        body = _verified(actor_of(session).directory.member(by), statement.encode())
        if {name: body[name] for name in _about(known)} != _about(known):
            raise NotAuthentic
        agreed = _DECODER.decode(str(body["agreed"]))
    except (NotAuthentic, KeyError, ValueError, msgspec.MsgspecError) as error:
        raise tampered("RE-01") from error
    is_she = body["name"] == known.name
    asked_by = session.get_one(Member, by).name
    return replace(agreed, checked_by=asked_by, checked_on=agreed.checked_on if is_she else None)


def _about(known: Registration) -> dict[str, str]:
    return {"kind": KIND, "registration": str(known.id), "session": str(known.session_id)}


def _verified(signer: Certificate, statement: bytes) -> dict[str, str]:
    """Return the body if somebody of the desk signed it, with her keys of now or of then."""
    if not any(signer.was_ever(role) for role in access.DESK):
        raise NotAuthentic
    for key in signer.earlier:
        with suppress(NotAuthentic):
            return verify(key, statement)
    return verify(signer.ed, statement)


_DECODER = msgspec.json.Decoder(SafeContact)
