"""The rail of the signed-in window: the pages, and who is signed in."""

from collections.abc import Sequence

from hgkm_desktop.models.codes import main_role
from hgkm_desktop.models.labels import label
from hgkm_desktop.services import organisation
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.view import View
from hgkm_desktop.ui.widgets.rail import Rail


def rail_for(ctx: Context, views: Sequence[View]) -> Rail:
    """Return a rail with a tab for each page, under the name the organisation chose."""
    org = ctx.call(organisation.get)
    rail = Rail(org.window_title, org.name)
    for view in views:
        rail.add(view.identifier, view.title(), view.icon_name, bottom=view.at_the_foot)
    member = ctx.member
    rail.set_user(member.name, label(main_role(member.roles)), member.color)
    return rail
