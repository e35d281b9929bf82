"""Everything the right side shows of one session, read at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from hgkm_desktop.models import InformationSession, Registration
from hgkm_desktop.rules.sessions import WAITS, Place
from hgkm_desktop.services import information_sessions, registrations, waiting_list
from hgkm_desktop.services.registrations import Counts
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.views.sessions.list_words import PartnerNames


@dataclass(frozen=True, repr=False)
class About:
    """One session, its list, how full it is, and whom to ask now."""

    session: InformationSession
    everybody: Sequence[Registration]
    counts: Counts
    first: Registration | None
    partner: str
    now: datetime
    veiled: bool

    @property
    def is_over(self) -> bool:
        """Whether it has ended."""
        return self.session.ends_at < self.now

    @property
    def placed(self) -> list[Registration]:
        """Who has a place, in order."""
        return [one for one in self.everybody if one.place is Place.HAS_PLACE]

    @property
    def waiting(self) -> list[Registration]:
        """Who waits, in the order in which they are asked."""
        waits = [one for one in self.everybody if one.place in WAITS]
        return sorted(waits, key=_asked_later)

    @property
    def gone(self) -> list[Registration]:
        """Who said that she does not come."""
        return [one for one in self.everybody if one.place is Place.CANCELLED]


def about(ctx: Context, session_id: UUID, partners: PartnerNames) -> About:
    """Read a session; raise Conflict when it is not there any more."""
    session = ctx.call(information_sessions.get, session_id)
    return About(
        session,
        ctx.call(registrations.of_session, session_id),
        ctx.call(registrations.counts, session_id),
        ctx.call(waiting_list.first, session_id),
        partners.of(session.speaker_partner),
        ctx.now(),
        ctx.veiled,
    )


def _asked_later(one: Registration) -> tuple[bool, int]:
    return one.place is Place.PASSED, one.number
