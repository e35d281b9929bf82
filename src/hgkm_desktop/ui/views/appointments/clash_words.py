"""What already takes the time of whoever goes along: shown, and never in the way."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from hgkm_desktop.models import Member
from hgkm_desktop.services.conflicts import Clash, Conflict
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.dates import day_of, kept_together, time_of, times_of
from hgkm_desktop.ui.names import inside, shown


def clash_lines(
    found: Iterable[Conflict], names: Mapping[UUID, Member], *, veiled: bool
) -> list[str]:
    """Return a sentence for each thing that takes the same time."""
    return [_line(each, names, veiled=veiled) for each in found]


def _line(clash: Conflict, names: Mapping[UUID, Member], *, veiled: bool) -> str:
    member = names.get(clash.member_id) if clash.member_id is not None else None
    who = inside(shown(member.name, veiled)) if member is not None else ""
    if clash.what is Clash.AWAY:
        return tr("{name} is not there that day.").format(name=who)
    times = _times(clash)
    if clash.what is Clash.VISIT:
        return tr("{name} goes along elsewhere, {times}.").format(name=who, times=times)
    return tr("{title} is at the same time, {times}.").format(title=_title(clash), times=times)


def _title(clash: Conflict) -> str:
    return inside(clash.title) or tr("The network meeting")


def _times(clash: Conflict) -> str:
    if day_of(clash.starts) != day_of(clash.ends):
        return tr("from {time}").format(time=kept_together(time_of(clash.starts)))
    return times_of(clash.starts, clash.ends)
