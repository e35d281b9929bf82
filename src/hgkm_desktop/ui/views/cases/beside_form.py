"""Who stands beside her, asked anew: every confidant answers the same question (R-215, R-253)."""

from collections.abc import Collection
from uuid import UUID

from hgkm_desktop.models import Member
from hgkm_desktop.models.codes import Role
from hgkm_desktop.services import members
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.names import shown
from hgkm_desktop.ui.views.cases.candidates import CandidateList
from hgkm_desktop.ui.widgets.fields import Field


def confidants(ctx: Context) -> list[Member]:
    """Return who can stand beside somebody now, by name."""
    team = ctx.call(members.names).values()
    able = (each for each in team if Role.CONFIDANT in each.roles and each.left_at is None)
    return sorted(able, key=_name)


def names_of(ctx: Context, ids: Collection[UUID]) -> str:
    """Return how some of the team are called, in one line."""
    team = ctx.call(members.names)
    known = (team[each].name for each in ids if each in team)
    return tr(" and ").join(shown(name, ctx.veiled) for name in known)


class BesideForm(Field):
    """A line for each confidant; nothing is answered beforehand."""

    def __init__(self, ctx: Context, before: Collection[UUID] = ()) -> None:
        people = sorted(confidants(ctx), key=lambda each: each.id not in before)
        self.list = CandidateList([(each, shown(each.name, ctx.veiled)) for each in people])
        asked = tr("Do you know her or her family in private?")
        hint = tr("Each of them answers herself. Who says no first is the first confidant.")
        super().__init__(asked, self.list, hint)
        self.list.changed.connect(self.clear)


def _name(member: Member) -> str:
    return member.name.casefold()
