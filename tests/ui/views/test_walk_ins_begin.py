"""From a visit to standing beside her: only for who may, and the visit tells nobody (R-075)."""

import pytest
from desk import MONDAY, Make
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hgkm_desktop.services import walk_ins
from hgkm_desktop.services.cases import StartCase


def opened(open_page, sign_in, name):
    visit = Make(sign_in("Hanan")).walk_in()
    page = open_page(name)
    page.view.refresh()
    page.open_row(0)
    return page, visit


@pytest.mark.parametrize("name", ["Leyla", "Salma"])
def test_the_button_asks_to_begin_on_the_day_of_the_visit(open_page, sign_in, name):
    page, visit = opened(open_page, sign_in, name)
    asked = []
    page.ctx.shown.connect(asked.append)
    assert page.detail.begin.isVisible()
    QTest.keyClick(page.detail.begin, Qt.Key.Key_Space)
    assert asked == [StartCase(visit.id, MONDAY.date())]
    assert page.ctx.call(walk_ins.get, visit.id).version == visit.version


@pytest.mark.parametrize("name", ["Hanan", "Joke"])
def test_nobody_else_sees_the_button(open_page, sign_in, name):
    page, _ = opened(open_page, sign_in, name)
    assert page.detail.isVisible()
    assert not page.detail.begin.isVisible()


def test_it_is_away_behind_the_veil(open_page, sign_in):
    page, _ = opened(open_page, sign_in, "Leyla")
    page.ctx.veil(True)
    assert not page.detail.begin.isVisible()


def test_tab_comes_by_it(open_page, sign_in):
    page, _ = opened(open_page, sign_in, "Leyla")
    page.detail.take_focus()
    for _ in range(4):
        if page.focus is page.detail.begin:
            break
        page.press(Qt.Key.Key_Tab)
    assert page.focus is page.detail.begin
