"""The pages of the recovery sheet: named, reached by Tab, and no word cut off in any look."""

from datetime import timedelta

import pytest
from desk import MONDAY
from program import CONTROL
from PySide6.QtCore import Qt
from test_every_page_by_keyboard import LOOKS, inspected

from hgkm_desktop.db import Database
from hgkm_desktop.models.codes import Role
from hgkm_desktop.services import members, organisation
from hgkm_desktop.ui.notices import SheetNotice


@pytest.fixture(params=LOOKS, ids=lambda look: f"{look[0]}-{look[1]}")
def look(request):
    return request.param


def prepare(desk):
    """Bea looks after the team, Joke has no half yet, and the sheet was not tested for long."""
    db = Database(desk.open("Bea"), desk.now)
    joke = desk.keys["Joke"].tile.member_id
    db.call(members.change, joke, "Joke", [Role.COORDINATOR], 2)
    db.call(organisation.sheet_tested, now=MONDAY - timedelta(days=200))
    db.close()


def settle(it):
    it.wait(lambda: not it.ctx.background._jobs)


def test_every_page_of_the_recovery_sheet(look, desk, qtbot):
    prepare(desk)
    with inspected(desk, qtbot, *look) as (it, inspector):
        it.sign_in("Bea")
        it.press(Qt.Key.Key_9, modifiers=CONTROL)
        assert it.window.findChild(SheetNotice).isVisible()
        admin = it.view
        admin.tabs.open("copies")
        settle(it)
        inspector.page("copies and the notice")
        admin.tabs.copies.recovery.urgent_button.click()
        inspector.page("halves")
        it.press(Qt.Key.Key_Escape)
        admin.tabs.copies.recovery.sheet_button.click()
        settle(it)
        inspector.page("a new sheet")
        admin.sheet._show(1)
        inspector.page("take it into use")
        for way in reversed(admin.sheet.steps[1].way.segments):
            way.click()
            inspector.page("another way")
        admin.sheet.leave()
