"""What stands on the call list: per organisation the known face, and who else has a line there."""

from typing import TYPE_CHECKING

from hgkm_desktop.services import partners
from hgkm_desktop.services.partners import PartnerRow
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.views.partners.list_bar import is_ours

if TYPE_CHECKING:
    from hgkm_desktop.handouts.call_list import CallLine


def call_lines(ctx: Context) -> list["CallLine"]:
    """Return a line for each organisation with a number, and one for each other direct line."""
    rows = [row for row in ctx.call(partners.rows, now=ctx.now()) if is_ours(row)]
    return [line for row in rows for line in _lines(ctx, row)]


def _lines(ctx: Context, row: PartnerRow) -> list["CallLine"]:
    from hgkm_desktop.handouts.call_list import CallLine

    lines: list[CallLine] = []
    if row.direct or row.general:
        args = row.name, row.face, row.direct, row.general, row.hours
        lines.append(CallLine(*args, row.checked_on))
    people = ctx.call(partners.persons_of, row.id, now=ctx.now()) if row.id else ()
    others = [each for each in people if each.direct_number and each.name != row.face]
    lines += [
        CallLine(row.name, each.name, each.direct_number, checked=row.checked_on) for each in others
    ]
    return lines
