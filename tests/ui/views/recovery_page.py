"""What the tests of the recovery sheet in the admin view share."""

from hgkm_desktop.errors import Invalid
from hgkm_desktop.models.codes import Role
from hgkm_desktop.services import members, recovery
from hgkm_desktop.services.recovery import Helpers
from hgkm_desktop.vault import backup


def id_of(desk, name):
    return desk.keys[name].tile.member_id


def second_coordinator(page, desk, *, with_half):
    page.ctx.call(members.change, id_of(desk, "Joke"), "Joke", [Role.COORDINATOR], 2)
    if with_half:
        page.ctx.call(recovery.give_halves, Helpers(desk.code))
    page.view.refresh()


def opens(desk, code):
    try:
        return bool(backup.open_with_code(desk.folder, code))
    except Invalid:
        return False


def phrase(form, desk, name):
    return form.phrase_fields[id_of(desk, name)].widget
