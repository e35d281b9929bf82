"""What the parts of the page are shown: the day, who is who, and what time it is now."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from hgkm_desktop.models import Member
from hgkm_desktop.services.case_name import CaseName
from hgkm_desktop.services.today import Today
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.breaking import as_typed
from hgkm_desktop.ui.dates import day_of
from hgkm_desktop.ui.names import shown

HIDDEN = "•••"


@dataclass(frozen=True, repr=False)
class Scene:
    """One look at the day; every minute there is another one with the same day in it.

    `may_open` says whether this member opens what stands in a case.
    """

    today: Today
    names: Mapping[UUID, Member]
    now: datetime
    me: UUID
    may_open: bool
    veiled: bool

    @property
    def day(self) -> date:
        """The day it is now, as people in Amsterdam say it."""
        return day_of(self.now)

    def called(self, name: CaseName) -> str:
        """Return how she is called; her code while names are hidden."""
        return name.code if self.veiled else as_typed(name.shown)

    def has_alias(self, name: CaseName) -> bool:
        """Say whether she is called something else than her code now."""
        return bool(name.alias) and not self.veiled

    def member(self, member_id: UUID) -> str:
        """Return the name of somebody of ours, only its first letters while names are hidden."""
        found = self.names.get(member_id)
        return shown(found.name, self.veiled) if found is not None else tr("Somebody")

    def color(self, member_id: UUID) -> int:
        """Return the colour of somebody of ours."""
        found = self.names.get(member_id)
        return found.color if found is not None else 6

    def words(self, text: str) -> str:
        """Return something that was typed; nothing of it while names are hidden."""
        return "" if self.veiled else as_typed(text)
