"""Names, tasks and colours of the team in plain words."""

from collections.abc import Iterable
from datetime import datetime

from hgkm_desktop import clock
from hgkm_desktop.models import Member
from hgkm_desktop.models.codes import Role
from hgkm_desktop.models.labels import label
from hgkm_desktop.texts import tr

ROLES = (Role.COORDINATOR, Role.ADMINISTRATOR, Role.CONFIDANT, Role.STAFF, Role.VOLUNTEER)
"""From the widest task to the narrowest: the order in which they are read."""

COLORS = (1, 2, 3, 4, 5, 6)

LONG_AWAY = 3
"""Months after which a member who does not come any more is pointed out."""


def roles(codes: Iterable[Role]) -> str:
    """Return what somebody may do, in words, the widest task first."""
    held = frozenset(codes)
    if held == frozenset({Role.VOLUNTEER}):
        return tr("volunteer, walk-ins only")
    return tr(", ").join(label(code) for code in ROLES if code in held)


def explanation(code: Role) -> str:
    """Return one line on what somebody with this role can do and see (PRODUCT.md, Roles)."""
    return {
        Role.VOLUNTEER: tr("Writes down visits. Does not see the real question."),
        Role.CONFIDANT: tr("Writes down visits. Reads the real question too."),
        Role.STAFF: tr("Works here. May do what a volunteer may."),
        Role.COORDINATOR: tr("Sees who works here and who looked where."),
        Role.ADMINISTRATOR: tr("Looks after team, copies and settings. Sees no visits."),
    }[code]


def initials(name: str) -> str:
    """Return what of a name may be seen while names are hidden."""
    return "".join(f"{word[0].upper()}." for word in name.split()[:2])


def shown(name: str, veiled: bool) -> str:
    """Return a name, or its initials while names are hidden."""
    return initials(name) if veiled else name


def months_between(moment: datetime, now: datetime) -> int:
    """Return how many whole months lie between a moment and now, by the calendar here."""
    then, today = clock.local(moment), clock.local(now)
    months = (today.year - then.year) * 12 + today.month - then.month
    return max(0, months - (today.day < then.day))


def months_away(member: Member, now: datetime) -> int:
    """Return for how many months somebody has not been here; 0 while that is no news."""
    if member.left_at is not None:
        return 0
    months = months_between(member.last_seen_at or member.created_at, now)
    return months if months >= LONG_AWAY else 0
