"""Who may do what (PRODUCT.md, Roles): named once, asked by every service."""

from sqlalchemy.orm import Session

from hgkm_desktop.errors import Forbidden
from hgkm_desktop.models.codes import Role
from hgkm_desktop.texts import tr
from hgkm_desktop.vault.actor import Actor, actor_of

EVERYONE = frozenset(Role)
DESK = frozenset({Role.VOLUNTEER, Role.CONFIDANT, Role.STAFF, Role.COORDINATOR})
"""Who logs and reads walk-ins; an administrator alone sees no content."""
CONFIDANTS = frozenset({Role.CONFIDANT})
COORDINATORS = frozenset({Role.COORDINATOR})
EDITORS = frozenset({Role.STAFF, Role.COORDINATOR})
TEAM = frozenset({Role.ADMINISTRATOR})
TEAM_READERS = frozenset({Role.ADMINISTRATOR, Role.COORDINATOR})
LOG_READERS = frozenset({Role.ADMINISTRATOR, Role.COORDINATOR})


def require(session: Session, roles: frozenset[Role]) -> Actor:
    """Return who is signed in if she has one of the roles; raise Forbidden otherwise."""
    actor = actor_of(session)
    if not actor.may(*roles):
        raise refused()
    return actor


def refused() -> Forbidden:
    """Return the one answer to whoever may not."""
    return Forbidden(tr("You cannot open this part."), tr("Ask your coordinator if you need it."))
