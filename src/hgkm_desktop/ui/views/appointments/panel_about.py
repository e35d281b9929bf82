"""Fetches everything the side panel shows of a visit."""

from collections.abc import Sequence
from uuid import UUID

from hgkm_desktop.errors import Conflict, Forbidden
from hgkm_desktop.models import PartnerPerson
from hgkm_desktop.rules.appointment import Visit
from hgkm_desktop.services import appointment_list, conflicts, members, partners
from hgkm_desktop.services.conflicts import Conflict as Clash
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.views.appointments.prepare import Preparing


def about_visit(ctx: Context, visit_id: UUID) -> Preparing | None:
    """Return what is known of a visit; None where it is not hers to see, or not there."""
    try:
        seen = ctx.call(appointment_list.one, visit_id)
    except (Forbidden, Conflict):
        return None
    visit = seen.visit
    return Preparing(
        seen, ctx.call(members.names), _person(ctx, visit), _clashes(ctx, visit), ctx.veiled
    )


def _person(ctx: Context, visit: Visit) -> PartnerPerson | None:
    told = visit.details
    if told.partner_id is None or told.person_id is None:
        return None
    there = ctx.call(partners.persons_of, told.partner_id, now=ctx.now())
    return next((each for each in there if each.id == told.person_id), None)


def _clashes(ctx: Context, visit: Visit) -> Sequence[Clash]:
    if not visit.state.is_ahead:
        return ()
    times = visit.starts, visit.ends
    return ctx.call(conflicts.conflicts, visit.companions, *times, visit.id)
