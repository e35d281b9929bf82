"""The calm line after sign-in when the recovery sheet was not tested for half a year."""

from datetime import timedelta

import pytest
from desk import MONDAY
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hgkm_desktop.models.codes import Role
from hgkm_desktop.services import members, organisation
from hgkm_desktop.settings import Settings
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.main_window import MainWindow
from hgkm_desktop.ui.notices import SheetNotice, notices
from hgkm_desktop.ui.widgets.dialog import Overlay

LATE = MONDAY + timedelta(days=183)


@pytest.fixture
def open_for(sign_in, qtbot):
    opened = []

    def open_window(name, now=LATE, ctx=None):
        db = ctx.db if ctx else sign_in(name)
        member = db.call(members.names)[db.actor.member_id]
        window = MainWindow(ctx or Context(db, member, Settings(), lambda: now))
        opened.append(window)
        window.resize(1366, 768)
        window.show()
        qtbot.waitExposed(window)
        return window

    yield open_window
    for window in opened:
        window.ctx.background.wait()
        window.close()
        window.deleteLater()
    QTest.qWait(0)


def notice_of(window):
    return window.findChild(SheetNotice)


def click(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("name", ["Salma", "Bea"])
def test_who_looks_after_the_sheet_is_told_after_half_a_year(open_for, name):
    assert notice_of(open_for(name)).isVisible()


def test_before_that_nothing_is_said_and_no_window_appears(open_for):
    assert notice_of(open_for("Salma", MONDAY + timedelta(days=182))).isHidden()


@pytest.mark.parametrize("name", ["Hanan", "Joke", "Leyla"])
def test_others_are_not_bothered(open_for, name):
    assert notice_of(open_for(name)) is None


def test_later_puts_it_off_until_the_next_sign_in_also_in_a_new_window(open_for, desk):
    window = open_for("Salma")
    click(notice_of(window).later_button)
    assert notice_of(window).isHidden()
    assert notice_of(open_for("Salma", ctx=window.ctx)).isHidden()
    assert notice_of(open_for("Salma")).isVisible()


def test_nothing_waits_for_it_and_the_page_below_works(open_for):
    window = open_for("Salma")
    assert window.current.isEnabled()
    assert not [each for each in window.findChildren(Overlay) if each.isVisible()]


def test_its_button_opens_the_test_and_a_test_takes_it_away(open_for, desk, qtbot):
    window = open_for("Salma")
    click(notice_of(window).test_button)
    assert window.current.identifier == "admin"
    assert window.current.tabs.tabs.current() == "copies"
    overlay = next(each for each in window.findChildren(Overlay) if each.isVisible())
    from hgkm_desktop.ui.entrance.typed_code import CodeField

    overlay.findChild(CodeField).setText(desk.code)
    click(overlay.accept_button)
    qtbot.waitUntil(lambda: notice_of(window).isHidden())


def test_it_comes_when_the_settings_change_and_it_is_due(open_for):
    window = open_for("Salma", MONDAY)
    assert notice_of(window).isHidden()
    early = MONDAY - timedelta(days=300)
    window.ctx.call(organisation.sheet_tested, now=early)
    assert notice_of(window).isVisible()


def test_who_loses_the_task_is_not_told_any_more(open_for, desk):
    window = open_for("Salma")
    salma = desk.keys["Salma"].tile.member_id
    window.ctx.call(members.change, salma, "Salma", [Role.VOLUNTEER], 6)
    notice_of(window).refresh()
    assert notice_of(window).isHidden()


def test_whoever_has_nothing_to_be_told_has_no_line(open_for):
    assert notices(open_for("Hanan").ctx, str) == []
