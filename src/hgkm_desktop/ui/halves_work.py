"""Who holds which half, what that makes possible here and now, and doing it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from hgkm_desktop.errors import Invalid
from hgkm_desktop.models import Member
from hgkm_desktop.services.recovery import Helpers, Holder
from hgkm_desktop.ui.context import Context
from hgkm_desktop.vault import waiting


@dataclass(frozen=True)
class Halves:
    """The coordinators with their halves, seen by one of the team."""

    holders: Sequence[Holder]
    me: UUID

    @property
    def coordinators(self) -> list[Member]:
        """The others who may type their passphrase."""
        return [each.member for each in self.holders if each.member.id != self.me]

    @property
    def without(self) -> list[Member]:
        """Coordinators whose half does not go with the paper."""
        return [each.member for each in self.holders if not each.beside_paper]

    def beside_paper(self) -> set[UUID]:
        """Return who makes the key together with the paper."""
        return {each.member.id for each in self.holders if each.beside_paper}

    def beside_others(self) -> set[UUID]:
        """Return who makes the key together with another coordinator."""
        return {each.member.id for each in self.holders if each.beside_others}

    def needed(self, able: set[UUID], count: int) -> int:
        """Return how many passphrases are needed besides the one who is signed in."""
        return count - (self.me in able)


def tried(ctx: Context, helpers: Helpers, work: Callable[[], object]) -> None:
    """Do what others' passphrases open, with the growing delay of signing in for each of them."""
    folder = ctx.db.vault.folder
    for member_id in helpers.passphrases:
        waiting.refuse_when_too_soon(folder, member_id, ctx.now())
    try:
        work()
    except Invalid as error:
        for member_id in helpers.passphrases:
            if str(member_id) in error.problems:
                waiting.count_failure(folder, member_id, ctx.now())
        raise
    for member_id in helpers.passphrases:
        waiting.forget(folder, member_id)
